// typed-year: a year typed in a text where only the plan's year, an earlier or a later one makes sense.
import { korean } from '../../diagnostic/particle.ts';
import { plainRich, type RichText } from '../../document/inline.ts';
import type { CheckWords } from '../../plan/check-words.ts';
import type { ProjectPeriod } from '../../plan/programme.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { excerptOf, lineOf } from '../text/line.ts';
import { wordsIn } from '../text/words.ts';
import { type YearMention, yearsIn } from '../text/years.ts';
import type { PrintedText } from '../texts.ts';

export const typedYear: Rule = {
  title: '사업기간과 홍보 시기는 계획 연도에 걸치고, 지난 일은 그 앞, 예정된 일은 그 뒤여야 합니다.',
  reason: '지난해 사업기간이 그대로 남으면 이미 끝난 사업을 하겠다는 말이 됩니다.',
  severity: 'error',
  *find(input) {
    const said = saidOf(input.words);
    for (const text of input.texts) yield* inText(input, text, said);
    for (const { tasks } of input.plan.programme.strategies)
      for (const task of tasks)
        for (const { id, period } of task.projects)
          if (period !== undefined) yield* inPeriod(input, `${task.id}/${id}`, period);
  },
};

/** Nothing but a time: 2023. 1분기, 2023. 연 6회, 2023년 3월 ~ 5월. */
const TIMING =
  /^\s?(?:(?:19|20)\d{2}|[’'‘]\d{2})(?:년|\.)\s?(?:\d\s?(?:\/\s?4?\s?)?분기|[상하]반기|연\s?\d{1,3}\s?회|\d{1,2}\s?(?:월|[.~∼]))[\s\d.,~∼·년월일초중말순]*$/u;
const YEAR_OF_PROJECT = /(?<!\d)(\d+)\s*년차\s*\(\s*$/u;
/** Letters before a year that say what it is of. */
const LEAD = 60;
/** Where a clause ends. */
const CLAUSE = /[,;·/)]/u;
const UNTIL = /^\s*년?도?[^,;]{0,12}?까지/u;
const PARTICIPLE = /(?<![가-힣])[가-힣]{2,6}(?=\s)/gu;

interface Said {
  /** Whether what stands before a year leads to the time of a project: 사업기간 : */
  readonly during: (before: string) => boolean;
  /** Whether a clause behind a year says that it is still to come, or that it is over. */
  readonly future: (clause: string) => boolean;
  readonly past: (clause: string) => boolean;
}

function saidOf(words: CheckWords): Said {
  const over = wordsIn(words.past);
  const results = wordsIn(words.results);
  const odd = wordsIn(words.notPast);
  return {
    during: (before) => {
      const lead = before.replaceAll(/[\s:：(은는]/gu, '');
      return words.periods.some((word) => lead.endsWith(`${word}기간`));
    },
    future: wordsIn(words.future),
    past: (clause) =>
      over(clause) ||
      results(clause.slice(0, 6)) ||
      (clause.match(PARTICIPLE) ?? []).some(
        (word) => words.pastForms.some((form) => word.endsWith(form)) && !odd(word),
      ),
  };
}

function* inText({ plan }: CheckInput, { text, context }: PrintedText, said: Said): Iterable<Found> {
  const line = lineOf(text);
  const mentions = yearsIn(text, plan.year, line);
  const typed = mentions.filter((one) => one.typed);
  if (typed.length === 0) return;
  const ofTable = plan.tables.has(context.block.id);
  if (
    mentions.some(({ from }) => said.during(leadOf(line.text, from))) ||
    (!ofTable && TIMING.test(line.text))
  ) {
    const outside = outsideOf(mentions, plan.year);
    if (outside !== undefined) yield besideYear(text, line.text, outside, plan.year);
  } else
    for (const [at, mention] of mentions.entries()) {
      if (!mention.typed) continue;
      const behind = line.text.slice(mention.to, mentions[at + 1]?.from);
      const clause = behind.slice(0, CLAUSE.exec(behind)?.index);
      if (said.future(clause) && mention.year < plan.year && !mention.base)
        yield found(text, line.text, mention, '앞으로 할 일', `${plan.year}년이나 그 뒤`);
      else if (mention.year > plan.year && !said.future(clause) && said.past(clause) && !UNTIL.test(behind))
        yield found(text, line.text, mention, '지난 일', `${plan.year}년이나 그 앞`);
    }
  yield* inOrder(text, line.text, typed);
}

function leadOf(words: string, from: number): string {
  return words.slice(Math.max(0, from - LEAD), from);
}

/** The first typed year of a time that ends before the plan's year or begins behind it. */
function outsideOf(mentions: readonly YearMention[], planYear: number): YearMention | undefined {
  const years = mentions.map(({ year }) => year);
  const touches = Math.min(...years) <= planYear && planYear <= Math.max(...years);
  return touches ? undefined : mentions.find(({ typed }) => typed);
}

function besideYear(text: RichText, words: string, mention: YearMention, year: number): Found {
  return found(text, words, mention, `계획 연도 ${year}년의 일`, `${year}년`);
}

/** 1년차(2022년) … 2년차(2023년), and 설립일 before what came later. */
function* inOrder(text: RichText, words: string, typed: readonly YearMention[]): Iterable<Found> {
  const [first, ...rest] = typed;
  if (first === undefined) return;
  const yearOfProject = ({ from }: YearMention) => YEAR_OF_PROJECT.exec(leadOf(words, from))?.[1];
  const isFounded = /설립일/u.test(words);
  const start = yearOfProject(first);
  for (const next of rest) {
    const year = yearOfProject(next);
    if (start !== undefined && year !== undefined) {
      const right = first.year + Number(year) - Number(start);
      if (right !== next.year)
        yield found(text, words, next, `${start}년차가 ${first.year}년인 사업의 ${year}년차`, `${right}년`);
    } else if (isFounded && next.year < first.year)
      yield found(text, words, next, `${first.year}년에 설립한 다음의 일`, `${first.year}년이나 그 뒤`);
  }
}

/** The stated period of a project touches the plan's year; one of the term need only touch that. */
function* inPeriod(
  { plan }: CheckInput,
  project: string,
  { text: { text, place }, years: kind }: ProjectPeriod,
): Iterable<Found> {
  const rich = plainRich(text, place);
  const mentions = yearsIn(rich, plan.year);
  const years = mentions.map(({ year }) => year);
  const { term } = plan;
  if (
    kind === 'term' &&
    term !== undefined &&
    Math.min(...years) <= term.to &&
    Math.max(...years) >= term.from
  )
    return;
  const outside = outsideOf(mentions, plan.year);
  if (outside !== undefined)
    yield { ...besideYear(rich, text, outside, plan.year), subject: `${project} ${outside.text}` };
}

function found(
  text: RichText,
  words: string,
  { from, to, year }: YearMention,
  what: string,
  right: string,
): Found {
  const around = excerptOf(words, from, to);
  return {
    subject: around,
    message: `‘${around}’: ${what}인데 ${year}년이라고 적혀 있습니다.`,
    place: text.place,
    stated: `${year}년`,
    computed: right,
    remedy: korean`${right}(으)로 고칩니다.`,
  };
}
