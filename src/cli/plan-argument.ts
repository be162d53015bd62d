// The argument [계획] that most commands have.
import { Argument } from 'commander';

/** A folder's path, or a folder's name under data/; the bundled plan when it is left out. */
export function planArgument(): Argument {
  return new Argument('[계획]', '계획 폴더의 경로, 또는 data/ 아래의 폴더 이름').default(
    'incheon-seogu-2023',
  );
}
