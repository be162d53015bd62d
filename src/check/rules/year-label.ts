// year-label: the year in a heading, a label or the plan's own data, against the year that it has to be.
import { korean } from '../../diagnostic/particle.ts';
import { formatLocation } from '../../diagnostic.ts';
import type { RichText } from '../../document/inline.ts';
import type { Address } from '../../figure/address.ts';
import { type AxisEntry, leavesOf, type StatisticsTable } from '../../plan/statistics-table.ts';
import { showTerm } from '../../plan/years.ts';
import { figuresAlong } from '../figures/cells.ts';
import { yearInId } from '../figures/dated-entries.ts';
import type { PrintedAt } from '../figures/headings.ts';
import { Periods } from '../figures/periods.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';
import { wordsIn } from '../text/words.ts';
import { type YearMention, yearsIn } from '../text/years.ts';
import type { PrintedText } from '../texts.ts';

export const yearLabel: Rule = {
  title: '제목과 칸 이름의 연도는 그 계획이나 자료의 연도여야 합니다.',
  reason: '지난해 문서에서 옮겨 온 연도가 남으면 어느 해의 계획인지 알 수 없습니다.',
  severity: 'error',
  *find(input) {
    yield* ownData(input);
    yield* ownTerm(input.plan);
    const reported = new Set<string>();
    const periods = new Periods(input);
    for (const found of [...planned(input, periods), ...commonTargets(input)]) {
      reported.add(formatLocation(found.place));
      yield found;
    }
    const printed = input.printed;
    for (const table of input.plan.tables.values()) {
      const labels = [
        ...entries(input, table, 'column', table.columns, printed, periods),
        ...entries(input, table, 'row', table.rows, printed, periods),
      ];
      yield* labels.filter(({ place }) => !reported.has(formatLocation(place)));
      yield* span(table, printed, periods);
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

/** The term of office, where the plan names one, has the plan's year in it. */
function* ownTerm({ term, year, title }: CheckInput['plan']): Iterable<Found> {
  if (term === undefined || (term.from <= year && year <= term.to)) return;
  yield {
    subject: 'plan/term',
    severity: 'warning',
    message: `계획 연도 ${year}년은 임기 ${showTerm(term)}의 해가 아닙니다.`,
    place: title.place,
    stated: showTerm(term),
    computed: `${year}년`,
    remedy: 'plan.yaml의 term을 새 임기로 고칩니다.',
  };
}

/**
 * Titles of what is set out for the plan's year, by what stands under them: targets and money of the programme, which are of that
 * year. The title of an earlier plan's results is none.
 */
function* planned({ plan, texts, words }: CheckInput, periods: Periods): Iterable<Found> {
  const [isPlan, isResult] = [wordsIn(words.plans), wordsIn(words.results)];
  const open: { readonly one: PrintedText; readonly rank: number }[] = [];
  const told = new Set<PrintedText>();
  for (const one of texts) {
    const rank = rankOf(one);
    if (rank !== undefined) {
      while ((open.at(-1)?.rank ?? 0) >= rank) open.pop();
      open.push({ one, rank });
    }
    const figures = one.text.inlines.flatMap((inline) => (inline.kind === 'figure' ? [inline.address] : []));
    const address = one.context.cell?.figure;
    if (![...figures, ...(address === undefined ? [] : [address])].some((one) => periods.isProgramme(one)))
      continue;
    for (const { one: title } of open) {
      const { text: said } = lineOf(title.text);
      const mentions = yearsIn(title.text, plan.year);
      const [only] = mentions;
      if (
        told.has(title) ||
        only === undefined ||
        mentions.some(({ year, base }) => base || year !== only.year)
      )
        continue;
      if (only.year === plan.year || !isPlan(said) || isResult(said)) continue;
      told.add(title);
      yield otherYear(plan, title, only, '계획', plan.year);
    }
  }
}

/** How far in a title stands; undefined for what is none. */
function rankOf({ role, context }: PrintedText): number | undefined {
  if (role === 'label') return 4;
  if (role !== 'title') return undefined;
  switch (context.block.kind) {
    case 'part':
      return 1;
    case 'section':
      return 2;
    case 'heading':
      return 3;
    default:
      return 4;
  }
}

/** The ministry's form sets last year's result beside this year's target, one column each. */
const COMMON_TARGETS = 'common-targets';

function* commonTargets({ plan, printed, words }: CheckInput): Iterable<Found> {
  const table = plan.tables.get(COMMON_TARGETS);
  const [isPlan, isResult] = [wordsIn(words.plans), wordsIn(words.results)];
  const labelOf = ({ label }: AxisEntry) => printed(label.place);
  const heads = [...new Set(leavesOf(table?.columns ?? []).flat())].flatMap((entry) => {
    const text = entry.years === undefined ? labelOf(entry) : undefined;
    const mention = text && yearsIn(text, plan.year)[0];
    const all = [entry, ...entry.children].flatMap((one) => labelOf(one) ?? []);
    return text && mention ? [{ text, mention, words: all.map((one) => lineOf(one).text).join(' ') }] : [];
  });
  const results = heads.filter((one) => isResult(one.words));
  const targets = heads.filter((one) => !isResult(one.words) && isPlan(one.words));
  for (const [own, what, year, most] of [
    [results, '실적', plan.year - 1, plan.year - 1],
    // A target of a later year is that of a longer plan.
    [targets, '계획', plan.year, Number.POSITIVE_INFINITY],
  ] as const) {
    const [one, ...more] = own;
    if (one === undefined || more.length > 0) continue;
    if (one.mention.year >= year && one.mention.year <= most) continue;
    yield otherYear(plan, { text: one.text, context: undefined }, one.mention, what, year);
  }
}

function otherYear(
  plan: CheckInput['plan'],
  { text, context }: { readonly text: RichText; readonly context: PrintedText['context'] | undefined },
  mention: YearMention,
  what: '실적' | '계획',
  expected: number,
): Found {
  const { text: said } = lineOf(text);
  return {
    subject:
      context?.sheet === undefined
        ? `${context?.block.id ?? COMMON_TARGETS} ${said}`
        : `${context.sheet} ${context.block.kind}`,
    message: korean`‘${said}’: ${what}의 연도는 ${expected}년인데 ${mention.text}(${mention.year}년)(으)로 적혀 있습니다.`,
    place: text.place,
    related: [{ place: plan.title.place, note: `계획 연도 ${plan.year}년` }],
    stated: mention.text,
    computed: String(expected),
    formula: what === '실적' ? '계획 연도 - 1' : '계획 연도',
    remedy: `${expected}년으로 고칩니다.`,
  };
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
    const { term } = input.plan;
    if (
      entry.years === 'term' &&
      term !== undefined &&
      own !== undefined &&
      (own < term.from || own > term.to)
    )
      yield {
        subject: `${subject} term`,
        message: `${own}년은 임기 ${showTerm(term)}의 해가 아닙니다.`,
        place: entry.label.place,
        stated: `${own}년`,
        computed: showTerm(term),
        remedy: '해나 plan.yaml의 term을 고치거나, 임기 밖의 해에는 years: fixed를 적습니다.',
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
  const years = new Set(figures.map((address) => periods.evidenceOf(address)));
  const [year] = years;
  return years.size === 1 ? year : undefined;
}

const LAST_YEARS = /최근\s*(\d+)\s*(?:개)?년/u;

/** 최근 5년간: as many years as the table has. */
function* span(table: StatisticsTable, printed: PrintedAt, periods: Periods): Iterable<Found> {
  const text = table.caption && printed(table.caption.place);
  if (text === undefined) return;
  const words = lineOf(text).text;
  const stated = LAST_YEARS.exec(words)?.[1];
  const years = new Set(periods.headerYears(table, 'rolling'));
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
