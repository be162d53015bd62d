// The changes of an edition -> their keys.

import { isId, parseAddress } from '../figure/address.ts';
import type { ProjectKey } from '../plan/programme.ts';
import { VALUE } from './cell-entry.ts';
import { DETAIL_KEYS } from './details.ts';
import { fundingOf } from './funding.ts';
import { PERIOD } from './project-period.ts';
import { checked, entriesOf, id, later, like, mapping, may, must, named, scalar, text } from './shape.ts';
import { UNIT } from './units.ts';
import { yearlyOf } from './yearly.ts';

const PROJECT_FORM = 'tasks/과제-id/projects/세부사업-id';
const ID = '[a-z0-9][a-z0-9-]*';
const PROJECT_PATTERN = `tasks/${ID}/projects/${ID}`;

const address = checked(
  scalar,
  ({ text }) => parseAddress(text) !== undefined,
  '수치의 주소 (예: tasks/youth-jobs/target)',
  { type: 'string', pattern: `^${ID}(/${ID})+$` },
);
const projectAddress = checked(scalar, ({ text }) => projectKey(text) !== undefined, PROJECT_FORM, {
  type: 'string',
  pattern: `^${PROJECT_PATTERN}$`,
});
const place = checked(
  scalar,
  ({ text }) => projectKey(text) !== undefined || taskOf(text) !== undefined,
  `tasks/과제-id 또는 ${PROJECT_FORM}`,
  { type: 'string', pattern: `^(tasks/${ID}|${PROJECT_PATTERN})$` },
);
/** A number, `-` or `missing`. */
const typed = like(scalar, { ...VALUE, pattern: '^(-|missing)$', examples: ['missing', '-'] });
const EXAMPLE = { example: 'tasks/youth-jobs/projects/licence-fee' };
const REASON = { reason: may(text, '사유', '변경 대비표에 찍는 사유', { example: '국비 추가 내시' }) };

const SUBTASK = {
  subtask: may(id, '세부과제', '그 과제의 subtasks에 있는 id', { example: 'skills' }),
};

export const SET = mapping({
  set: must(address, '수치를 고침', '고칠 수치의 주소', { example: 'tasks/youth-jobs/target' }),
  before: must(typed, '변경 전', '지금 값. 다르면 만들지 않습니다.', { example: 2200 }),
  after: must(typed, '변경 후', "새 값. 없음은 '-'", { example: 2300 }),
  ...REASON,
});

export const NUMBER = mapping({
  value: must(typed, '값', "수, 없음은 '-', 아직 모르면 missing", { example: 10 }),
  unit: may(UNIT, '단위', '적지 않으면 목표는 명, 예산은 천원', { example: '명' }),
});
const NUMBER_FORM = later(typed, NUMBER);

export const ADD = mapping({
  add: must(projectAddress, '세부사업을 더함', '새 세부사업의 주소', EXAMPLE),
  name: must(named, '세부사업의 이름', '어디에서나 이렇게 찍힙니다.', { example: '청년 취업카페 운영' }),
  ...SUBTASK,
  period: may(later(text, PERIOD), '사업기간', '찍히는 글, 또는 글과 달', { example: '2023. 6. ~ 12.' }),
  target: may(NUMBER_FORM, '일자리 목표', '명', { example: 10 }),
  funding: may(fundingOf(typed), '예산', '재원별 금액, 천원', {
    example: { national: 5000, district: 5000 },
  }),
  yearly: may(yearlyOf(NUMBER_FORM), '연도별 예산', '해마다 금액 하나나 재원별 금액, 천원', {
    example: { 2026: 30000, 2028: { national: 20000, district: 20000 } },
  }),
  targets: may(
    entriesOf(must(NUMBER_FORM, '목표', '그 목표의 단위로')),
    '더 세는 목표',
    '왼쪽에 plan.yaml의 targets의 id를 적습니다.',
    { example: { beneficiaries: 300 } },
  ),
  ...DETAIL_KEYS,
  figures: may(
    entriesOf(must(NUMBER_FORM, '수치', '단위와 함께 적습니다.')),
    '그 밖의 수치',
    '왼쪽에 id를 적습니다.',
  ),
  ...REASON,
});

export const END = mapping({
  end: must(projectAddress, '세부사업을 끝냄', '끝난 세부사업의 주소', EXAMPLE),
  ...REASON,
});

export const MOVE = mapping({
  move: must(projectAddress, '세부사업을 옮김', '옮길 세부사업의 주소', EXAMPLE),
  to: must(place, '옮길 곳', '다른 과제, 또는 거기서 얻을 주소', { example: 'tasks/senior-jobs' }),
  ...SUBTASK,
  ...REASON,
});

/** Excerpts may look like numbers: they are text in whatever file they stand. */
export const TEXT = mapping({
  text: must(scalar, '글을 고침', '고칠 파일. 계획 폴더에서의 경로', { example: 'tasks/youth-jobs.hbs' }),
  before: must(scalar, '변경 전', '파일에 한 번 나오는 글'),
  after: must(scalar, '변경 후', '새 글'),
  ...REASON,
});

/** A change of any kind. */
export const CHANGE = later(SET, ADD, END, MOVE, TEXT);

export function projectKey(text: string): ProjectKey | undefined {
  const [, task = '', project = ''] = /^tasks\/([^/]+)\/projects\/([^/]+)$/.exec(text) ?? [];
  return isId(task) && isId(project) ? { task, project } : undefined;
}

export function taskOf(text: string): string | undefined {
  const [, task = ''] = /^tasks\/([^/]+)$/.exec(text) ?? [];
  return isId(task) ? task : undefined;
}
