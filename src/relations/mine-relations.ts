// Tables and their figures -> the relations that their numbers bear out and nobody declared, best first for each line.
import { operandsOf } from '../figure/relation.ts';
import { type DerivedWords, derivedKind, type LineKind } from '../plan/check-words.ts';
import type { StatisticsTable } from '../plan/statistics-table.ts';
import { type Guess, type Hypothesis, hypothesesOf } from './hypotheses.ts';
import type { Cell, Line, Lines, TypedTable } from './table-lines.ts';

export interface MinedCell {
  readonly cell: Cell;
  readonly guess: Guess;
  /** Undefined where it misses by rounding only. */
  readonly holds: boolean | undefined;
}

export interface Mined {
  readonly table: StatisticsTable;
  readonly axis: Lines['axis'];
  readonly line: Line;
  readonly hypothesis: Hypothesis;
  /** Every cell on which it can be tried. */
  readonly cells: readonly MinedCell[];
  /** In orders of ten: how much less likely so many hits would be by chance. */
  readonly score: number;
  /** Whether the line's label says that it is of this kind. */
  readonly named: boolean;
}

/** From this score on no table of random numbers has a relation. */
const LEAST_SCORE = 3;
/** What a hit counts at most, a miss, and a label that says the kind or another one. */
const MOST = 4;
const MISS = 1.2;
const NAMED = 1;
const MISNAMED = 1.5;

/** Of lines that have a cell to which nothing is declared. Each set of lines that belong together has one. */
export function mineRelations({ table, axes }: TypedTable, words: readonly DerivedWords[]): readonly Mined[] {
  return axes.flatMap((lines) => {
    const found = lines.lines.flatMap((line, own) => {
      const free = new Set(line.cells.flatMap((cell) => (cell?.free ? [cell.dimension] : [])));
      return [...free].flatMap((dimension) => bestOf({ table, lines, line, own, dimension }, words) ?? []);
    });
    return withoutTwins(found);
  });
}

/** What one line follows from, others follow from with it: a total and its parts. The one whose label says so goes first. */
function withoutTwins(found: readonly Mined[]): readonly Mined[] {
  const best = new Map<string, Mined>();
  for (const one of found) {
    const lines = [one.line.id, ...new Set(one.hypothesis.operands.map(({ line }) => line))].sort().join(' ');
    const dimension = one.cells[0]?.cell.dimension;
    const key = `${dimension === 'percent' ? one.line.id : dimension} ${lines}`;
    const other = best.get(key);
    const beats = other === undefined || rank(one) > rank(other);
    if (beats) best.set(key, one);
  }
  return [...best.values()];
}

function rank({ named, hypothesis, score }: Mined): number {
  return (named ? 1000 : 0) + (hypothesis.kind === 'sum' ? 100 : 0) + score;
}

interface Target {
  readonly table: StatisticsTable;
  readonly lines: Lines;
  readonly line: Line;
  readonly own: number;
  readonly dimension: string;
}

function bestOf(
  { table, lines, line, own, dimension }: Target,
  words: readonly DerivedWords[],
): Mined | undefined {
  const said = derivedKind(line.label, words);
  const hypotheses = hypothesesOf(lines, own, dimension, said);
  const kinds = new Map<LineKind, number>();
  for (const { kind } of hypotheses) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const spread = spreadOf(line, dimension);
  let best: Mined | undefined;
  for (const hypothesis of hypotheses) {
    const cells = tried(hypothesis, line, dimension);
    if (cells === undefined) continue;
    const named = said === hypothesis.kind;
    const prior = named ? NAMED : said === undefined ? 0 : -MISNAMED;
    const worth = cells.reduce((sum, one) => sum + worthOf(one, spread), 0);
    const score = worth + prior - Math.log10(kinds.get(hypothesis.kind) ?? 1);
    if (score >= LEAST_SCORE && score >= (best?.score ?? 0))
      best = { table, axis: lines.axis, line, hypothesis, cells, score, named };
  }
  return best;
}

/** The cells of the line beside what they would be; undefined where no more hold than miss, or what they would be follows from them. */
function tried({ guess }: Hypothesis, { cells }: Line, dimension: string): readonly MinedCell[] | undefined {
  const all: MinedCell[] = [];
  let [hits, misses, free] = [0, 0, false];
  for (const [position, cell] of cells.entries()) {
    if (cell?.dimension !== dimension) continue;
    const guessed = guess(position);
    if (guessed === undefined) continue;
    if (guessed.operands.some((one) => restsOn(one, cell))) return undefined;
    const holds = agrees(cell, guessed);
    if (holds === true && !guessed.trivial) hits += 1;
    if (holds === false) misses += 1;
    if (misses > hits + 1) return undefined;
    free ||= cell.free;
    all.push({ cell, guess: guessed, holds });
  }
  return free && hits > misses ? all : undefined;
}

function restsOn({ figure }: Cell, { address }: Cell): boolean {
  const { relation } = figure.definition;
  return relation !== undefined && operandsOf(relation).includes(address);
}

/** Whether the cell may be what was guessed; undefined where it may be with another rounding. */
function agrees(cell: Cell, guess: Guess): boolean | undefined {
  const off = Math.abs(cell.value - guess.value);
  const slack = cell.half + guess.half + 1e-9 * Math.max(1, Math.abs(cell.value));
  if (off <= slack) return true;
  return cell.half > 0 && off <= slack + 2 * cell.half ? undefined : false;
}

/** What chance would be up against: how far the line's numbers lie apart. */
function spreadOf({ cells }: Line, dimension: string): number {
  const values = cells.flatMap((cell) => (cell?.dimension === dimension ? [cell.value] : []));
  return Math.max(...values) - Math.min(...values, 0);
}

function worthOf({ cell, guess, holds }: MinedCell, spread: number): number {
  if (holds === undefined) return 0;
  if (!holds) return -MISS;
  if (guess.trivial) return 0;
  const unit = cell.figure.definition.unit.scale.valueOf();
  const width = Math.max(2 * (cell.half + guess.half), cell.half === 0 ? unit : 0);
  return Math.min(MOST, Math.max(0, Math.log10(spread / width)));
}
