// Tables of a file for 한글 and the writer's map -> those that have another size, another place, other rules or grounds.
import type { HwpxMap, TableSetting } from '../../document/hwpx-map.ts';
import type { XmlNode } from '../xlsx/xml.ts';
import { borderLine } from './canonical-looks.ts';
import type { HwpxFinding } from './finding.ts';
import type { HeaderLooks } from './read-looks.ts';
import { child, number, type ReadBody, type ReadTable } from './read-text.ts';

export function* tableLookFaults(
  map: HwpxMap,
  looks: HeaderLooks,
  { tables }: ReadBody,
): Generator<HwpxFinding> {
  for (const table of tables) {
    const id = number(table.node, 'id');
    const setting = map.tables.get(id);
    const wanted = setting === undefined ? [] : linesOf(setting);
    const found = readLines(table, looks);
    const index = wanted.findIndex((line, at) => line !== found[at]);
    if (index >= 0 || wanted.length !== found.length)
      yield {
        rule: 'table-looks',
        what: `표 ${id}${index > 0 ? ` ${index}행` : ''}의 크기, 자리, 여백이나 테두리가 다릅니다.`,
      };
  }
}

/** The table's own line, and one a row. */
function linesOf(setting: TableSetting): readonly string[] {
  const { columns, heights, headerRows, padding, cutsRows, inline, left, cells } = setting;
  const own = [
    ...[
      sum(columns),
      sum(heights),
      cutsRows ? 'CELL' : 'TABLE',
      headerRows > 0 ? 1 : 0,
      inline ? 1 : 0,
      left,
    ],
    ...[padding.x, padding.y],
  ];
  const rows = cells.map((row, at) =>
    row.map((cell) => {
      const { x, y } = cell.padding ?? padding;
      const { column, colSpan, rowSpan } = cell;
      return [
        sum(columns.slice(column, column + colSpan)),
        sum(heights.slice(at, at + rowSpan)),
        at < headerRows,
        cell.padding === undefined ? 0 : 1,
        ...[x, y],
        cell.top ? 'TOP' : 'CENTER',
        borderLine(cell.border),
      ].join(' ');
    }),
  );
  return [own.join(' '), ...rows.map((row) => row.join('\n'))];
}

function readLines({ node, rows }: ReadTable, looks: HeaderLooks): readonly string[] {
  const [size, place] = [child(node, 'hp:sz'), child(node, 'hp:pos')];
  const own = [
    ...[number(size, 'width'), number(size, 'height'), node.attributes.get('pageBreak')],
    ...[number(node, 'repeatHeader'), number(place, 'treatAsChar'), number(place, 'horzOffset')],
    sidesOf(child(node, 'hp:inMargin')),
  ];
  const lines = rows.map((row) =>
    row.map((cell) =>
      [
        ...[cell.width, cell.height, cell.isHead, number(cell.node, 'hasMargin')],
        sidesOf(child(cell.node, 'hp:cellMargin')),
        child(cell.node, 'hp:subList')?.attributes.get('vertAlign'),
        looks.borders.get(cell.border),
      ].join(' '),
    ),
  );
  return [own.join(' '), ...lines.map((row) => row.join('\n'))];
}

/** To the left, which is that to the right, and above, which is that below. */
function sidesOf(node: XmlNode | undefined): string {
  const [left, right, top, bottom] = ['left', 'right', 'top', 'bottom'].map((side) => number(node, side));
  return left === right && top === bottom ? `${left} ${top}` : '?';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
