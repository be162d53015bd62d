// The funding of a task or project as typed -> its amounts by source, in the plan's order.
import type * as v from 'valibot';
import type { SourceLocation } from '../diagnostic.ts';
import { UNITS, type Unit, type Units } from '../figure/unit.ts';
import type { Amounts, FundingSource, UsualSource } from '../plan/programme.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Node, Scalar } from './node.ts';
import { mappingWith, may, must } from './shape.ts';
import { NUMBER, readStatedNumber, type StatedNumber } from './stated-number.ts';
import { readUnit, UNIT } from './units.ts';

/** The sources of a funding and its total, as far as they are typed. */
export interface FundingDraft {
  readonly unit: Scalar | undefined;
  readonly amounts: Amounts<StatedNumber>;
}

/** Of a plan whose sources are not known any source is. */
export type KnownSources = readonly FundingSource[] | undefined;

/** The keys of the sources, each amount of one form. */
function amountsOf<Form>(form: v.GenericSchema<unknown, Form>) {
  return {
    total: may(form, '계', '공시한 합계. 적지 않으면 재원을 더합니다.'),
    national: may(form, '국비', '국비, 천원', { example: 50000 }),
    province: may(form, '시도비', '시·도비, 천원', { example: 20000 }),
    district: may(form, '시군구비', '시·군·구비, 천원', { example: 20000 }),
    private: may(form, '민자', '민간이 부담하는 금액, 천원'),
    other: may(form, '기타', '그 밖의 재원, 천원'),
  } satisfies Record<UsualSource | 'total', unknown>;
}

function ownSource<Form>(form: v.GenericSchema<unknown, Form>) {
  return must(form, '계획의 재원', 'plan.yaml의 sources에 더한 재원의 금액, 천원');
}

export function fundingOf<Form>(form: v.GenericSchema<unknown, Form>) {
  const unit = may(UNIT, '금액의 단위', '아래 금액의 단위', { otherwise: '천원' });
  return mappingWith({ unit, ...amountsOf(form) }, ownSource(form));
}

/** In the unit of what it stands in. */
export function amountsBySource<Form>(form: v.GenericSchema<unknown, Form>) {
  return mappingWith(amountsOf(form), ownSource(form));
}

export const FUNDING = fundingOf(NUMBER);

export function readFunding(
  funding: v.InferOutput<typeof FUNDING>,
  sources: KnownSources,
  faults: Faults,
): FundingDraft {
  const { unit, ...typed } = funding;
  const amounts = knownAmounts<Node>(typed, sources, faults);
  return { unit, amounts: mapAmounts(amounts, (node) => readStatedNumber(node, faults)) };
}

/** Without those of sources that the plan does not have; `beside`: what else may stand there. Rule `unknown-id`. */
export function knownAmounts<Value extends { readonly place: SourceLocation }>(
  typed: Readonly<Record<string, Value | undefined>>,
  sources: KnownSources,
  faults: Faults,
  beside: readonly string[] = ['unit'],
): Amounts<Value> {
  const known = ['total', ...(sources ?? Object.keys(typed))];
  return Object.fromEntries(
    Object.entries(typed).filter(([kind, value]) => {
      if (value === undefined || known.includes(kind)) return value !== undefined;
      faults.add({
        rule: 'unknown-id',
        place: value.place,
        message: `계획에 없는 재원입니다: ${kind}`,
        expected: didYouMean(
          kind,
          [...beside, ...known],
          `${[...beside, ...known].join(', ')}, 또는 plan.yaml의 sources에 더한 재원`,
        ),
      });
      return false;
    }),
  );
}

/** The same of each. */
export function mapAmounts<From, To>(amounts: Amounts<From>, of: (value: From) => To): Amounts<To> {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([kind, value]) => (value === undefined ? [] : [[kind, of(value)]])),
  );
}

/** The unit of a funding's amounts: 천원 unless it says otherwise. */
export function moneyUnit(typed: Scalar | undefined, units: Units, faults: Faults): Unit {
  if (typed === undefined) return UNITS.천원;
  const unit = readUnit(typed, units, faults);
  if (unit.dimension === 'money') return unit;
  if (units.named(typed.text) !== undefined) {
    faults.add({
      rule: 'unknown-unit',
      place: typed.place,
      message: `예산의 단위가 아닙니다: ${unit.label}`,
      expected: '원, 천원, 백만원, 억원',
    });
  }
  return UNITS.천원;
}
