// corrections.yaml -> what of a transcription is not answered yet; what it changed or inferred is for people, and only its form is read.
import type { OpenQuestion } from '../plan/open-question.ts';
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
  questions: may(
    list(
      mapping({
        place: must(scalar, '자리', '원본의 자리'),
        what: must(scalar, '물음', '확인할 것'),
        words: may(scalar, '원문', '원본의 글'),
        proposal: must(scalar, '제안', '답이 없어 그렇게 둔 것'),
      }),
    ),
    '확인할 것',
    '문서를 옮기며 물었고 아직 답하지 않은 것. 확인한 것은 지웁니다.',
  ),
});

/** Each question with what tells it from others: its words, and its number among those that say the same. */
export function readCorrectionsFile(root: Mapping, faults: Faults): readonly OpenQuestion[] {
  const counts = new Map<string, number>();
  return (readShape(root, CORRECTIONS_FILE, faults)?.questions ?? []).map(
    ({ place: { text: at, place }, what, words, proposal }) => {
      const asked = [at, what.text, words?.text ?? ''].join(' ').trim();
      const count = (counts.get(asked) ?? 0) + 1;
      counts.set(asked, count);
      const said = words === undefined ? '' : ` 원문: ${words.text}`;
      return {
        subject: count === 1 ? asked : `${asked} ${count}`,
        place,
        message: `답하지 않은 물음입니다(원본의 자리 ${at}): ${what.text}${said}`,
        remedy: `${proposal.text} 다르면 고치고, 확인하였으면 corrections.yaml의 questions에서 지웁니다.`,
      };
    },
  );
}
