// tasks/<task>.yaml -> its keys.
import type * as v from 'valibot';
import { ID } from '../figure/address.ts';
import { NAME_PLACES } from '../plan/programme.ts';
import { DETAIL_KEYS } from './details.ts';
import { FUNDING } from './funding.ts';
import { TARGET_NUMBERS } from './further-targets.ts';
import { DISCONTINUED, LINEAGE } from './lineage.ts';
import { isNumber } from './number-form.ts';
import { PUBLISHED } from './placed-name.ts';
import { PERIOD } from './project-period.ts';
import {
  checked,
  choice,
  entriesOf,
  flag,
  id,
  like,
  list,
  mapping,
  may,
  must,
  named,
  number,
  scalar,
  text,
} from './shape.ts';
import { NAMED_NUMBER, NUMBER, OVERVIEW } from './stated-number.ts';

import { YEARLY } from './yearly.ts';

/** Years from the plan's: 0, -1. */
const YEARS = checked(number, (one) => !isNumber(one) || /^-?\d+$/.test(one.text), '정수 (0 또는 -1)', {
  type: 'integer',
});

const SHARED = {
  published: may(PUBLISHED, '곳에 따라 달리 적는 이름', '그 자리에서만 이 이름으로 찍힙니다.'),
  target: may(NUMBER, '일자리 목표', '올해의 목표, 명. 과제에서는 적지 않으면 세부사업을 더합니다.', {
    example: 120,
  }),
  targets: may(
    TARGET_NUMBERS,
    '더 세는 목표',
    '올해의 목표. 왼쪽에 plan.yaml의 targets의 id를 적습니다. 과제에서는 적지 않으면 세부사업을 더합니다.',
    { example: { beneficiaries: 300 } },
  ),
  yearly: may(
    YEARLY,
    '연도별 예산',
    '해마다 금액 하나나 재원별 금액. 지난 해와 앞으로의 해를 적으며, 계획 연도는 funding과 같습니다.',
    { example: { 2026: 30000, 2028: { national: 20000, district: 20000 } } },
  ),
  'last-target': may(NUMBER, '지난해 목표', '견주는 데만 쓰고 찍지 않습니다.'),
  funding: may(FUNDING, '예산', '재원별 금액, 천원. 나오지 않는 재원은 적지 않습니다.', {
    example: { national: 50000, district: 20000 },
  }),
  category: may(
    like(scalar, { type: 'string', pattern: ID.source }),
    '고용노동부 분류',
    '분류 목록(categories.yaml)의 id. 통합문서의 고용부 분류별 시트와, 부르는 표에 씁니다.',
    { example: 'direct-jobs' },
  ),
  ...DETAIL_KEYS,
  figures: may(
    entriesOf(must(NAMED_NUMBER, '수치', '단위와 함께 적습니다.', { example: { value: 3, unit: '회' } })),
    '그 밖의 수치',
    '글에서 가리킬 다른 수치. 왼쪽에 id를 적습니다.',
    { example: { 'course-count': { value: 3, unit: '회' } } },
  ),
};

const PROJECT = mapping({
  id: must(id, '세부사업의 id', '주소에 쓰는 이름. 한 과제 안에서 서로 다르고, 바꾸지 않습니다.', {
    example: 'licence-fee',
  }),
  name: must(named, '세부사업의 이름', '어디에서나 이렇게 찍힙니다.', { example: '청년 자격증 응시료 지원' }),
  subtask: may(id, '세부과제', '딸린 세부과제의 id. 위의 subtasks에 있는 것', { example: 'skills' }),
  ...SHARED,
  period: may(PERIOD, '사업기간', '찍히는 글과, 알면 그 달'),
  lineage: may(LINEAGE, '지난해 계획과의 관계', '통합문서의 사업이력에 쓰고 찍지 않습니다.'),
});

const SUBTASK = mapping({
  id: must(id, '세부과제의 id', '한 과제 안에서 서로 다르고, 바꾸지 않습니다.', { example: 'skills' }),
  name: must(named, '세부과제의 이름', '어디에서나 이렇게 찍힙니다.', { example: '직무역량 높이기' }),
  published: may(PUBLISHED, '곳에 따라 달리 적는 이름', '그 자리에서만 이 이름으로 찍힙니다.'),
});

export const TASK_FILE = mapping({
  id: must(id, '실천과제의 id', '파일 이름과 같습니다.', { example: 'youth-jobs' }),
  name: must(named, '실천과제의 이름', '어디에서나 이렇게 찍힙니다.', {
    example: '청년 일자리 발굴 및 창출',
  }),
  ...SHARED,
  purpose: may(text, '목적', '과제 시트의 제목 위에 찍는 말', { example: '청년의 취업을 돕는 과제' }),
  plan: may(
    mapping({
      year: may(YEARS, '연도', '계획 연도에서 센 햇수. 0은 올해, -1은 지난해입니다.', { otherwise: 0 }),
      'unit-line': may(text, '단위 줄', '표의 오른쪽 위에 찍는 글', { example: '(단위 : 명, 천원)' }),
      'with-unit': may(flag, '단위를 붙여 찍기', 'false이면 칸에 단위를 붙이지 않습니다.', {
        otherwise: true,
      }),
    }),
    '추진계획 표',
    '과제 시트의 추진계획 표를 찍는 법',
  ),
  overview: may(OVERVIEW, '총괄표에 공시한 값', '공시된 값이 따로 있을 때만 적습니다. 적지 않으면 셈합니다.'),
  subtasks: may(
    list(SUBTASK),
    '세부과제',
    '실천과제와 세부사업 사이의 단계. 없는 과제는 적지 않습니다. 찍는 차례대로 적고, 세부사업에 subtask로 그 id를 적습니다.',
  ),
  projects: may(list(PROJECT), '세부사업', '찍는 차례대로 적습니다.'),
  ended: may(DISCONTINUED, '끝난 세부사업', '지난해 계획에 있고 올해에는 없는 것'),
  orders: may(
    entriesOf(must(list(id), '차례', '세부사업의 id를 하나씩 모두 적습니다.'), choice(...NAME_PLACES)),
    '곳에 따라 다른 차례',
    '그 자리에서만 세부사업을 이 차례로 찍습니다.',
  ),
});

export type SubtaskShape = v.InferOutput<typeof SUBTASK>;
export type ProjectShape = v.InferOutput<typeof PROJECT>;
