// A workbook's model and its finished sheets -> numbers that would not follow when another changes.
import type { Diagnostic } from '../diagnostic.ts';
import type { Workbook } from '../document/workbook.ts';
import type { Address } from '../figure/address.ts';
import { type Figure, figureIn } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import { operandsOf, type Relation } from '../figure/relation.ts';
import { cellFault } from './cell-fault.ts';
import { cellName, rowsAbove } from './cell-name.ts';
import type { ReadCell, ReadSheet } from './xlsx/read-sheet.ts';

type Sheets = ReadonlyMap<string, ReadSheet>;

/** A sum of more may need a longer formula than a cell takes. */
const MOST_PARTS = 200;

/** What else is a formula in a workbook of sums as they come to now. */
const FOLLOWING: ReadonlySet<Relation['kind']> = new Set(['rounded', 'apportioned']);

/** A figure's cell in the file. */
interface Standing {
  readonly sheet: string;
  readonly cell: string;
  readonly is: ReadCell;
  readonly typed: boolean;
  /** Whether it adds up rows. */
  readonly summed: boolean;
}

/**
 * A figure that follows from nothing is a number in one cell alone, the one people type into, and its other cells refer to that
 * one; a sum whose parts are known and all stand in cells is a formula.
 */
export function proveFormulas(workbook: Workbook, sheets: Sheets): readonly Diagnostic[] {
  const standings = standingsOf(workbook, sheets);
  return [...standings].flatMap(([address, cells]): readonly Diagnostic[] => {
    const figure = figureIn(workbook.figures, address);
    const { relation } = figure.definition;
    const shown = cells.filter(({ is }) => is.kind !== 'empty');
    const [first] = shown;
    if (first === undefined) return [];
    if (relation === undefined) {
      // A whole that stands in the rows of its projects, or is not known yet, is added up everywhere.
      if (shown.every(({ summed }) => summed)) return [];
      const numbers = shown.filter(({ is }) => is.formula === undefined);
      const typed = shown.find((one) => one.typed);
      if (numbers.length === 1 && (typed === undefined || typed.is.formula === undefined)) return [];
      const should = '한 칸에만 숫자로 있고 다른 칸은 그 칸을 참조해야 합니다.';
      return [
        fault(
          'figure-not-once',
          workbook,
          typed ?? first,
          figure,
          `숫자로 넣은 칸이 ${numbers.length}개입니다. ${should}`,
        ),
      ];
    }
    const parts = operandsOf(relation);
    const follows = figure.computed !== undefined && figure.computed.kind !== 'missing';
    const isLive =
      relation.kind === 'sum' || (workbook.published !== undefined && FOLLOWING.has(relation.kind));
    if (!isLive || !follows || parts.length > MOST_PARTS) return [];
    if (!parts.every((part) => standings.has(part)) || (workbook.clean && isOff(figure))) return [];
    return shown
      .filter(({ is }) => is.formula === undefined)
      .map((standing) =>
        fault('formula-missing', workbook, standing, figure, '합계인데 산식이 아니라 숫자만 있습니다.'),
      );
  });
}

/** Whether it was published otherwise than it comes to: a number in a copy to hand in. */
function isOff({ stated, computed }: Figure): boolean {
  return stated !== undefined && computed !== undefined && !sameValue(stated, computed);
}

function standingsOf(
  { sheets: models }: Workbook,
  sheets: Sheets,
): ReadonlyMap<Address, readonly Standing[]> {
  const standings = new Map<Address, Standing[]>();
  for (const model of models) {
    const above = rowsAbove(model);
    model.rows.forEach((row, index) => {
      for (const { column, content, input } of row) {
        if (content.kind !== 'figure') continue;
        const cell = cellName(column, above + index + 1);
        const is = sheets.get(model.name)?.cells.get(cell);
        if (is === undefined) continue;
        const standing = {
          sheet: model.name,
          cell,
          is,
          typed: input !== undefined,
          summed: content.sum !== undefined,
        };
        const others = standings.get(content.address);
        if (others === undefined) standings.set(content.address, [standing]);
        else others.push(standing);
      }
    });
  }
  return standings;
}

function fault(
  rule: string,
  workbook: Workbook,
  { sheet, cell }: Standing,
  { definition }: Figure,
  what: string,
): Diagnostic {
  return {
    ...cellFault(rule, workbook, sheet, cell, what),
    related: [{ place: definition.place, note: `수치 ${definition.address}` }],
  };
}
