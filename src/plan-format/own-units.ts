// `units:` of plan.yaml -> the units that the plan knows, its own among them.
import Fraction from 'fraction.js';
import type * as v from 'valibot';
import { parseQuantity } from '../figure/quantity.ts';
import { KNOWN_UNITS, type Unit, Units } from '../figure/unit.ts';
import type { Faults } from './faults.ts';
import type { Scalar } from './node.ts';
import { checked, entriesOf, flag, mapping, may, must, number, textLike } from './shape.ts';
import { readUnit, UNIT } from './units.ts';

const WORD_FORM = '빈칸과 수가 없는, 열 글자까지의 낱말 (예: 포대)';
const WORD = textLike(/^[^\s\d/,·、()[\]]{1,10}$/, WORD_FORM);
const TIMES = checked(number, ({ text }) => !(Number(text) <= 0), '0보다 큰 수', { exclusiveMinimum: 0 });

export const OWN_UNITS = entriesOf(
  must(
    mapping({
      of: may(UNIT, '무엇의 배수', '이 단위를 바꾸어 읽을 단위. 적지 않으면 따로 세는 단위입니다.', {
        example: 'kg',
      }),
      times: may(TIMES, '몇 배', '한 단위가 of의 몇인지', { example: 20, otherwise: 1 }),
      parts: may(
        flag,
        '나눌 수 있음',
        'true이면 2.5처럼 소수가 있을 수 있습니다. 적지 않으면 of의 단위와 같고, of도 없으면 하나씩만 셉니다.',
        {
          otherwise: false,
        },
      ),
    }),
    '단위',
    '비워 두면({}) 다른 것과 바꾸지 않고 하나씩 세는 단위입니다.',
  ),
  WORD,
);

type Declared = v.InferOutput<typeof OWN_UNITS>;

/** Each may name any other. Rules: `duplicate-id` for one whose meaning is fixed, `unknown-unit`, `missing-key`. */
export function ownUnits(declared: Declared, faults: Faults): Units {
  const own: Unit[] = [];
  for (const { key, value } of inOrder(declared, faults)) {
    const { text, place } = key;
    const known = KNOWN_UNITS.named(text);
    if (known !== undefined && isFixed(known))
      faults.add({
        rule: 'duplicate-id',
        place,
        message: `뜻을 바꿀 수 없는 단위입니다: ${text}`,
        expected: '적지 않아도 쓸 수 있으니 이 줄을 지웁니다.',
      });
    if (value.of === undefined && value.times !== undefined)
      faults.add({
        rule: 'missing-key',
        place,
        message: `무엇의 배수인지 없습니다: ${text}`,
        expected: 'of: kg처럼 times가 세는 단위',
      });
    own.push(ownUnit(text, value, new Units(own), faults));
  }
  return new Units(own);
}

/** Each behind the one that it is so many times of. What is told of as a circle counts by itself. */
function inOrder(declared: Declared, faults: Faults): Declared {
  const byName = new Map(declared.map((one) => [one.key.text, one]));
  const ordered = new Map<Declared[number], Declared[number]>();
  const put = (one: Declared[number], above: readonly Declared[number][]): void => {
    const base = byName.get(one.value.of?.text ?? '');
    if (base !== undefined && (base === one || above.includes(base))) {
      faults.add({
        rule: 'unknown-unit',
        place: one.value.of?.place ?? one.key.place,
        message: `서로를 가리켜 무엇의 배수인지 알 수 없는 단위입니다: ${one.key.text}`,
        expected: 'of: kg처럼 이미 아는 단위',
      });
      const { of: _of, times: _times, ...value } = one.value;
      ordered.set(one, { ...one, value });
      return;
    }
    if (base !== undefined && !ordered.has(base)) put(base, [...above, one]);
    ordered.set(one, one);
  };
  for (const one of declared) if (!ordered.has(one)) put(one, []);
  return [...ordered.values()];
}

/** Money, people and rates are what the programme's own figures are in, and 천톤 is made of two words. */
function isFixed({ kind, dimension, power }: Unit): boolean {
  return kind === 'money' || kind === 'rate' || dimension === 'people' || power > 0;
}

function ownUnit(
  text: string,
  { of, times, parts }: v.InferOutput<typeof OWN_UNITS>[number]['value'],
  units: Units,
  faults: Faults,
): Unit {
  if (of === undefined)
    return {
      label: text,
      dimension: `of ${text}`,
      kind: parts?.text === 'true' ? 'parts' : 'pieces',
      scale: new Fraction(1),
      power: 0,
    };
  const base = readUnit(of, units, faults);
  const kind = parts?.text === 'true' && base.kind === 'pieces' ? 'parts' : base.kind;
  return { ...base, label: text, kind, scale: base.scale.mul(timesOf(times)), power: 0 };
}

/** 1 where nothing says otherwise, or what does is at fault. */
function timesOf(times: Scalar | undefined): Fraction {
  const exact = times && parseQuantity(times.text)?.exact;
  return exact !== undefined && exact.compare(0) > 0 ? exact : new Fraction(1);
}
