// A statistics table -> a table block: header rows from the columns' tree, label columns from the rows' tree.
import type { CellBlock } from '../document/blocks/table.ts';
import type { Inline, RichText } from '../document/inline.ts';
import { type CellRole, gridOf, type TableBlock, type TableCell } from '../document/table.ts';
import { figureIn } from '../figure/figure.ts';
import { showFigure, UNKNOWN_FIGURE } from '../figure/show.ts';
import {
  type AxisEntry,
  type Emphasis,
  leavesOf,
  type StatisticsCell,
  type StatisticsTable,
} from '../plan/statistics-table.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

/** Relative width of a column that states none. */
const COLUMN_WIDTH = 12;
const LABEL_WIDTH = 16;

/** The table as it is printed; undefined when its cells do not tile, which is told to the session. */
export function composeTable(
  session: Session,
  renderer: TemplateRenderer,
  table: StatisticsTable,
): TableBlock | undefined {
  return new TableComposer(session, renderer, table).compose();
}

class TableComposer {
  readonly #session: Session;
  readonly #renderer: TemplateRenderer;
  readonly #table: StatisticsTable;
  readonly #columns: readonly (readonly AxisEntry[])[];
  readonly #rows: readonly (readonly AxisEntry[])[];
  /** Rows of the header, columns of labels. */
  readonly #depth: number;
  readonly #labels: number;
  /** How many cells with text there are so far, for their ids. */
  #cells = 0;

  constructor(session: Session, renderer: TemplateRenderer, table: StatisticsTable) {
    this.#session = session;
    this.#renderer = renderer;
    this.#table = table;
    this.#columns = leavesOf(table.columns);
    this.#rows = leavesOf(table.rows);
    this.#depth = Math.max(1, ...this.#columns.map((path) => path.length));
    this.#labels = table.labels ? Math.max(1, ...this.#rows.map((path) => path.length)) : 0;
  }

  compose(): TableBlock | undefined {
    const table = this.#table;
    // Texts in reading order, so that notes are numbered in it: caption, header, body.
    const caption = table.caption && this.#text(table.caption);
    const unitLine = table.unitLine && this.#text(table.unitLine);
    const header = this.#header();
    const body = this.#body();
    const block: TableBlock = {
      kind: 'table',
      id: table.id,
      ...(caption === undefined ? {} : { caption }),
      ...(unitLine === undefined ? {} : { unitLine }),
      widths: [
        ...Array.from({ length: this.#labels }, (_, index) => table.labelWidths[index] ?? LABEL_WIDTH),
        ...this.#columns.map((path) => path.at(-1)?.width ?? COLUMN_WIDTH),
      ],
      headerRows: this.#depth,
      rows: [...header, ...body],
      density: table.density,
    };
    try {
      gridOf(block);
      return block;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#session.fault({
        rule: 'cells-do-not-tile',
        message: `표 ‘${table.id}’의 칸이 겹치거나 비어 판을 이루지 못합니다.`,
        expected: '행마다 열의 수만큼의 칸',
        place: table.place,
      });
      return undefined;
    }
  }

  #header(): TableCell[][] {
    const rows: TableCell[][] = Array.from({ length: this.#depth }, () => []);
    const { heads } = this.#table;
    if (this.#labels > 0 && heads !== undefined) {
      for (let column = 0; column < this.#labels; column++) {
        const head = heads[column];
        const shape = { column, rowSpan: this.#depth };
        rows[0]?.push(this.#cell('column-header', head && this.#text(head), shape));
      }
    } else if (this.#labels > 0) {
      rows[0]?.push(
        this.#cell('column-header', this.#text(this.#table.corner), {
          column: 0,
          colSpan: this.#labels,
          rowSpan: this.#depth,
        }),
      );
    }
    const place = (entries: readonly AxisEntry[], depth: number, from: number, group: boolean): number => {
      let column = from;
      entries.forEach((entry, index) => {
        const leaf = entry.children.length === 0;
        const span = leavesOf([entry]).length;
        const label = this.#text(entry.label);
        rows[depth]?.push(
          this.#cell('column-header', label, {
            column,
            colSpan: span,
            rowSpan: leaf ? this.#depth - depth : 1,
            // A blank first member is the lower arm of its group's L-shaped header.
            ...(group && index === 0 && label.inlines.length === 0 ? { openTop: true } : {}),
          }),
        );
        if (!leaf) place(entry.children, depth + 1, column, true);
        column += span;
      });
      return column;
    };
    place(this.#table.columns, 0, this.#labels, false);
    return rows;
  }

