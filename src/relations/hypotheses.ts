// The lines of a table and one of them -> everything that it might be computed from.
import type { LineKind } from '../plan/check-words.ts';
import type { Cell, Lines } from './table-lines.ts';

/** What a cell would be, in base units, and what says so. */
export interface Guess {
  readonly value: number;
  readonly half: number;
  /** Nothing that could be otherwise: a whole's share of itself. */
  readonly trivial: boolean;
  readonly operands: readonly Cell[];
}

export interface Hypothesis {
  readonly kind: LineKind;
  /** As `relations:` of the table says it for any position: operands by line, `.` or `previous` or a fixed position. */
  readonly operands: readonly { readonly line: string; readonly at: '.' | 'previous' | (string & {}) }[];
  readonly guess: (position: number) => Guess | undefined;
}

/** Longer tables are lists, and what they come to is not tried. */
const MOST_LINES = 40;
/** Of more lines no two are tried together. */
const MOST_PAIRED = 12;

/** What the cells of the line at index `own` that count `dimension` might come from; `said`: the kind that its label says. */
export function hypothesesOf(
  { lines, positions }: Lines,
  own: number,
  dimension: string,
  said: LineKind | undefined,
): readonly Hypothesis[] {
  if (lines.length > MOST_LINES) return [];
  const all: Hypothesis[] = [];
  const add = (kind: LineKind, operands: Hypothesis['operands'], fits: Fits, at: At): void => {
    all.push({
      kind,
      operands,
      guess: (position) => {
        const known: Cell[] = [];
        for (const [line, where] of at(position)) {
          const cell = where === undefined ? undefined : lines[line]?.cells[where];
          if (cell === undefined) return undefined;
          known.push(cell);
        }
        return fits(known) ? GUESS[kind](known) : undefined;
      },
    });
  };
  const others = lines.flatMap(({ id, cells }, index) =>
    index === own || cells.every((cell) => cell === undefined) ? [] : [{ id, index }],
  );
  const here = ({ id }: { readonly id: string }) => ({ line: id, at: '.' });
  const same: Fits = ([a, b]) => a !== undefined && a.dimension === b?.dimension;
  const counted: Fits = (cells) => same(cells) && !RATES.has(cells[0]?.dimension ?? '');
  const alike: Fits = (cells) => cells.every((cell) => cell.dimension === dimension);
  const percent: Fits = (cells) => cells.every((cell) => cell.dimension === 'percent');
  const pair = (kind: LineKind, fits: Fits) => {
    if (others.length > MOST_PAIRED) return;
    for (const a of others)
      for (const b of others)
        if (a !== b)
          add(kind, [here(a), here(b)], fits, (at) => [
            [a.index, at],
            [b.index, at],
          ]);
  };
  switch (dimension) {
    case 'percent':
      pair('share', counted);
      pair('growth', counted);
      for (const a of others) {
        add('growth', [here(a), { line: a.id, at: 'previous' }], counted, (at) => [
          [a.index, at],
          [a.index, positions[at]?.previous],
        ]);
        for (const [index, { id }] of positions.entries())
          add('share', [here(a), { line: a.id, at: id }], counted, (at) => [
            [a.index, at],
            [a.index, index],
          ]);
      }
      break;
    case 'percentage-points':
      pair('difference', percent);
      break;
    case 'times':
      pair('ratio', counted);
      break;
    default:
      // A part is the rest of its total, which is said of the total.
      if (said === 'difference' || lines[own]?.cells.some((cell) => cell !== undefined && cell.value < 0))
        pair('difference', alike);
      if (dimension.includes('/'))
        pair('ratio', (cells) => cells.every((cell) => !RATES.has(cell.dimension)));
      for (const [from, first] of others.entries())
        for (let to = from + 1; to < others.length; to++) {
          const run = others.slice(from, to + 1);
          // A run does not go over the line itself.
          const last = run.at(-1)?.index ?? 0;
          if (last - first.index >= run.length) break;
          // A total that is not called one stands beside its parts.
          if (said !== 'sum' && first.index !== own + 1 && last !== own - 1) continue;
          add('sum', run.map(here), alike, (at) => run.map(({ index }) => [index, at] as const));
        }
  }
  return all;
}

type Fits = (cells: readonly Cell[]) => boolean;
/** The line and the position of each operand, for a position of the target. */
type At = (position: number) => readonly (readonly [line: number, position: number | undefined])[];

const RATES: ReadonlySet<string> = new Set(['percent', 'percentage-points', 'times']);

const GUESS: Readonly<Record<LineKind, (cells: readonly Cell[]) => Guess | undefined>> = {
  sum: (operands) => ({
    value: operands.reduce((sum, { value }) => sum + value, 0),
    half: operands.reduce((sum, { half }) => sum + half, 0),
    trivial: operands.filter(({ value }) => value !== 0).length < 2,
    operands,
  }),
  difference: (operands) => {
    const [a, b] = operands;
    if (a === undefined || b === undefined) return undefined;
    return { value: a.value - b.value, half: a.half + b.half, trivial: b.value === 0, operands };
  },
  share: (operands) => quotient(operands, 100, 0),
  growth: (operands) => quotient(operands, 100, 1),
  ratio: (operands) => quotient(operands, 1, 0),
};

function quotient(operands: readonly Cell[], factor: number, less: number): Guess | undefined {
  const [a, b] = operands;
  if (a === undefined || b === undefined || b.value === 0) return undefined;
  const half = (factor * (a.half + (Math.abs(a.value) * b.half) / Math.abs(b.value))) / Math.abs(b.value);
  return { value: (a.value / b.value - less) * factor, half, trivial: a === b || a.value === 0, operands };
}
