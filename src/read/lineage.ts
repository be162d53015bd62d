// `lineage:` and `ended:` of a task file -> what its projects are beside last year's plan.
import * as v from 'valibot';
import { type DiscontinuedProject, LINEAGE_KINDS, type Lineage } from '../plan/programme.ts';
import { choice, id, list, mapping, text, textLike } from './shape.ts';
import { sourceText } from './source-text.ts';

const LAST_YEAR = textLike(
  /^tasks\/[\w-]+\/projects\/[\w-]+$/,
  'tasks/과제/projects/세부사업 (지난해 계획의 주소)',
);

/** The addresses are of another plan: their form is all that can be checked. */
export const LINEAGE = mapping({
  kind: choice(...LINEAGE_KINDS),
  from: v.exactOptional(list(LAST_YEAR)),
});

export const DISCONTINUED = list(mapping({ id, name: text }));

/** Undefined where the kind is unknown, which is reported with its shape. */
export function lineageOf({ kind, from }: v.InferOutput<typeof LINEAGE>): Lineage | undefined {
  const known = LINEAGE_KINDS.find((one) => one === kind.text);
  return known && { kind: known, from: (from ?? []).map((address) => address.text) };
}

export function discontinuedOf(
  typed: v.InferOutput<typeof DISCONTINUED> | undefined,
): readonly DiscontinuedProject[] {
  return (typed ?? []).map((project) => ({ id: project.id.text, name: sourceText(project.name) }));
}
