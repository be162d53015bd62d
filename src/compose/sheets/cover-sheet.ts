// The sheets of a workbook -> its cover: what it is, of which date and edition, and links to its sheets.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { shownDate } from '../../plan/edition.ts';
import { cell, text } from './sheet-cells.ts';

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
  const value = { column: 1, align: 'left' } as const;
  const row = (label: string, content: SheetCell): readonly SheetCell[] => [
    text(label, { column: 0, role: 'row-header', align: 'left' }),
    content,
  ];
  return {
    name: NAME,
    caption: [{ text: title, bold: true, raised: false }],
    columns: [18, 62],
    headerRows: 0,
    headerColumns: 0,
    rows: [
      row('기관', text(issuer, value)),
      row('판', text(edition, value)),
      row('공시일', text(shownDate(issueDate), value)),
      row('단위', text('시트마다 표 오른쪽 위에 적었습니다.', value)),
      ...sheets.map(({ name }, index) =>
        row(index === 0 ? '시트' : '', cell({ kind: 'link', sheet: name }, value)),
      ),
    ],
    notes: [],
    orientation: 'portrait',
  };
}
