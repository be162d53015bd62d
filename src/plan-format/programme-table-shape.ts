// statistics/<table>.yaml whose rows are those of the programme -> its keys.
import * as v from 'valibot';
import { DETAILS } from '../plan/details.ts';
import type { AxisShape } from './axis.ts';
import type { Scalar } from './node.ts';
import { choice, entriesOf, id, label, later, list, mapping, may, must, named, scalar } from './shape.ts';
import { ASSERTS, COLUMN_FORM, EQUALS, RELATIONS, TITLES } from './statistics-shape.ts';

/** What a row may be. */
export const ROW_KINDS = [
  'project',
  'subtask',
  'task',
  'strategy',
  'category',
  'department',
  'year',
] as const;

/** By what rows are grouped and chosen, the widest first. */
export const GROUP_KINDS = ['strategy', 'task', 'subtask', 'sector', 'category', ...DETAILS] as const;

const EACH = ROW_KINDS.map((kind) => `each ${kind}`);

/** A column of any table, and what of each row stands in it. */
export interface FieldShape extends AxisShape {
  readonly field?: Scalar;
  readonly columns?: readonly FieldShape[];
}

const { period: _period, years: _years, ...FORM } = COLUMN_FORM;

const FIELD: v.GenericSchema<unknown, FieldShape> = mapping({
  ...FORM,
  field: may(
    scalar,
    '항목',
    '행마다 찍을 것: number, strategy, task, subtask, project, category, sector, period, department, contact, executing-body, target-group, contents, count, target, last-target, funding, funding/national, targets/id(plan.yaml의 targets), yearly/2026, yearly/all, 그 밖의 수치의 id, computed(relations의 산식). 적지 않으면 id와 같습니다.',
    { example: 'funding/national' },
  ),
  columns: may(list(v.lazy(() => FIELD)), '묶인 열', '묶음 아래의 열. 칸의 이름은 id를 -로 이은 것입니다.'),
});

const GROUP = choice(...GROUP_KINDS);

export const PROGRAMME_TABLE_FILE = mapping({
  ...TITLES,
  corner: may(label, '왼쪽 위 칸', '행 이름 위의 칸을 하나로 합쳐 찍는 글', { example: '구 분' }),
  heads: may(
    list(label),
    '행 이름의 머리',
    '행 이름의 열마다 하나씩. 적지 않으면 추진전략, 실천과제, 세부사업처럼 찍습니다.',
    {
      example: ['전략', '과제', '사업'],
    },
  ),
  rows: must(
    choice(...EACH),
    '행',
    '계획의 세부사업, 세부과제, 과제, 전략, 분류, 담당부서, 연도별 예산의 해마다 한 행',
    {
      example: 'each project',
    },
  ),
  groups: may(list(GROUP), '묶음', '행을 묶는 차례. 묶음마다 합친 칸이 왼쪽에 생깁니다.', {
    example: ['strategy', 'task'],
  }),
  subtotals: may(
    entriesOf(must(named, '소계의 이름', '소계 행에 찍는 이름', { example: '소 계' }), GROUP),
    '소계',
    '묶음마다 소계의 이름. 적은 묶음에만 소계가 생깁니다.',
    {
      example: { strategy: '소 계' },
    },
  ),
  total: may(named, '합계', '합계 행에 찍는 이름. 적지 않으면 합계가 없습니다.', { example: '합 계' }),
  'totals-at': may(
    choice('top', 'bottom'),
    '합계의 자리',
    'top이면 합계와 소계가 위에, bottom이면 아래에 옵니다.',
    { otherwise: 'top' },
  ),
  where: may(
    entriesOf(
      must(later(id, list(id), named, list(named)), '고를 것', 'id 하나나 여럿, 담당부서 따위는 적은 그대로'),
      GROUP,
    ),
    '고르기',
    '적은 전략, 과제, 세부과제(과제-세부과제), 부문, 분류, 담당부서의 행만 찍습니다.',
    { example: { category: ['direct-jobs', 'training'] } },
  ),
  columns: must(list(FIELD), '열', '왼쪽부터 적습니다.', {
    example: [{ id: 'target' }, { id: 'funding', unit: '백만원' }],
  }),
  relations: RELATIONS,
  asserts: ASSERTS,
  equals: EQUALS,
});

export type ProgrammeTableShape = v.InferOutput<typeof PROGRAMME_TABLE_FILE>;
