// name and published of a strategy, task or project -> the name with its spellings.
import * as v from 'valibot';
import type { SourceText } from '../plan/plan.ts';
import { NAME_PLACES, type NamePlace, type PlacedName } from '../plan/programme.ts';
import type { Scalar } from './node.ts';
import { label, mapping } from './shape.ts';
import { sourceText } from './source-text.ts';

const spelling = v.exactOptional(label);

/** A spelling for each place; `schedule-number` belongs to projects only. */
export const PUBLISHED = mapping({
  contents: spelling,
  overview: spelling,
  vision: spelling,
  fields: spelling,
  projects: spelling,
  banner: spelling,
  sheet: spelling,
  schedule: spelling,
  'schedule-number': spelling,
} satisfies Record<NamePlace | 'schedule-number', typeof spelling>);

export type PublishedShape = v.InferOutput<typeof PUBLISHED>;

export function placedName(name: Scalar, published: PublishedShape = {}): PlacedName {
  const spellings: Partial<Record<NamePlace, SourceText>> = {};
  for (const place of NAME_PLACES) {
    const spelt = published[place];
    if (spelt !== undefined) spellings[place] = sourceText(spelt);
  }
  return { canonical: sourceText(name), published: spellings };
}
