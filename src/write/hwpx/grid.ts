// Cells on a grid -> a table, as the paragraph that holds it.
import type { BorderLook, Padding } from '../../document/hwpx-map.ts';
import type { Paragraph, WriterContext } from './context.ts';
import { paragraphXml, subList } from './elements.ts';
import { emptyParagraph, heightOfAll, holderParagraph } from './paragraphs.ts';
import { escaped, tag } from './xml.ts';

export interface GridCell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: readonly Paragraph[];
  readonly border: BorderLook;
  /** Its field name (셀 필드 이름): the address of the figure that it shows. */
  readonly name?: string | undefined;
  readonly top?: boolean;
  readonly padding?: Padding;
}

export interface Grid {
  /** Widths in HWPUNIT. */
  readonly columns: readonly number[];
  readonly rows: readonly (readonly GridCell[])[];
  /** Of the first rows: repeated on each page. */
  readonly headerRows?: number;
  readonly padding: Padding;
  readonly leastRow?: number;
  /** Whether it may be cut inside a row. */
  readonly cutsRows?: boolean;
  /** For who cannot see it as a picture. */
  readonly alt?: string;
}

interface Place {
  readonly left?: number;
  /** In mm. */
  readonly spaceBefore?: number;
  readonly spaceAfter?: number;
  readonly breaks?: boolean;
}

/** As much of a page as moves in one piece with what stands over it; higher tables may be cut between pages. */
const MOST_INLINE = 0.45;

export function tableParagraph(context: WriterContext, grid: Grid, place: Place = {}): Paragraph {
  const heights = rowHeights(grid);
  const height = sum(heights);
  const { left = 0, breaks, ...space } = place;
  const inline = context.inCell || height <= MOST_INLINE * context.height;
  const id = context.numbers.next++;
  const xml = tag(
    'hp:tbl',
    {
      id,
      zOrder: 0,
      numberingType: 'TABLE',
      textWrap: 'TOP_AND_BOTTOM',
      textFlow: 'BOTH_SIDES',
      lock: 0,
      dropcapstyle: 'None',
      // Against its name, TABLE is what cuts between rows alone.
      pageBreak: grid.cutsRows ? 'CELL' : 'TABLE',
      repeatHeader: (grid.headerRows ?? 0) > 0 ? 1 : 0,
      rowCnt: grid.rows.length,
      colCnt: grid.columns.length,
      cellSpacing: 0,
      borderFillIDRef: 1,
      noAdjust: 0,
    },
    tag('hp:sz', {
      width: sum(grid.columns),
      widthRelTo: 'ABSOLUTE',
      height,
      heightRelTo: 'ABSOLUTE',
      protect: 0,
    }),
    position(inline, inline ? 0 : left),
    tag('hp:outMargin', NO_MARGIN),
    ...(grid.alt === undefined ? [] : [tag('hp:shapeComment', {}, escaped(grid.alt))]),
    tag('hp:inMargin', margin(grid.padding)),
    ...grid.rows.map((row, index) =>
      tag('hp:tr', {}, ...row.map((cell) => cellXml(context, grid, cell, index, heights))),
    ),
  );
  const holder = holderParagraph(context, xml, height, { ...space, ...(inline && { left }) });
  const { columns, headerRows = 0, padding, cutsRows = false } = grid;
  const cells = grid.rows.map((row) =>
    row.map(({ column, colSpan, rowSpan, border, top = false, padding }) => ({
      ...{ column, colSpan, rowSpan, border, top },
      ...(padding && { padding }),
    })),
  );
  const setting = { columns, heights, headerRows, padding, cutsRows, inline, left: inline ? 0 : left };
  context.map.tables.set(id, { ...setting, holder: holder.look, cells });
  return { ...holder, ...(breaks !== undefined && { breaks }) };
}

const NO_MARGIN = { left: 0, right: 0, top: 0, bottom: 0 };

const margin = ({ x, y }: Padding) => ({ left: x, right: x, top: y, bottom: y });

/** In the line like a letter, or over the whole column with the text above and below. */
export function position(inline: boolean, left: number): string {
  return tag('hp:pos', {
    treatAsChar: inline ? 1 : 0,
    affectLSpacing: 0,
    flowWithText: 1,
    allowOverlap: 0,
    holdAnchorAndSO: 0,
    vertRelTo: 'PARA',
    horzRelTo: 'COLUMN',
    vertAlign: 'TOP',
    horzAlign: 'LEFT',
    vertOffset: 0,
    horzOffset: left,
  });
}

function cellXml(
  context: WriterContext,
  { columns, headerRows = 0, padding }: Grid,
  cell: GridCell,
  row: number,
  heights: readonly number[],
): string {
  const { column, colSpan, rowSpan, border, name = '', top = false } = cell;
  const paragraphs = cell.paragraphs.length === 0 ? [emptyParagraph(context)] : cell.paragraphs;
  const inner = { ...context, inCell: true };
  return tag(
    'hp:tc',
    {
      name,
      header: row < headerRows ? 1 : 0,
      hasMargin: cell.padding === undefined ? 0 : 1,
      protect: 0,
      editable: 0,
      dirty: 0,
      borderFillIDRef: context.sheet.looks.border(border),
    },
    subList(top ? 'TOP' : 'CENTER', paragraphs.map((one) => paragraphXml(inner, one)).join('')),
    tag('hp:cellAddr', { colAddr: column, rowAddr: row }),
    tag('hp:cellSpan', { colSpan, rowSpan }),
    tag('hp:cellSz', {
      width: sum(columns.slice(column, column + colSpan)),
      height: sum(heights.slice(row, row + rowSpan)),
    }),
    tag('hp:cellMargin', margin(cell.padding ?? padding)),
  );
}

/** About what each row needs; the last row of a cell takes what the others lack. */
function rowHeights({ rows, padding, leastRow = 0 }: Grid): readonly number[] {
  const heights = rows.map(() => leastRow);
  const need = (cell: GridCell): number => heightOfAll(cell.paragraphs) + 2 * (cell.padding ?? padding).y;
  for (const tall of [false, true])
    rows.forEach((row, index) => {
      for (const cell of row) {
        if (cell.rowSpan > 1 !== tall) continue;
        const last = index + cell.rowSpan - 1;
        const lack = need(cell) - sum(heights.slice(index, last + 1));
        if (lack > 0) heights[last] = (heights[last] ?? 0) + lack;
      }
    });
  return heights;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Whole numbers in proportion to the shares, which add up to `width`. */
export function shared(shares: readonly number[], width: number): readonly number[] {
  const whole = sum(shares);
  let at = 0;
  let used = 0;
  return shares.map((share) => {
    at += share;
    const end = Math.round((at / whole) * width);
    const own = end - used;
    used = end;
    return own;
  });
}
