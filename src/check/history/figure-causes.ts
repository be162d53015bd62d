// The figures of a record and those of today -> which are others now, and what each change is due to.
import type { Address } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { operandsOf } from '../../figure/relation.ts';
import { showFigure } from '../../figure/show.ts';

/** What a change is due to: a figure that was typed otherwise, what came or went, or nothing that was typed as a figure. */
export type Cause =
  | { readonly kind: 'figure'; readonly address: Address }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'name'; readonly key: string }
  | { readonly kind: 'worked-out' };

export interface ChangedFigure {
  readonly address: Address;
  readonly before: string;
  readonly after: string;
  readonly cause: Cause;
}

export interface FigureCauses {
  /** Those in both, in the order of the plan. */
  readonly changed: readonly ChangedFigure[];
  readonly gone: readonly Address[];
  readonly fresh: readonly Address[];
  /** Of every figure that rests on what changed, whether it shows or not. */
  readonly causes: ReadonlyMap<Address, Cause>;
}

/** What a figure belongs to and comes and goes with: its table, task or project; itself where it stands alone. */
export function groupOf(address: Address): string {
  return /^(tasks\/[^/]+\/projects\/[^/]+|(tables|tasks|strategies)\/[^/]+)/.exec(address)?.[0] ?? address;
}

/** What the cause is known by among the others. */
export function keyOf(cause: Cause): string {
  switch (cause.kind) {
    case 'figure':
      return cause.address;
    case 'group':
      return cause.group;
    case 'name':
      return `${cause.key} name`;
    case 'worked-out':
      return cause.kind;
  }
}

interface Typed {
  /** Whether the figure may have been typed otherwise: what stands where nothing was touched follows from something else. */
  readonly isTouched: (address: Address) => boolean;
  /** Whether a decision says what is printed of it. */
  readonly isDecided: (address: Address) => boolean;
  /** What was typed otherwise for an edition before this one, which may have its own value for it. */
  readonly earlier: Iterable<Address>;
}

/** One that was typed and changed explains all that follow from it; what came or went explains the rest. */
export function figureCauses(
  then: ReadonlyMap<Address, string>,
  now: FigureBook,
  { isTouched, isDecided, earlier }: Typed,
): FigureCauses {
  const causes = new Map<Address, Cause>();
  const dependents = dependentsIn(now);
  const follow = (root: Address, cause: Cause): void => {
    const open = [root];
    for (let address = open.pop(); address !== undefined; address = open.pop()) {
      if (causes.has(address)) continue;
      causes.set(address, cause);
      open.push(...(dependents.get(address) ?? []));
    }
  };
  const forms = new Map([...now].map(([address, figure]) => [address, showFigure(figure, { unit: true })]));
  const different = [...forms.keys()].filter(
    (address) => then.has(address) && then.get(address) !== forms.get(address),
  );
  const gone = [...then.keys()].filter((address) => !now.has(address));
  const fresh = [...now.keys()].filter((address) => !then.has(address));
  const isInput = (address: Address) => now.get(address)?.definition.relation === undefined;
  const isTyped = (address: Address) =>
    (now.get(address)?.definition.given !== undefined || isDecided(address)) && isTouched(address);

  for (const address of gone) causes.set(address, { kind: 'group', group: groupOf(address) });
  for (const address of different.filter((one) => isInput(one) && isTouched(one)))
    follow(address, { kind: 'figure', address });
  for (const address of fresh.filter(isInput)) follow(address, { kind: 'group', group: groupOf(address) });
  for (const address of earlier) follow(address, { kind: 'figure', address });
  for (const address of different.filter(isTyped)) follow(address, { kind: 'figure', address });
  const [structural] = [...gone, ...fresh];
  const rest: Cause =
    structural === undefined ? { kind: 'worked-out' } : { kind: 'group', group: groupOf(structural) };
  for (const address of different) follow(address, rest);
  const changed = different.flatMap((address): ChangedFigure[] => {
    const cause = causes.get(address);
    const [before = '', after = ''] = [then.get(address), forms.get(address)];
    return cause === undefined ? [] : [{ address, before, after, cause }];
  });
  return { changed, gone, fresh, causes };
}

/** Which figures follow from each. */
function dependentsIn(book: FigureBook): ReadonlyMap<Address, readonly Address[]> {
  const dependents = new Map<Address, Address[]>();
  for (const [address, { definition }] of book)
    for (const operand of definition.relation === undefined ? [] : operandsOf(definition.relation)) {
      const known = dependents.get(operand);
      if (known === undefined) dependents.set(operand, [address]);
      else known.push(address);
    }
  return dependents;
}
