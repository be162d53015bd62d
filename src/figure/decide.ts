// Definitions, and what was decided about them -> the figures as they are printed.
import type { Outcome } from '../diagnostic.ts';
import type { Address } from './address.ts';
import { evaluateFigures } from './evaluate.ts';
import type { FigureBook, FigureDefinition, Value } from './figure.ts';
import { sameValue } from './quantity.ts';

/** Another value for an input, or the computed value in the place of the stated one. */
export type Decided = { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'computed' };

/**
 * What is decided about a figure takes the place of what was typed for it. Unlike an edition's change it corrects the past: stated sums
 * above it stay as they are.
 */
export function decideFigures(
  definitions: readonly FigureDefinition[],
  decided: ReadonlyMap<Address, Decided>,
): readonly FigureDefinition[] {
  if (decided.size === 0) return definitions;
  return definitions.map((definition) => {
    const decision = decided.get(definition.address);
    if (decision === undefined) return definition;
    // The published characters belong to the typed value.
    const { given: _given, published: _published, ...rest } = definition;
    switch (decision.kind) {
      case 'value':
        return { ...rest, given: decision.value };
      case 'computed':
        return definition.relation === undefined ? definition : rest;
    }
  });
}

/**
 * The figures with the decisions in force. One that a decision has moved counts as changed, so that its published characters, wherever
 * they are written, give way to the value.
 */
export function withDecisions(
  book: FigureBook,
  decided: ReadonlyMap<Address, Decided>,
  ...changes: Tail<Parameters<typeof evaluateFigures>>
): Outcome<FigureBook> {
  if (decided.size === 0) return { value: book, diagnostics: [] };
  const definitions = [...book.values()].map(({ definition }) => definition);
  const { value, diagnostics } = evaluateFigures(decideFigures(definitions, decided), ...changes);
  if (value === undefined) return { value, diagnostics };
  const moved = [...value].map(([address, figure]) => {
    const before = book.get(address);
    const changed = before === undefined || !sameValue(before.effective, figure.effective);
    return [address, { ...figure, changed: figure.changed || changed }] as const;
  });
  return { value: new Map(moved), diagnostics };
}

type Tail<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest] ? Rest : never;
