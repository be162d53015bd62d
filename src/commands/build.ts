// The texts of a plan, the templates and the fonts -> the finished files: the whole pipeline, top to bottom.

import { checkInput } from '../check/check-plan.ts';
import { type DisposedFinding, disposedFindings, isOpenError } from '../check/disposed.ts';
import { withFindings } from '../check/findings-table.ts';
import type { CheckInput } from '../check/rule.ts';
import { isFinding } from '../check/told-rules.ts';
import { composeDocument } from '../compose/compose-document.ts';
import { type Diagnostic, hasErrors, type Outcome, taker } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { Workbook } from '../document/workbook.ts';
import type { ChartDrawer } from '../draw/chart-drawer.ts';
import { eagerDrawer } from '../draw/eager-drawer.ts';
import type { FigureBook } from '../figure/figure.ts';
import { omittedSubjects } from '../plan/disposition.ts';
import type { Plan } from '../plan/plan.ts';
import type { HwpxOutput, Outputs } from '../proof/prove-outputs.ts';
import type { PressFile } from '../proof/prove-press.ts';
import type { StatedCell } from '../sheet/stated-cells.ts';
import type { PressPart } from '../write/pdf/press/press-job.ts';
import type { PdfResult } from '../write/pdf/write-pdf.ts';
import { harmedFonts } from './build/own-files.ts';
import { withPaleLabels } from './build/pale-labels.ts';
import { pressFiles, pressJob } from './build/press.ts';
import { publishedFindings } from './build/published.ts';
import { taskSheet } from './build/task-sheet.ts';
import { placeInWords } from './place-words.ts';
import { layOutPages } from './plan-pages.ts';
import { composeTyped, prepare } from './prepare.ts';
import type { OutputFile, Sources } from './sources.ts';

/** `form`: plan.xlsx, to be filled. */
export type Format = 'pdf' | 'xlsx' | 'hwpx' | 'form';

const PDF_NAME = 'plan.pdf';
const HWPX_NAME = 'plan.hwpx';

/** Whether a format is laid out on pages. */
function isPaged(format: Format): boolean {
  return format === 'pdf' || format === 'hwpx';
}

/** The steps of a build, in order; `loading` is the time a writer's libraries take to load. */
export type Phase =
  | 'reading'
  | 'composing'
  | 'checking'
  | 'loading'
  | 'charts'
  | 'layout'
  | 'rendering'
  | 'hwpx'
  | 'workbook'
  | 'proof'
  | 'writing';

export interface BuildResult {
  /** The plan's id, undefined when the plan could not be read. */
  readonly id: string | undefined;
  /** Complete, or empty when any diagnostic is an error. */
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the check found, looked for when it is first asked; nothing where there is no document. */
  readonly findings: readonly DisposedFinding[];
  /** What the writers were given and what they made, for proofs; undefined where the build did not get that far. */
  readonly plan: Plan | undefined;
  readonly book: FigureBook | undefined;
  readonly document: Document | undefined;
  readonly pdf: PdfResult | undefined;
  readonly outputs: Outputs | undefined;
  /** Of copies to hand in: the cells that hold what was published and not what follows. */
  readonly stated: readonly StatedCell[];
}

/** What a build may be asked for beside its formats. */
export interface BuildOptions {
  /** Whether it is to be a publication (공시본); a review copy otherwise. */
  readonly final?: boolean;
  /** Whether a review copy lists the findings behind its last part. */
  readonly findings?: boolean;
  /** The edition to build: the last one there is unless said otherwise; 0 is the data itself, as published first. */
  readonly edition?: number | 'latest';
  /** The press file to print with the PDF: the whole publication, or its cover or inside alone. */
  readonly print?: PressPart;
  /** False for a file without tags, which claims nothing: to measure what they cost. */
  readonly tagged?: boolean;
  /** Whether the workbooks are copies to hand in, and nothing else is made. */
  readonly submit?: boolean;
  /** Whether errors that nobody has decided forbid a publication, true unless said otherwise: not where one is only to be compared. */
  readonly judged?: boolean;
  /** The id or the name of the task whose sheet is made by itself, for 한글. */
  readonly task?: string;
  /** Whether the finished files are read back and proven, true unless said otherwise; a publication always is. */
  readonly proof?: boolean;
  /** Waited for as soon as there is a PDF and nothing is wrong so far, before the check and the other files; nothing is proven yet. */
  readonly onPdf?: (pdf: OutputFile, plan: Plan) => Promise<void>;
}

