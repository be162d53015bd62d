// repeated-number: one count that a project's sheet, its tables and the schedule give differently.
import { korean } from '../../diagnostic/particle.ts';
import { gridOf, type TableBlock } from '../../document/table.ts';
import { showFigure } from '../../figure/show.ts';
import type { Found } from '../finding.ts';
import { type ProjectText, type ProjectTexts, projectTexts } from '../project-texts.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';
import { likeness, numbersIn, numberTheSame, type WordedNumber, wordBefore } from '../text/numbers.ts';

export const repeatedNumber: Rule = {
  title: '같은 것을 센 수는 과제 시트와 추진일정, 표에서 같아야 합니다.',
  reason: '한 사업의 규모가 곳에 따라 다르면 어느 쪽이 계획인지 알 수 없습니다.',
  severity: 'error',
  *find(input) {
    for (const one of projectTexts(input)) {
      for (const scheduled of one.schedule) {
        for (const other of one.sheet) yield* between(one.project, scheduled, other);
        yield* againstRows(input, one, scheduled);
      }
    }
    yield* everywhere(input);
    yield* cellsApart(input);
  },
};

/** Shorter pieces of words are no names. */
const SHORTEST = 2;
/** Words behind a number that more than a project may have, whatever they are about. */
const TERMS = /^기(?:종합|목표)/u;
/** A number that says of nothing else what it counts. */
const BARE_COUNT = /^[개명건]?$/u;
/** At most some marks and blanks stand between a number and the one that goes with it. */
const NEXT = /^[^\p{L}\d]{0,4}$/u;

function* between(project: string, a: ProjectText, b: ProjectText): Iterable<Found> {
  const [ours, theirs] = [numbersIn(a.text), numbersIn(b.text)];
  for (const [index, one] of ours.entries()) {
    const position = theirs.findIndex((other) => numberTheSame(one, other));
    const other = theirs[position];
    if (other === undefined) continue;
    if (!one.exact.equals(other.exact)) yield found(project, a, one, b, other);
    const [next, after] = [ours[index + 1], theirs[position + 1]];
    if (next === undefined || after === undefined || next.exact.equals(after.exact)) continue;
    if (!BARE_COUNT.test(next.after) || !BARE_COUNT.test(after.after)) continue;
    if (follows(a.text, one, next) && follows(b.text, other, after)) yield found(project, a, next, b, after);
  }
}

/** Whether nothing but a mark parts the words of the first number from the second. */
function follows(text: string, one: WordedNumber, next: WordedNumber): boolean {
  const gap = text.slice(one.to, next.from).replace(/^[가-힣\s]+/u, '');
  return NEXT.test(gap);
}

function found(
  subject: string,
  a: ProjectText,
  one: WordedNumber,
  b: ProjectText,
  other: WordedNumber,
): Found {
  return {
    subject: `${subject} ${one.before}${one.after} ${other.after}`,
    message: korean`‘${a.text}’에는 ${said(one)}, ‘${b.text}’에는 ${said(other)}(으)로 적혀 있습니다.`,
    place: a.place,
    related: [{ place: b.place, note: `‘${b.text}’` }],
    stated: one.text,
    computed: other.text,
    remedy: '두 곳의 수를 맞춥니다.',
  };
}

function said({ text, after }: WordedNumber): string {
  return `‘${text}${after}’`;
}

/** From where the words begin, not from each of their letters: a long text has many. */
const NAMED_COUNT =
  /(?<![가-힣A-Za-z\s])\s*([가-힣A-Za-z][가-힣A-Za-z\s]{3,})\((\d[\d,]*)\s*(?:개사|개소|명|건|개|팀)\)/gu;
/** Two names that share this much of their letters mean one thing. */
const ALIKE = 0.5;

/** 화상 수출상담회 추진(8개사), against the row of a table of the project that is about the same. */
function* againstRows({ book }: CheckInput, one: ProjectTexts, scheduled: ProjectText): Iterable<Found> {
  for (const [, name = '', count = ''] of scheduled.text.matchAll(NAMED_COUNT)) {
    const rows = one.tables.flatMap((table) => rowsOf(table));
    const [best] = rows
      .map((row) => ({ row, like: Math.max(...row.texts.map((text) => likeness(name, text))) }))
      .sort((a, b) => b.like - a.like);
    const address = best?.row.figures[0];
    if (best === undefined || best.like < ALIKE || address === undefined || best.row.figures.length > 1)
      continue;
    const figure = book.get(address);
    if (
      figure?.effective.kind !== 'quantity' ||
      figure.effective.exact.equals(Number(count.replaceAll(',', '')))
    )
      continue;
    const label = best.row.texts.find((text) => likeness(name, text) === best.like) ?? '';
    const shown = showFigure(figure);
    yield {
      subject: `${one.project} ${name.trim()}`,
      message: korean`‘${name.trim()}’이(가) 추진일정에는 ${count}, 과제 시트의 표(‘${label}’)에는 ${shown}(으)로 적혀 있습니다.`,
      place: scheduled.place,
      related: [{ place: figure.definition.place, note: `‘${label}’ ${shown}` }],
      stated: count,
      computed: shown,
      remedy: '두 곳의 수를 맞춥니다.',
    };
  }
}

