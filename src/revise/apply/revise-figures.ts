// A plan of any edition -> its figures, and how they compare with an edition before.
import type { Diagnostic, Outcome } from '../../diagnostic.ts';
import { decideFigures, markDecided } from '../../figure/decide.ts';
import { evaluateFigures } from '../../figure/evaluate.ts';
import type { FigureBook, FigureDefinition } from '../../figure/figure.ts';
import type { Comparison } from '../../plan/comparison.ts';
import { decidedFigures } from '../../plan/disposition.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RateWords } from '../../plan/rate-words.ts';
import { compareEditions, lastPublished } from '../compare/compare.ts';
import { comparisonFigures } from '../compare/comparison-figures.ts';
import { applyEditions, type EditionValues } from './apply-editions.ts';
import { belowZero } from './below-zero.ts';

export interface RevisedFigures {
  /** As typed and revised, before any decision: what is checked. */
  readonly typed: FigureBook;
  /** With the decisions in force: what is printed. The same book where there are none. */
  readonly book: FigureBook;
  /** Undefined for edition 0. */
  readonly comparison: Comparison | undefined;
}

const UNCHANGED: EditionValues = { values: new Map(), places: new Map(), gone: new Set() };

/**
 * The plan's figures with the changes of its editions. They are compared with the edition `from`, which is the last published one
 * before the plan's own unless another is named (0 to the plan's own number less 1). `words` tell which values cannot be; without them only those of
 * tasks are judged.
 */
export function reviseFigures(
  plan: Plan,
  from = lastPublished(plan),
  words?: RateWords,
): Outcome<RevisedFigures> {
  const applied = applyEditions(plan, words);
  const diagnostics: Diagnostic[] = [...applied.diagnostics];
  const { length: last } = plan.editions;
  const at = (number: number, definitions: readonly FigureDefinition[]) => {
    const { values, places, gone } = applied.value?.[number] ?? UNCHANGED;
    const typed = evaluateFigures(definitions, values, places, gone);
    const decided = decidedFigures(plan, number);
    if (decided.size === 0 || typed.value === undefined)
      return { typed: typed.value, book: typed.value, diagnostics: typed.diagnostics };
    const book = evaluateFigures(decideFigures(definitions, decided), values, places, gone);
    return {
      typed: typed.value,
      book: book.value && markDecided(typed.value, book.value),
      diagnostics: book.diagnostics,
    };
  };
  const first = at(last, plan.figures);
  const before = last === 0 ? undefined : at(from, plan.figures).book;
  const comparison =
    before === undefined || first.book === undefined
      ? undefined
      : compareEditions(plan, from, before, first.book);
  const added = comparison === undefined || before === undefined ? [] : comparisonFigures(comparison, before);
  const revised = added.length === 0 ? first : at(last, [...plan.figures, ...added]);
  diagnostics.push(...revised.diagnostics);
  const { typed, book } = revised;
  if (last > 0 && book !== undefined) diagnostics.push(...belowZero(plan, book));
  return {
    value: typed === undefined || book === undefined ? undefined : { typed, book, comparison },
    diagnostics,
  };
}
