// A text -> the groups by age or size that it names: 15~29세, 65세 이상, 40대, 20인 미만.

/** What the group is made by: 나이 (years of age), or 규모 (people at work). */
type Measure = 'age' | 'size';

/** Whole numbers from `from` to `to`, both included; `to` may be Infinity. */
export interface Group {
  readonly measure: Measure;
  readonly from: number;
  readonly to: number;
}

export interface GroupMention extends Group {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const BOUND = '(이상|초과|이하|미만)';
const BETWEEN = '[~∼〜\\-–]\\s*';
const FORMS: Readonly<Record<Measure, string>> = { age: '세', size: '인' };

function pattern(unit: string): RegExp {
  const forms = [
    `(?<lower>\\d+)\\s*${unit}\\s*${BOUND}\\s*(?<upper>\\d+)\\s*${unit}\\s*(이하|미만)`,
    `(?<from>\\d+)\\s*(?:${unit}\\s*)?${BETWEEN}(?<to>\\d+)\\s*${unit}`,
    `(?<one>\\d+)\\s*${unit}\\s*${BOUND}`,
  ];
  return new RegExp(`(?<!\\d)(?:${forms.join('|')})`, 'gu');
}

const PATTERNS: readonly (readonly [Measure, RegExp])[] = [
  ['age', pattern(FORMS.age)],
  ['size', pattern(FORMS.size)],
];
/** 40대, 40-50대, 50대이상: tens of years of age. */
const DECADES =
  /(?<![\d.,])(?:(?<first>[1-9]\d)\s*[~∼〜\-–]\s*)?(?<last>[1-9]\d)대(?=\s|이상|이하|의|가|는|에|이|와|과|,|\.|$)\s*(?<bound>이상|이하)?/gu;

/** What a text without groups, as most are, has not got. */
const COUNTED = /[세인대]/u;
const NUMBERED = /\d/u;

/** In the order of the text. */
export function groupsIn(text: string): readonly GroupMention[] {
  if (!COUNTED.test(text) || !NUMBERED.test(text)) return [];
  const mentions = PATTERNS.flatMap(([measure, form]) =>
    [...text.matchAll(form)].flatMap((match) => {
      const group = groupOf(measure, match);
      return group === undefined ? [] : [placed(group, match)];
    }),
  );
  for (const match of text.matchAll(DECADES)) {
    const { first, last, bound } = match.groups ?? {};
    const from = Number(first ?? last);
    const decade = Number(last) + 9;
    mentions.push(
      placed(
        {
          measure: 'age',
          from: bound === '이하' ? 0 : from,
          to: bound === '이상' ? Number.POSITIVE_INFINITY : decade,
        },
        match,
      ),
    );
  }
  return mentions.sort((a, b) => a.start - b.start);
}

function placed(group: Group, match: RegExpExecArray): GroupMention {
  const text = match[0].trimEnd();
  return { ...group, text, start: match.index, end: match.index + text.length };
}

function groupOf(measure: Measure, match: RegExpExecArray): Group | undefined {
  const { lower, upper, from, to, one } = match.groups ?? {};
  const bounds = match.slice(1).filter((word) => /^(이상|초과|이하|미만)$/u.test(word ?? ''));
  const low = (value: string, word: string | undefined) => Number(value) + (word === '초과' ? 1 : 0);
  const high = (value: string, word: string | undefined) => Number(value) - (word === '미만' ? 1 : 0);
  if (lower !== undefined && upper !== undefined)
    return { measure, from: low(lower, bounds[0]), to: high(upper, bounds[1]) };
  if (from !== undefined && to !== undefined) return { measure, from: Number(from), to: Number(to) };
  if (one === undefined) return undefined;
  const [word] = bounds;
  return word === '이상' || word === '초과'
    ? { measure, from: low(one, word), to: Number.POSITIVE_INFINITY }
    : { measure, from: 0, to: high(one, word) };
}

export function sameGroup(a: Group, b: Group): boolean {
  return a.measure === b.measure && a.from === b.from && a.to === b.to;
}

/** The one group that the groups make up together; undefined when they overlap, leave a gap or differ in measure. */
export function unionOf(groups: readonly Group[]): Group | undefined {
  const sorted = [...groups].sort((a, b) => a.from - b.from);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const joined = sorted.slice(1).every(({ measure, from }, index) => {
    const before = sorted[index];
    return before !== undefined && measure === before.measure && from === before.to + 1;
  });
  return joined ? { ...first, to: last.to } : undefined;
}

/** In words: 15~29세, 65세 이상, 14세 이하. */
export function groupText({ measure, from, to }: Group): string {
  const unit = FORMS[measure];
  if (to === Number.POSITIVE_INFINITY) return `${from}${unit} 이상`;
  return from === 0 ? `${to}${unit} 이하` : `${from}~${to}${unit}`;
}
