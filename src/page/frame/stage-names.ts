// A screen -> its name on the bar.
import type { EditionState, StageName } from '../../serve/api.ts';

export const STAGE_NAMES: Readonly<Record<StageName, string>> = {
  frame: '틀',
  statistics: '통계',
  text: '글',
  revise: '추경',
  check: '확인',
  publish: '공시',
};

export const EDITION_STATES: Readonly<Record<EditionState, string>> = {
  draft: '작성 중',
  confirmed: '확정함',
  published: '공시함',
};
