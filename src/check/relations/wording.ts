// A relation and its figures -> the formula in words and numbers, and what is wrong with it.
import type Fraction from 'fraction.js';
import { korean } from '../../diagnostic/particle.ts';
import type { Address } from '../../figure/address.ts';
import type { Figure, FigureBook, Quantity } from '../../figure/figure.ts';
import type { Relation } from '../../figure/relation.ts';
import { showFigure, showValue } from '../../figure/show.ts';
import type { FigureLabels } from '../figure-labels.ts';
import type { Suspect } from './audit.ts';
import { SLIP_WORDS } from './slip.ts';

/** Longer sums name their first and last operand only. */
const MOST_OPERANDS = 8;

/** What the mean, and what is greatest or least, are called. */
export const MEAN_WORDS = { max: '최댓값', min: '최솟값', average: '평균', weighted: '가중평균' } as const;

function listed(words: readonly string[], by: string): string {
  if (words.length <= MOST_OPERANDS) return words.join(by);
  return `${words.slice(0, 3).join(by)}${by}…${by}${words.at(-1)} (${words.length}개)`;
}

/** `취업건수 ÷ 구직건수 × 100`, each operand written by `word`. */
function pattern(relation: Relation, word: (address: Address) => string): string {
  switch (relation.kind) {
    case 'sum':
      return listed(relation.operands.map(word), ' + ');
    case 'difference':
      return `${word(relation.minuend)} − ${word(relation.subtrahend)}`;
    case 'growth':
      return `(${word(relation.current)} − ${word(relation.previous)}) ÷ ${word(relation.previous)} × 100`;
    case 'share':
      return `${word(relation.part)} ÷ ${word(relation.whole)} × 100`;
    case 'ratio':
      return `${word(relation.numerator)} ÷ ${word(relation.denominator)}`;
    case 'product':
      return listed(relation.operands.map(word), ' × ');
    case 'max':
    case 'min':
    case 'average':
      return `${MEAN_WORDS[relation.kind]}(${listed(relation.operands.map(word), ', ')})`;
    case 'weighted': {
      const weighed = relation.values.map(
        (value, index) => `${word(value)} × ${word(relation.weights[index] ?? value)}`,
      );
      return `(${listed(weighed, ' + ')}) ÷ 무게의 합`;
    }
    case 'same':
      return word(relation.as);
    case 'rounded':
      return `${word(relation.of)}의 ${relation.mode === 'truncate' ? '절사' : '반올림'}`;
    case 'apportioned':
      return `${word(relation.whole)}의 단수조정 배분`;
  }
}

/** The formula in the words of the plan. */
export function formulaWords(relation: Relation, labels: FigureLabels): string {
  return pattern(relation, labels);
}

/** The formula in numbers. */
export function formulaNumbers(relation: Relation, book: FigureBook): string {
  return pattern(relation, (address) => {
    const figure = book.get(address);
    return figure === undefined ? address : print(figure);
  });
}

/** A figure as it is printed, with its unit; `-` for nil. */
export function print(figure: Figure): string {
  const text = showFigure(figure, { unit: true });
  return text === '' ? '(없음)' : text;
}

/** A number in the figure's unit, with the decimals that it is stated with. */
export function printAs(exact: Fraction, digits: number, figure: Figure): string {
  const quantity: Quantity = { kind: 'quantity', exact, digits };
  return `${showValue(quantity, digits)}${figure.definition.unit.label}`;
}

/** What could be mended, one sentence a suspect. */
export function remedyOf(
  suspects: readonly Suspect[],
  book: FigureBook,
  labels: FigureLabels,
): string | undefined {
  const sentences = suspects.flatMap(({ address, meant, digits, slip }) => {
    const figure = book.get(address);
    if (figure === undefined) return [];
    const why = slip === undefined ? '' : ` ${SLIP_WORDS[slip]}.`;
    return [
      korean`${labels(address)}: ${print(figure)}을(를) ${printAs(meant, digits, figure)}(으)로 고치면 모두 맞습니다.${why}`,
    ];
  });
  if (sentences.length === 0) return undefined;
  return sentences.slice(0, 3).join(' 또는 ');
}
