// Periods in the task sheets and in the data -> those that differ, and spans that run backwards.
import { korean } from '../../diagnostic/particle.ts';
import { plainText } from '../../document/inline.ts';
import { hullOf, type Months, printedPeriod, showMonths, spansIn } from '../../plan/period.ts';
import { type Project, type ProjectPeriod, tasksOf, type YearMonth } from '../../plan/programme.ts';
import { columnsOfMonths, showColumns } from '../../plan/schedule-axis.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { type SheetLine, sheetLines } from '../sheet-lines.ts';
import { squeezed } from '../text/words.ts';

/** 사업기간, 운영기간, 지원기간: the project's own; 교육기간 and the like: a part of it. */
const OWN = /^(?:사업|운영|지원|추진)기간\s*:\s*(\S.*)$/;
const PART = /^([가-힣]+)기간\s*:\s*(\S.*)$/;

export const periodText: Rule = {
  title: '한 사업의 기간은 과제 시트와 자료에서 같아야 합니다.',
  reason: '기간이 다르면 언제 신청하고 참여할지 알 수 없습니다.',
  severity: 'error',
  *find(input) {
    const tasks = tasksOf(input.plan.programme);
    for (const task of tasks) {
      for (const project of task.projects)
        yield* ownMonths(`${task.id}/${project.id}`, project, input.plan.year);
    }
    for (const line of sheetLines(input)) yield* against(line, input);
  },
};

/** The text of the period against the months that stand beside it. */
function* ownMonths(id: string, { period }: Project, year: number): Iterable<Found> {
  if (period === undefined) return;
  const { place } = period.text;
  const text = printedPeriod(period, year);
  const spans = spansIn(text);
  if (period.over !== undefined) {
    yield* overYears(`projects/${id}/period`, text, spans, period.over, year, place);
    return;
  }
  if (spans.some(goesOn)) return;
  const hull = hullOf(spans);
  if (period.from !== undefined && period.to !== undefined && hull !== undefined) {
    const months = { from: period.from, to: period.to };
    if (hull.from !== months.from || hull.to !== months.to) {
      yield {
        subject: `projects/${id}/period`,
        message: korean`사업기간 ‘${text}’은(는) ${showMonths(hull)}인데, 자료의 from과 to는 ${showMonths(months)}입니다.`,
        place,
        stated: showMonths(months),
        computed: showMonths(hull),
        remedy: '기간의 글이나 from, to를 바로잡습니다.',
      };
    }
  }
  yield* backwards(`projects/${id}/period`, text, spans, place);
}

/** The text of a period over years against its ends, as far as it names months. */
function* overYears(
  subject: string,
  text: string,
  spans: readonly Months[],
  { from, to }: NonNullable<ProjectPeriod['over']>,
  planYear: number,
  place: Found['place'],
): Iterable<Found> {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return;
  const begins = { year: first.year ?? planYear, month: first.from };
  const ends = { year: last.endYear ?? last.year ?? begins.year, month: last.to };
  const show = (one: YearMonth) => `${one.year}. ${one.month}.`;
  const [stated, computed] = [
    [from, to],
    [begins, ends],
  ].map((pair) => pair.map(show).join(' ~ '));
  if (stated === undefined || computed === undefined || stated === computed) return;
  yield {
    subject,
    message: korean`사업기간 ‘${text}’은(는) ${computed}인데, 자료의 from과 to는 ${stated}입니다.`,
    place,
    stated,
    computed,
    remedy: '기간의 글이나 from, to를 바로잡습니다.',
  };
}

/** Into another year, which it names: no months of one year. */
function goesOn({ year, endYear }: Months): boolean {
  return year !== undefined && endYear !== undefined && endYear > year;
}

