// A plan -> 새표1 and 새표2: forms for tables that it does not have yet.
import type { Sheet, SheetCell } from '../../../document/workbook.ts';
import type { Plan } from '../../../plan/plan.ts';
import { formKey, narrativeTitles, TABLE_COLUMNS, TABLE_ROWS } from '../../../plan/plan-form.ts';
import { text } from '../sheet-cells.ts';

const NAMES = ['새표1', '새표2'];
const MOST_LISTED = 250;

export function newTableSheets(plan: Plan): readonly Sheet[] {
  const titles = [...narrativeTitles(plan).keys()].filter((title) => !title.includes(','));
  const isList = titles.length > 0 && titles.join().length < MOST_LISTED;
  const wide = (id: string, label: string, prompt: string, input: SheetCell['input'] = 'text') => [
    text(id, { column: 0, align: 'left' }),
    text(label, { column: 1, role: 'row-header', align: 'left' }),
    text('', { column: 2, colSpan: TABLE_COLUMNS, align: 'left', prompt, ...(input && { input }) }),
  ];
  const across = Array.from({ length: TABLE_COLUMNS }, (_, index) => index + 2);
  const line = (id: string, label: string) => [
    text(id, { column: 0, align: 'left' }),
    text(label, { column: 1, align: 'left', input: 'text' }),
    ...across.map((column) => text('', { column, input: 'text' })),
  ];
  const head = (label: string, column: number, colSpan = 1) =>
    text(label, { column, colSpan, role: 'column-header' });
  const rows = [
    [head('id', 0), head('항목', 1), head('적는 칸', 2, TABLE_COLUMNS)],
    wide('caption', '제목', '표 위에 찍는 제목. 예: 연도별 방문자 수'),
    wide('unit', '단위', '칸의 단위. 예: 명, 천원, %'),
    wide('source', '출처', '쪽 아래 각주로 찍습니다. 없으면 비웁니다.'),
    wide('place', '싣는 곳', '어느 장의 끝에 실을지 고릅니다.', isList ? { words: titles } : 'text'),
    line('heads', '구 분'),
    ...Array.from({ length: TABLE_ROWS }, (_, index) => line(`row-${index + 1}`, '')),
  ];
  return NAMES.map((name) => ({
    name,
    caption: [{ text: '새 통계표', bold: true, raised: false }],
    unitLine: [
      {
        text: '‘구 분’의 오른쪽에 열 이름을, 아래에 행 이름을 적고 그 사이에 수를 적습니다. 이미 있는 표는 제 시트에서 채웁니다.',
        bold: false,
        raised: false,
      },
    ],
    columns: [10, 22, ...across.map(() => 12)],
    headerRows: 1,
    headerColumns: 2,
    rows,
    notes: [],
    orientation: 'landscape',
    hiddenColumns: [0],
    columnKeys: [formKey('tables'), 'label', ...across.map((_, index) => `c${index + 1}`)],
  }));
}
