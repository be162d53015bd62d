// Texts and figures -> the cells of the tables that composing lays out itself.
import type { CellBlock } from '../../document/blocks/table.ts';
import { type FigureRun, type Inline, plainRun, type RichText } from '../../document/inline.ts';
import type { TableCell } from '../../document/table.ts';
import type { Address } from '../../figure/address.ts';
import { type Figure, figureIn } from '../../figure/figure.ts';
import { showFigureIn, UNKNOWN_FIGURE, unitInColumn } from '../../figure/show.ts';
import { sameScale, type Unit } from '../../figure/unit.ts';
import type { Session } from '../session.ts';

/** A figure in print in the unit of its column; 미정 where it is missing. */
export function figureRun(
  figure: Figure,
  column: Unit,
  options: { readonly unit?: boolean } = {},
): FigureRun {
  const { definition, effective } = figure;
  const shown = showFigureIn(figure, column, options);
  const text = shown === '' && effective.kind === 'missing' ? UNKNOWN_FIGURE : shown;
  const unit = unitInColumn(figure, column);
  return {
    kind: 'figure',
    address: definition.address,
    text,
    bold: false,
    ...(sameScale(unit, definition.unit) || effective.kind !== 'quantity' ? {} : { unit }),
  };
}

type Shape = Pick<TableCell, 'column'> & Partial<TableCell>;

/** Makes the cells of one table; their paragraphs are numbered through. */
export class CellMaker {
  readonly #session: Session;
  readonly #table: string;
  #count = 0;

  constructor(session: Session, table: string) {
    this.#session = session;
    this.#table = table;
  }

  /** An id for a block in a cell. */
  id(): string {
    return `${this.#table}/${++this.#count}`;
  }

  header(content: RichText, shape: Shape): TableCell {
    return this.text(content, { role: 'column-header', ...shape });
  }

  text(content: RichText, shape: Shape): TableCell {
    const blocks: CellBlock[] =
      content.inlines.length === 0 ? [] : [{ kind: 'paragraph', id: this.id(), content }];
    return this.blocks(blocks, shape);
  }

  blocks(blocks: readonly CellBlock[], shape: Shape): TableCell {
    return {
      colSpan: 1,
      rowSpan: 1,
      role: 'data',
      align: shape.role === 'column-header' ? 'center' : 'left',
      emphasis: 'none',
      blocks,
      ...shape,
    };
  }

  /** A figure as it is shown, in the unit of its column where one is said; blank where it was published blank. */
  figure(
    address: Address,
    place: RichText['place'],
    shape: Shape,
    more: { readonly unit?: boolean; readonly column?: Unit; readonly suffix?: RichText } = {},
  ): TableCell {
    const figure = figureIn(this.#session.book, address);
    const run = figureRun(figure, more.column ?? figure.definition.unit, { unit: more.unit === true });
    const inlines: Inline[] = run.text === '' ? [] : [run, ...(more.suffix?.inlines ?? [])];
    return this.text({ inlines, place }, { align: 'right', figure: address, ...shape });
  }

  /** Words of our own. */
  label(text: string, place: RichText['place'], shape: Shape): TableCell {
    return this.text({ inlines: [plainRun(text)], place }, shape);
  }
}
