// Plans whose pages are kept as images, where those stand, and where changed ones are put beside them.
import path from 'node:path';

import { build } from '../../src/commands/build.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { bundledPlan } from './bundled-plan.ts';

export const GOLDEN_FOLDER = path.resolve(import.meta.dirname, '../golden');
export const CHANGED_FOLDER = path.join(GOLDEN_FOLDER, 'changed');

/** By the folder below the golden one that holds their images. */
export const GOLDEN_PLANS = [
  { folder: '.', bytes: async (): Promise<Uint8Array> => (await bundledPlan()).pdf.bytes },
  { folder: 'landscape', bytes: landscapePlan },
] as const;

async function landscapePlan(): Promise<Uint8Array> {
  const plan = path.join(PROGRAM_FOLDER, 'test/plans/landscape');
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const { value, diagnostics } = await readSources(plan, folders, { fonts: true });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  const { pdf } = await build(value, ['pdf'], () => {}, undefined, { final: true });
  if (pdf === undefined) throw new Error('the landscape plan is not made');
  return pdf.bytes;
}

/** `page-03.png` for the third page of the file. */
export function imageName(index: number, suffix = ''): string {
  return `page-${String(index + 1).padStart(2, '0')}${suffix}.png`;
}
