// What `{{insert "name"}}` may put into a publication -> its blocks, made from the plan's own data.
import { korean } from '../diagnostic/particle.ts';
import type { Block } from '../document/document.ts';
import type { Plan } from '../plan/plan.ts';
import { composeComparison } from './comparison/comparison-blocks.ts';
import { contentsPlace } from './contents.ts';
import { composeColophon, composeCover } from './front-matter.ts';
import { composeKeyFigures } from './key-figures.ts';
import type { BlockMaker } from './outline.ts';
import { composeOutreach } from './outreach.ts';
import { composeOverview, composeProjects } from './programme/overview.ts';
import { composeTaskSheets } from './programme/task-sheet.ts';
import type { TemplateRenderer } from './render.ts';
import { composeSchedule } from './schedule.ts';
import type { Session } from './session.ts';
import { composeVision } from './vision.ts';

interface Insert {
  /** What it is called in messages. */
  readonly noun: string;
  /** Whether the plan has data for it. */
  readonly has: (plan: Plan) => boolean;
  readonly compose: (session: Session, renderer: TemplateRenderer, make: BlockMaker) => readonly Block[];
}

const hasTasks = ({ programme }: Plan) => programme.strategies.length > 0;

/** Every insert by its name; one without data gives nothing. */
export const INSERTS = {
  cover: { noun: '표지', has: ({ cover }) => cover !== undefined, compose: composeCover },
  contents: { noun: '차례', has: ({ contents }) => contents !== undefined, compose: contentsPlace },
  'key-figures': {
    noun: '핵심 수치',
    has: ({ keyFigures }) => keyFigures !== undefined,
    compose: composeKeyFigures,
  },
  overview: { noun: '핵심 전략 표', has: hasTasks, compose: composeOverview },
  vision: { noun: '비전 체계도', has: ({ vision }) => vision !== undefined, compose: composeVision },
  projects: { noun: '세부 실천과제 표', has: hasTasks, compose: composeProjects },
  'task-sheets': { noun: '과제 시트', has: hasTasks, compose: composeTaskSheets },
  schedule: { noun: '추진일정', has: ({ schedule }) => schedule !== undefined, compose: composeSchedule },
  outreach: { noun: '홍보 전략 표', has: ({ outreach }) => outreach !== undefined, compose: composeOutreach },
  comparison: {
    noun: '변경 대비표',
    has: ({ editions }) => editions.length > 0,
    compose: (session, renderer) => {
      const blocks = composeComparison(session, renderer);
      for (const { id } of blocks) session.comparing.add(id);
      return blocks;
    },
  },
  colophon: { noun: '판권', has: ({ colophon }) => colophon !== undefined, compose: composeColophon },
} as const satisfies Readonly<Record<string, Insert>>;

type InsertName = keyof typeof INSERTS;

export function isInsertName(name: string): name is InsertName {
  return Object.hasOwn(INSERTS, name);
}

/** Tells of data that no template inserts and that would not be printed. */
export function warnOfUninserted(session: Session): void {
  for (const [name, { noun, has }] of Object.entries(INSERTS)) {
    if (!has(session.plan) || session.inserted.has(name)) continue;
    session.say({
      rule: 'unused-data',
      severity: 'warning',
      message: korean`자료가 있는 ${noun}을(를) 발간물의 틀에서 넣지 않아 인쇄되지 않습니다.`,
      expected: `틀이나 글의 {{insert "${name}"}}`,
      place: session.plan.title.place,
    });
  }
}
