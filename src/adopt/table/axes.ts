// The head of a grid, and the columns that name its rows -> lines with their groups.
import type { DerivedWords } from '../../plan/check-words.ts';
import { derivedKind } from '../../plan/check-words.ts';
import type { Cell } from '../block.ts';
import { packed, plain, withoutBold } from '../inline-text.ts';
import { MadeIds } from '../made-ids.ts';
import { periodLabel, periodOf, yearMarks } from '../year-text.ts';
import type { LineDraft } from './table-draft.ts';

type Covering = readonly (readonly (Cell | undefined)[])[];

export interface AxisWords {
  readonly ids: ReadonlyMap<string, string>;
  readonly derived: readonly DerivedWords[];
  readonly planYear: number;
}

/** The columns from `from` on: a cell over several of them is a group of those below it. */
export function columnLines(
  head: Covering,
  from: number,
  to: number,
  given: AxisWords,
): readonly LineDraft[] {
  return linesAlong(head, { from, to, tier: 0, last: head.length }, given, 'column');
}

/** The rows: the label columns turned, so that a cell over several rows is a group of those beside it. */
export function rowLines(body: Covering, labels: number, given: AxisWords): readonly LineDraft[] {
  const turned = Array.from({ length: labels }, (_, x) => body.map((row) => row[x]));
  return linesAlong(turned, { from: 0, to: body.length, tier: 0, last: labels }, given, 'row');
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly tier: number;
  readonly last: number;
}

function linesAlong(
  tiers: Covering,
  { from, to, tier, last }: Stretch,
  given: AxisWords,
  what: 'row' | 'column',
): readonly LineDraft[] {
  const ids = new MadeIds(given.ids);
  const lines: LineDraft[] = [];
  for (let at = from; at < to; ) {
    const cell = tiers[tier]?.[at];
    let end = at + 1;
    while (end < to && cell !== undefined && tiers[tier]?.[end] === cell) end++;
    let deep = tier + 1;
    while (deep < last && cell !== undefined && tiers[deep]?.[at] === cell) deep++;
    lines.push(
      lineOf(
        cell,
        ids,
        given,
        what,
        deep < last && hasNames(tiers, { from: at, to: end, tier: deep, last })
          ? linesAlong(tiers, { from: at, to: end, tier: deep, last }, given, what)
          : spread(at, end, what),
      ),
    );
    at = end;
  }
  return lines;
}

/** Whether anything is said below; a group of one whose only member says nothing is none. */
function hasNames(tiers: Covering, { from, to, tier, last }: Stretch): boolean {
  if (to - from > 1) return true;
  for (let one = tier; one < last; one++) if (packed(tiers[one]?.[from]?.text ?? '') !== '') return true;
  return false;
}

/** The lines that a name covers without naming each. */
function spread(from: number, to: number, what: 'row' | 'column'): readonly LineDraft[] {
  if (to - from < 2) return [];
  return Array.from({ length: to - from }, (_, index) => ({
    id: `${what}-${index + 1}`,
    label: '',
    children: [],
  }));
}

function lineOf(
  cell: Cell | undefined,
  ids: MadeIds,
  given: AxisWords,
  what: string,
  children: readonly LineDraft[],
): LineDraft {
  const text = cell?.text ?? '';
  const period = periodOf(plain(text));
  if (period !== undefined) {
    const id = ids.of(String(period.year), what);
    const made = periodLabel(period.year, period.short);
    const isMade = packed(text).replaceAll(/['‘`]/g, '’') === made;
    return { id, label: isMade ? undefined : text, period: period.year, children };
  }
  const isTotal = what === 'row' && derivedKind(packed(text), given.derived) === 'sum';
  const label = isTotal ? withoutBold(text) : text;
  return {
    id: ids.of(plain(text), what),
    label: yearMarks(label, given.planYear),
    emphasis: isTotal ? 'total' : undefined,
    children,
  };
}
