// The bundled plan -> built once in this process, for every test that asks.

import path from 'node:path';
import { type BuildResult, build } from '../../src/commands/build.ts';
import { readTemplates } from '../../src/commands/read-templates.ts';
import type { Sources } from '../../src/commands/sources.ts';
import type { Templates } from '../../src/compose/templates.ts';
import { formatLocation, hasErrors } from '../../src/diagnostic.ts';
import type { Document } from '../../src/document/document.ts';
import type { FigureBook } from '../../src/figure/figure.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { PdfResult } from '../../src/write/pdf/write-pdf.ts';
import { KEPT } from '../kept.ts';

export const PLAN_FOLDER = path.join(PROGRAM_FOLDER, 'data/incheon-seogu-2023');

export interface BundledPlan {
  readonly sources: Sources;
  readonly templates: Templates;
  readonly plan: Plan;
  readonly book: FigureBook;
  readonly document: Document;
  readonly pdf: PdfResult;
  /** All of it: the PDF, pressed too, and the workbooks, proven. */
  readonly result: BuildResult;
}

export interface BundledWorkbooks {
  readonly plan: Plan;
  readonly book: FigureBook;
  readonly document: Document;
  /** The plan's own files. */
  readonly folder: Sources['plan'];
  readonly budget: Uint8Array;
  readonly targets: Uint8Array;
}

let built: Promise<BundledPlan> | undefined;
let written: Promise<BundledWorkbooks> | undefined;

/** The bundled plan with everything made from it; fails when the build has an error. */
export function bundledPlan(): Promise<BundledPlan> {
  built ??= buildBundledPlan();
  return built;
}

/** The bundled plan's workbooks; without the PDF where nobody has asked for that. Fails when the build tells anything. */
export function bundledWorkbooks(): Promise<BundledWorkbooks> {
  written ??= built?.then(({ sources, result }) => workbooksOf(sources, result)) ?? buildBundledWorkbooks();
  return written;
}

/** The bundled plan as read, with the program's fonts and profiles or without. */
export async function bundledSources(fonts: boolean, profiles = false): Promise<Sources> {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const sources = (await readSources(PLAN_FOLDER, folders, { fonts, profiles, kept: KEPT })).value;
  if (sources === undefined) throw new Error('the bundled plan cannot be read');
  return sources;
}

async function buildBundledPlan(): Promise<BundledPlan> {
  const sources = await bundledSources(true, true);
  const templates = readTemplates(sources.templates).value;
  const result = await build(sources, ['pdf', 'xlsx'], undefined, undefined, { print: 'whole' });
  const { plan, book, document, pdf } = result;
  if (hasErrors(result.diagnostics) || !templates || !plan || !book || !document || !pdf)
    throw new Error(messagesOf(result));
  return { sources, templates, plan, book, document, pdf, result };
}

async function buildBundledWorkbooks(): Promise<BundledWorkbooks> {
  const options = { proof: false };
  const sources = await bundledSources(false);
  return workbooksOf(sources, await build(sources, ['xlsx'], undefined, undefined, options));
}

function workbooksOf(sources: Sources, result: BuildResult): BundledWorkbooks {
  const { plan, book, document, files } = result;
  const bytes = (name: string) => files.find((file) => file.name === name)?.bytes;
  const [budget, targets] = [bytes('budget.xlsx'), bytes('targets.xlsx')];
  if (hasErrors(result.diagnostics) || !plan || !book || !document || !budget || !targets)
    throw new Error(messagesOf(result));
  return { plan, book, document, folder: sources.plan, budget, targets };
}

function messagesOf({ diagnostics }: BuildResult): string {
  return diagnostics
    .map(({ place, rule, message }) => `${formatLocation(place)} ${rule} ${message}`)
    .join('\n');
}
