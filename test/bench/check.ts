// The bundled plan and one with many times its task sheets -> the time that the rules of the check take.

import { ALL_RULES, checkInput, checkPlan } from '../../src/check/check-plan.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { composeDocument } from '../../src/compose/compose-document.ts';
import { NO_CHECK_WORDS } from '../../src/plan/check-words.ts';
import { checkWordsOf } from '../../src/plan-format/read-check-words.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { reviseFigures } from '../../src/revise/apply/revise-figures.ts';
import { bundledPlan } from '../commands/bundled-plan.ts';
import { multiplied } from '../commands/multiplied.ts';

export interface CheckTimes {
  /** Milliseconds, one a run. */
  readonly one: readonly number[];
  readonly many: readonly number[];
  /** The slowest rules on the multiplied plan, in milliseconds. */
  readonly slowest: readonly { readonly rule: string; readonly time: number }[];
}

/** Checks both in turn; the first run of each only warms up. */
export async function checkTimes(runs: number, factor: number): Promise<CheckTimes> {
  const { sources, templates } = await bundledPlan();
  const words = checkWordsOf(sources.templates).value ?? NO_CHECK_WORDS;
  const prepared = (files: Sources['plan']['files']) => {
    const plan = readPlan({ ...sources.plan, files }).value;
    const book = plan && reviseFigures(plan).value?.book;
    const document = plan && book && composeDocument(plan, book, templates).value;
    if (plan === undefined || book === undefined || document === undefined)
      throw new Error('the plan cannot be composed');
    return { plan, book, document, words };
  };
  const [single, tenfold] = [prepared(sources.plan.files), prepared(multiplied(sources.plan.files, factor))];
  const one: number[] = [];
  const many: number[] = [];
  for (let index = 0; index <= runs; index++) {
    const times = [
      timed(() => checkPlan(checkInput(single))),
      timed(() => checkPlan(checkInput(tenfold))),
    ] as const;
    if (index === 0) continue;
    one.push(times[0]);
    many.push(times[1]);
  }
  const input = checkInput(tenfold);
  const slowest = ALL_RULES.map((rule) => ({ rule, time: timed(() => checkPlan(input, [rule])) }))
    .sort((a, b) => b.time - a.time)
    .slice(0, 5);
  return { one, many, slowest };
}

function timed(work: () => unknown): number {
  const since = performance.now();
  work();
  return performance.now() - since;
}
