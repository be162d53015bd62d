// A plan's name and the options of `iljari build` -> its finished files in the output folder, and the lines that say so.

import path from 'node:path';
import type { BuildResult, Format } from '../commands/build.ts';
import { outputFolder } from '../commands/output-folder.ts';
import type { Kept, OutputFile, Sources } from '../commands/sources.ts';
import { type Diagnostic, fileFault, hasErrors, isError, type Outcome } from '../diagnostic.ts';
import type { ChartDrawer } from '../draw/chart-drawer.ts';
import {
  displayPath,
  findPlan,
  holdOutput,
  MOST_RECORD_BYTES,
  otherPlan,
  PROGRAM_FOLDER,
  planHolds,
  publishFiles,
  readSources,
  recoverIn,
} from '../files.ts';
import { shownDate } from '../plan/edition.ts';
import type { PressPart } from '../write/pdf/press/press-job.ts';
import { PhaseError } from './crash.ts';
import { editionLine } from './edition-option.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { say, sayLines, warn, warnLines } from './print.ts';
import { report } from './report.ts';
import { stopwatch } from './stopwatch.ts';
import { unprovenList } from './unproven.ts';

export interface BuildOptions {
  readonly out?: string;
  readonly only?: readonly Format[];
  readonly timings?: true;
  readonly final?: true;
  readonly untagged?: true;
  readonly findings?: true;
  readonly edition?: number;
  readonly submit?: true;
  readonly print?: PressPart | true;
  readonly proof: boolean;
  /** A task's id or name: its sheet by itself. */
  readonly task?: string;
  /** ISO date: it has gone out, and once it is built the plan is to say so. */
  readonly publishedOn?: string;
}

/** Whether figures.json tells of them: it lists the places in the PDF and the workbooks. */
function listsFigures(formats: readonly Format[]): boolean {
  return formats.includes('pdf') || formats.includes('xlsx');
}

/** Where a copy to hand in says what was published and not what its parts come to. */
function statedLines(stated: BuildResult['stated']): readonly string[] {
  if (stated.length === 0) return [];
  return [
    `공시된 값이 계산한 값과 달라 산식 대신 공시된 수를 적은 칸: ${stated.length}칸`,
    ...stated.map(({ cell, published, computed }) => `  ${cell} ${published} (계산한 값 ${computed})`),
  ];
}

/** What many builds of one process share; a build alone makes its own. */
interface BuildSurroundings {
  readonly drawer?: ChartDrawer;
  readonly kept?: Kept;
  /** The program's, by file name. */
  readonly fonts?: ReadonlyMap<string, Uint8Array>;
  /** The fault where `output/<id>` is not this plan's to write in. Asked before anything is written. */
  readonly claim?: (folder: string, id: string) => Promise<Diagnostic | undefined>;
  /** Hears each phase as it begins, as people call it. */
  readonly onPhase?: (words: string) => void;
}

