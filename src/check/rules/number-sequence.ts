// Numbers before parts, sections, items, rows and projects -> those that skip, repeat or lose their mark.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import type { Block } from '../../document/document.ts';
import { plainText, type RichText } from '../../document/inline.ts';
import type { TableBlock } from '../../document/table.ts';
import { tasksOf } from '../../plan/programme.ts';
import { leavesOf } from '../../plan/statistics-table.ts';
import type { Found } from '../finding.ts';
import { countOf, numberedLists, wayOf } from '../numbered-lists.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { sheetLines } from '../sheet-lines.ts';

interface Numbered {
  /** From 1. */
  readonly number: number;
  /** As printed. */
  readonly mark: string;
  readonly what: string;
  readonly place: SourceLocation;
}

const CIRCLED = /^[①-⑳]/;
const FIRST_CIRCLED = 0x2460;
/** (1기) (2기), (1단계), 1년차, 1회차: what is counted in one text. */
const COUNTED = /(?<!\d)(\d+)(단계|년차|회차)(?![가-힣])|\((\d+)(기)\)/g;
const POINTED = /^(\d+)(\.?)\s/;

export const numberSequence: Rule = {
  title: '번호는 1부터 차례로, 빠짐없이 붙여야 합니다.',
  reason: '번호가 어긋나면 빠진 것이 있는지 알 수 없고, 번호로 부를 수 없습니다.',
  severity: 'warning',
  *find(input) {
    yield* headings(input.document.blocks);
    yield* circledItems(input);
    for (const { id, list } of numberedLists(input.texts))
      yield* inSequence(
        `list ${id}`,
        list.map(({ item }) => numbered(countOf(item.marker), item.marker, item.content)),
      );
    yield* schedule(input);
    yield* serialRows(input);
    for (const block of input.document.blocks) if (block.kind === 'table') yield* cellNumbers(block);
    yield* counted(input);
  },
};

/** The first number out of sequence; those behind it follow from it. */
function* inSequence(group: string, list: readonly Numbered[]): Iterable<Found> {
  const wrong = list.findIndex(({ number }, index) => number !== index + 1);
  const at = list[wrong];
  if (at === undefined) return;
  const before = list[wrong - 1];
  yield {
    subject: `numbers/${group}`,
    message:
      before === undefined
        ? `‘${at.what}’의 번호가 ${at.mark}입니다. 1부터 시작해야 합니다.`
        : `‘${at.what}’의 번호가 ${at.mark}입니다. ${before.mark} 다음에는 ${wrong + 1}번째가 와야 합니다.`,
    place: at.place,
    related:
      before === undefined ? [] : [{ place: before.place, note: `앞 번호 ${before.mark}: ${before.what}` }],
    stated: at.mark,
    remedy: '번호를 차례대로 고칩니다.',
  };
}

/** Those that count in one way are one sequence: parts Ⅰ Ⅱ, 제1장 제2장; sections of a part, what is below a section. A heading without a number is in none. */
function* headings(blocks: readonly Block[]): Iterable<Found> {
  const groups = new Map<string, Numbered[]>();
  const add = (group: string, mark: string, title: RichText) => {
    // 부록: a word in place of the number.
    if (mark === '' || Number.isNaN(countOf(mark))) return;
    const way = wayOf(mark);
    const key = way === 'Ⅰ' || way === '1' ? group : `${group} ${way}`;
    groups.set(key, [...(groups.get(key) ?? []), numbered(countOf(mark), mark, title)]);
  };
  let parts = 0;
  let section = 'subsections';
  for (const block of blocks) {
    if (block.kind === 'part') {
      parts += 1;
      add('parts', block.numeral, block.title);
    } else if (block.kind === 'section') {
      add(`sections ${parts}`, block.number, block.title);
    } else if (block.kind === 'subsection') add(section, block.number, block.title);
    if (block.kind === 'part' || block.kind === 'section') section = `subsections ${block.id}`;
  }
  const { parts: whole = [], ...rest } = Object.fromEntries(groups);
  for (const [group, list] of Object.entries(rest)) yield* inSequence(group, list);
  yield* inSequence('parts', whole);
}

function numbered(number: number, mark: string, title: RichText): Numbered {
  return { number, mark, what: plainText(title.inlines), place: title.place };
}

function circledValue(mark: string): number {
  return (mark.codePointAt(0) ?? 0) - FIRST_CIRCLED + 1;
}

