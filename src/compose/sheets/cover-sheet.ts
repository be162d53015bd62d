// The sheets of a workbook -> its cover: what it is, of which date and edition, and links to its sheets.
import type { Sheet, SheetCell, SheetContent } from '../../document/workbook.ts';

interface Cover {
  readonly title: string;
  readonly issuer: string;
  /** ISO date. */
  readonly issueDate: string;
  /** 당초, 제1회 추가경정예산. */
  readonly edition: string;
}

const NAME = '표지';

export function coverSheet({ title, issuer, issueDate, edition }: Cover, sheets: readonly Sheet[]): Sheet {
  const row = (label: string, content: SheetContent): readonly SheetCell[] => [
    cell(0, 'row-header', textOf(label)),
    cell(1, 'data', content),
  ];
  return {
    name: NAME,
    caption: [{ text: title, bold: true, raised: false }],
    columns: [18, 62],
    headerRows: 0,
    headerColumns: 0,
    rows: [
      row('기관', textOf(issuer)),
      row('판', textOf(edition)),
      row('공시일', textOf(issueDate)),
      row('단위', textOf('시트마다 표 오른쪽 위에 적었습니다.')),
      ...sheets.map(({ name }, index) => row(index === 0 ? '시트' : '', { kind: 'link', sheet: name })),
    ],
    notes: [],
    orientation: 'portrait',
  };
}

function textOf(text: string): SheetContent {
  return text === '' ? { kind: 'empty' } : { kind: 'text', pieces: [{ text, bold: false, raised: false }] };
}

function cell(column: number, role: SheetCell['role'], content: SheetContent): SheetCell {
  return {
    column,
    colSpan: 1,
    rowSpan: 1,
    role,
    align: 'left',
    emphasis: 'none',
    openTop: false,
    content,
  };
}
