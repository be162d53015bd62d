// What the program made of a case -> what is wrong with that; undefined when all is well.

import type { BuildResult, Format } from '../../src/commands/build.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { type Diagnostic, hasErrors } from '../../src/diagnostic.ts';
import { KEPT } from '../kept.ts';
import { processorTime } from '../processor-time.ts';
import { FONTS, TEMPLATES, type Texts } from './base-plan.ts';

/** The most that a case may take of the processor, in milliseconds. */
export const MOST_TIME = 10_000;

/** What is built: how much of the pipeline, and whether the large plan is harmed too. */
export interface Thoroughness {
  /** One case in so many is printed; in so many, written to workbooks; in so many, made from the bundled plan. */
  readonly pdf: number;
  readonly xlsx: number;
  readonly bundled: number;
  /** One in so many is a plan by chance. */
  readonly random: number;
}
export const QUICK: Thoroughness = { pdf: 80, xlsx: 30, bundled: 200, random: 10 };
export const THOROUGH: Thoroughness = { pdf: 12, xlsx: 5, bundled: 15, random: 4 };

export function sourcesOf(
  plan: Texts,
  formats: readonly Format[],
  templates: Texts = TEMPLATES,
): Sources & { readonly plan: { readonly displayRoot: string; readonly files: Texts } } {
  return {
    plan: { displayRoot: 'plan', kept: KEPT, files: plan },
    templates: { displayRoot: 'templates', kept: KEPT, files: templates },
    fonts: formats.includes('pdf') ? FONTS : new Map(),
  };
}

/** The result, and what is wrong when it took too much. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly late: string | undefined }> {
  let result: T | undefined;
  const took = await processorTime(async () => {
    result = await work();
  });
  return { result: result as T, late: took > MOST_TIME ? `took ${took.toFixed(0)} ms` : undefined };
}

/** A diagnostic that says nothing, or not where. */
export function placeless(diagnostics: readonly Diagnostic[]): string | undefined {
  const bad = diagnostics.find(({ place, message }) => {
    if (message === '' || place.file === '') return true;
    if ('cell' in place) return !/^(.*!)?[A-Z]{1,3}[1-9]\d{0,6}$/s.test(place.cell);
    return 'line' in place && !(place.line >= 1 && place.column >= 1);
  });
  return bad && `no place: ${JSON.stringify(bad)}`;
}

/** Nothing made and nothing said. */
export function silent(
  { document, files }: BuildResult,
  diagnostics: readonly Diagnostic[],
  formats: readonly Format[],
): string | undefined {
  if (hasErrors(diagnostics)) return undefined;
  if (document === undefined) return 'no document and no error';
  if (formats.includes('pdf') && !files.some(({ name }) => name === 'plan.pdf')) return 'no PDF and no error';
  if (formats.includes('xlsx') && !files.some(({ name }) => name === 'targets.xlsx'))
    return 'no workbook and no error';
  return undefined;
}

/** What the proof alone tells of (src/proof). */
const PROOF_RULES: ReadonlySet<string> = new Set([
  'cell-look',
  'cell-moved',
  'change-mark',
  'content-foreign',
  'contents-number',
  'copy-mark',
  'figure-not-in-cell',
  'figure-not-once',
  'figure-not-printed',
  'file-foreign',
  'file-property',
  'font-foreign',
  'formula-differs',
  'formula-for-number',
  'formula-missing',
  'formula-not-following',
  'formula-result',
  'glyph-changed',
  'head-not-repeated',
  'note-elsewhere',
  'note-not-printed',
  'origin-not-kept',
  'output-unreadable',
  'page-box',
  'page-count',
  'page-number',
  'paint-order',
  'press-marks',
  'press-report',
  'running-head',
  'shape-changed',
  'shape-lost',
  'shape-not-laid-out',
  'shape-outside',
  'shape-overlap',
  'table-look',
  'text-changed',
  'text-covered',
  'text-not-in-cell',
  'text-not-laid-out',
  'text-not-printed',
  'text-not-seen',
  'text-outside',
  'text-overlap',
  'total-differs',
  'workbook-differs',
  'workbook-foreign',
]);

/** What was read and laid out without a fault must prove: anything else is a loss, or a false alarm. */
export function unproven(diagnostics: readonly Diagnostic[]): string | undefined {
  const alarm = diagnostics.find(({ rule, severity }) => severity === 'error' && PROOF_RULES.has(rule));
  return alarm && `unproven: ${JSON.stringify(alarm)}`;
}

/** What is sound must be taken. */
export function refusal(diagnostics: readonly Diagnostic[]): string | undefined {
  const error = diagnostics.find(({ severity }) => severity === 'error');
  return error && `what is sound is refused: ${JSON.stringify(error)}`;
}
