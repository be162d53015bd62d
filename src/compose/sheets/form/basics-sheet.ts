// The plan as a whole -> 기본정보: its title, office, years and dates, and the texts of cover, vision, colophon and notes.
import type { Sheet } from '../../../document/workbook.ts';
import type { Plan } from '../../../plan/plan.ts';
import { basicRows } from '../../../plan/plan-form.ts';
import { formSheet } from './form-sheet.ts';

const MARKED = '수치나 각주가 든 글이라 자료 파일에서 고칩니다.';

export function basicsSheet(plan: Plan): Sheet {
  return formSheet({
    kind: 'basics',
    name: '기본정보',
    caption: '기본정보',
    guide: '노란 칸에 적습니다. 쓰지 않는 것은 비웁니다.',
    columns: [
      { key: 'label', head: '항목', width: 18 },
      { key: 'value', head: '적는 칸', width: 56, input: 'text' },
      { key: 'help', head: '설명', width: 46 },
    ],
    rows: basicRows(plan).map(({ id, label, help, value, words, marked }) => ({
      id,
      cells: [label, value, marked ? MARKED : help],
      inputs: ['none', marked ? 'none' : words && { words: Object.values(words) }, 'none'],
    })),
    spare: 0,
    orientation: 'landscape',
  });
}
