// Pieces as drawn and a text -> the pieces that spell it: along its line, down its column, on over the page.
import type { TextPiece } from './pdf/page-text.ts';

/** A piece without blanks. */
export interface Printed extends TextPiece {
  readonly squeezed: string;
}

/** Between neighbours on one line, from baseline to baseline of neighbouring lines, and of raised numbers: in type sizes, at most. */
const LINE_GAP = 3;
const LEADING = 4;
const RAISED = 0.6;

/** Edges of a line, or of what was found of a text so far. */
interface Column {
  readonly left: number;
  readonly right: number;
}

/** A piece of a chain, what it spells to the end, and where it may go on. */
interface Step {
  readonly index: number;
  readonly end: number;
  readonly key: number;
  readonly column: Column;
  readonly options: Iterator<number, undefined>;
}

/** The indexes of the pieces, none of them used, that spell the text from the piece `at` on; undefined when it does not begin there. */
export function chainAt(
  pieces: readonly Printed[],
  used: Pick<ReadonlySet<number>, 'has'>,
  at: number,
  text: string,
): readonly number[] | undefined {
  const first = pieces[at];
  if (first === undefined || !text.startsWith(first.squeezed)) return undefined;
  /** Places and offsets from which the rest of the text is known not to follow. */
  const dead = new Set<number>();
  /** A text of many pieces is as many steps long: they are kept here, not on the program's own stack. */
  const steps: Step[] = [];
  for (let index: number | undefined = at; ; ) {
    const last = steps.at(-1);
    const piece = index === undefined ? undefined : pieces[index];
    const done = last?.end ?? 0;
    if (
      index !== undefined &&
      piece !== undefined &&
      !used.has(index) &&
      text.startsWith(piece.squeezed, done)
    ) {
      const end = done + piece.squeezed.length;
      if (end === text.length) return [...steps.map((step) => step.index), index];
      const key = index * text.length + done;
      if (!dead.has(key)) {
        const column = {
          left: Math.min(piece.x, last?.column.left ?? piece.x),
          right: Math.max(piece.x + piece.width, last?.column.right ?? 0),
        };
        steps.push({ index, end, key, column, options: options(index, piece, end, column) });
      }
    }
    const step = steps.at(-1);
    if (step === undefined) return undefined;
    index = step.options.next().value;
    if (index === undefined) {
      dead.add(step.key);
      steps.pop();
    }
  }

  /** Where the text may go on: behind the piece, else further on. */
  function* options(
    index: number,
    piece: Printed,
    end: number,
    column: Column,
  ): Generator<number, undefined> {
    const other = pieces[index + 1];
    if (other !== undefined && follows(piece, other, column, lineFrom(pieces, index + 1))) yield index + 1;
    yield* later(index, piece, end, column);
    return undefined;
  }

  /**
   * Behind what other texts show between: on the next page, or further down, where a table within a cell was cut. What begins a
   * cell there comes before what follows something else.
   */
  function later(index: number, piece: Printed, end: number, column: Column): readonly number[] {
    const begun: number[] = [];
    const inside: number[] = [];
    for (let other = index + 1; other < pieces.length; other++) {
      const found = pieces[other];
      const before = pieces[other - 1];
      if (found === undefined || before === undefined || found.page > piece.page + 1) break;
      if (found.page === piece.page && found.y <= piece.y) continue;
      if (used.has(other) || !text.startsWith(found.squeezed, end)) continue;
      const line = lineFrom(pieces, other);
      if (!overlaps(line, column)) continue;
      const goesOn = follows(before, found, { left: before.x, right: before.x + before.width }, line);
      (goesOn ? inside : begun).push(other);
    }
    return [...begun, ...inside];
  }
}

/** Whether a piece can go on with the text of the one before it: behind it on its line, or a line below in its column. */
function follows(piece: Printed, next: Printed, column: Column, line: Column): boolean {
  if (next.page !== piece.page) return false;
  const size = Math.max(piece.size, next.size);
  if (Math.abs(next.y - piece.y) < size * RAISED) return standsBehind(piece, next);
  return next.y > piece.y && next.y - piece.y < size * LEADING && overlaps(line, column);
}

/** The edges of a line from one of its pieces on: it may be several, in several fonts, and centred below a shorter line. */
function lineFrom(pieces: readonly Printed[], index: number): Column {
  let last = pieces[index];
  const column = { left: last?.x ?? 0, right: (last?.x ?? 0) + (last?.width ?? 0) };
  for (let at = index + 1; last !== undefined; at++) {
    const next = pieces[at];
    if (next === undefined || next.page !== last.page || Math.abs(next.y - last.y) >= last.size * RAISED)
      break;
    if (!standsBehind(last, next)) break;
    column.right = Math.max(column.right, next.x + next.width);
    last = next;
  }
  return column;
}

function standsBehind(piece: Printed, next: Printed): boolean {
  return next.x > piece.x && next.x - (piece.x + piece.width) < Math.max(piece.size, next.size) * LINE_GAP;
}

function overlaps({ left, right }: Column, column: Column): boolean {
  return left < column.right && right > column.left;
}
