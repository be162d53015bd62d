// The sheets of a workbook -> its cover: what it is, of which date and edition, and links to its sheets.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { shownDate } from '../../plan/edition.ts';
import { bareCaption } from '../../plan/figure-name.ts';
import { cell, text } from './sheet-cells.ts';

interface Cover {
  readonly title: string;
  readonly issuer: string;
  /** ISO date. */
  readonly issueDate: string;
  /** 당초, 제1회 추가경정예산. */
  readonly edition: string;
  /** What to do with the workbook, step by step. */
  readonly guide: readonly string[];
}

const NAME = '표지';

export function coverSheet(
  { title, issuer, issueDate, edition, guide }: Cover,
  sheets: readonly Sheet[],
): Sheet {
  const value = { column: 1, colSpan: 2, align: 'left' } as const;
  const row = (label: string, ...cells: readonly SheetCell[]): readonly SheetCell[] => [
    text(label, { column: 0, role: 'row-header', align: 'left' }),
    ...cells,
  ];
  return {
    name: NAME,
    caption: [{ text: title, bold: true, raised: false }],
    columns: [12, 20, 56],
    headerRows: 0,
    headerColumns: 0,
    rows: [
      row('기관', text(issuer, value)),
      row('판', text(edition, value)),
      row('공시일', text(shownDate(issueDate), value)),
      ...guide.map((line, index) => row(index === 0 ? '쓰는 법' : '', text(line, value))),
      row('단위', text('시트마다 표 오른쪽 위에 적었습니다.', value)),
      ...sheets.map(({ name, caption }, index) =>
        row(
          index === 0 ? '시트' : '',
          cell({ kind: 'link', sheet: name }, { column: 1, align: 'left' }),
          text(wordsOf(caption), { column: 2, align: 'left' }),
        ),
      ),
    ],
    notes: [],
    orientation: 'portrait',
  };
}

/** The caption without its brackets and the numbers of notes. */
function wordsOf(caption: Sheet['caption']): string {
  const text = caption.flatMap(({ text, raised }) => (raised ? [] : [text])).join('');
  return bareCaption(text.replaceAll(/\s+/g, ' '));
}
