// Short texts that stand in several places, and names of the plan -> one that differs from them by a letter.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import { formatLocation } from '../../diagnostic.ts';
import { plainText } from '../../document/inline.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { oneLetterApart, squeezed } from '../spelling.ts';

/** Letters that a text has at least and at most. */
const LEAST = 4;
const MOST = 40;

interface Text {
  readonly text: string;
  readonly places: Map<string, SourceLocation>;
}

export const repeatedText: Rule = {
  title: '여러 곳에 적은 같은 글은 글자가 같아야 합니다.',
  reason: '한 글자가 다르면 다른 것으로 읽히거나 잘못 적은 것입니다.',
  severity: 'style',
  *find(input) {
    const texts = wholeTexts(input);
    // Few texts come near another, and gathering all letters takes longer than all the rest.
    let all: string | undefined;
    const strange = (pair: string) => {
      all ??= allLetters(input);
      return all.indexOf(pair) === all.lastIndexOf(pair);
    };
    const usual = gapped([...texts].flatMap(([letters, { places }]) => (places.size > 1 ? [letters] : [])));
    for (const [letters, { text, places }] of texts) {
      const [place] = places.values();
      if (places.size > 1 || place === undefined) continue;
      const near = gapsOf(letters)
        .flatMap((gap) => usual.get(gap) ?? [])
        .find((other) => misspelt(letters, other, strange));
      const other = near === undefined ? undefined : texts.get(near);
      const [there] = other?.places.values() ?? [];
      if (other === undefined || there === undefined) continue;
      yield {
        subject: `texts/${letters}`,
        message: korean`‘${text}’은(는) 여기에만 나옵니다. 다른 ${other.places.size}곳에는 ‘${other.text}’(으)로 적혀 있습니다.`,
        place,
        related: [{ place: there, note: other.text }],
        stated: text,
        computed: other.text,
        remedy: korean`‘${other.text}’이(가) 맞는지 확인합니다.`,
      };
    }
  },
};

function wholeTexts({ texts: printed }: CheckInput): ReadonlyMap<string, Text> {
  const texts = new Map<string, Text>();
  for (const { text, role, context } of printed) {
    if (context.cell?.figure !== undefined) continue;
    // Names of the programme are another rule's.
    if (/(?:^|\/)(?:tasks|strategies)[./]/.test('file' in text.place ? text.place.file : '')) continue;
    if (text.inlines.some((inline) => inline.kind === 'text' && inline.meaning.kind === 'name')) continue;
    if (role === 'body' || role === 'unit-line') continue;
    const whole = plainText(text.inlines)
      .replace(/^[①-⑳#•<\s]+/, '')
      .replace(/(?<![>\s])[>\s]+$/, '');
    const letters = squeezed(whole);
    if (letters.length < LEAST || letters.length > MOST || !/[가-힣]{2}/.test(letters)) continue;
    const known = texts.get(letters) ?? { text: whole, places: new Map() };
    known.places.set(formatLocation(text.place), text.place);
    texts.set(letters, known);
  }
  return texts;
}

function gapsOf(letters: string): readonly string[] {
  return [letters, ...Array.from(letters, (_, index) => letters.slice(0, index) + letters.slice(index + 1))];
}

function gapped(usual: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const letters of usual)
    for (const gap of gapsOf(letters)) map.set(gap, [...(map.get(gap) ?? []), letters]);
  return map;
}

/** The letters of all that is printed, each text of each place once. */
function allLetters({ texts: printed }: CheckInput): string {
  const texts = new Map<string, string>();
  for (const { text, context } of printed) {
    if (context.cell?.figure !== undefined) continue;
    const letters = squeezed(plainText(text.inlines));
    texts.set(`${formatLocation(text.place)} ${letters}`, letters);
  }
  return [...texts.values()].join('\n');
}

function pairsOf(letters: string): readonly string[] {
  return Array.from(letters, (_, index) => letters.slice(index, index + 2)).filter(
    (pair) => pair.length === 2,
  );
}

/**
 * A letter within the text, not a figure: 1분기 and 2분기 are two things, and so are 구인건수 and 구인배수, whose letters stand beside
 * each other in other places too.
 */
function misspelt(own: string, usual: string, strange: (pair: string) => boolean): boolean {
  if (own === usual || !oneLetterApart(own, usual)) return false;
  const from = [...own].findIndex((letter, index) => letter !== usual[index]);
  if (from <= 0 || own.slice(0, from) === usual) return false;
  if (/\d/.test(`${own[from] ?? ''}${usual[from] ?? ''}`)) return false;
  if (own.length === usual.length + 1 && from === own.length - 1) return false;
  return pairsOf(own.slice(Math.max(0, from - 1), from + 2)).some(strange);
}