/**
 * Builds the asked formats. Goes on past an author's fault as long as there is something to go on with, so that one
 * run tells them all. `drawer` draws the charts; without one they are drawn in place. `onPhase` hears each phase as it begins; the build itself reads no clock. Throws on program faults.
 */
export async function build(
  sources: Sources,
  formats: readonly Format[],
  onPhase: (phase: Phase) => void = () => {},
  drawer?: ChartDrawer,
  options: BuildOptions = {},
): Promise<BuildResult> {
  const { final = false, submit = false, judged = true, edition = 'latest', tagged = true } = options;
  const files: OutputFile[] = [];
  const stated: StatedCell[] = [];
  const workbooks: { readonly model: Workbook; readonly bytes: Uint8Array }[] = [];
  let pdf: PdfResult | undefined;
  let hwpx: HwpxOutput | undefined;
  let pressed: PressFile | undefined;

  onPhase('reading');
  const prepared = prepare(sources, { edition });
  const { plan, templates, revised } = prepared;
  const diagnostics: Diagnostic[] = prepared.diagnostics.filter((one) => !isFinding(one));
  const take = taker(diagnostics);
  /** What was asked for comes, or something says why it does not. */
  const takeMade = <T>(what: string, made: Outcome<T>): T | undefined => {
    const value = take(made);
    if (value === undefined && !hasErrors(diagnostics))
      throw new Error(`no ${what} came, and nothing says why`);
    return value;
  };
  const { typed, book, comparison } = revised ?? {};
  const omitted = omittedSubjects(plan?.dispositions);

  // Nothing is measured or drawn in fonts that are not sound.
  const paged = formats.some(isPaged);
  const harmed = paged ? harmedFonts(sources.templates, sources.fonts) : [];
  diagnostics.push(...harmed);
  const printed = harmed.length === 0 && formats.includes('pdf');

  onPhase('composing');
  const { task } = options;
  const eager =
    drawer && paged && harmed.length === 0 && task === undefined ? eagerDrawer(drawer) : undefined;
  const outcome =
    plan &&
    book &&
    templates &&
    composeDocument(plan, book, templates, {
      final,
      omitted,
      comparison,
      ...(eager && { onChart: ({ spec }, theme) => void eager.draw(spec, theme, sources.fonts) }),
    });
  const composed =
    outcome && take({ ...outcome, diagnostics: outcome.diagnostics.filter((one) => !isFinding(one)) });

  // Nobody waits for what is not asked for; while a thread draws charts there is time for it.
  let judgement: readonly DisposedFinding[] | undefined;
  let checked: CheckInput | undefined;
  const judge = (): readonly DisposedFinding[] => {
    if (judgement !== undefined) return judgement;
    onPhase('checking');
    const isTyped = !final && typed === book && omitted.size === 0;
    const typedOutcome = isTyped ? outcome : composed && composeTyped(prepared);
    const review = typedOutcome?.value;
    const told = [...prepared.diagnostics, ...(typedOutcome?.diagnostics ?? [])];
    const published = plan && templates ? publishedFindings(sources, plan.id, templates) : [];
    checked =
      plan && typed && review
        ? checkInput({
            ...{ plan, book: typed, document: review, words: prepared.checkWords },
            ...{ comparison, published, told },
          })
        : undefined;
    judgement = checked ? disposedFindings(checked) : [];
    return judgement;
  };
  /** Behind the last part, so that no page before is another. */
  const listed = async (document: Document, findings: readonly DisposedFinding[]): Promise<Document> => {
    const pages = printed && checked ? (await layOutPages(document, sources.fonts, eager)).value : undefined;
    const where = checked && pages && placeInWords(checked, pages);
    return withFindings(document, findings, (finding) => where?.of(finding).page);
  };
  if (eager && options.onPdf === undefined) judge();
  const refused = final && judged && judge().some(isOpenError);
  const found = composed && options.findings ? await listed(composed, judge()) : composed;
  const sheet = plan && found && task !== undefined ? take(taskSheet(found, plan, task)) : undefined;
  const document = refused ? undefined : task === undefined ? found : sheet?.document;

  const press =
    plan && options.print && formats.includes('pdf')
      ? take(pressJob(plan, options.print, sources))
      : undefined;
  if (document && printed && (press || options.print === undefined)) {
    onPhase('loading');
    const { writePdf } = await import('../write/pdf/write-pdf.ts');
    onPhase('layout');
    pdf = takeMade(
      PDF_NAME,
      await writePdf(document, sources.fonts, onPhase, eager, {
        ...(press && { press }),
        tagged,
      }),
    );
    const file = pdf && { name: PDF_NAME, bytes: pdf.bytes };
    if (file) files.push(file);
    if (file && plan && !hasErrors(diagnostics)) await options.onPdf?.(file, plan);
    if (pdf?.press && press) {
      const [sheets, report] = pressFiles(press.part, pdf.press);
      files.push(sheets, report);
      pressed = { ...press, ...sheets, report: { name: report.name, text: pdf.press.report } };
    }
  }

  if (document && formats.includes('hwpx') && harmed.length === 0) {
    onPhase('hwpx');
    const { hwpxFile } = await import('./build/hwpx.ts');
    const name = sheet?.name ?? HWPX_NAME;
    hwpx = takeMade(name, await hwpxFile(document, sources.fonts, name, pdf, eager ?? drawer));
    if (hwpx) files.push({ name: hwpx.name, bytes: hwpx.bytes });
  }

  // A number that cannot be is told where it was typed, not in every cell that it reaches.
  const isSound = !diagnostics.some(({ rule }) => rule === 'impossible-value');
  if (plan && book && document && isSound && formats.some((format) => !isPaged(format))) {
    onPhase('loading');
    const { composeBudget, composeTargets } = await import('../compose/compose-targets.ts');
    const { composeForm } = await import('../compose/compose-form.ts');
    const { submitted } = await import('../compose/submitted.ts');
    const { statedCells } = await import('../sheet/stated-cells.ts');
    const { writeWorkbook } = await import('../write/xlsx/write-workbook.ts');
    onPhase('workbook');
    const composed = [
      ...(formats.includes('xlsx') && plan.programme.strategies.length > 0
        ? [composeBudget(plan, book, document, comparison)]
        : []),
      ...(formats.includes('xlsx') ? [composeTargets(plan, book, document)] : []),
      ...(formats.includes('form') ? [composeForm(plan, book, document)] : []),
    ];
    const models = submit ? composed.map((model) => submitted(model, book)) : composed;
    if (submit) stated.push(...models.flatMap(statedCells));
    for (const model of models) {
      const bytes = takeMade(model.file, await writeWorkbook(model));
      if (bytes) workbooks.push({ model, bytes });
    }
    files.push(...workbooks.map(({ model, bytes }) => ({ name: model.file, bytes })));
  }

  const outputs = document &&
    book && {
      document,
      book,
      pdf: pdf && { name: PDF_NAME, tagged, ...pdf },
      hwpx,
      press: pressed,
      fonts: sources.fonts,
      workbooks,
    };
  // Only whole files are worth reading back.
  if (outputs && document && ((final && judged) || options.proof !== false) && !hasErrors(diagnostics)) {
    onPhase('proof');
    const { figuresJson, proveOutputs } = await import('../proof/prove-outputs.ts');
    const proven = proveOutputs(outputs);
    const found =
      plan && final && judged ? withPaleLabels(proven.diagnostics, plan, document) : proven.diagnostics;
    const proof = take({ ...proven, diagnostics: found });
    // A folder to hand in holds the workbooks alone; a workbook to be filled shows nothing that goes out.
    if (proof && !submit && formats.some((format) => format === 'pdf' || format === 'xlsx')) {
      const text = figuresJson(document.id, proof.figures);
      files.push({ name: 'figures.json', bytes: new TextEncoder().encode(text) });
    }
  } else if (outputs && !hasErrors(diagnostics)) {
    // What a chart shows is its author's, whether or not the file is read back.
    const layout = pdf?.layout ?? hwpx?.layout;
    const { proveCharts } = await import('../proof/prove-charts.ts');
    if (layout) diagnostics.push(...proveCharts(outputs.document, layout, outputs.book));
  }

  return {
    id: plan?.id,
    files: hasErrors(diagnostics) ? [] : files,
    diagnostics,
    get findings() {
      return judge();
    },
    plan,
    book,
    document,
    pdf,
    outputs,
    stated: hasErrors(diagnostics) ? [] : stated,
  };
}
