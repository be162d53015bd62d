// period of a project -> the text as printed, and its ends: months of the plan's year, or months of any years.
import type { ProjectPeriod, YearMonth } from '../plan/programme.ts';
import { stayingYears, YEAR_KINDS } from '../plan/years.ts';
import type { Faults } from './faults.ts';
import type { Scalar } from './node.ts';
import { checked, choice, mapping, may, must, scalar, text } from './shape.ts';
import { defined, sourceText } from './source-text.ts';

const MONTH = /^(?:[1-9]|1[0-2])$/;
const YEAR_MONTH = /^([12]\d{3})-(0[1-9]|1[0-2])$/;

/** A month of the plan's year, or of the year before it. */
const END = checked(
  scalar,
  ({ text, plain }) => (plain && MONTH.test(text)) || YEAR_MONTH.test(text),
  '1에서 12까지의 달, 또는 연-월 (예: 2024-03)',
  { type: ['integer', 'string'], minimum: 1, maximum: 12, pattern: YEAR_MONTH.source },
);

export const PERIOD = mapping({
  text: must(text, '사업기간', '찍히는 그대로', { example: '{{year 0}}. 1. ~ 12.' }),
  from: may(END, '첫 달', '계획 연도의 달(1에서 12), 여러 해에 걸치면 연-월', { example: 1 }),
  to: may(END, '끝 달', '계획 연도의 달(1에서 12), 여러 해에 걸치면 연-월', { example: 12 }),
  years: may(
    choice(...YEAR_KINDS),
    '연도의 갈래',
    '다음 해 계획에서 rolling은 한 해씩 옮기고, term(임기)과 fixed(고정)는 그대로 둡니다.',
    { otherwise: 'rolling' },
  ),
});

interface PeriodShape {
  readonly text: Scalar;
  readonly from?: Scalar | undefined;
  readonly to?: Scalar | undefined;
  readonly years?: Scalar | undefined;
}

/** Rule `month-order`: an end before the beginning, or only one of them with its year. */
export function readPeriod(typed: PeriodShape, faults: Faults): ProjectPeriod {
  const [from, to] = [endOf(typed.from), endOf(typed.to)];
  const place = (typed.to ?? typed.text).place;
  const isOver = typeof from === 'object' || typeof to === 'object';
  const period: ProjectPeriod = {
    text: sourceText(typed.text),
    ...defined({ years: stayingYears(typed.years?.text) }),
  };
  if (!isOver) return { ...period, ...defined({ from, to }) };
  if (typeof from !== 'object' || typeof to !== 'object')
    faults.add({
      rule: 'month-order',
      place,
      message: '기간의 한쪽에만 해가 있습니다.',
      expected: 'from과 to 모두 연-월 (예: from: 2024-03, to: 2026-12)',
    });
  else if (to.year * 12 + to.month < from.year * 12 + from.month)
    faults.add({
      rule: 'month-order',
      place,
      message: `기간이 거꾸로입니다: ${typed.from?.text}부터 ${typed.to?.text}까지`,
      expected: 'from보다 앞서지 않는 to',
    });
  else return { ...period, over: { from, to } };
  return period;
}

function endOf(typed: Scalar | undefined): number | YearMonth | undefined {
  const [, year, month] = YEAR_MONTH.exec(typed?.text ?? '') ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month) };
  return typed !== undefined && MONTH.test(typed.text) ? Number(typed.text) : undefined;
}
