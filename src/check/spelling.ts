// Two spellings of a name -> in what they differ: blanks, middle dots, single letters, words.

/** In the order in which findings tell them. */
export const DIFFERENCES = ['spacing', 'middle-dot', 'letter', 'wording'] as const;
type Difference = (typeof DIFFERENCES)[number];

/** With the particle of a subject. */
export const DIFFERENCE_NOUNS = {
  spacing: '띄어쓰기가',
  'middle-dot': '가운뎃점이',
  letter: '글자가',
  wording: '낱말이',
} as const satisfies Record<Difference, string>;

const MIDDLE_DOT = /[·‧ㆍ・•]/;
const BETWEEN = /[\s·‧ㆍ・•]+/g;

interface Letter {
  readonly letter: string;
  /** What stands between this letter and the next. */
  readonly blank: boolean;
  readonly break: boolean;
  readonly dot: boolean;
}

/** Without blanks and middle dots, Latin letters small: what two spellings of one name share. */
export function squeezed(text: string): string {
  return text.normalize('NFC').replaceAll(BETWEEN, '').toLowerCase();
}

/** Empty when the spellings are the same but for line breaks. Linear in the product of the lengths. */
export function differencesOf(name: string, other: string): ReadonlySet<Difference> {
  const [a, b] = [lettersOf(name), lettersOf(other)];
  const pairs = aligned(a, b);
  const found = new Set<Difference>();
  pairs.forEach(([x, y], index) => {
    const [here, there] = [a[x], b[y]];
    if (here === undefined || there === undefined) return;
    if (here.letter !== there.letter) found.add('letter');
    const [nextX, nextY] = pairs[index + 1] ?? [a.length, b.length];
    const [skippedX, skippedY] = [nextX - x - 1, nextY - y - 1];
    if (skippedX === 0 && skippedY === 0) {
      if (here.dot !== there.dot) found.add('middle-dot');
      // A line break stands for a blank or for none.
      else if (here.blank !== there.blank && !here.break && !there.break) found.add('spacing');
    } else found.add(gap(a.slice(x + 1, nextX), b.slice(y + 1, nextY)));
  });
  const [firstX, firstY] = pairs[0] ?? [a.length, b.length];
  if (firstX > 0 || firstY > 0) found.add(gap(a.slice(0, firstX), b.slice(0, firstY)));
  return found;
}

/** One letter for another, or a mark more or less, is a matter of letters; anything longer one of words. */
function gap(a: readonly Letter[], b: readonly Letter[]): Difference {
  if (a.length === 1 && b.length === 1) return 'letter';
  return [...a, ...b].every(({ letter }) => /[^\p{L}\p{N}]/u.test(letter)) ? 'letter' : 'wording';
}

function lettersOf(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  for (const letter of text.normalize('NFC').trim()) {
    const last = letters.at(-1);
    if (!/\s/.test(letter) && !MIDDLE_DOT.test(letter)) {
      letters.push({ letter, blank: false, break: false, dot: false });
    } else if (last !== undefined) {
      letters[letters.length - 1] = {
        ...last,
        blank: last.blank || letter === ' ',
        break: last.break || letter === '\n',
        dot: last.dot || MIDDLE_DOT.test(letter),
      };
    }
  }
  return letters;
}

/** The longest common sequence, as pairs of indexes; large and small letters are the same. */
function aligned(a: readonly Letter[], b: readonly Letter[]): readonly (readonly [number, number])[] {
  const same = (x: number, y: number) => a[x]?.letter.toLowerCase() === b[y]?.letter.toLowerCase();
  const length = a.map(() => b.map(() => 0));
  const at = (x: number, y: number) => length[x]?.[y] ?? 0;
  for (let x = a.length - 1; x >= 0; x--) {
    const row = length[x] ?? [];
    for (let y = b.length - 1; y >= 0; y--)
      row[y] = same(x, y) ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
  }
  const pairs: [number, number][] = [];
  for (let x = 0, y = 0; x < a.length && y < b.length; ) {
    if (same(x, y)) pairs.push([x++, y++]);
    else if (at(x + 1, y) >= at(x, y + 1)) x++;
    else y++;
  }
  return pairs;
}

/** The part of the longer spelling's letters that both have in one order, 0 to 1. */
export function alike(a: string, b: string): number {
  const [x, y] = [lettersOf(a), lettersOf(b)];
  return aligned(x, y).length / Math.max(x.length, y.length, 1);
}

const FIRST = 0xac00;
const SYLLABLES = 11_172;
const [VOWELS, FINALS] = [21, 28];

/** Whether one stroke of a key makes one syllable of the other: 험 and 럼, 계 and 그, not 도 and 차. */
export function oneKeyApart(a: string, b: string): boolean {
  const [x, y] = [a.charCodeAt(0) - FIRST, b.charCodeAt(0) - FIRST];
  if ([x, y].some((one) => !(one >= 0 && one < SYLLABLES))) return true;
  const parts = (one: number) => [
    Math.floor(one / (VOWELS * FINALS)),
    Math.floor(one / FINALS) % VOWELS,
    one % FINALS,
  ];
  const other = parts(y);
  return parts(x).filter((part, index) => part !== other[index]).length === 1;
}

/** Whether one letter more, less or other, or two neighbours in the other order, makes one of the other. */
export function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return x.length <= 1 && y.length <= 1
    ? true
    : x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}
