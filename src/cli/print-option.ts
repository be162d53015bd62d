// The option --print [부분] of the commands that build.
import { Option } from 'commander';

export function printOption(): Option {
  return new Option(
    '--print [부분]',
    '인쇄용 파일도 만듭니다. 부분: cover(표지만) 또는 inside(내지만)',
  ).choices(['cover', 'inside']);
}
