// corrections.yaml -> nothing but its form: the list is for people, of what a transcription changed or inferred.
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { list, mapping, may, must, scalar } from './shape.ts';
import { readShape } from './shape-fault.ts';

export const CORRECTIONS_FILE = mapping({
  corrections: may(
    list(
      mapping({
        place: must(scalar, '자리', '바로잡은 곳'),
        extracted: must(scalar, '옮겨진 글', '자료에서 뽑혀 나온 글'),
        'read-as': must(scalar, '바로잡은 글', '그것을 읽은 글'),
        reason: must(scalar, '까닭', '그렇게 읽은 까닭'),
      }),
    ),
    '바로잡은 것',
    '공시된 것을 옮기며 바로잡은 글자',
  ),
  inferred: may(
    list(
      mapping({
        place: must(scalar, '자리', '짐작한 곳'),
        what: must(scalar, '짐작한 것', '짐작하여 채운 것'),
        reason: must(scalar, '까닭', '그렇게 짐작한 까닭'),
      }),
    ),
    '짐작한 것',
    '자료에 없어 짐작하여 채운 것',
  ),
});

export function checkCorrectionsFile(root: Mapping, faults: Faults): void {
  readShape(root, CORRECTIONS_FILE, faults);
}