function rowsOf(table: TableBlock) {
  return gridOf(table)
    .slice(table.headerRows)
    .map((line) => {
      const cells = [...new Set(line)];
      return {
        texts: cells.flatMap((cell) => (cell.figure === undefined ? [wordsOf(cell.blocks)] : [])),
        figures: cells.flatMap(({ figure }) => figure ?? []),
      };
    })
    .filter(({ texts }) => texts.length > 0);
}

function wordsOf(blocks: TableBlock['rows'][number][number]['blocks']): string {
  return blocks.map((block) => ('content' in block ? lineOf(block.content).text : '')).join(' ');
}

const COUNTER = /^(?:[개명건회원천만백억년월일세인대차조항호목%]|시간|단계|분기)/u;

/** The word that a number stands in the midst of: 소통1번가, 50플러스; undefined for a count. */
function wordAround(text: string, { from, to }: WordedNumber): string | undefined {
  const before = wordBefore(text, from);
  const after = /^[가-힣]*/u.exec(text.slice(to))?.[0] ?? '';
  const named = after.startsWith('플러스') || (before.length >= SHORTEST && after.length >= SHORTEST);
  return named && !COUNTER.test(after) ? `${before}#${after.slice(0, 3)}` : undefined;
}

/** One name with a number in it, in any two texts: 민선 8기 목표, 소통1번가. In one text two numbers are meant apart. */
function* everywhere({ texts }: CheckInput): Iterable<Found> {
  const first = new Map<string, { readonly number: WordedNumber; readonly at: ProjectText }>();
  const numbered = texts.flatMap(({ text, context }) => {
    if (context.block.kind === 'contents') return [];
    const at: ProjectText = { text: lineOf(text).text, place: text.place };
    return numbersIn(at.text).map((number) => ({ number, at, block: context.block.id }));
  });
  for (const { number, at } of numbered) {
    const term = number.before === '민선' && TERMS.test(number.after) ? `민선#${number.after}` : undefined;
    const key = term ?? wordAround(at.text, number);
    if (key === undefined) continue;
    const known = first.get(key);
    if (known === undefined) first.set(key, { number, at });
    else if (!known.number.exact.equals(number.exact) && known.at.text !== at.text)
      yield {
        ...found(key, at, number, known.at, known.number),
        ...(term === undefined && { severity: 'warning' as const }),
      };
  }
  yield* keywords(numbered);
}

interface Numbered {
  readonly number: WordedNumber;
  readonly at: ProjectText;
  readonly block: string;
}

/** What a keyword of the outreach repeats, 최대7개월: some other text has to say the same. */
function* keywords(numbered: readonly Numbered[]): Iterable<Found> {
  for (const { number, at, block } of numbered) {
    if (block !== 'outreach' || !at.text.startsWith('#') || number.before === '' || number.after === '')
      continue;
    const others = numbered.filter(
      (other) =>
        other.block !== block &&
        other.number.before === number.before &&
        other.number.after.startsWith(number.after),
    );
    const [first] = others;
    if (first === undefined || others.some((other) => other.number.exact.equals(number.exact))) continue;
    yield found(`keyword ${number.before}`, at, number, first.at, first.number);
  }
}

/** Fewer letters make cells alike by chance. */
const LONG_TEXT = 6;

/** Cells of one column whose texts differ in nothing but a number. */
function* cellsApart({ plan }: CheckInput): Iterable<Found> {
  for (const table of plan.tables.values()) {
    const first = new Map<string, ProjectText>();
    for (const row of table.cells) {
      for (const [column, cell] of row.entries()) {
        if (cell.kind !== 'text') continue;
        const { text, place } = cell.text;
        const letters = text.replace(/\{\{[^{}\n]*(?:\}\})?|[^\p{L}]/gu, '');
        if (letters.length < LONG_TEXT) continue;
        const key = `${column} ${letters}`;
        const known = first.get(key);
        if (known === undefined) first.set(key, { text, place });
        else yield* between(`${table.id} ${column}`, { text, place }, known);
      }
    }
  }
}
