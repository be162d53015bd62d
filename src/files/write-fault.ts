// An error of the file system while writing -> what happened in plain words, and the next step.
import type { Diagnostic } from '../diagnostic.ts';
import { codeOf, displayPath, fault } from './place.ts';

const OPEN_ELSEWHERE =
  '파일을 바꿔 쓸 수 없습니다. 엑셀이나 PDF 보기 같은 다른 프로그램에서 열려 있으면 닫고 다시 실행하십시오.';

/** What each code means for a file or folder that was to be written; the code itself follows in brackets. */
const WORDS: Readonly<Record<string, readonly [message: string, expected: string]>> = {
  ENOSPC: ['디스크에 빈 공간이 없습니다. 공간을 비우고 다시 실행하십시오.', '빈 공간이 있는 디스크'],
  EDQUOT: ['쓸 수 있는 용량을 다 썼습니다. 공간을 비우고 다시 실행하십시오.', '빈 공간이 있는 디스크'],
  EROFS: ['읽기 전용 디스크입니다. --out으로 다른 폴더를 정하십시오.', '쓸 수 있는 폴더'],
  ENAMETOOLONG: ['경로가 너무 깁니다. --out으로 더 짧은 폴더를 정하십시오.', '짧은 경로'],
  EISDIR: ['결과 파일과 같은 이름의 폴더가 있습니다. 그 폴더의 이름을 바꾸십시오.', '파일이거나 없는 이름'],
};

/** The fault of writing `current` below the output folder, or that folder itself. */
export function unwritable(current: string, folder: string, error: unknown, working: string): Diagnostic {
  const code = codeOf(error);
  const [message, expected] =
    WORDS[code] ??
    (current === folder
      ? [
          '폴더에 쓸 수 없습니다. 쓰기 권한을 확인하거나 --out으로 다른 폴더를 정하십시오.',
          '쓰기 권한이 있고 빈 공간이 있는 폴더',
        ]
      : [OPEN_ELSEWHERE, '닫혀 있고 쓸 수 있는 파일']);
  const rule = current === folder ? 'unwritable-folder' : 'unwritable-file';
  return fault(rule, displayPath(current, working), `${message} (${code})`, expected);
}
