// The questions of an adopted plan -> the workbook adopt.xlsx, and what people typed into it.
import { type AskedQuestion, choicesOf, type TypedAnswer, type TypedAnswers } from '../adopt/answers.ts';
import { covered, propertiesOf } from '../compose/compose-targets.ts';
import { sheet } from '../compose/sheets/programme-frame.ts';
import { text } from '../compose/sheets/sheet-cells.ts';
import { type Diagnostic, fileFault, formatLocation, type Outcome } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { Sheet, Workbook } from '../document/workbook.ts';
import type { FigureBook } from '../figure/figure.ts';
import { readSpreadsheet } from '../spreadsheet/read-spreadsheet.ts';
import { cellText, type PlainSheet, textAt, wordsAt } from '../spreadsheet/spreadsheet.ts';
import type { OutputFile } from './sources.ts';

/** The file's name, in the folder of the plan, which does not read it. */
export const QUESTIONS = 'adopt.xlsx';
const SHEET = '확인할 것';
const [ANSWER, REASON, KEY, BEFORE] = ['결정', '까닭', '열쇠', '앞선 결정'];
/** Before an answer with which the plan was made: an empty one is another thing than none. */
const MADE_WITH = '답:';
const FEWEST_OTHERS = 2;
const GUIDE = [
  '1. 결정에 적습니다. 비우면 제안대로, 2와 3은 다른 답대로 합니다. 말로 답하는 물음에는 그 말을 적습니다.',
  '2. 저장한 뒤 iljari adopt 문서 폴더 --answers adopt.xlsx를 부르면 그 답대로 다시 만듭니다. 만든 계획을 그동안 고쳤으면 새 폴더를 적습니다. 적은 답은 새 adopt.xlsx에 그대로 있습니다.',
  '3. 그 전에는 짐작한 것이 그대로 적혀 있고, 물은 산식은 두지 않습니다.',
];

/** One row a question, in their order; the texts of the source that are lost have a sheet of their own. */
export function questionBook(
  questions: readonly AskedQuestion[],
  lost: readonly Diagnostic[],
  document: Document,
): Workbook | undefined {
  if (questions.length === 0 && lost.length === 0) return undefined;
  const sheets = [questionSheet(questions), ...(lost.length === 0 ? [] : [lostSheet(lost)])];
  const figures: FigureBook = new Map();
  return {
    file: QUESTIONS,
    ...propertiesOf(document),
    sheets: covered(document, sheets, figures, GUIDE),
    figures,
  };
}

function questionSheet(questions: readonly AskedQuestion[]): Sheet {
  const count = Math.max(FEWEST_OTHERS, ...questions.map(({ others = [] }) => others.length));
  const others = Array.from({ length: count }, (_, index) => index);
  const [answer, key] = [4 + count, 6 + count];
  const rows = questions.map(({ at, what, excerpt, proposal, others: said = [], takes, key: own, typed }) => {
    const words = [at, what, excerpt, takes ? `${proposal} 아니면 적을 것: ${takes.form}` : proposal];
    const prompt = takes
      ? `비우면 제안대로 합니다. 적을 수 있는 것: ${takes.form}`
      : '비우면 제안대로 합니다.';
    return [
      ...[...words, ...others.map((index) => said[index] ?? '')].map((one, column) =>
        text(one, { column, align: 'left' }),
      ),
      text(typed?.answer ?? '', { column: answer, input: 'text', prompt }),
      text(typed?.reason ?? '', { column: answer + 1, align: 'left', input: 'text' }),
      text(own, { column: key }),
      text(typed === undefined ? '' : MADE_WITH + typed.answer, { column: key + 1 }),
    ];
  });
  const labels = ['자리', '물음', '원문', '제안', ...others.map((index) => `다른 답 ${index + 2}`)];
  return {
    ...sheet({
      name: SHEET,
      caption: '옮긴 계획에서 확인할 것',
      unit: '(자리는 원본의 줄, 한글 문서는 구역-문단)',
      columns: [8, 32, 36, 40, ...others.map(() => 20), 16, 24, 10, 10],
      labels: [...labels, ANSWER, REASON, KEY, BEFORE],
      headerColumns: 0,
      orientation: 'landscape',
      rows,
    }),
    hiddenColumns: [key, key + 1],
  };
}

