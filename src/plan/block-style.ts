// The blocks of a sheet -> how they open, so that one that comes looks like its neighbours: their marker, their numbers, bold or not.
import type { SheetPart } from './sheet-blocks.ts';
import { ITEM } from './typed-markers.ts';

export interface BlockStyle {
  /** What opens the first line: `○`, or a circled number. */
  readonly marker: string;
  /** Whether the name is bold. */
  readonly bold: boolean;
  /** What opens the lines below it. */
  readonly sub: string;
}

const USUAL: BlockStyle = { marker: '○', bold: true, sub: '-' };
const NUMBERS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** All circled numbers are one kind of marker. */
function kindOf(marker: string | undefined): string | undefined {
  return marker !== undefined && NUMBERS.includes(marker) ? '①' : marker;
}

function markerOf(line: string): string | undefined {
  return ITEM.exec(line)?.[2];
}

/** As the last of the blocks opens; without blocks, as the last line opens that begins with the name of a project. */
export function blockStyle(parts: readonly SheetPart[]): BlockStyle {
  const blocks = parts.filter(({ project }) => project !== undefined);
  const texts =
    blocks.length > 0 ? blocks.map(({ text }) => text) : parts.flatMap(({ text }) => fromNames(text));
  const lines = (texts.at(-1) ?? '').split('\n').filter((line) => line.trim() !== '');
  const [first = '', ...below] = lines;
  const marker = markerOf(first);
  if (marker === undefined) return USUAL;
  const sub = below.map(markerOf).find((one) => one !== undefined && kindOf(one) !== kindOf(marker));
  return {
    marker,
    bold: blocks.length === 0 && texts.length === 0 ? USUAL.bold : /^\s*\S\s+\*\*/u.test(first),
    sub: sub ?? (kindOf(marker) === USUAL.sub ? '·' : USUAL.sub),
  };
}

/** The lines from each one on that opens with the name of a project. */
function fromNames(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) =>
    ITEM.test(line) && /^\s*\S\s+(\*\*)?\{\{project\s/u.test(line) ? [lines.slice(index).join('\n')] : [],
  );
}

/** The block with its opening marker exchanged for that of its new neighbours: whatever of it had that one gets the other. */
export function asNeighbour(text: string, { marker }: BlockStyle): string {
  const lines = text.split('\n');
  const own = lines.map(markerOf).find((one) => one !== undefined);
  if (own === undefined || kindOf(own) === kindOf(marker)) return text;
  const counts = new Map<string, number>();
  const other = (kind: string): string => {
    if (kind !== '①') return kind;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return NUMBERS[count] ?? '○';
  };
  return lines
    .map((line) => {
      const kind = kindOf(markerOf(line));
      const to = kind === kindOf(own) ? kindOf(marker) : kind === kindOf(marker) ? kindOf(own) : undefined;
      return to === undefined ? line : withMarker(line, other(to));
    })
    .join('\n');
}

function withMarker(line: string, marker: string): string {
  return line.replace(ITEM, `$1${marker}`);
}

/** The circled number of the block's first line, from 1; undefined for any other. */
export function numberOf(text: string): number | undefined {
  const first = text.split('\n').find((line) => line.trim() !== '');
  const marker = first === undefined ? undefined : markerOf(first);
  const index = marker === undefined ? -1 : NUMBERS.indexOf(marker);
  return index < 0 ? undefined : index + 1;
}

/** The block with another number on its first line; as it is where there is no circled number so high. */
export function withNumber(text: string, number: number): string {
  const marker = NUMBERS[number - 1];
  if (marker === undefined) return text;
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines.map((line, index) => (index === first ? withMarker(line, marker) : line)).join('\n');
}

/** Whether a line of the text opens with a circled number. */
export function hasNumbers(text: string): boolean {
  return text.split('\n').some((line) => kindOf(markerOf(line)) === '①');
}
