// Definitions -> the order to work them out in, operands first, and the circles that have none.
import type { Address } from './address.ts';
import type { FigureDefinition } from './figure.ts';
import { operandsOf } from './relation.ts';

interface EvaluationOrder {
  /** Every defined address once; operands before what reads them, except inside a circle. */
  readonly order: readonly Address[];
  /** Circles of relations, each from its alphabetically first address along the operands. */
  readonly circles: readonly (readonly Address[])[];
}

/** Depth first with a stack of its own: a long chain of relations must not overflow the call stack. */
export function orderFigures(definitions: ReadonlyMap<Address, FigureDefinition>): EvaluationOrder {
  const order: Address[] = [];
  const circles = new Map<string, readonly Address[]>();
  const state = new Map<Address, 'open' | 'done'>();

  // Sorted, so that the result does not depend on the order of the files.
  for (const start of [...definitions.keys()].sort()) {
    if (state.has(start)) continue;
    const path: { readonly address: Address; readonly rest: Address[] }[] = [];
    const enter = (address: Address) => {
      state.set(address, 'open');
      path.push({ address, rest: [...operands(definitions.get(address))].reverse() });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        state.set(top.address, 'done');
        order.push(top.address);
        path.pop();
      } else if (state.get(next) === 'open') {
        const circle = fromFirst(
          path.slice(path.findIndex(({ address }) => address === next)).map(({ address }) => address),
        );
        circles.set(circle.join(' '), circle);
      } else if (!state.has(next) && definitions.has(next)) {
        enter(next);
      }
    }
  }
  return { order, circles: [...circles.values()] };
}

function operands(definition: FigureDefinition | undefined): readonly Address[] {
  return definition?.relation === undefined ? [] : operandsOf(definition.relation);
}

function fromFirst(circle: readonly Address[]): readonly Address[] {
  const first = circle.indexOf([...circle].sort()[0] ?? ('' as Address));
  return [...circle.slice(first), ...circle.slice(0, first)];
}
