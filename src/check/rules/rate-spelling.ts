// Words in 률 and 율 -> those that the orthography spells the other way (한글 맞춤법 제11항).
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import { plainText } from '../../document/inline.ts';
import type { Rule } from '../rule.ts';

const WORD = /(?<![가-힣])([가-힣]*)([가-힣])(률|율)/g;
/** Most texts have none, and are done with. */
const RATE = /[률율]/u;
const FIRST_SYLLABLE = 0xac00;
const FINALS = 28;
const FINAL_N = 4;

export const rateSpelling: Rule = {
  title: '모음이나 ㄴ 받침 뒤에는 율, 그 밖에는 률로 적어야 합니다.',
  reason: '한글 맞춤법 제11항입니다. 증감률, 취업률, 비율, 참여율이 맞습니다.',
  severity: 'style',
  *find({ texts }) {
    const places = new Map<string, { right: string; at: Set<SourceLocation> }>();
    for (const {
      text: { inlines, place },
    } of texts) {
      const plain = plainText(inlines);
      if (!RATE.test(plain)) continue;
      for (const [, head = '', before = '', rate] of plain.matchAll(WORD)) {
        const right = takesYul(before) ? '율' : '률';
        if (rate === right) continue;
        const word = `${head}${before}${rate}`;
        const known = places.get(word) ?? { right: `${head}${before}${right}`, at: new Set() };
        known.at.add(place);
        places.set(word, known);
      }
    }
    for (const [word, { right, at }] of places) {
      const [first, ...more] = at;
      if (first === undefined) continue;
      yield {
        subject: `words/${word}`,
        message: korean`‘${word}’은(는) ‘${right}’(으)로 적어야 합니다(${at.size}곳).`,
        place: first,
        related: more.map((place) => ({ place, note: word })),
        stated: word,
        computed: right,
        remedy: korean`‘${right}’(으)로 고칩니다.`,
      };
    }
  },
};

/** After a vowel or ㄴ. */
function takesYul(syllable: string): boolean {
  const final = (syllable.charCodeAt(0) - FIRST_SYLLABLE) % FINALS;
  return final === 0 || final === FINAL_N;
}
