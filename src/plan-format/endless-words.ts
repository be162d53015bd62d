// A file's text -> what goes on in it without a blank as no words do, which is refused.
import type { Faults } from './faults.ts';

/** Far above any word or address; the check compares the letters of a word with each other. */
const LONGEST_WORD = 1_000;

/** Whether there is such a thing, each reported (`word-too-long`): it comes of damage, and would hold up everything behind. */
export function refuseEndlessWords(file: string, text: string, faults: Faults): boolean {
  const before = faults.count;
  text.split('\n').forEach((line, row) => {
    if (line.length <= LONGEST_WORD) return;
    for (const { 0: word, index } of line.matchAll(/\S+/gu)) {
      if (word.length <= LONGEST_WORD) continue;
      faults.add({
        rule: 'word-too-long',
        place: { file, line: row + 1, column: index + 1 },
        message: `띄어쓰기 없이 ${word.length}자가 이어집니다.`,
        expected: `${LONGEST_WORD}자 이하`,
      });
    }
  });
  return faults.count > before;
}
