// The texts of a plan -> its last edition: what it is called, and the files that are of it.

import type { Outcome } from '../diagnostic.ts';
import { editionNumber, shownDate } from '../plan/edition.ts';
import { publicationFile } from '../plan/publication.ts';
import { readPlan } from '../plan-format/read-plan.ts';
import type { SourceFolder } from './sources.ts';

export interface LastEdition {
  /** The plan's id, by which its output lies. */
  readonly plan: string;
  readonly number: number;
  /** `제1회 추가경정예산 (2023. 5. 12.)`; that it cannot be read where its file is damaged. */
  readonly title: string;
  /** Its file in the plan's folder. */
  readonly file: string;
  /** The record in the plan's folder that says that it has gone out. */
  readonly record: string;
  readonly isPublished: boolean;
}

/**
 * Of all editions the one with the highest number, be its file damaged or not; undefined with nothing said when there is none. What is
 * wrong elsewhere in the plan is not told here; only a plan that cannot be told by its id has its faults told.
 */
export function lastEdition(source: SourceFolder): Outcome<LastEdition | undefined> {
  const numbers = [...source.files.keys()].flatMap((name) => editionNumber(name) ?? []);
  if (numbers.length === 0) return { value: undefined, diagnostics: [] };
  const number = Math.max(...numbers);
  const { value, diagnostics } = readPlan(source, { edition: 'latest' });
  if (value === undefined || value.unread?.has('plan.yaml') === true)
    return { value: undefined, diagnostics };
  const edition = value.editions.find((one) => one.number === number);
  const record = publicationFile(number);
  return {
    value: {
      plan: value.id,
      number,
      title:
        edition === undefined ? '(읽을 수 없는 판)' : `${edition.title.text} (${shownDate(edition.date)})`,
      file: `editions/${number}.yaml`,
      record,
      isPublished: source.files.has(record),
    },
    diagnostics: [],
  };
}
