// The statistics tables of a plan -> grids as they are printed, each number with what is to be known for typing it.
import { formulaWords } from '../check/relations/wording.ts';
import type { CheckInput } from '../check/rule.ts';
import { timeSeries } from '../check/series.ts';
import { plainText, type RichText } from '../document/inline.ts';
import { withInner } from '../document/reading.ts';
import type { TableBlock, TableCell } from '../document/table.ts';
import type { Address } from '../figure/address.ts';
import type { Figure, FigureBook } from '../figure/figure.ts';
import { showFigure } from '../figure/show.ts';
import { captionTitle } from '../plan/figure-name.ts';
import type { Plan } from '../plan/plan.ts';
import { valueText } from '../revise/apply/typed-value.ts';

/** A number of a cell. */
interface GridFigure {
  readonly address: Address;
  /** As printed: 명, %. */
  readonly unit: string;
  /** Typed; not known yet; worked out by a formula; typed beside one, as it was published. */
  readonly state: 'typed' | 'missing' | 'computed' | 'stated';
  /** As a person types it: digits without commas, `-`; empty where it is not known. */
  readonly value: string;
  /** In words of the plan: `취업건수 ÷ 구직건수 × 100`. */
  readonly formula?: string;
  /** Of the year before, as printed: from the table itself, else from last year's plan. */
  readonly before?: string;
}

/** Cells tile: what a merged one covers has none. */
interface GridCell extends Pick<TableCell, 'column' | 'colSpan' | 'rowSpan' | 'role' | 'align' | 'emphasis'> {
  /** As printed. */
  readonly text: string;
  readonly figure?: GridFigure;
}

interface StatisticsGrid {
  readonly table: string;
  /** Without marks of notes and the brackets around it; empty for a table that has none. */
  readonly caption: string;
  /** `(단위 : 명, %)`; empty where the table has none. */
  readonly unitLine: string;
  readonly headerRows: number;
  /** Relative. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly GridCell[])[];
  /** How many numbers are not known. */
  readonly missing: number;
}

/** Those that are printed, in the order of print; tables of the programme are made of its projects and have no cells to type in. `last`: the figures of last year's plan. */
export function statisticsGrids(
  { plan, book, document, labels }: Pick<CheckInput, 'plan' | 'book' | 'document' | 'labels'>,
  last?: FigureBook,
): readonly StatisticsGrid[] {
  const blocks = new Map<string, TableBlock>();
  for (const block of document.blocks.flatMap(withInner))
    if (block.kind === 'table' && !blocks.has(block.id)) blocks.set(block.id, block);
  const before = yearsBefore(plan);
  return [...blocks].flatMap(([id, block]): readonly StatisticsGrid[] => {
    const table = plan.tables.get(id);
    if (table === undefined || table.isOfProgramme === true) return [];
    const caption = captionTitle(words(block.caption));
    const near = (address: Address): string => {
      const label = labels(address);
      return label.startsWith(`${caption}: `) ? label.slice(caption.length + 2) : label;
    };
    const figureOf = (address: Address): GridFigure | undefined => {
      const figure = book.get(address);
      if (figure === undefined) return undefined;
      const earlier = book.get(before.get(address) ?? address);
      const shown = [earlier === figure ? undefined : earlier, last?.get(address)].find(isKnown);
      const { relation, unit } = figure.definition;
      return {
        address,
        unit: unit.label,
        state: stateOf(figure),
        value: figure.effective.kind === 'missing' ? '' : valueText(figure.effective),
        ...(relation !== undefined && { formula: formulaWords(relation, near) }),
        ...(shown !== undefined && { before: showFigure(shown) }),
      };
    };
    const rows = block.rows.map((row) => row.map((cell) => gridCell(cell, figureOf)));
    return [
      {
        table: id,
        caption,
        unitLine: words(block.unitLine),
        headerRows: block.headerRows,
        widths: block.widths,
        rows,
        missing: rows.flat().filter(({ figure }) => figure?.state === 'missing').length,
      },
    ];
  });
}

function gridCell(
  { column, colSpan, rowSpan, role, align, emphasis, blocks, figure }: TableCell,
  figureOf: (address: Address) => GridFigure | undefined,
): GridCell {
  const text = blocks.map((block) => ('content' in block ? plainText(block.content.inlines) : '')).join('\n');
  const number = figure && figureOf(figure);
  return { column, colSpan, rowSpan, role, align, emphasis, text, ...(number && { figure: number }) };
}

function stateOf({ definition: { relation, given }, effective }: Figure): GridFigure['state'] {
  if (relation !== undefined) return given === undefined ? 'computed' : 'stated';
  return effective.kind === 'missing' ? 'missing' : 'typed';
}

function isKnown(figure: Figure | undefined): figure is Figure {
  return figure !== undefined && figure.effective.kind !== 'missing';
}

function words(text: RichText | undefined): string {
  return text === undefined ? '' : plainText(text.inlines);
}

/** By the figures of tables whose rows or columns are years, what stands there a year before; of rows where both are. */
function yearsBefore(plan: Plan): ReadonlyMap<Address, Address> {
  return new Map(
    timeSeries(plan).flatMap(({ members }) =>
      members.slice(1).flatMap(({ address, period }, index): [Address, Address][] => {
        const earlier = members[index];
        return earlier?.period === period - 1 ? [[address, earlier.address]] : [];
      }),
    ),
  );
}
