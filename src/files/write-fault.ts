// An error of the file system while writing -> what happened in plain words, and the next step.
import { type Diagnostic, fileFault } from '../diagnostic.ts';
import type { Manner } from './manner.ts';
import { codeOf, displayPath } from './place.ts';
import { shortageOf } from './shortage.ts';
import { STAGE } from './stage-state.ts';

/** Which other folder a person can choose: builds have `--out`, a new plan is given its folder, and an edition has one place. */
const ELSEWHERE: Readonly<Record<Manner, (other: string) => string>> = {
  replace: (other) => ` --out으로 ${other} 폴더를 정하십시오.`,
  new: (other) => ` ${other} 폴더를 정하십시오.`,
  refresh: (other) => ` ${other} 폴더를 정하십시오.`,
  fill: (other) => ` 계획을 ${other} 폴더로 옮긴 뒤 다시 실행하십시오.`,
  edit: (other) => ` 계획을 ${other} 폴더로 옮긴 뒤 다시 하십시오.`,
  add: (other) => ` 계획을 ${other} 폴더로 옮긴 뒤 다시 실행하십시오.`,
};

const OPEN_ELSEWHERE =
  '파일을 바꿔 쓸 수 없습니다. 엑셀이나 PDF 보기 같은 다른 프로그램에서 열려 있으면 닫고 다시 실행하십시오.';

/** What a code means for a file or folder that was to be written, what to do, and what would have been right. */
function wordsOf(code: string, manner: Manner): readonly [message: string, expected: string] | undefined {
  const shortage = shortageOf(code);
  if (shortage !== undefined) return [shortage.message, shortage.expected];
  switch (code) {
    case 'EROFS':
      return [`읽기 전용 디스크입니다.${ELSEWHERE[manner]('다른')}`, '쓸 수 있는 폴더'];
    case 'ENAMETOOLONG':
      return [`경로가 너무 깁니다.${ELSEWHERE[manner]('더 짧은')}`, '짧은 경로'];
    case 'EBADJOURNAL':
      return [
        `끊긴 만들기의 기록이 손상되어 저절로 되돌릴 수 없습니다. ${STAGE} 폴더를 다른 곳으로 옮기고 다시 실행하십시오. 그 안의 old에 전의 파일이 있습니다.`,
        `${STAGE} 폴더가 없는 폴더`,
      ];
    case 'EISDIR':
      return [
        '결과 파일과 같은 이름의 폴더가 있습니다. 그 폴더의 이름을 바꾸십시오.',
        '파일이거나 없는 이름',
      ];
    case 'EEXIST':
      return ['같은 이름의 파일이나 폴더가 있습니다. 그 이름을 바꾸고 다시 실행하십시오.', '없는 이름'];
    case 'ENOTDIR':
      return [
        '폴더가 있을 자리에 파일이나 링크가 있습니다. 그 이름을 바꾸고 다시 실행하십시오.',
        '폴더이거나 없는 이름',
      ];
    default:
      return undefined;
  }
}

/** The fault of writing `current` below the folder, or that folder itself. */
export function unwritable(
  current: string,
  folder: string,
  manner: Manner,
  error: unknown,
  working: string,
): Diagnostic {
  const code = codeOf(error);
  const [message, expected] =
    wordsOf(code, manner) ??
    (current === folder
      ? [
          `폴더에 쓸 수 없습니다. 쓰기 권한을 확인하십시오. 안 되면${ELSEWHERE[manner]('다른')}`,
          '쓰기 권한이 있고 빈 공간이 있는 폴더',
        ]
      : [OPEN_ELSEWHERE, '닫혀 있고 쓸 수 있는 파일']);
  const rule = current === folder ? 'unwritable-folder' : 'unwritable-file';
  return fileFault(rule, displayPath(current, working), `${message} (${code})`, expected);
}
