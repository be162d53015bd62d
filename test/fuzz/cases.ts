// A seed -> one case of the fuzz, its last digit telling of which kind, and what came of it.
import { build } from '../../src/commands/build.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { SMALL } from './base-plan.ts';
import { type Dice, diceOf } from './dice.ts';
import { editionFaultOf } from './edition-cases.ts';
import { exportFaultOf } from './export-cases.ts';
import { planFaultOf } from './plan-cases.ts';
import { sourcesOf, type Thoroughness } from './verdict.ts';
import { workbookFaultOf } from './workbook-cases.ts';

type Kind = (dice: Dice, thoroughness: Thoroughness) => Promise<string | undefined>;

/** By the last digit of a seed: plans 0 to 4, editions 5 and 6, workbooks 7 and 8, a budget system's exports 9. */
const KINDS: readonly Kind[] = [
  planFaultOf,
  planFaultOf,
  planFaultOf,
  planFaultOf,
  planFaultOf,
  editionFaultOf,
  editionFaultOf,
  workbookFaultOf,
  workbookFaultOf,
  exportFaultOf,
];

/** What is wrong with how the program took the case; undefined when all is well. Throws when the program does. */
export async function faultOf(seed: number, thoroughness: Thoroughness): Promise<string | undefined> {
  return KINDS[seed % KINDS.length]?.(diceOf(seed), thoroughness);
}

/** The errors of the plan that is harmed, before any harm. */
export async function errorsOfBase(): Promise<readonly Diagnostic[]> {
  const errors: Diagnostic[] = [];
  for (const edition of [0, 1]) {
    const { diagnostics } = await build(sourcesOf(SMALL, []), [], undefined, undefined, { edition });
    errors.push(...diagnostics.filter(({ severity }) => severity === 'error'));
  }
  return errors;
}
