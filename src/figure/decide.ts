// Definitions, and what was decided about them -> the figures as they are printed.
import type { Address } from './address.ts';
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
 * The figures with the decisions in force, beside those without. One that a decision has moved counts as changed, so that its
 * published characters, wherever they are written, give way to the value.
 */
export function markDecided(typed: FigureBook, decided: FigureBook): FigureBook {
  return new Map(
    [...decided].map(([address, figure]) => {
      const before = typed.get(address);
      const moved = before === undefined || !sameValue(before.effective, figure.effective);
      return [address, moved ? { ...figure, changed: true } : figure];
    }),
  );
}
