// What people typed into adopt.xlsx -> the plan that it says, and the same answers in the next one.
import { expect, it } from 'vitest';
import type { AskedQuestion, TypedAnswers } from '../../src/adopt/answers.ts';
import { readAnswers } from '../../src/commands/adopt-questions.ts';
import { textIn, type Workbook } from '../../src/document/workbook.ts';
import { writeWorkbook } from '../../src/write/xlsx/write-workbook.ts';
import { adoptedFiles } from './adopted-files.ts';

const SOURCE = `나무와 우물

□ 나무

○ 나무의 이야기

마을\t나무\t우물\t모두
윗말\t12\t40\t52
아랫말\t24\t\t55
샘말\t\t좋음\t31

□ 배

(단위 : 척)

항구\t큰 배\t작은 배\t합계
윗항\t12\t23\t35
아랫항\t31\t11\t42
`;
const adopt = (answers?: TypedAnswers) => adoptedFiles('숲.md', new TextEncoder().encode(SOURCE), answers);

const ANSWERS: Readonly<Record<string, string>> = {
  '발행 기관의 이름을 찾지 못하였습니다.': '가온군',
  '공시하는 날을 찾지 못하였습니다.': '2031. 2. 29.',
  '계획 연도가 제목에 없습니다.': '2031',
  '수의 단위를 알 수 없습니다.': '그루',
  '빈칸이 합친 칸인지 알 수 없어 짐작하였습니다.': '2',
};

/** The workbook with what `answer` says of each row typed into it, written and read. */
async function typed(workbook: Workbook | undefined, answer: (what: string) => string) {
  if (workbook === undefined) throw new Error('no questions');
  const sheets = workbook.sheets.map((sheet) => {
    const at = sheet.rows[0]?.find(({ content }) => textIn(content) === '결정')?.column;
    const rows = sheet.rows.map((row, y) =>
      row.map((cell) => {
        if (y === 0 || cell.column !== at) return cell;
        const text = answer(textIn(row[1]?.content));
        const content = { kind: 'text', pieces: [{ text, bold: false, raised: false }] } as const;
        return text === '' ? cell : { ...cell, content };
      }),
    );
    return { ...sheet, rows };
  });
  const written = await writeWorkbook({ ...workbook, sheets });
  expect(written.diagnostics).toEqual([]);
  const read = readAnswers({ name: 'adopt.xlsx', bytes: written.value ?? new Uint8Array() });
  expect(read.diagnostics).toEqual([]);
  return read.value?.now ?? new Map();
}

const first = adopt();
const asked = (questions: readonly AskedQuestion[] = []) =>
  new Map(questions.map(({ what, typed: one }) => [what, one?.answer]));

it('makes the plan anew as the worksheet says, keeps the answers, and tells those that answer nothing', async () => {
  const shipped = first.files.get('statistics/hanggu.yaml');
  expect(shipped).not.toContain('relations:');
  const [question] = first.value?.questions.filter(({ what }) => what.includes('합계')) ?? [];
  expect(question).toMatchObject({ at: '16', excerpt: '항구: 합계 【35】' });
  expect(question?.proposal).toContain('산식을 둡니다: 합(큰 배, 작은 배)');

  expect(first.files.get('corrections.yaml')?.match(/^ {2}- \{ place: /gm)).toHaveLength(
    first.value?.questions.length ?? 0,
  );

  const answers = await typed(first.value?.workbook, (what) => ANSWERS[what] ?? '');
  const gone = { answer: '2', reason: '', place: { file: 'adopt.xlsx', cell: 'x!A1' } };
  const second = adopt(new Map([...answers, ['없는 물음', gone]]));
  expect(second.diagnostics.map(({ rule, message, place }) => [rule, message, place])).toEqual([
    [
      'unused-answer',
      '이 물음의 답으로 읽을 수 없어 제안대로 두었습니다: ‘2031. 2. 29.’',
      { file: 'adopt.xlsx', cell: expect.stringMatching(/^확인할 것!G\d+$/) },
    ],
    ['unused-answer', '답 ‘2’의 물음이 이제 없어 쓰지 않았습니다: 없는 물음', gone.place],
  ]);
  const plan = second.files.get('plan.yaml');
  expect(plan).toContain('issuer: 가온군\nyear: 2031\nissue-date: 2031-03-31\n');
  expect(second.files.get('statistics/maeul.yaml')).toContain('unit: 그루\n');
  expect(second.files.get('corrections.yaml')).toMatch(
    /^questions:\n {2}- \{ place: '1', what: 공시하는 날을 [^\n]*\n$/,
  );
  // Left empty: as proposed.
  expect(second.files.get('statistics/hanggu.yaml')).toContain("relations:\n  '*/");

  const kept = await typed(second.value?.workbook, () => '');
  const third = adopt(kept);
  expect(third.files).toEqual(second.files);
  expect(asked(third.value?.questions)).toEqual(asked(second.value?.questions));
  expect(asked(third.value?.questions)).toEqual(
    new Map([...asked(first.value?.questions)].map(([what]) => [what, ANSWERS[what] ?? ''])),
  );
});

it('puts no relation where the answer is that there is none, and leaves blanks as they are where that is said', () => {
  const place = { file: 'adopt.xlsx', cell: 'x!A1' };
  const no = (questions: readonly AskedQuestion[] = []): TypedAnswers =>
    new Map(questions.map(({ key, others }) => [key, { answer: others ? '2' : '', reason: '', place }]));
  const refused = adopt(no(first.value?.questions));
  expect(refused.files.get('statistics/hanggu.yaml')).toBe(first.files.get('statistics/hanggu.yaml'));

  const source = '□ 말\n\n(단위 : 개)\n\n마을\t이름\t우물\n윗말\t앞\t40\n아랫말\t\t55\n샘말\t뒤\t31\n';
  const make = (answers?: TypedAnswers) => adoptedFiles('말.md', new TextEncoder().encode(source), answers);
  const merged = make();
  expect(merged.files.get('statistics/maeul.yaml')).toContain('merge');
  const blank = make(no(merged.value?.questions));
  expect(blank.diagnostics).toEqual([]);
  expect(blank.files.get('statistics/maeul.yaml')).not.toContain('merge');
});

it('takes no other file for answers', async () => {
  const told = (bytes: Uint8Array) => readAnswers({ name: 'x', bytes }).diagnostics.map(({ rule }) => rule);
  expect(told(new TextEncoder().encode(SOURCE))).toEqual(['not-a-workbook']);
  const { workbook } = first.value ?? {};
  if (workbook === undefined) throw new Error('no questions');
  const cover = await writeWorkbook({
    ...workbook,
    sheets: workbook.sheets.slice(0, 1).map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 3) })),
  });
  expect(told(cover.value ?? new Uint8Array())).toEqual(['no-answers']);
});