function* backwards(
  subject: string,
  text: string,
  spans: readonly Months[],
  place: Found['place'],
): Iterable<Found> {
  const fault = spans.find(
    ({ from, to }, index) => to < from || from > 12 || to > 12 || from <= (spans[index - 1]?.to ?? 0),
  );
  if (fault === undefined) return;
  yield {
    subject: `${subject} order`,
    message: korean`기간 ‘${text}’의 ${showMonths(fault)}이(가) 거꾸로이거나 앞 기간과 겹칩니다.`,
    place,
    remedy: '앞 기간이 끝난 뒤에 시작하여 그 뒤에 끝나게 고칩니다.',
  };
}

function* against(line: SheetLine, { plan }: CheckInput): Iterable<Found> {
  const { place } = line.item.content;
  const text = plainText(line.item.content.inlines);
  const own = OWN.exec(text)?.[1]?.trim();
  if (own !== undefined) {
    const projects = line.project === undefined ? line.task.projects : [line.project];
    for (const { id, period } of projects) {
      if (period === undefined) continue;
      const planned = printedPeriod(period, plan.year);
      if (squeezed(planned) === squeezed(own)) continue;
      yield {
        subject: `projects/${line.task.id}/${id}/sheet-period`,
        message: korean`과제 시트의 기간 ‘${own}’이(가) 자료의 사업기간 ‘${planned}’과(와) 다릅니다.`,
        place,
        related: [{ place: period.text.place, note: `자료의 사업기간: ${planned}` }],
        stated: own,
        computed: planned,
        remedy: '둘 가운데 틀린 쪽을 바로잡습니다.',
        cause: `${line.task.id} ${own}`,
      };
    }
    return;
  }
  const [, name, value] = PART.exec(text) ?? [];
  if (value === undefined || line.project === undefined) return;
  const spans = spansIn(value);
  if (spans.some(goesOn)) return;
  yield* backwards(`projects/${line.task.id}/${line.project.id}/${name}`, value, spans, place);
  const hull = hullOf(spans);
  if (hull === undefined) return;
  yield* outside(line, line.project, `${name}기간 ‘${value}’`, hull, plan.year);
  const { axis, lanes } = plan.schedule ?? {};
  const within = axis && columnsOfMonths(axis, hull);
  if (axis === undefined || within === undefined) return;
  const phases = (lanes?.get(`${line.task.id}/${line.project.id}`) ?? [])
    .flat()
    .filter((phase) => phase.text.text.includes(name ?? ''));
  const planned = hullOf(phases);
  const phase = phases[0];
  if (planned === undefined || phase === undefined || phases.some(({ inferred }) => inferred)) return;
  if (within.from >= planned.from && within.to <= planned.to) return;
  yield {
    subject: `projects/${line.task.id}/${line.project.id}/${name}-schedule`,
    message: korean`${name}기간 ‘${value}’이(가) 추진일정의 ‘${phase.text.text}’ ${showColumns(axis, planned)}을(를) 벗어납니다.`,
    place,
    related: [{ place: phase.text.place, note: `추진일정: ${showColumns(axis, planned)}` }],
    stated: showMonths(hull),
    computed: showColumns(axis, planned),
    remedy: '기간이나 추진일정을 바로잡습니다.',
  };
}

function* outside(
  { task, item }: SheetLine,
  { id, period }: Project,
  what: string,
  months: Months,
  year: number,
): Iterable<Found> {
  if (period?.from === undefined || period.to === undefined) return;
  if (months.from >= period.from && months.to <= period.to) return;
  const whole = { from: period.from, to: period.to };
  const text = printedPeriod(period, year);
  yield {
    subject: `projects/${task.id}/${id}/part-period`,
    message: korean`${what}이(가) 사업기간 ‘${text}’을(를) 벗어납니다.`,
    place: item.content.place,
    related: [{ place: period.text.place, note: `사업기간: ${text}` }],
    stated: showMonths(months),
    computed: showMonths(whole),
    remedy: '둘 가운데 틀린 쪽을 바로잡습니다.',
  };
}
