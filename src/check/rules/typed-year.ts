// typed-year: a year typed in a text where only the plan's year, an earlier or a later one makes sense.
import { korean } from '../../diagnostic/particle.ts';
import { plainRich, type RichText } from '../../document/inline.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { excerptOf, lineOf } from '../text/line.ts';
import { type YearMention, yearsIn } from '../text/years.ts';

export const typedYear: Rule = {
  title: '사업기간과 홍보 시기는 계획 연도 안이고, 지난 일은 그 앞, 예정된 일은 그 뒤여야 합니다.',
  reason: '지난해 사업기간이 그대로 남으면 이미 끝난 사업을 하겠다는 말이 됩니다.',
  severity: 'error',
  *find(input) {
    for (const { text } of input.texts) yield* inText(input, text);
    for (const { tasks } of input.plan.programme.strategies)
      for (const task of tasks)
        for (const { id, period } of task.projects)
          if (period !== undefined) yield* inPeriod(input, `${task.id}/${id}`, period.text);
  },
};

const DURING = /(?:사업|운영|교육|지원|모집|접수|추진|훈련|공고)\s*기간/u;
/** 2023. 1분기, 2023. 연 6회: nothing but a time of the year. */
const TIMING =
  /^\s*(?:(?:19|20)\d{2}|[’'‘]\d{2})(?:년|\.)\s*(?:\d\s*(?:\/\s*)?분기|[상하]반기|연\s*\d+\s*회|\d{1,2}\s*월)/u;
const AFTER = /예정|개시|완공|준공\s*예정/u;
const YEAR_OF_PROJECT = /(?<!\d)(\d+)\s*년차\s*\(\s*$/u;

function* inText({ plan }: CheckInput, text: RichText): Iterable<Found> {
  const line = lineOf(text);
  const typed = yearsIn(text, plan.year, line).filter((one) => one.typed);
  if (typed.length === 0) return;
  const during = DURING.test(line.text) || TIMING.test(line.text);
  for (const mention of typed) {
    if (during && mention.year !== plan.year)
      yield found(text, line.text, mention, `계획 연도 ${plan.year}년의 일`, `${plan.year}년`);
    else if (AFTER.test(line.text) && mention.year < plan.year)
      yield found(text, line.text, mention, '앞으로 할 일', `${plan.year}년이나 그 뒤`);
    else if (!AFTER.test(line.text) && mention.year > plan.year)
      yield found(text, line.text, mention, '앞으로 할 일이라는 말이 없는 글', `${plan.year}년이나 그 앞`);
  }
  yield* inOrder(text, line.text, typed);
}

/** 1년차(2022년) … 2년차(2023년), and 설립일 before what came later. */
function* inOrder(text: RichText, words: string, typed: readonly YearMention[]): Iterable<Found> {
  const [first, ...rest] = typed;
  if (first === undefined) return;
  const yearOfProject = ({ from }: YearMention) => YEAR_OF_PROJECT.exec(words.slice(0, from))?.[1];
  const start = yearOfProject(first);
  for (const next of rest) {
    const year = yearOfProject(next);
    if (start !== undefined && year !== undefined) {
      const right = first.year + Number(year) - Number(start);
      if (right !== next.year)
        yield found(text, words, next, `${start}년차가 ${first.year}년인 사업의 ${year}년차`, `${right}년`);
    } else if (/설립일/u.test(words) && next.year < first.year)
      yield found(text, words, next, `${first.year}년에 설립한 다음의 일`, `${first.year}년이나 그 뒤`);
  }
}

/** The stated period of a project lies in the plan's year. */
function* inPeriod(
  { plan }: CheckInput,
  project: string,
  { text, place }: { readonly text: string; readonly place: RichText['place'] },
): Iterable<Found> {
  const rich = plainRich(text, place);
  for (const mention of yearsIn(rich, plan.year))
    if (mention.year !== plan.year)
      yield {
        ...found(rich, text, mention, `계획 연도 ${plan.year}년의 사업`, `${plan.year}년`),
        subject: `${project} ${mention.text}`,
      };
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
