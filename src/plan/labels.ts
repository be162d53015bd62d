// What a plan calls its levels, its funding sources and the heads of the tables that are made of its programme.
import type { Detail } from './details.ts';
import type { FundingSource } from './programme.ts';

/** The words that a publication prints around names and figures of its programme. */
interface PrintLabels {
  readonly levels: Readonly<Record<'strategy' | 'task' | 'project', string>>;
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
  levels: { strategy: '추진전략', task: '실천과제', project: '세부사업' },
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

/** A text that calls the levels as usual, as the plan calls them. */
export function withLevels(text: string, labels: Labels | undefined): string {
  const own = labels?.levels ?? {};
  const levels = ['strategy', 'task', 'project'] as const;
  // One after the other: a plan may call a task what another calls a strategy.
  const pieces = levels.reduce<readonly string[]>(
    (parts, level) =>
      parts.flatMap((part, index) =>
        index % 2 === 1
          ? [part]
          : part
              .split(USUAL.levels[level])
              .flatMap((piece, at) => (at === 0 ? [piece] : [own[level] ?? USUAL.levels[level], piece])),
      ),
    [text],
  );
  return pieces.join('');
}
