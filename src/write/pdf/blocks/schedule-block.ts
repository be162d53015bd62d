// The schedule -> a Gantt table: months, quarters, halves or years as columns, phases as bars over them, headings of strategies and tasks between.
import type { ScheduleBlock, SchedulePhase, ScheduleRow } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import { numberedText } from '../../../document/numbered-text.ts';
import { gridOf, type TableCell } from '../../../document/table.ts';
import { strategyColour, type TextStyle, type Theme } from '../../../document/theme.ts';
import type { FlowItem } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { StructureLookup } from '../tags/structure.ts';
import { blankBehind, type Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { TablePages } from './table-pages.ts';
import type { CellLook, TableShape } from './table-shape.ts';
import { paragraphSlugs } from './text-blocks.ts';

/** Relative widths of the labels and of all columns together. */
const LABEL = 52;
const ALL_COLUMNS = 12 * 9.3;
/** Padding of cells and of bars, in mm. */
const PADDING_X = 1.4;
const PADDING_Y = 0.9;
const BAR_PADDING = 0.4;
const TASK_INDENT = 2;
const SUBTASK_INDENT = 4;

interface Content {
  readonly text: RichText;
  readonly style: TextStyle;
  readonly look: CellLook;
}

/** The whole chart; in a review copy under a remark on its dashed ends. */
export function scheduleFlow(context: LayoutContext, block: ScheduleBlock, width: number): FlowItem[] {
  const { schedule, remark } = context.theme.styles;
  return [
    ...(block.remark !== undefined
      ? paragraphSlugs(
          context,
          {
            block: block.id,
            text: block.remark,
            style: { ...remark, indent: 0, colour: 'change', align: 'right', hang: 0, after: 0.6 },
            leaves: context.structure.text(block.remark),
            keepWithNext: true,
          },
          width,
        ).map((slug) => ({ kind: 'slug' as const, slug }))
      : []),
    {
      kind: 'table',
      table: new TablePages(shapeOf(context, block, width)),
      block: block.id,
      after: schedule.after * MM,
    },
  ];
}

function shapeOf(context: LayoutContext, block: ScheduleBlock, width: number): TableShape {
  const columns = block.columns.length;
  const whole = LABEL + ALL_COLUMNS;
  const widths = [LABEL, ...block.columns.map(() => ALL_COLUMNS / columns)].map(
    (part) => (part / whole) * width,
  );
  const contents = new Map<TableCell, Content>();
  const rows = new Rows(context, block, contents).rows();
  const grid = gridOf({ id: block.id, widths, rows });
  return {
    block: block.id,
    widths,
    offset: 0,
    headerRows: 1,
    ruledDown: true,
    rows,
    grid,
    begins: new Map(rows.flatMap((row, index) => row.map((cell) => [cell, index] as const))),
    context,
    padding: { x: PADDING_X * MM, y: PADDING_Y * MM },
    lead: 0,
    whole: false,
    // Headings stay with their first row, and the lanes of a project together.
    heldRows: new Set(
      grid.flatMap((row, index) => {
        const label = row[0];
        const heads = label?.colSpan === columns + 1;
        return heads || label === grid[index + 1]?.[0] ? [index] : [];
      }),
    ),
    look: (cell) => contents.get(cell)?.look ?? {},
    content: (cell) => {
      const content = contents.get(cell);
      if (content === undefined) return { slugs: [], continued: [] };
      const span = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, one) => sum + one, 0);
      const slugs = textSlugs(context, block.id, content, cell, span);
      return { slugs, continued: slugs };
    },
  };
}

function textSlugs(
  context: LayoutContext,
  block: string,
  { text, style, look }: Content,
  cell: TableCell,
  width: number,
): Slug[] {
  const numbered = cell.align === 'left' ? numberedText(text) : { text };
  const padding = look.paddingX ?? PADDING_X * MM;
  return paragraphSlugs(
    context,
    {
      block,
      text: numbered.text,
      leaves: context.structure.text(text),
      style: { ...style, before: 0, after: 0, align: cell.align },
      ...('marker' in numbered && numbered.marker !== undefined ? { marker: { text: numbered.marker } } : {}),
    },
    width - 2 * padding,
  ).map((slug) => ({
    ...slug,
    keepWithNext: false,
    // The columns are heard as one cell.
    items: cell.role === 'column-header' ? blankBehind(slug.items) : slug.items,
  }));
}