/** ① ② among the items of one project, or of one heading. */
function* circledItems(input: CheckInput): Iterable<Found> {
  const groups = new Map<string, Numbered[]>();
  for (const { task, project, item, text } of sheetLines(input)) {
    const mark = CIRCLED.exec(item.marker)?.[0] ?? CIRCLED.exec(text)?.[0];
    if (mark === undefined) continue;
    const group = `items ${task.id}/${project?.id ?? ''}`;
    groups.set(group, [...(groups.get(group) ?? []), numbered(circledValue(mark), mark, item.content)]);
  }
  for (const [group, list] of groups) yield* inSequence(group, list);
}

/** Numbers of the projects in the schedule, where one is set by hand. */
function* schedule({ plan }: CheckInput): Iterable<Found> {
  for (const task of tasksOf(plan.programme)) {
    const list = task.projects.map(({ scheduleNumber, name }, index) => ({
      number: scheduleNumber === undefined ? index + 1 : circledValue(scheduleNumber),
      mark: scheduleNumber ?? String.fromCodePoint(FIRST_CIRCLED + index),
      what: (name.published.schedule ?? name.canonical).text,
      place: (name.published.schedule ?? name.canonical).place,
    }));
    yield* inSequence(`schedule ${task.id}`, list);
  }
}

/** Row labels 1. 2. 3., and the serial numbers under 연번. */
function* serialRows({ plan }: CheckInput): Iterable<Found> {
  for (const table of plan.tables.values()) {
    const labels = leavesOf(table.rows).flatMap((path) => path.at(-1)?.label ?? []);
    if (table.corner.text.replaceAll(' ', '') === '연번') {
      yield* inSequence(
        `rows ${table.id}`,
        // 계, 합계: what has no number is no part of the sequence.
        labels
          .filter(({ text }) => /^\d+$/u.test(text.trim()))
          .map(({ text, place }) => ({ number: Number(text), mark: text, what: text, place })),
      );
      continue;
    }
    const rows = labels.flatMap(({ text, place }) => {
      const [, digits, point] = POINTED.exec(text) ?? [];
      return digits === undefined
        ? []
        : [{ number: Number(digits), mark: `${digits}${point}`, what: text, place, point }];
    });
    const pointed = rows.filter(({ point }) => point === '.');
    // 15 ~ 19세 is no number of a row.
    if (pointed.length * 2 <= rows.length) continue;
    yield* inSequence(`rows ${table.id}`, rows);
    for (const { what, place, mark } of rows.filter(({ point }) => point !== '.')) {
      yield {
        subject: `numbers/rows ${table.id} ${mark}`,
        severity: 'style',
        message: `‘${what}’의 번호 뒤에 마침표가 없습니다. 다른 행은 ‘${pointed[0]?.mark}’처럼 적었습니다.`,
        place,
        remedy: korean`‘${mark}.’(으)로 고칩니다.`,
      };
    }
  }
}

/** ① ② in the cells of one table column. */
function* cellNumbers(table: TableBlock): Iterable<Found> {
  const columns = new Map<number, Numbered[]>();
  for (const cell of table.rows.flat()) {
    if (cell.figure !== undefined) continue;
    const block = cell.blocks[0];
    const content = block?.kind === 'paragraph' || block?.kind === 'item' ? block.content : undefined;
    const mark = content && CIRCLED.exec(plainText(content.inlines))?.[0];
    if (content === undefined || mark === undefined) continue;
    columns.set(cell.column, [
      ...(columns.get(cell.column) ?? []),
      numbered(circledValue(mark), mark, content),
    ]);
  }
  for (const [column, list] of columns) yield* inSequence(`cells ${table.id} ${column}`, list);
}

/** 1회차, 2회차, 3회차 within one text; (1단계), (2단계) in the lines of one cell. */
function* counted({ texts: printed }: CheckInput): Iterable<Found> {
  const texts = new Map<unknown, { text: string; place: SourceLocation }>();
  for (const { text, context } of printed) {
    if (context.cell?.figure !== undefined) continue;
    const key = context.cell ?? text;
    const known = texts.get(key);
    const more = plainText(text.inlines);
    texts.set(key, {
      text: known === undefined ? more : `${known.text} ${more}`,
      place: known?.place ?? text.place,
    });
  }
  for (const { text, place } of texts.values()) {
    const counters = new Map<string, Numbered[]>();
    for (const [mark, first, one, second, two] of text.matchAll(COUNTED)) {
      const counter = one ?? two ?? '';
      const list = counters.get(counter) ?? [];
      counters.set(counter, [...list, { number: Number(first ?? second), mark, what: text, place }]);
    }
    for (const [counter, list] of counters) {
      if (list.length > 1) yield* inSequence(`counted ${counter} ${text.slice(0, 20)}`, list);
    }
  }
}
