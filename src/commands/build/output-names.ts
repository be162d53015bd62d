// What the program writes into a plan's output folder -> the names of those files, so that nothing else is ever taken away.
import { PRESS_NAMES } from './press.ts';

/** The folder of the copies to hand in, below that of the others. */
export const SUBMIT_FOLDER = 'submit';

/** Of every file that a build or a comparison may have made. */
export const OUTPUT_NAMES: readonly string[] = [
  `${SUBMIT_FOLDER}/budget.xlsx`,
  `${SUBMIT_FOLDER}/targets.xlsx`,
  'plan.pdf',
  'plan.hwpx',
  'budget.xlsx',
  'targets.xlsx',
  'plan.xlsx',
  'figures.json',
  ...PRESS_NAMES,
  'comparison.pdf',
  'comparison.hwpx',
  'comparison.xlsx',
];
