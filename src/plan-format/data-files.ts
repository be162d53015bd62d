// Every file of data that people write -> where it stands, what it is, and the schema by which it is read.
import type * as v from 'valibot';
import { BUDGET_CODES_FILE } from './budget-codes-file.ts';
import { CATEGORIES_FILE } from './categories-file.ts';
import { CHARTS_FILE } from './charts-file.ts';
import { CORRECTIONS_FILE } from './corrections-file.ts';
import { DIAGRAMS_FILE } from './diagrams-file.ts';
import { DISPOSITIONS_FILE } from './dispositions-file.ts';
import { EDITION_FILE } from './edition-file.ts';
import { FIGURES_FILE } from './figures-file.ts';
import {
  COLOPHON_FILE,
  CONTENTS_FILE,
  COVER_FILE,
  OUTREACH_FILE,
  VISION_FILE,
} from './front-matter-files.ts';
import { IMAGES_FILE } from './images-file.ts';
import { KEY_FIGURES_FILE } from './key-figures-file.ts';
import { LABELS_FILE } from './labels-file.ts';
import { NAMES_FILE } from './names-file.ts';
import { NOTES_FILE } from './notes-file.ts';
import { PLAN_FILE } from './plan-file.ts';
import { PROGRAMME_TABLE_FILE } from './programme-table-shape.ts';
import { ADOPT_WORDS_FORM } from './read-adopt-words.ts';
import { BUDGET_WORDS_FILE } from './read-budget-words.ts';
import { CHECK_WORDS_FORM } from './read-check-words.ts';
import { RATE_WORDS_FORM } from './read-rate-words.ts';
import { SCHEDULE_FILE } from './schedule-file.ts';
import { later } from './shape.ts';
import { STATISTICS_FILE } from './statistics-shape.ts';
import { STRATEGIES_FILE } from './strategies-file.ts';
import { SWOT_FILE } from './swot-file.ts';
import { TASK_FILE } from './task-shape.ts';
import { THEME_FILE } from './theme-shape.ts';

export interface DataFile {
  /** In the plan's folder, `*` for any name; or in the program's. */
  readonly path: string;
  readonly title: string;
  readonly schema: v.GenericSchema;
}

/** What a plan has once at most. Only what stands here can be read (`read-plan.ts`) and is known to the folder. */
export const SINGLE_FILES = {
  plan: { path: 'plan.yaml', title: '계획 전체', schema: PLAN_FILE },
  notes: { path: 'notes.yaml', title: '각주', schema: NOTES_FILE },
  names: { path: 'names.yaml', title: '곳에 따라 달리 적힌 이름', schema: NAMES_FILE },
  charts: { path: 'charts.yaml', title: '그림', schema: CHARTS_FILE },
  images: { path: 'images.yaml', title: '이미지', schema: IMAGES_FILE },
  diagrams: { path: 'diagrams.yaml', title: '조직도와 절차', schema: DIAGRAMS_FILE },
  swot: { path: 'swot.yaml', title: 'SWOT 분석', schema: SWOT_FILE },
  corrections: { path: 'corrections.yaml', title: '바로잡은 글자와 짐작한 것', schema: CORRECTIONS_FILE },
  dispositions: { path: 'dispositions.yaml', title: '확인사항의 처리', schema: DISPOSITIONS_FILE },
  strategies: { path: 'strategies.yaml', title: '추진전략', schema: STRATEGIES_FILE },
  labels: { path: 'labels.yaml', title: '부르는 말', schema: LABELS_FILE },
  categories: { path: 'categories.yaml', title: '고용노동부 분류', schema: CATEGORIES_FILE },
  schedule: { path: 'schedule.yaml', title: '추진일정', schema: SCHEDULE_FILE },
  outreach: { path: 'outreach.yaml', title: '홍보 전략', schema: OUTREACH_FILE },
  vision: { path: 'vision.yaml', title: '비전 체계도', schema: VISION_FILE },
  cover: { path: 'cover.yaml', title: '표지', schema: COVER_FILE },
  contents: { path: 'contents.yaml', title: '차례', schema: CONTENTS_FILE },
  colophon: { path: 'colophon.yaml', title: '판권', schema: COLOPHON_FILE },
  'key-figures': { path: 'key-figures.yaml', title: '핵심 수치', schema: KEY_FIGURES_FILE },
  'budget-codes': { path: 'budget-codes.yaml', title: '예산서의 줄', schema: BUDGET_CODES_FILE },
  figures: { path: 'statistics/figures.yaml', title: '표에 없는 수치', schema: FIGURES_FILE },
} as const satisfies Readonly<Record<string, DataFile>>;

export type SinglePath = (typeof SINGLE_FILES)[keyof typeof SINGLE_FILES]['path'];

/** What a plan has. By the name of the schema that `iljari schema` writes. */
export const PLAN_FILES: Readonly<Record<string, DataFile>> = {
  ...SINGLE_FILES,
  statistics: {
    path: 'statistics/*.yaml',
    title: '통계표',
    schema: later(STATISTICS_FILE, PROGRAMME_TABLE_FILE),
  },
  task: { path: 'tasks/*.yaml', title: '실천과제', schema: TASK_FILE },
  edition: { path: 'editions/*.yaml', title: '변경 판', schema: EDITION_FILE },
};

/** What the program's templates have. */
export const TEMPLATE_FILES: Readonly<Record<string, DataFile>> = {
  theme: { path: 'templates/theme.yaml', title: '모양', schema: THEME_FILE },
  'budget-words': { path: 'templates/budget-words.yaml', title: '예산서의 말', schema: BUDGET_WORDS_FILE },
  'check-words': { path: 'templates/check-words.yaml', title: '검사의 말', schema: CHECK_WORDS_FORM },
  'adopt-words': { path: 'templates/adopt-words.yaml', title: '문서를 옮기는 말', schema: ADOPT_WORDS_FORM },
  'rate-words': { path: 'templates/rate-words.yaml', title: '비율의 말', schema: RATE_WORDS_FORM },
};

/** The name of the schema of a file by its path in the plan's folder; undefined for what is no file of data. */
export function dataFileAt(path: string): string | undefined {
  const kinds = Object.entries(PLAN_FILES);
  const at = (one: string) => kinds.find(([, file]) => file.path === one)?.[0];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return at(path) ?? (path.endsWith('.yaml') ? at(`${folder}*.yaml`) : undefined);
}