/** What came of a build. */
export interface BuildRun {
  /** 1 when a publication is refused for its findings. */
  readonly exit: ExitCode;
  /** Where the files are, as people see it. */
  readonly folder?: string;
  /** How much there is to look at, in words: nothing where there is none. */
  readonly remarks: readonly string[];
  /** What is said of it when it stands alone. */
  readonly lines: readonly string[];
  /** The time of each phase, in lines. */
  readonly timings?: string;
  /** What was said while it was built. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Why these options do not go together. */
export function misuse(options: BuildOptions): string | undefined {
  if (options.final === true && !options.proof)
    return '공시본은 되읽어 확인한 것만 냅니다: --final과 --no-proof는 함께 쓸 수 없습니다.';
  const only = options.only === undefined ? undefined : `--only ${options.only.join(',')}`;
  if (options.print !== undefined && options.only?.includes('pdf') === false)
    return `인쇄용 파일은 PDF와 함께 만듭니다: --print와 ${only}는 함께 쓸 수 없습니다.`;
  if (options.task !== undefined && only !== '--only hwpx')
    return '과제 시트 하나는 한글 문서로만 만듭니다: --task는 --only hwpx와 함께 씁니다.';
  const isForm = options.only?.includes('form') === true;
  if (isForm && options.only?.length !== 1)
    return `채우는 통합문서는 따로 만듭니다: ${only}은 --only form으로 적습니다.`;
  if (options.final === true && isForm)
    return '채우는 통합문서는 공시본이 아닙니다: --final과 --only form은 함께 쓸 수 없습니다.';
  const beside =
    options.only?.some((format) => format !== 'xlsx') === true
      ? only
      : options.print !== undefined
        ? '--print'
        : undefined;
  if (options.submit === true && beside !== undefined)
    return `제출용은 통합문서만 만듭니다: --submit과 ${beside}는 함께 쓸 수 없습니다.`;
  return undefined;
}

/** Says that a command line is not to be, and how to find out what may be. */
export function refuseUse(why: string): ExitCode {
  warn(`${why} 쓰는 법은 iljari --help로 볼 수 있습니다.`);
  return EXIT.usage;
}

/** Builds one plan and says what came of it. */
export async function runBuild(planName: string, options: BuildOptions): Promise<ExitCode> {
  const wrong = misuse(options);
  if (wrong !== undefined) return refuseUse(wrong);
  const { exit, lines, timings } = await buildPlan(planName, options);
  for (const line of lines) say(line);
  if (options.timings && timings !== undefined) sayLines(timings);
  return exit;
}

/** Builds one plan whose options go together; faults are told at once, what was made is for the caller to say. */
export async function buildPlan(
  planName: string,
  options: BuildOptions,
  surroundings: BuildSurroundings = {},
): Promise<BuildRun> {
  const watch = stopwatch(surroundings.onPhase);
  try {
    return await buildWatched(planName, options, watch, surroundings);
  } catch (error) {
    throw new PhaseError(watch.running(), error);
  }
}

async function buildWatched(
  planName: string,
  options: BuildOptions,
  watch: ReturnType<typeof stopwatch>,
  surroundings: BuildSurroundings,
): Promise<BuildRun> {
  const working = process.cwd();
  const folders = { working, program: PROGRAM_FOLDER };
  const submit = options.submit === true;
  const formats: readonly Format[] = submit ? ['xlsx'] : (options.only ?? ['pdf', 'xlsx']);
  const paged = formats.includes('pdf') || formats.includes('hwpx');
  const stop = (diagnostics: readonly Diagnostic[]): BuildRun => {
    watch.end();
    report(diagnostics);
    const errors = diagnostics.filter(isError).length;
    const what = options.publishedOn === undefined ? '만들지' : '공시하지';
    warn(`오류 ${errors}건이 있어 ${what} 못했습니다. 전에 만든 파일은 그대로 있습니다.`);
    return { exit: EXIT.unusable, remarks: [`오류 ${errors}건`], lines: [], diagnostics };
  };

  watch.begin('reading');
  const found = await findPlan(planName, folders, 'write');
  if (found.value === undefined) return stop(found.diagnostics);
  watch.begin('loading');
  // Opened before all else: the chart libraries load on their own thread while the plan is read.
  const opened =
    paged && surroundings.drawer === undefined && (await planHolds(found.value, 'charts.yaml'))
      ? (await import('../draw/chart-drawer.ts')).openChartDrawer()
      : undefined;
  const drawer = surroundings.drawer ?? opened;
  const { build } = await import('../commands/build.ts');
  watch.begin('reading');
  const sources = await readSources(found.value, folders, {
    fonts: paged && (surroundings.fonts ?? true),
    profiles: options.print !== undefined,
    ...(surroundings.kept && { kept: surroundings.kept }),
  });
  if (sources.value === undefined) return stop([...found.diagnostics, ...sources.diagnostics]);
  const { publishedOn, edition = 'latest' } = options;
  if (publishedOn !== undefined) {
    const { refusedPublication } = await import('../commands/publish.ts');
    const refused = refusedPublication(sources.value.plan, edition);
    if (refused !== undefined) return stop([...found.diagnostics, ...sources.diagnostics, refused]);
  }
  const result = await build(sources.value, formats, watch.begin, drawer, {
    final: options.final === true,
    tagged: options.untagged !== true,
    findings: options.findings === true && options.final !== true,
    edition,
    ...(options.print !== undefined && { print: options.print === true ? 'whole' : options.print }),
    submit,
    proof: options.proof,
    ...(options.task !== undefined && { task: options.task }),
  });
  await opened?.close();
  const diagnostics = [...found.diagnostics, ...sources.diagnostics, ...result.diagnostics];
  if (result.plan === undefined || hasErrors(diagnostics)) return stop(diagnostics);
  const { plan } = result;
  const claim = surroundings.claim ?? ((folder, id) => otherPlan(folder, id, working));
  const other = options.out === undefined ? await claim(found.value, plan.id) : undefined;
  if (other !== undefined) return stop([...diagnostics, other]);

  // The build has loaded the rules already.
  const [{ isBinding, isOpenError }, { countText, findingsText }, { SUBMIT_FOLDER }] = await Promise.all([
    import('../check/disposed.ts'),
    import('./findings-text.ts'),
    import('../commands/build/output-names.ts'),
  ]);
  const open = result.findings.filter(({ disposition }) => disposition === undefined);
  if (options.final === true && open.some(isOpenError)) {
    watch.end();
    report(diagnostics);
    warnLines(findingsText(open.filter(isOpenError), false));
    warn(
      '처리하지 않은 오류가 있어 공시본을 만들지 않았습니다. 자료를 고치거나 dispositions.yaml에 처리를 적습니다.',
    );
    if (open.some(({ rule }) => isBinding(rule)))
      warn('공시한 것과 달라진 것은 처리로 넘길 수 없습니다. 되돌리거나 정정 판으로 바로잡습니다.');
    return { exit: EXIT.findings, remarks: [countText(open.filter(isOpenError))], lines: [], diagnostics };
  }

  const record = publishedOn === undefined ? undefined : await recordOf(result, sources.value, publishedOn);
  if (record?.value === undefined && record !== undefined)
    return stop([...diagnostics, ...record.diagnostics]);
  watch.begin('writing');
  const folder = path.resolve(working, options.out ?? outputFolder(plan.id, plan.editions.length));
  // A folder of its own: these have the names of the others.
  const prefix = submit && options.out === undefined ? `${SUBMIT_FOLDER}/` : '';
  const files = result.files.map(({ name, bytes }) => ({ name: prefix + name, bytes }));
  // A list of what other files showed would lie about these: also one that an interrupted build is still to bring.
  if (!options.proof) diagnostics.push(...(await recoverIn(folder, working)));
  if (!options.proof && !submit && listsFigures(formats) && (await planHolds(folder, 'figures.json')))
    files.push(unprovenList(plan.id));
  const written = await publishFiles(folder, files, 'replace', working);
  if (written.value === undefined) return stop([...diagnostics, ...written.diagnostics]);
  if (options.out === undefined && surroundings.claim === undefined)
    await holdOutput(found.value, plan.id, working);
  // Only what lies there can have gone out.
  const recorded = record?.value && (await publishFiles(found.value, [record.value], 'add', working));
  if (recorded !== undefined && recorded.value === undefined)
    return stop([...diagnostics, ...written.diagnostics, ...recorded.diagnostics]);
  watch.end();

  const told = [...diagnostics, ...written.diagnostics, ...(recorded?.diagnostics ?? [])];
  report(told);
  const shown = displayPath(folder, working);
  const editionWords = editionLine(plan, sources.value.plan.files);
  const stated = submit ? statedLines(result.stated) : [];
  return {
    exit: EXIT.done,
    timings: watch.table(),
    diagnostics: told,
    folder: shown,
    remarks: [
      ...(open.length > 0 ? [`확인사항: ${countText(open)}`] : []),
      ...(stated[0] === undefined ? [] : [stated[0]]),
    ],
    lines: [
      ...(editionWords === undefined ? [] : [editionWords]),
      `만들었습니다: ${shown}`,
      ...written.value.map((file) => `  ${file}`),
      ...stated,
      ...(open.length > 0 ? [`확인사항: ${countText(open)} (iljari check로 볼 수 있습니다)`] : []),
      ...(publishedOn === undefined
        ? []
        : [`공시했습니다(${shownDate(publishedOn)}): ${recorded?.value?.join(', ')}에 적었습니다.`]),
    ],
  };
}

/** What the plan is to keep of the publication. */
async function recordOf(result: BuildResult, sources: Sources, date: string): Promise<Outcome<OutputFile>> {
  const { internalEdition, publicationRecord } = await import('../commands/publish.ts');
  const internal = result.plan && internalEdition(result.plan);
  if (internal !== undefined) return { value: undefined, diagnostics: [internal] };
  const record = publicationRecord(result, sources, date);
  if (record.bytes.length <= MOST_RECORD_BYTES) return { value: record, diagnostics: [] };
  const message = `공시 기록이 너무 큽니다: ${(record.bytes.length / 2 ** 20).toFixed(1)} MB`;
  const place = `${sources.plan.displayRoot}/${record.name}`;
  const most = `${MOST_RECORD_BYTES / 2 ** 20} MB까지`;
  return { value: undefined, diagnostics: [fileFault('file-too-large', place, message, most)] };
}
