// Words of funding sources before amounts, and 전액…: against the sources of the amounts.
import { korean } from '../../diagnostic/particle.ts';
import type { Inline } from '../../document/inline.ts';
import type { Address } from '../../figure/address.ts';
import { sourceLabels } from '../../plan/office.ts';
import { type FundingSource, type Project, sourcesIn } from '../../plan/programme.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { type SheetLine, sheetLines } from '../sheet-lines.ts';

const LAST_WORD = /(?<![가-힣])[가-힣]+$/;
const SOURCE_LIKE = /^(?:[가-힣]{1,9}비|민자)/;

export const fundingWord: Rule = {
  title: '금액 앞에 적은 재원의 이름은 그 금액의 재원이어야 합니다.',
  reason: '재원을 잘못 적으면 국비와 구비가 뒤바뀌어 읽힙니다.',
  severity: 'error',
  *find(input) {
    const labels = sourceLabels(input.plan.office, input.plan.labels);
    const sources = sourcesOf(input);
    for (const line of sheetLines(input)) {
      yield* wordsBefore(line, labels, sources);
      yield* wholly(line, labels, input);
    }
  },
};

type Labels = Readonly<Record<FundingSource, string>>;

function sourcesOf({ plan }: CheckInput): ReadonlyMap<Address, FundingSource> {
  const projects = plan.programme.strategies.flatMap(({ tasks }) => tasks.flatMap((task) => task.projects));
  return new Map(
    projects.flatMap(({ funding }) =>
      sourcesIn(funding).flatMap((source) => {
        const address = funding[source];
        return address === undefined ? [] : [[address, source] as const];
      }),
    ),
  );
}

/** (국비 150,000 구비 1,950): the word before each amount. */
function* wordsBefore(
  { item }: SheetLine,
  labels: Labels,
  sources: ReadonlyMap<Address, FundingSource>,
): Iterable<Found> {
  const { inlines, place } = item.content;
  for (const [index, inline] of inlines.entries()) {
    const source = inline.kind === 'figure' ? sources.get(inline.address) : undefined;
    if (inline.kind !== 'figure' || source === undefined) continue;
    const before = textBefore(inlines, index).trimEnd();
    const label = labels[source] ?? source;
    if (endsWithName(before, label)) continue;
    // A name may hold more than letters: 기금(고용보험).
    const other = Object.values(labels).find((one) => endsWithName(before, one));
    const word = other ?? LAST_WORD.exec(before)?.[0] ?? '';
    const named = other !== undefined;
    yield {
      subject: `${inline.address} word`,
      severity: named ? 'error' : 'style',
      message:
        word === ''
          ? `금액 ${inline.text} 앞에 재원의 이름이 없습니다. 자료에서는 ${label}입니다.`
          : korean`금액 ${inline.text} 앞에 ‘${word}’(이)라고 적혀 있으나, 자료에서는 ${label}입니다.`,
      place,
      stated: word,
      computed: label,
      remedy: korean`‘${label}’(으)로 고치거나, 자료의 재원을 바로잡습니다.`,
    };
  }
}

/** As a word of its own, or of 전액 with it. */
function endsWithName(text: string, name: string): boolean {
  const before = text.slice(0, -name.length);
  return text.endsWith(name) && (!/[가-힣]$/.test(before) || /(?<![가-힣])전액\s*$/.test(before));
}

/** What 전액 is said of, in the plan's own words for its sources or in those of any office. */
function wholeSource(text: string, labels: Labels): string | undefined {
  const [, ...after] = text.split('전액');
  const names = Object.values(labels).toSorted((a, b) => b.length - a.length);
  const said = after.flatMap((rest) => {
    const words = rest.trimStart();
    return names.find((name) => words.startsWith(name)) ?? SOURCE_LIKE.exec(words)?.[0] ?? [];
  });
  return said[0];
}

function textBefore(inlines: readonly Inline[], index: number): string {
  const before = inlines[index - 1];
  return before?.kind === 'text' ? before.text : '';
}

/** (전액구비): nothing may come from any other source. */
function* wholly({ project, text, item }: SheetLine, labels: Labels, input: CheckInput): Iterable<Found> {
  const word = wholeSource(text, labels);
  if (word === undefined || project === undefined) return;
  const given = sourcesIn(project.funding).filter((source) => isGiven(project, source, input));
  if (given.length === 0 || (given.length === 1 && given.every((source) => labels[source] === word))) return;
  const list = given.map((source) => labels[source]).join(', ');
  const figures = given.flatMap((source) => project.funding[source] ?? []);
  yield {
    subject: `${project.funding.total ?? project.id} 전액`,
    message: korean`‘전액${word}’(이)라고 적혀 있으나, 자료의 재원은 ${list}입니다.`,
    place: item.content.place,
    related: figures.flatMap((address) => {
      const place = input.book.get(address)?.definition.place;
      return place === undefined ? [] : [{ place, note: '자료의 재원' }];
    }),
    stated: `전액${word}`,
    computed: list,
    remedy: given.length === 1 ? korean`‘전액${list}’(으)로 고칩니다.` : '재원마다 금액을 적습니다.',
  };
}

function isGiven(project: Project, source: FundingSource, { book }: CheckInput): boolean {
  const address = project.funding[source];
  const value = address === undefined ? undefined : book.get(address)?.effective;
  return value?.kind === 'quantity' && !value.exact.equals(0);
}
