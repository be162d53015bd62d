// The texts of a plan and a later year -> the files of that year's plan, in memory, with the list of what is to be renewed.

import { fileFault, hasErrors, type Outcome } from '../diagnostic.ts';
import { Faults } from '../plan-format/faults.ts';
import { withTextChanges } from '../plan-format/text-changes.ts';
import { countsOf, type RenewCounts, renewList } from '../revise/next-year/renew-list.ts';
import { renewPlan } from '../revise/next-year/renew-plan.ts';
import type { EndedProject } from '../revise/next-year/renewed.ts';
import { withSchemas } from './data-schemas.ts';
import { newPlanId } from './new-plan.ts';
import { prepare } from './prepare.ts';
import type { OutputFile, SourceFolder } from './sources.ts';

/** Of the new plan's folder. */
export const RENEW_LIST = 'renew.md';

export interface NextPlan {
  readonly id: string;
  readonly files: readonly OutputFile[];
  readonly counts: RenewCounts;
  readonly ended: readonly EndedProject[];
}

/**
 * The plan is taken as of its latest edition. `year` is the plan's next one where none is given; one that is not after the plan's is
 * `year-not-after`. A plan with errors has no next year. What `profiles` has of the plan's press goes along, and so do its images.
 */
export function nextPlan(
  source: SourceFolder,
  profiles: ReadonlyMap<string, Uint8Array>,
  folder: string,
  year: number | undefined,
  templates?: SourceFolder,
): Outcome<NextPlan> {
  const { plan, revised, diagnostics: found } = prepare({ plan: source }, { lists: templates });
  const diagnostics = [...found];
  const next = year ?? (plan === undefined ? 0 : plan.year + 1);
  if (plan !== undefined && next <= plan.year) {
    const message = `새 계획의 연도가 ${plan.year}년 계획보다 뒤가 아닙니다: ${next}`;
    const file = `${source.displayRoot}/plan.yaml`;
    diagnostics.push(fileFault('year-not-after', file, message, `--year ${plan.year + 1}`));
  }
  if (plan === undefined || revised === undefined || hasErrors(diagnostics))
    return { value: undefined, diagnostics };

  const texts = withTextChanges(source.displayRoot, source.files, plan.editions, new Faults());
  const id = newPlanId(folder);
  const renewed = renewPlan(plan, texts, revised.book, { id, year: next });
  const encoder = new TextEncoder();
  const profile = plan.press.profile?.path;
  const bytes = profile === undefined ? undefined : profiles.get(profile);
  return {
    value: {
      id,
      files: withSchemas([
        ...renewed.files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) })),
        ...(profile === undefined || bytes === undefined ? [] : [{ name: profile, bytes }]),
        ...[...(source.images ?? [])].map(([name, bytes]) => ({ name, bytes })),
        { name: RENEW_LIST, bytes: encoder.encode(renewList(renewed, plan.year, next)) },
      ]),
      counts: countsOf(renewed),
      ended: renewed.ended,
    },
    diagnostics,
  };
}
