// The bundled plan -> built once in this process, for every test that asks.
import path from 'node:path';
import { type BuildResult, build, readTemplates, type Sources } from '../../src/build.ts';
import type { Templates } from '../../src/compose/templates.ts';
import { formatLocation, hasErrors } from '../../src/diagnostic.ts';
import type { Document } from '../../src/document/document.ts';
import type { FigureBook } from '../../src/figure/figure.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { PdfResult } from '../../src/write/pdf/write-pdf.ts';

export const PLAN_FOLDER = path.join(PROGRAM_FOLDER, 'data/incheon-seogu-2023');

export interface BundledPlan {
  readonly sources: Sources;
  readonly templates: Templates;
  readonly plan: Plan;
  readonly book: FigureBook;
  readonly document: Document;
  readonly pdf: PdfResult;
}

let built: Promise<BundledPlan> | undefined;

/** The bundled plan with everything made from it; fails when the build has an error. */
export function bundledPlan(): Promise<BundledPlan> {
  built ??= buildBundledPlan();
  return built;
}

async function buildBundledPlan(): Promise<BundledPlan> {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const sources = (await readSources(PLAN_FOLDER, folders, { fonts: true })).value;
  if (sources === undefined) throw new Error('the bundled plan cannot be read');
  const templates = readTemplates(sources.templates).value;
  const result = await build(sources, ['pdf']);
  const { plan, book, document, pdf } = result;
  if (hasErrors(result.diagnostics) || !templates || !plan || !book || !document || !pdf)
    throw new Error(messagesOf(result));
  return { sources, templates, plan, book, document, pdf };
}

function messagesOf({ diagnostics }: BuildResult): string {
  return diagnostics
    .map(({ place, rule, message }) => `${formatLocation(place)} ${rule} ${message}`)
    .join('\n');
}
