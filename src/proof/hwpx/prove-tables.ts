// The tables of a file for 한글 and those of a document -> cells that stand elsewhere, say something else or have another figure's name.
import type { Document } from '../../document/document.ts';
import { plainText, type RichText } from '../../document/inline.ts';
import type { TableBlock } from '../../document/table.ts';
import { type ExpectedBody, type ExpectedTable, wordsOf } from './expected-body.ts';
import type { HwpxFinding } from './finding.ts';
import type { HeaderLooks } from './read-looks.ts';
import type { ReadBody, ReadCell, ReadTable } from './read-text.ts';

export function* tableContentFaults(
  document: Document,
  { tables, cells }: ExpectedBody,
  looks: HeaderLooks,
  body: ReadBody,
): Generator<HwpxFinding> {
  if (tables.length !== body.tables.length)
    yield {
      rule: 'table-not-in-file',
      what: `표가 ${tables.length}개여야 하는데 ${body.tables.length}개입니다.`,
    };
  const groundOf = (border: string) => looks.borders.get(border)?.split(', ')[4];
  const bar = document.theme.colours.bar?.rgb.toUpperCase();
  for (const [index, expected] of tables.entries()) {
    const found = body.tables[index];
    if (found === undefined) return;
    const alt = expected.alt && plainText(expected.alt.inlines);
    if (found.alt !== alt)
      yield { ...at(expected), what: `표의 설명이 없거나 달라졌습니다: ‘${alt ?? '없음'}’` };
    if (expected.table === undefined && found.rows.flat().some(({ name }) => name !== ''))
      yield { ...at(expected), what: '수치가 아닌 칸에 셀 필드 이름이 있습니다.' };
    if (expected.table !== undefined) yield* dataFaults(expected, expected.table, found, cells);
    if (expected.schedule !== undefined)
      yield* scheduleFaults(document, expected, found, (cell) => groundOf(cell.border) === bar);
  }
}

function at({ place }: ExpectedTable): Pick<HwpxFinding, 'rule' | 'place'> {
  return { rule: 'cell-not-in-file', place };
}

/** Each cell in its row and column, over as many, a head or not, with its texts and the address of its figure. */
function* dataFaults(
  expected: ExpectedTable,
  table: TableBlock,
  { node, rows }: ReadTable,
  cells: ExpectedBody['cells'],
): Generator<HwpxFinding> {
  const headed = table.headerRows < table.rows.length ? table.headerRows : 0;
  if ((node.attributes.get('repeatHeader') === '1') !== headed > 0)
    yield { ...at(expected), what: `표 ‘${table.id}’의 머리가 쪽마다 되풀이되지 않습니다.` };
  for (const [row, wanted] of table.rows.entries()) {
    const own = rows[row] ?? [];
    for (const [index, cell] of wanted.entries()) {
      const found = own[index];
      const texts = cells.get(cell) ?? [];
      const called = `표 ‘${table.id}’ ${row + 1}행 ${cell.column + 1}열`;
      const spans =
        found?.column === cell.column && found.colSpan === cell.colSpan && found.rowSpan === cell.rowSpan;
      if (!spans) yield { ...at(expected), what: `${called}: 칸이 없거나 다른 자리에 있습니다.` };
      else if (found.texts.join('\n') !== texts.join('\n'))
        yield {
          ...at(expected),
          what: `${called}: ‘${texts.join(' ')}’이어야 하는데 ‘${found.texts.join(' ')}’입니다.`,
        };
      else if (found.name !== (cell.figure ?? ''))
        yield { ...at(expected), what: `${called}: 셀 필드 이름이 수치의 주소가 아닙니다: ‘${found.name}’` };
      else if (found.isHead !== row < headed)
        yield { ...at(expected), what: `${called}: 머리 칸인지가 다릅니다.` };
    }
    if (own.length > wanted.length)
      yield { ...at(expected), what: `표 ‘${table.id}’ ${row + 1}행: 칸이 더 있습니다.` };
  }
}

/** Labels and bars: each in its row, over its stretch of time; bars on their ground. */
function* scheduleFaults(
  document: Document,
  expected: ExpectedTable,
  { rows }: ReadTable,
  isBar: (cell: ReadCell) => boolean,
): Generator<HwpxFinding> {
  const { schedule } = expected;
  if (schedule === undefined) return;
  const words = ({ inlines }: RichText) => wordsOf(document, inlines);
  const whole = schedule.columns.length + 1;
  const line = (column: number, colSpan: number, rowSpan: number, text: string, bar = false) =>
    [column, colSpan, rowSpan, bar ? 'bar' : '', text].join(' ');
  const wanted = [
    [schedule.corner, ...schedule.columns].map((text, column) => line(column, 1, 1, words(text))),
    ...schedule.rows.flatMap((row): string[][] => {
      if (row.kind !== 'project') return [[line(0, whole, 1, words(row.label))]];
      const lanes = row.lanes.length === 0 ? [[]] : row.lanes;
      return lanes.map((lane, index) => [
        ...(index === 0 ? [line(0, 1, lanes.length, words(row.label))] : []),
        ...lane.map(({ from, to, text }) => line(from, to - from + 1, 1, words(text), true)),
      ]);
    }),
  ];
  const found = rows.map((row) =>
    row
      .filter(({ texts }) => texts.length > 0)
      .map((cell) => line(cell.column, cell.colSpan, cell.rowSpan, cell.texts.join(''), isBar(cell))),
  );
  for (const [index, row] of wanted.entries())
    if (row.join('\n') !== (found[index] ?? []).join('\n')) {
      yield { ...at(expected), what: `일정표 ${index + 1}행의 이름이나 막대가 다른 자리에 있습니다.` };
      return;
    }
}
