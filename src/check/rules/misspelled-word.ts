// The words of the whole publication -> a word that stands in one place only and is one letter off one that stands in many.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import { formatLocation } from '../../diagnostic.ts';
import type { Rule } from '../rule.ts';
import { oneKeyApart } from '../spelling.ts';

const WORD = /[가-힣]+/g;
/** Particles that may follow a noun: a word that ends in one is no misspelling of the word that ends in another. */
const PARTICLE = /[은는이가을를의에도로와과만]$/;
/** How many places make a word the usual one; at its edges, where endings and compounds differ, more. */
const PLACES = 2;
const PLACES_AT_EDGE = 6;
/** … and where only one of its neighbours is strange to the odd letter. */
const PLACES_HALF = 4;
/** Shorter words are too often one letter off another. */
const LETTERS = 3;

export const misspelledWord: Rule = {
  title: '한 낱말은 어디에서나 같은 글자로 적어야 합니다.',
  reason: '잘못 적힌 글자는 읽는 사람이 찾아볼 수 없게 합니다.',
  severity: 'style',
  *find({ plan, texts }) {
    const names = [...plan.names.values()].map(({ canonical }) => canonical.replaceAll(' ', ''));
    const places = new Map<string, Map<string, SourceLocation>>();
    const bigrams = new Map<string, number>();
    /** 구인 배수 makes 구인배수 a word. */
    const joined = new Set<string>();
    for (const { text, context } of texts) {
      if (context.cell?.figure !== undefined) continue;
      const { inlines, place } = text;
      const at = formatLocation(place);
      // A figure is no word: 미정 with the unit behind it.
      const line = inlines.map((inline) => (inline.kind === 'text' ? inline.text : ' | ')).join('');
      let before: { readonly word: string; readonly end: number } | undefined;
      for (const { 0: word, index } of line.matchAll(WORD)) {
        if (before?.end === index - 1 && line[before.end] === ' ') joined.add(`${before.word}${word}`);
        before = { word, end: index + word.length };
        if (word.length < LETTERS) continue;
        const known = places.get(word) ?? new Map<string, SourceLocation>();
        places.set(word, known);
        if (known.has(at)) continue;
        known.set(at, place);
        for (const bigram of pairsOf(word)) bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + 1);
      }
    }
    const gapped = gappedWords(places);
    for (const [word, at] of places) {
      const [place] = at.values();
      if (at.size > 1 || place === undefined || names.includes(word) || joined.has(word)) continue;
      const usual = usualOf(word, gapped, bigrams, places);
      if (usual === undefined) continue;
      const there = [...(places.get(usual)?.values() ?? [])];
      yield {
        subject: `words/${word}`,
        message: korean`‘${word}’은(는) 여기에만 나옵니다. 다른 ${there.length}곳에는 ‘${usual}’(으)로 적혀 있습니다.`,
        place,
        related: there.slice(0, 1).map((other) => ({ place: other, note: usual })),
        stated: word,
        computed: usual,
        remedy: korean`‘${usual}’이(가) 맞는지 확인합니다.`,
      };
    }
  },
};

function pairsOf(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2));
}

interface Usual {
  readonly word: string;
  readonly places: number;
}

/** Words of enough places, by themselves with one letter left out: what a word one letter off has in common with them. */
function gappedWords(
  places: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
): ReadonlyMap<string, readonly Usual[]> {
  const gapped = new Map<string, Usual[]>();
  for (const [word, { size }] of places) {
    if (size < PLACES) continue;
    for (let index = 0; index < word.length; index++) {
      const key = gap(word, index);
      gapped.set(key, [...(gapped.get(key) ?? []), { word, places: size }]);
    }
  }
  return gapped;
}

function gap(word: string, index: number): string {
  return `${word.slice(0, index)}_${word.slice(index + 1)}`;
}

/**
 * The usual word that the word, or its beginning, is one letter off; only where the letters beside the odd one stand beside it
 * nowhere else, so that it is no other word.
 */
function usualOf(
  word: string,
  gapped: ReadonlyMap<string, readonly Usual[]>,
  bigrams: ReadonlyMap<string, number>,
  words: ReadonlyMap<string, unknown>,
): string | undefined {
  const strange = (index: number) => bigrams.get(word.slice(index, index + 2)) === 1;
  for (let index = 1; index < word.length; index++) {
    if (!strange(index - 1)) continue;
    const lacks = gapped.get(`${word.slice(0, index)}_${word.slice(index)}`)?.[0];
    if (lacks !== undefined && lacks.word.length > LETTERS) return lacks.word;
  }
  for (let length = word.length; length >= LETTERS; length--) {
    const head = word.slice(0, length);
    // What follows a word is a particle, or a word too.
    if (word.length - length > 1 && !words.has(word.slice(length))) continue;
    for (let index = 0; index < length; index++) {
      const sides = [index - 1, index].filter((at) => at >= 0 && at + 1 < word.length);
      const odd = sides.filter(strange).length;
      if (odd === 0) continue;
      const found = gapped.get(gap(head, index))?.find(({ word: usual, places }) => {
        if (usual === head || !oneKeyApart(usual.charAt(index), head.charAt(index))) return false;
        if (odd < sides.length)
          return index > 0 && index < length - 1 && length > LETTERS && places >= PLACES_HALF;
        if (index > 0 && index < length - 1) return true;
        if (places < PLACES_AT_EDGE || length <= LETTERS) return false;
        return index === 0 || !(PARTICLE.test(head) || PARTICLE.test(usual));
      });
      if (found !== undefined) return found.word;
    }
  }
  return undefined;
}