/** Makes the rows; what each cell shows is kept beside it. */
class Rows {
  readonly #block: ScheduleBlock;
  readonly #contents: Map<TableCell, Content>;
  readonly #bar: TextStyle;
  readonly #label: TextStyle;
  readonly #structure: StructureLookup;
  readonly #theme: Theme;
  /** So many have been met. */
  #strategies = 0;

  constructor(context: LayoutContext, block: ScheduleBlock, contents: Map<TableCell, Content>) {
    const { schedule, tableDense } = context.theme.styles;
    this.#theme = context.theme;
    this.#block = block;
    this.#contents = contents;
    this.#bar = schedule;
    this.#label = { ...tableDense, hang: schedule.hang };
    this.#structure = context.structure;
  }

  rows(): TableCell[][] {
    const head: TextStyle = { ...this.#label, weight: 'semibold' };
    const header = [this.#block.corner, ...this.#block.columns].map((text, column) =>
      this.#cell({ column, role: 'column-header', align: 'center' }, text, head, {
        paddingX: BAR_PADDING * MM,
      }),
    );
    return [header, ...this.#block.rows.flatMap((row) => this.#rowsOf(row))];
  }

  #rowsOf(row: ScheduleRow): TableCell[][] {
    const colSpan = this.#block.columns.length + 1;
    switch (row.kind) {
      case 'strategy': {
        const style: TextStyle = { ...this.#label, weight: 'bold', colour: 'white' };
        const fill = strategyColour(this.#theme, this.#strategies++);
        return [[this.#cell({ column: 0, colSpan, role: 'row-header' }, row.label, style, { fill })]];
      }
      case 'task': {
        const style: TextStyle = { ...this.#label, weight: 'bold', indent: TASK_INDENT };
        return [
          [this.#cell({ column: 0, colSpan, role: 'row-header' }, row.label, style, { fill: 'header' })],
        ];
      }
      case 'subtask': {
        const style: TextStyle = { ...this.#label, weight: 'semibold', indent: SUBTASK_INDENT };
        return [[this.#cell({ column: 0, colSpan, role: 'row-header' }, row.label, style, {})]];
      }
      case 'project': {
        const { label, lanes } = row;
        const shape = { column: 0, rowSpan: lanes.length, role: 'row-header' } as const;
        return lanes.map((lane, index) => [
          ...(index === 0 ? [this.#cell(shape, label, this.#label, {})] : []),
          ...this.#lane(lane),
        ]);
      }
    }
  }

  /** Bars over their columns, an empty cell for every other one. Throws when phases overlap. */
  #lane(lane: readonly SchedulePhase[]): TableCell[] {
    const cells: TableCell[] = [];
    let column = 1;
    const empty = (until: number): void => {
      for (; column < until; column++) cells.push({ ...BLANK, column });
    };
    for (const phase of lane) {
      if (phase.from < column || phase.to < phase.from || phase.to > this.#block.columns.length)
        throw new RangeError(`phases overlap or leave the schedule: ${phase.from} to ${phase.to}`);
      empty(phase.from);
      const bar = this.#structure.picture(phase.text);
      const look: CellLook = {
        fill: 'bar',
        joint: true,
        ...(bar && { leaf: bar }),
        paddingX: BAR_PADDING * MM,
        ...(phase.inferred === undefined ? {} : { dashedEnd: true }),
      };
      const shape = { column: phase.from, colSpan: phase.to - phase.from + 1, align: 'center' } as const;
      cells.push(this.#cell(shape, phase.text, this.#bar, look));
      column = phase.to + 1;
    }
    empty(this.#block.columns.length + 1);
    return cells;
  }

  #cell(
    shape: Pick<TableCell, 'column'> & Partial<TableCell>,
    text: RichText,
    style: TextStyle,
    look: CellLook,
  ): TableCell {
    const cell: TableCell = { ...BLANK, align: 'left', ...shape };
    this.#contents.set(cell, { text, style, look });
    return cell;
  }
}

const BLANK: Omit<TableCell, 'column'> = {
  colSpan: 1,
  rowSpan: 1,
  role: 'data',
  align: 'center',
  emphasis: 'none',
  blocks: [],
};
