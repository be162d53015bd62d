// The tree of a file and what it is read beside -> what was made of it before, or is made now.
import { Faults } from './faults.ts';
import type { Mapping } from './node.ts';

export type Reader<T> = (root: Mapping, faults: Faults) => T | undefined;

interface Draft {
  readonly beside: readonly unknown[];
  readonly value: unknown;
  readonly faults: Faults;
}

/** By the tree, which is the same one again where trees are kept; nobody changes what was made. */
const drafts = new WeakMap<Mapping, Draft>();

/**
 * What the reader makes of the tree, with its faults. `beside` is all else that this depends on; beside the same parts, the same tree is
 * not read again. A tree always has the same reader.
 */
export function drafted<T>(
  root: Mapping,
  reader: Reader<T>,
  beside: readonly unknown[],
  faults: Faults,
): T | undefined {
  let draft = drafts.get(root);
  if (draft === undefined || beside.some((one, index) => one !== draft?.beside[index])) {
    const own = new Faults();
    draft = { beside, value: reader(root, own), faults: own };
    drafts.set(root, draft);
  }
  faults.take(draft.faults);
  return draft.value as T | undefined;
}