function lostSheet(lost: readonly Diagnostic[]): Sheet {
  return sheet({
    name: '없는 글',
    caption: '만든 문서에 없는 원본의 글',
    unit: '(자리는 원본의 줄)',
    columns: [24, 90],
    labels: ['자리', '글'],
    headerColumns: 0,
    rows: lost.map(({ place, message }) => [
      text(formatLocation(place), { column: 0, align: 'left' }),
      text(message, { column: 1, align: 'left' }),
    ]),
  });
}

interface ReadAnswers {
  readonly now: TypedAnswers;
  /** Those with which the plan beside it was made. */
  readonly before: TypedAnswers;
}

/** What stands in the columns of answers and reasons, by the key of its row, however rows and columns were moved. */
export function readAnswers({ name, bytes }: OutputFile): Outcome<ReadAnswers> {
  const read = readSpreadsheet(bytes);
  const refuse = (rule: string, message: string, expected: string) => ({
    value: undefined,
    diagnostics: [fileFault(rule, name, message, expected)],
  });
  if (!read.ok) return refuse(read.unreadable.rule, read.unreadable.message, read.unreadable.expected);
  const found = read.sheets.flatMap((one) => answersIn(one, name) ?? [])[0];
  return found === undefined
    ? refuse('no-answers', '확인할 것을 적은 통합문서가 아닙니다.', `iljari adopt가 만든 ${QUESTIONS}`)
    : { value: found, diagnostics: [] };
}

function answersIn(sheet: PlainSheet, file: string): ReadAnswers | undefined {
  for (const [head, cells] of sheet.rows) {
    const columns = new Map([...cells.keys()].map((column) => [textAt(sheet, head, column), column]));
    const [answer, reason, key] = [columns.get(ANSWER), columns.get(REASON), columns.get(KEY)];
    if (answer === undefined || reason === undefined || key === undefined) continue;
    const below = [...sheet.rows.keys()].filter((row) => row > head && textAt(sheet, row, key) !== '');
    const rows = below.map((row): [string, TypedAnswer] => [
      textAt(sheet, row, key),
      {
        answer: wordsAt(sheet, row, answer),
        reason: wordsAt(sheet, row, reason),
        place: { file, cell: `${sheet.name}!${cellText(answer, row)}` },
      },
    ]);
    const made = below.map((row) => textAt(sheet, row, columns.get(BEFORE) ?? 0));
    const before = rows.flatMap(([one, typed], index): [string, TypedAnswer][] =>
      made[index]?.startsWith(MADE_WITH)
        ? [[one, { ...typed, answer: made[index].slice(MADE_WITH.length) }]]
        : [],
    );
    return { now: new Map(rows), before: new Map(before) };
  }
  return undefined;
}

/** Rule `unused-answer`, warnings: answers to what is not asked any more, and those that are none of what a question takes. */
export function unusedAnswers(
  questions: readonly AskedQuestion[],
  answers: TypedAnswers,
): readonly Diagnostic[] {
  const asked = new Map(questions.map((question) => [question.key, question]));
  return [...answers].flatMap(([key, { answer, place }]) => {
    const question = asked.get(key);
    if (answer === '' || question?.isAnswered) return [];
    const choices = choicesOf(question ?? {}).join(', ');
    const words = question?.takes === undefined ? '' : `, 또는 ${question.takes.form}`;
    const [message, expected] =
      question === undefined
        ? [`답 ‘${answer}’의 물음이 이제 없어 쓰지 않았습니다: ${key}`, '새 adopt.xlsx에 있는 물음의 답']
        : [`이 물음의 답으로 읽을 수 없어 제안대로 두었습니다: ‘${answer}’`, `빈칸, ${choices}${words}`];
    return [{ rule: 'unused-answer', severity: 'warning', message, expected, place } as const];
  });
}
