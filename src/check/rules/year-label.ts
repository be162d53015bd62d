// year-label: the year in a heading, a label or the plan's own data, against the year that it has to be.
import { korean } from '../../diagnostic/particle.ts';
import { formatLocation } from '../../diagnostic.ts';
import type { Address } from '../../figure/address.ts';
import { type AxisEntry, leavesOf, type StatisticsTable } from '../../plan/statistics-table.ts';
import { figuresAlong } from '../figures/cells.ts';
import type { PrintedAt } from '../figures/headings.ts';
import { Periods, yearInId, yearOf } from '../figures/periods.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';
import { yearsIn } from '../text/years.ts';
import type { PrintedText } from '../texts.ts';

export const yearLabel: Rule = {
  title: '제목과 칸 이름의 연도는 그 계획이나 자료의 연도여야 합니다.',
  reason: '지난해 문서에서 옮겨 온 연도가 남으면 어느 해의 계획인지 알 수 없습니다.',
  severity: 'error',
  *find(input) {
    yield* ownData(input);
    const reported = new Set<string>();
    for (const one of input.texts) {
      for (const found of planned(input, one)) {
        reported.add(formatLocation(found.place));
        yield found;
      }
    }
    const printed = input.printed;
    const periods = new Periods(input);
    for (const table of input.plan.tables.values()) {
      const labels = [
        ...entries(input, table, 'column', table.columns, printed, periods),
        ...entries(input, table, 'row', table.rows, printed, periods),
      ];
      yield* labels.filter(({ place }) => !reported.has(formatLocation(place)));
      yield* span(table, printed);
    }
  },
};

function* ownData({ plan, document }: CheckInput): Iterable<Found> {
  const { place } = plan.title;
  const stated = [
    { subject: 'plan/id', year: /(?:19|20)\d{2}/.exec(plan.id)?.[0], what: `계획의 id ‘${plan.id}’` },
    { subject: 'plan/title', year: /\d{4}/.exec(document.title)?.[0], what: `제목 ‘${document.title}’` },
    { subject: 'plan/issue-date', year: plan.issueDate.slice(0, 4), what: `발행일 ${plan.issueDate}` },
  ];
  for (const { subject, year, what } of stated) {
    if (year === undefined || Number(year) === plan.year) continue;
    yield {
      subject,
      severity: 'warning',
      message: `${what}의 연도가 계획 연도 ${plan.year}년과 다릅니다.`,
      place,
      stated: `${year}년`,
      computed: `${plan.year}년`,
      remedy: 'plan.yaml의 year, id, issue-date를 한 해로 맞춥니다.',
    };
  }
}

/** What is set out for the plan's year: its title names that year. */
const PLANNED = /목표|예산|추진계획|세부계획|대책|핵심\s*전략/u;
const PAST = /실적/u;

function* planned({ plan }: CheckInput, { text, role, context }: PrintedText): Iterable<Found> {
  const heading = role === 'title' || role === 'label' || context.cell?.role === 'column-header';
  if (!heading) return;
  const { text: words } = lineOf(text);
  const past = PAST.test(words);
  if (!past && !PLANNED.test(words)) return;
  const expected = past ? plan.year - 1 : plan.year;
  for (const mention of yearsIn(text, plan.year)) {
    if (mention.base || mention.year === expected) continue;
    const where =
      context.sheet === undefined ? `${context.block.id} ${words}` : `${context.sheet} ${context.block.kind}`;
    yield {
      subject: where,
      message: korean`‘${words}’: ${past ? '실적' : '계획'}의 연도는 ${expected}년인데 ${mention.text}(${mention.year}년)(으)로 적혀 있습니다.`,
      place: text.place,
      related: [{ place: plan.title.place, note: `계획 연도 ${plan.year}년` }],
      stated: mention.text,
      computed: String(expected),
      formula: past ? '계획 연도 - 1' : '계획 연도',
      remedy: `${expected}년으로 고칩니다.`,
    };
  }
}

function* entries(
  input: CheckInput,
  table: StatisticsTable,
  axis: 'row' | 'column',
  all: readonly AxisEntry[],
  printed: PrintedAt,
  periods: Periods,
): Iterable<Found> {
  const leaves = leavesOf(all);
  for (const entry of new Set(leaves.flat())) {
    const text = printed(entry.label.place);
    const years = text === undefined ? [] : yearsIn(text, input.plan.year);
    const named = yearInId(entry.id);
    const own = entry.period ?? named;
    const subject = `${table.id} ${axis} ${entry.id}`;
    if (entry.period !== undefined && named !== undefined && named !== entry.period)
      yield {
        subject: `${subject} period`,
        message: `id는 ‘${entry.id}’인데 연도(period)는 ${entry.period}년입니다.`,
        place: entry.label.place,
        stated: `${entry.period}년`,
        computed: `${named}년`,
        remedy: 'id와 period를 한 해로 맞춥니다.',
      };
    if (years.length === 0) continue;
    const index = leaves.findIndex((path) => path.includes(entry));
    const year = own ?? oneYear(figuresAlong(table, axis, index), periods);
    if (year === undefined || years.some((one) => one.year === year)) continue;
    const words = text === undefined ? '' : lineOf(text).text;
    yield {
      subject,
      message: korean`‘${words}’: 이 ${axis === 'row' ? '행' : '열'}의 수치는 ${year}년의 것인데 ${years.map((one) => `${one.year}년`).join(', ')}(으)로 적혀 있습니다.`,
      place: entry.label.place,
      stated: words,
      computed: `${year}년`,
      remedy: `${year}년으로 고칩니다.`,
    };
  }
}

/** The year that all of the figures are about. */
function oneYear(figures: readonly Address[], periods: Periods): number | undefined {
  const years = new Set(figures.map((address) => periods.of(address)));
  const [year] = years;
  return years.size === 1 ? year : undefined;
}

const LAST_YEARS = /최근\s*(\d+)\s*(?:개)?년/u;

/** 최근 5년간: as many years as the table has. */
function* span(table: StatisticsTable, printed: PrintedAt): Iterable<Found> {
  const text = table.caption && printed(table.caption.place);
  if (text === undefined) return;
  const words = lineOf(text).text;
  const stated = LAST_YEARS.exec(words)?.[1];
  const years = new Set([...table.columns, ...table.rows].flatMap((entry) => yearOf([entry]) ?? []));
  if (stated === undefined || years.size === 0 || Number(stated) === years.size) return;
  yield {
    subject: `${table.id} span`,
    message: `‘${words.trim()}’: 제목은 ${stated}년이라고 하나 표에는 ${years.size}년치(${[...years].join(', ')})가 있습니다.`,
    place: text.place,
    stated: `${stated}년`,
    computed: `${years.size}년`,
    formula: '표에 있는 해의 수',
    remedy: `제목을 ‘최근 ${years.size}년’으로 고치거나 빠진 해를 넣습니다.`,
  };
}
