// What the proof says of letters that are hardly read where they are printed -> errors of a publication, unless the plan has decided otherwise.
import { PRINTED } from '../../check/disposed.ts';
import { type Diagnostic, formatLocation } from '../../diagnostic.ts';
import type { Document } from '../../document/document.ts';
import { placeOf } from '../../document/reading.ts';
import type { Plan } from '../../plan/plan.ts';

const RULE = 'text-contrast';

/** Decided are those of a plan that has the rule switched off, and of a block that a decision names: `text-contrast printed chart-x`. */
export function withPaleLabels(
  diagnostics: readonly Diagnostic[],
  { dispositions }: Plan,
  { blocks, edition }: Document,
): readonly Diagnostic[] {
  if (dispositions?.rulesOff.some(({ rule }) => rule === RULE) === true) return diagnostics;
  const kept = new Set(
    (dispositions?.decided ?? []).flatMap((one) =>
      one.rule === RULE && one.edition <= (edition?.number ?? 0) ? [one.subject] : [],
    ),
  );
  const places = new Set(
    blocks.flatMap((block) => {
      const place = kept.has(`${PRINTED} ${block.id}`) ? placeOf(block) : undefined;
      return place === undefined ? [] : [formatLocation(place)];
    }),
  );
  return diagnostics.map((one) =>
    one.rule === RULE && !places.has(formatLocation(one.place)) ? { ...one, severity: 'error' } : one,
  );
}
