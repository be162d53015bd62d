// A plan of any edition -> its figures, and how they compare with an edition before.
import type { Diagnostic, Outcome } from '../diagnostic.ts';
import { evaluateFigures } from '../figure/evaluate.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Comparison } from '../plan/comparison.ts';
import type { Plan } from '../plan/plan.ts';
import { applyEditions, type EditionValues } from './apply-editions.ts';
import { compareEditions, lastPublished } from './compare.ts';
import { comparisonFigures } from './comparison-figures.ts';

export interface RevisedFigures {
  readonly book: FigureBook;
  /** Undefined for edition 0. */
  readonly comparison: Comparison | undefined;
}

const UNCHANGED: EditionValues = { values: new Map(), places: new Map() };

/**
 * The plan's figures with the changes of its editions. They are compared with the edition `from`, which is the last published one
 * before the plan's own unless another is named (0 to the plan's own number less 1).
 */
export function reviseFigures(plan: Plan, from = lastPublished(plan)): Outcome<RevisedFigures> {
  if (plan.editions.length === 0) {
    const { value, diagnostics } = evaluateFigures(plan.figures);
    return { value: value && { book: value, comparison: undefined }, diagnostics };
  }
  const applied = applyEditions(plan);
  const diagnostics: Diagnostic[] = [...applied.diagnostics];
  const steps = applied.value ?? [];
  const at = (number: number): FigureBook => {
    const { values, places } = steps[number] ?? UNCHANGED;
    return evaluateFigures(plan.figures, values, places).value ?? new Map();
  };
  const before = at(from);
  const comparison = compareEditions(plan, from, before, at(plan.editions.length));
  const { values, places } = steps.at(-1) ?? UNCHANGED;
  const all = [...plan.figures, ...comparisonFigures(comparison, before)];
  const revised = evaluateFigures(all, values, places);
  diagnostics.push(...revised.diagnostics);
  return { value: revised.value && { book: revised.value, comparison }, diagnostics };
}
