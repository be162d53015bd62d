// What people type or paste at the head of a line -> the marker that it means: the one table of them.

/** Opens an item: a marker and a blank. Each marker is a kind of its own, and so are those that count. */
export const ITEM = /^(\s*)([○\-·•●▶▷▪◆☞⇨✓①-⑳㉮-㉻㉠-㉭ⓐ-ⓩ])(?=\s)/u;

/** The markers that lines may open with, for messages. */
export const MARKERS = '# ## ### □ ○ - · • ● ▶ ▷ ▪ ◆ ☞ ⇨ ✓ ① ㉮ ㉠ ⓐ ※ *';

/** All that count in one way are one kind; any other marker is a kind by itself. */
export function kindOfMarker(marker: string): string {
  if (/^[①-⑳]$/u.test(marker)) return '①';
  if (/^[㉮-㉻]$/u.test(marker)) return '㉮';
  if (/^[㉠-㉭]$/u.test(marker)) return '㉠';
  return /^[ⓐ-ⓩ]$/u.test(marker) ? 'ⓐ' : marker;
}

/** How deep a marker stands by custom, from 1; those without a rank stand where they appear. */
const DEPTHS: Readonly<Record<string, number>> = {
  '●': 1,
  '◆': 1,
  '○': 1,
  '☞': 2,
  '⇨': 2,
  '-': 2,
  '▶': 2,
  '▷': 2,
  '▪': 3,
  '✓': 3,
  '·': 3,
  '•': 3,
};
const BY_CUSTOM = '●▪◆☞⇨✓';

/**
 * The markers from the outermost down to the item that opens with this kind; `open` are those above it, in order of first appearance.
 * A sign that stands in for others takes the place of what is as deep by custom; any other new one is deeper than all above it.
 */
export function markersDownTo(kind: string, open: readonly string[]): readonly string[] {
  const known = open.indexOf(kind);
  if (known >= 0) return open.slice(0, known + 1);
  const depth = BY_CUSTOM.includes(kind) ? (DEPTHS[kind] ?? 0) : Number.POSITIVE_INFINITY;
  const alike = open.findIndex((other) => (DEPTHS[other] ?? 0) >= depth);
  return [...open.slice(0, alike < 0 ? open.length : alike), kind];
}

/**
 * By the marker that is meant, the signs that stand for it: look-alikes, and the places of Symbol and Wingdings (U+F000 to U+F0FF) that 한글
 * and Word put for bullets.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '□': '▢◻◽⬜❏❐❑❒■▣▩◼◾⬛\uF06E\uF06F\uF070\uF071\uF072\uF0A8\u{F03DA}',
  '○': 'ㅇoOｏＯ❍◦◯⚪◌◎\uF06D\uF0A1',
  '●': '⚫⬤\uF06C',
  '-': '–—―−‐‑‒－﹣⁻\uF02D',
  '·': '∙ㆍ‧・･⋅\uF09E',
  '•': '\uF09F\uF0B7',
  '▶': '‣►▸➤➢⮚\uF0D8',
  '▷': '▹▻⊳',
  '▪': '▫◘\uF0A7',
  '◆': '◇❖◈⬥♦⧫\uF074\uF075\uF076\uF077',
  '☞': '☛➣\uF046',
  '⇨': '➡→⇒➔➜➞➙⮕\uF0E0\uF0E8\uF0F0',
  '✓': '✔☑\uF0FC\uF0FE',
  '①': 'ⓛ',
  '*': '＊∗﹡',
};

/** Runs of signs that count from 1: filled, boxed and doubled circles. */
const COUNTED: readonly (readonly [first: number, count: number])[] = [
  [0x2776, 10],
  [0x2780, 10],
  [0x278a, 10],
  [0x24f5, 10],
  [0xf081, 10],
  [0xf08c, 10],
  [0xf02b1, 20],
];

const MEANT: ReadonlyMap<string, string> = new Map([
  ...Object.entries(LOOKALIKES).flatMap(([marker, signs]) =>
    [...signs].map((sign) => [sign, marker] as const),
  ),
  ...COUNTED.flatMap(([first, count]) =>
    Array.from({ length: count }, (_, index) => {
      const pair = [String.fromCodePoint(first + index), String.fromCodePoint(0x2460 + index)] as const;
      return pair;
    }),
  ),
]);

/** The line with the marker that is meant, where it opens with such a sign and a blank; else as it was. */
export function plainMarker(line: string): string {
  const start = line.search(/\S/u);
  if (start < 0) return line;
  const opening = line.slice(start);
  if (opening.startsWith('＃'))
    return line.slice(0, start) + opening.replace(/^＃{1,3}(?=\s)/u, (run) => '#'.repeat(run.length));
  const sign = String.fromCodePoint(line.codePointAt(start) ?? 0);
  const marker = MEANT.get(sign);
  const rest = opening.slice(sign.length);
  return marker === undefined || !/^\s/u.test(rest) ? line : line.slice(0, start) + marker + rest;
}

/** The same for each line of a text. */
export function plainMarkers(text: string): string {
  return text.split('\n').map(plainMarker).join('\n');
}