  #body(): TableCell[][] {
    const rows: TableCell[][] = this.#rows.map(() => []);
    const merged = this.#mergedSpans();
    /** By column, the last row that a figure above takes. */
    const reached = new Map<number, number>();
    this.#rows.forEach((path, row) => {
      if (this.#labels > 0) rows[row]?.push(...this.#rowLabels(path, row));
      const emphasis = emphasisOf(path);
      let covered = 0;
      (this.#table.cells[row] ?? []).forEach((cell, index) => {
        if (covered > 0) {
          covered--;
          return;
        }
        covered = cell.kind === 'text' ? cell.across - 1 : 0;
        if (row <= (reached.get(index) ?? -1)) return;
        const down = cell.kind === 'figure' ? (cell.down ?? 1) : 1;
        reached.set(index, row + down - 1);
        const rowSpan = merged.get(index)?.[row] ?? down;
        if (rowSpan === 0) return;
        const own = emphasis === 'none' ? emphasisOf(this.#columns[index] ?? []) : emphasis;
        rows[row]?.push(this.#dataCell(cell, this.#labels + index, rowSpan, own));
      });
    });
    return rows;
  }

  #rowLabels(path: readonly AxisEntry[], row: number): TableCell[] {
    return path.flatMap((entry, depth): TableCell[] => {
      const above = this.#rows[row - 1];
      if (above?.[depth] === entry) return [];
      const leaf = depth === path.length - 1;
      const emphasis = emphasisOf(path.slice(0, depth + 1));
      return [
        this.#cell('row-header', this.#text(entry.label), {
          column: depth,
          colSpan: leaf ? this.#labels - depth : 1,
          rowSpan: leavesOf([entry]).length,
          emphasis,
        }),
      ];
    });
  }

  #dataCell(cell: StatisticsCell, column: number, rowSpan: number, emphasis: Emphasis): TableCell {
    switch (cell.kind) {
      case 'empty':
        return this.#cell('data', undefined, { column, rowSpan, emphasis });
      case 'text': {
        const align = cell.across === 1 ? (this.#alignOf(column) ?? cell.align) : undefined;
        return this.#cell('data', this.#bold(this.#text(cell.text), cell.bold), {
          column,
          colSpan: cell.across,
          rowSpan,
          emphasis,
          align:
            align ??
            (cell.across > 1 ? 'center' : this.#hasFigures(column - this.#labels) ? 'right' : 'left'),
        });
      }
      case 'figure': {
        const figure = figureIn(this.#session.book, cell.address);
        const shown = showFigure(figure, { unit: cell.withUnit });
        const inline: Inline = {
          kind: 'figure',
          address: cell.address,
          text: shown === '' ? UNKNOWN_FIGURE : shown,
          bold: cell.bold,
        };
        return this.#cell(
          'data',
          { inlines: [inline], place: cell.place },
          {
            column,
            rowSpan,
            emphasis,
            align: this.#alignOf(column) ?? 'right',
            figure: cell.address,
          },
        );
      }
    }
  }

  #alignOf(column: number): AxisEntry['align'] {
    return this.#columns[column - this.#labels]?.findLast(({ align }) => align !== undefined)?.align;
  }

  /** Words among figures stand where these do. */
  #hasFigures(column: number): boolean {
    return this.#table.cells.some((row) => row[column]?.kind === 'figure');
  }

  /** For each merged column, how many rows each cell takes; 0 where the cell above reaches. */
  #mergedSpans(): ReadonlyMap<number, readonly number[]> {
    const key = (row: number, column: number): string | undefined => {
      const cell = this.#table.cells[row]?.[column];
      return cell?.kind === 'text' ? cell.text.text : undefined;
    };
    return new Map(
      this.#table.mergedColumns.map((column) => {
        const spans = this.#rows.map(() => 1);
        for (let row = this.#rows.length - 1; row > 0; row--) {
          const text = key(row, column);
          if (text === undefined || text !== key(row - 1, column)) continue;
          spans[row - 1] = (spans[row - 1] ?? 1) + (spans[row] ?? 1);
          spans[row] = 0;
        }
        return [column, spans];
      }),
    );
  }

  #cell(
    role: CellRole,
    content: RichText | undefined,
    more: Partial<TableCell> & Pick<TableCell, 'column'>,
  ): TableCell {
    const blocks: CellBlock[] =
      content === undefined || content.inlines.length === 0
        ? []
        : [{ kind: 'paragraph', id: `${this.#table.id}/${++this.#cells}`, content }];
    return {
      colSpan: 1,
      rowSpan: 1,
      role,
      align: role === 'row-header' ? 'left' : 'center',
      emphasis: 'none',
      blocks,
      ...more,
    };
  }

  #bold(text: RichText, bold: boolean): RichText {
    if (!bold) return text;
    return {
      ...text,
      inlines: text.inlines.map((inline) =>
        inline.kind === 'text' || inline.kind === 'figure' ? { ...inline, bold } : inline,
      ),
    };
  }

  #text(source: StatisticsTable['corner']): RichText {
    return richText(this.#session, this.#renderer, source);
  }
}

/** The first emphasis on the way from a group to its row or column. */
function emphasisOf(path: readonly AxisEntry[]): Emphasis {
  return path.find((entry) => entry.emphasis !== 'none')?.emphasis ?? 'none';
}

/** The same table under another id. */
export function renamed(table: TableBlock, id: string): TableBlock {
  const inner = (block: CellBlock): CellBlock => ({ ...block, id: id + block.id.slice(table.id.length) });
  return {
    ...table,
    id,
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(inner) }))),
  };
}
