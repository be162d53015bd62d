// Kinds of relations -> the rule that what is stated beside one of them must be what it gives.
import type { Severity } from '../../diagnostic.ts';
import type { Address } from '../../figure/address.ts';
import type { Figure } from '../../figure/figure.ts';
import { typedValue } from '../../figure/precision.ts';
import { roundHalfUp } from '../../figure/quantity.ts';
import { operandsOf, type Relation } from '../../figure/relation.ts';
import { figureHome } from '../../plan/figure-home.ts';
import type { Found, RelatedPlace } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import type { Mismatch, Miss } from './audit.ts';
import { wholeColumns } from './column.ts';
import { formulaNumbers, formulaWords, print, printAs, remedyOf } from './wording.ts';

const MISS_WORDS = {
  'last-digit': ' 끝자리가 하나 다릅니다(반올림 차이).',
  truncated: ' 반올림하지 않고 버린 값입니다.',
  wrong: '',
} as const satisfies Record<Miss, string>;

/** A slip of rounding is no wrong statement, but whoever computes it again gets another number. */
const MISS_SEVERITY = {
  'last-digit': 'warning',
  truncated: 'warning',
  wrong: 'error',
} as const satisfies Record<Miss, Severity>;

export function relationRule(
  kinds: readonly Relation['kind'][],
  words: Pick<Rule, 'title' | 'reason'>,
): Rule {
  return {
    ...words,
    severity: 'error',
    find: (input) => {
      const own = input.audit.mismatches.filter(({ constraint }) => kinds.includes(constraint.relation.kind));
      const { columns, alone } = wholeColumns(own, input.audit.constraints);
      return [
        ...columns.flatMap((column) => columnFinding(column, input)),
        ...alone.map((mismatch) => foundOf(mismatch, input)),
      ];
    },
  };
}

/** Every cell misses: what is wrong is the name or the relation, not a number. */
function columnFinding(cells: readonly Mismatch[], input: CheckInput): readonly Found[] {
  const [first, ...others] = cells;
  if (first === undefined) return [];
  const found = foundOf(first, input);
  const formula = formulaWords(first.constraint.relation, input.labels);
  return [
    {
      ...found,
      message: `${found.message} 이 표에서 같은 산식을 쓰는 ${cells.length}칸이 모두 어긋납니다.`,
      severity: 'error',
      related: others.map(({ constraint: { figure } }) => ({
        place: figure.definition.place,
        note: `${input.labels(figure.definition.address)}: ${print(figure)}`,
      })),
      remedy: `이름이나 값이 다른 것을 뜻하는지 살펴봅니다. 이름대로면 ${formula}입니다.`,
      ...causeOf(first.constraint.figure, input),
    },
  ];
}

/** The cause of `label-values`, which says what the values of the table's group of rows are instead. */
function causeOf({ definition }: Figure, { plan }: CheckInput): Pick<Found, 'cause'> {
  const home = figureHome(definition.address, plan);
  const group = home?.kind === 'table' ? home.row?.[0] : undefined;
  return home?.kind !== 'table' || group === undefined
    ? {}
    : { cause: `label-values ${home.table.id} ${group.id}` };
}

function foundOf({ constraint, sides, miss, cause, suspects }: Mismatch, input: CheckInput): Found {
  const { figure, relation, equal } = constraint;
  const { book } = input.audit.evidence;
  const { address, place } = figure.definition;
  const digits = digitsOf(figure);
  const [least, most] = [sides.followed.low, sides.followed.high].map((exact) =>
    printAs(roundHalfUp(exact, digits), digits, figure),
  );
  const computed = least === most ? `${least}` : `${least}~${most}`;
  const stated = print(figure);
  const numbers = formulaNumbers(relation, book);
  const label = input.labels(address);
  const message =
    relation.kind === 'same'
      ? `${label}: 여기에는 ${stated}, 같은 수치가 다른 곳에는 ${numbers}입니다.`
      : `${label}: 적힌 값은 ${stated}, 계산한 값은 ${computed}입니다(${numbers}).`;
  const remedy = remedyOf(suspects, book, input.labels);
  return {
    subject: equal ? [address, ...operandsOf(relation)].join(' = ') : address,
    severity: MISS_SEVERITY[miss],
    message: `${message}${MISS_WORDS[miss]}`,
    place,
    related: placesOf(address, relation, input),
    stated,
    computed,
    formula: formulaWords(relation, input.labels),
    ...(remedy === undefined ? {} : { remedy }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Where the typed figures stand that the relation rests on, beside the stated one. */
function placesOf(own: Address, relation: Relation, { audit, labels }: CheckInput): readonly RelatedPlace[] {
  const { evidence } = audit;
  const leaves = new Set(operandsOf(relation).flatMap((operand) => [...evidence.leaves(operand)]));
  leaves.delete(own);
  return [...leaves].flatMap((leaf) => {
    const figure = evidence.book.get(leaf);
    if (figure === undefined) return [];
    return [{ place: figure.definition.place, note: `${labels(leaf)}: ${print(figure)}` }];
  });
}

function digitsOf(figure: Figure): number {
  const typed = typedValue(figure);
  return typed?.kind === 'quantity' ? typed.digits : figure.definition.digits;
}
