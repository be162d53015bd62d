// cover-text: title, series, vision of the cover and what the map of the vision and the plan itself say, one letter apart.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import type { Rule } from '../rule.ts';
import { oneLetterApart, squeezed } from '../spelling.ts';
import { lineOf } from '../text/line.ts';

interface Said {
  readonly text: string;
  readonly letters: string;
  readonly place: SourceLocation;
}

/** Shorter texts are alike by chance. */
const SHORTEST = 5;

export const coverText: Rule = {
  title: '표지의 제목과 비전은 계획의 제목, 비전 체계도와 글자가 같아야 합니다.',
  reason: '표지와 본문이 한 글자라도 다르면 어느 쪽이 맞는지 알 수 없습니다.',
  severity: 'error',
  *find({ document, texts }) {
    const said: Said[] = [];
    for (const { text, role, context } of texts) {
      const { kind } = context.block;
      // Labels are names of other things: those of strategies may well differ in one letter.
      if (role === 'label') continue;
      if (kind === 'cover' || kind === 'colophon' || kind === 'back-cover' || kind === 'vision')
        said.push(saidAt(lineOf(text).text, text.place));
    }
    const cover = said.find(({ place }) => 'file' in place);
    if (cover !== undefined) said.push(saidAt(document.title, cover.place));
    for (const [index, one] of said.entries()) {
      const other = said
        .slice(index + 1)
        .find(
          ({ letters }) =>
            Math.min(letters.length, one.letters.length) >= SHORTEST &&
            numbersIn(letters) === numbersIn(one.letters) &&
            oneLetterApart(letters, one.letters),
        );
      if (other === undefined) continue;
      yield {
        subject: `${one.letters} ${other.letters}`,
        message: korean`‘${one.text}’과(와) ‘${other.text}’은(는) 한 글자가 다릅니다.`,
        place: one.place,
        related: [{ place: other.place, note: `‘${other.text}’` }],
        stated: one.text,
        computed: other.text,
        remedy: '두 곳의 글자를 맞춥니다.',
      };
    }
  },
};

/** What is counted may differ; what is called by a number is another thing. */
function numbersIn(letters: string): string {
  return letters.replace(/\D+/g, ' ').trim();
}

function saidAt(text: string, place: SourceLocation): Said {
  return { text: text.trim(), letters: squeezed(text).replace(/[^\p{L}\d]/gu, ''), place };
}
