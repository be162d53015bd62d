// The schedule -> a table: a column for each stretch of time, bars as merged cells on a ground.
import type { ScheduleBlock, SchedulePhase, ScheduleRow } from '../../../document/blocks/schedule.ts';
import type { BorderLook } from '../../../document/hwpx-map.ts';
import type { HwpxStyle } from '../../../document/hwpx-styles.ts';
import type { RichText } from '../../../document/inline.ts';
import { numberedText } from '../../../document/numbered-text.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { Paragraph, WriterContext } from '../context.ts';
import { type GridCell, shared, sum, tableParagraph } from '../grid.ts';
import { textParagraph } from '../paragraphs.ts';
import { mm } from '../units.ts';

/** Relative widths of the labels and of all columns together. */
const LABEL = 52;
const ALL_COLUMNS = 12 * 9.3;
/** Padding of cells and of bars, and how far the labels of lower rows stand from the left, in mm. */
const PADDING_X = 1.4;
const PADDING_Y = 0.9;
const BAR_PADDING = 0.4;
const INDENTS = { strategy: 0, task: 2, subtask: 4 } as const;
/** Rules in points. */
const RULE = 0.3;
const DASHED = 0.9;

const HEADS = {
  strategy: { fill: 'main', look: { weight: 'bold', colour: 'white' } },
  task: { fill: 'header', look: { weight: 'bold' } },
  subtask: { fill: undefined, look: { weight: 'semibold' } },
} as const;

export function scheduleParagraphs(
  context: WriterContext,
  block: ScheduleBlock,
  width: number,
): readonly Paragraph[] {
  const { remark } = block;
  const style = {
    ...context.sheet.theme.styles.remark,
    indent: 0,
    colour: 'change',
    align: 'right',
  } as const;
  const table = new ScheduleTable(context, block, width);
  return [
    ...(remark === undefined
      ? []
      : [
          textParagraph(
            context,
            { text: remark, name: 'remark', style, more: { keepWithNext: true } },
            width,
          ),
        ]),
    tableParagraph(
      context,
      {
        columns: table.columns,
        headerRows: block.rows.length === 0 ? 0 : 1,
        padding: { x: mm(PADDING_X), y: mm(PADDING_Y) },
        rows: table.rows(),
      },
      { spaceAfter: context.sheet.theme.styles.schedule.after },
    ),
  ];
}

class ScheduleTable {
  readonly columns: readonly number[];
  readonly #context: WriterContext;
  readonly #block: ScheduleBlock;
  readonly #label: TextStyle;

  constructor(context: WriterContext, block: ScheduleBlock, width: number) {
    const count = block.columns.length;
    this.#context = { ...context, inCell: true };
    this.#block = block;
    this.#label = context.sheet.theme.styles.tableDense;
    this.columns = shared([LABEL, ...block.columns.map(() => ALL_COLUMNS / count)], width);
  }

  rows(): GridCell[][] {
    const { corner, columns, rows } = this.#block;
    const head = [corner, ...columns].map((text, column) =>
      this.#cell({ column, fill: 'header', bar: true }, text, 'tableDense', {
        ...this.#label,
        weight: 'semibold',
        align: 'center',
      }),
    );
    return [head, ...rows.flatMap((row) => this.#rowsOf(row))];
  }

  #rowsOf(row: ScheduleRow): GridCell[][] {
    if (row.kind !== 'project') {
      const { fill, look } = HEADS[row.kind];
      const style = { ...this.#label, ...look, indent: INDENTS[row.kind] };
      const colSpan = this.#block.columns.length + 1;
      return [[this.#cell({ column: 0, colSpan, fill }, row.label, 'tableDense', style)]];
    }
    const { label, lanes } = row;
    const name = () =>
      this.#cell({ column: 0, rowSpan: Math.max(1, lanes.length) }, label, 'tableDense', this.#label);
    if (lanes.length === 0) return [[name(), ...this.#lane([])]];
    return lanes.map((lane, index) => [...(index === 0 ? [name()] : []), ...this.#lane(lane)]);
  }

  /** Bars over their columns, an empty cell for every other one. */
  #lane(lane: readonly SchedulePhase[]): GridCell[] {
    const style = { ...this.#context.sheet.theme.styles.schedule, align: 'center', after: 0 } as const;
    const cells: GridCell[] = [];
    let column = 1;
    const empty = (until: number): void => {
      for (; column < until; column++)
        cells.push({ column, colSpan: 1, rowSpan: 1, border: this.#border(column, 1), paragraphs: [] });
    };
    for (const phase of lane) {
      empty(phase.from);
      this.#context.leaves.picture(phase.text);
      const colSpan = phase.to - phase.from + 1;
      const dashed = phase.inferred !== undefined;
      cells.push(
        this.#cell({ column, colSpan, fill: 'bar', bar: true, dashed }, phase.text, 'schedule', style),
      );
      column = phase.to + 1;
    }
    empty(this.#block.columns.length + 1);
    return cells;
  }

  #cell(
    shape: {
      readonly column: number;
      readonly colSpan?: number;
      readonly rowSpan?: number;
      readonly fill?: string | undefined;
      readonly bar?: boolean;
      readonly dashed?: boolean;
    },
    text: RichText,
    name: HwpxStyle,
    style: TextStyle,
  ): GridCell {
    const { column, colSpan = 1, rowSpan = 1, fill, bar = false, dashed = false } = shape;
    const padding = { x: mm(bar ? BAR_PADDING : PADDING_X), y: mm(PADDING_Y) };
    const width = sum(this.columns.slice(column, column + colSpan)) - 2 * padding.x;
    const own = { ...style, before: 0, after: 0 };
    const numbered = own.align === 'left' ? numberedText(text) : { text };
    const marker = 'marker' in numbered ? numbered.marker : undefined;
    return {
      column,
      colSpan,
      rowSpan,
      border: this.#border(column, colSpan, fill, dashed),
      padding,
      paragraphs: [
        textParagraph(this.#context, { text, shown: numbered.text, marker, name, style: own }, width),
      ],
    };
  }

  #border(column: number, colSpan: number, fill?: string, dashed = false): BorderLook {
    const { sheet } = this.#context;
    const rule = { width: RULE, colour: sheet.colour('rule') };
    const end = { width: DASHED, colour: sheet.colour('change'), dashed: true };
    return {
      top: rule,
      bottom: rule,
      left: column === 0 ? undefined : rule,
      right: dashed ? end : column + colSpan > this.#block.columns.length ? undefined : rule,
      fill: fill && sheet.colour(fill),
    };
  }
}
