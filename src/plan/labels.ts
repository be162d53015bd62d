// What a plan calls its levels, its funding sources and the heads of the tables that are made of its programme.

import { particle } from '../diagnostic/particle.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Detail } from './details.ts';
import type { FundingSource } from './programme.ts';

/** The words that a publication prints around names and figures of its programme. */
interface PrintLabels {
  readonly levels: Readonly<Record<'strategy' | 'task' | 'subtask' | 'project', string>>;
  /** Heads over what is said of tasks and projects. */
  readonly details: Readonly<Record<Detail, string>>;
  /** Heads of the table of strategies, tasks and projects. */
  readonly overview: Readonly<Record<'projects' | 'target' | 'budget' | 'total', string>>;
  /** Words of task sheets: before the strategy's number, above and in the grid. */
  readonly sheet: Readonly<
    Record<'strategy' | 'plan' | 'item' | 'amounts' | 'target' | 'budget' | 'total' | 'local', string>
  >;
}

/** What is said otherwise than usual. */
export type Labels = { readonly [Group in keyof PrintLabels]?: Partial<PrintLabels[Group]> } & {
  readonly sources?: Readonly<Record<FundingSource, string>>;
};

const USUAL: PrintLabels = {
  levels: { strategy: '추진전략', task: '실천과제', subtask: '세부과제', project: '세부사업' },
  details: {
    department: '담당부서',
    contact: '연락처',
    'executing-body': '시행주체',
    'target-group': '지원대상',
    contents: '사업내용',
  },
  overview: {
    projects: '세부사업내용',
    target: '일자리 목표(명)',
    budget: '사업예산 (백만원)',
    total: '합 계',
  },
  sheet: {
    strategy: '전략',
    plan: '추진계획',
    item: '구 분',
    amounts: '목표인원 및 예산',
    target: '일자리 창출 성과목표',
    budget: '사업비',
    total: '계',
    local: '지방비',
  },
};

/** The usual words with those that the plan says otherwise. */
export function printLabels(labels: Labels | undefined): PrintLabels {
  return {
    levels: { ...USUAL.levels, ...labels?.levels },
    details: { ...USUAL.details, ...labels?.details },
    overview: { ...USUAL.overview, ...labels?.overview },
    sheet: { ...USUAL.sheet, ...labels?.sheet },
  };
}

const LEVELS = ['strategy', 'task', 'subtask', 'project'] as const;

/** A particle behind a level's name, by which it may have to change. */
const PARTICLE = /^(?:으로|로|은|는|이|가|을|를|과|와)(?![가-힣])/u;
const PAIRS = {
  '으로 로': '으로/로',
  '은 는': '은/는',
  '이 가': '이/가',
  '을 를': '을/를',
  '과 와': '와/과',
} as const;

/** A text that calls the levels as usual, as the plan calls them, with the particles that its words ask for. */
export function withLevels(text: string, labels: Labels | undefined): string {
  const own = labels?.levels ?? {};
  if (LEVELS.every((level) => (own[level] ?? USUAL.levels[level]) === USUAL.levels[level])) return text;
  // All in one go: a plan may call a task what another calls a strategy.
  const [first = '', ...rest] = cutAt(
    text,
    LEVELS.map((level) => USUAL.levels[level]),
  );
  let said = first;
  for (let at = 0; at < rest.length; at += 2) {
    const usual = rest[at] ?? '';
    const level = LEVELS.find((one) => USUAL.levels[one] === usual) ?? 'project';
    const word = own[level] ?? usual;
    said += word + spokenAfter(word, rest[at + 1] ?? '');
  }
  return said;
}

/** The text cut before and behind each of the words: every other piece, from the second on, is one of them. */
export function cutAt(text: string, words: readonly string[]): readonly string[] {
  return words.reduce<readonly string[]>(
    (pieces, word) =>
      pieces.flatMap((piece, index) =>
        index % 2 === 1
          ? [piece]
          : piece.split(word).flatMap((part, at) => (at === 0 ? [part] : [word, part])),
      ),
    [text],
  );
}

function spokenAfter(word: string, text: string): string {
  const [typed = ''] = PARTICLE.exec(text) ?? [];
  const pair = Object.entries(PAIRS).find(([both]) => typed !== '' && both.split(' ').includes(typed))?.[1];
  return pair === undefined ? text : particle(word, pair) + text.slice(typed.length);
}

/** What is told about the plan, in its own words for the levels; names in ‘ ’ stay as they are. */
export function toldInLevels(text: string, labels: Labels | undefined): string {
  return text
    .split(QUOTED)
    .map((piece, index) => (index % 2 === 0 ? withLevels(piece, labels) : piece))
    .join('');
}

/** Diagnostics and findings in the plan's own words. */
export function inLevels<T extends Partial<Record<ToldKey, string>> & { readonly related?: Related }>(
  told: readonly T[],
  labels: Labels | undefined,
): readonly T[] {
  if (labels?.levels === undefined) return told;
  return told.map((one) => {
    const words = TOLD.flatMap((key) => {
      const text = one[key];
      return text === undefined ? [] : [[key, toldInLevels(text, labels)] as const];
    });
    const related = one.related?.map((place) => ({ ...place, note: toldInLevels(place.note, labels) }));
    return { ...one, ...Object.fromEntries(words), ...(related && { related }) };
  });
}

const QUOTED = /(‘[^‘’]*’)/u;
const TOLD = ['message', 'expected', 'formula', 'remedy'] as const;
type ToldKey = (typeof TOLD)[number];
type Related = Diagnostic['related'];
