// `iljari build`: a plan's name and the options -> its finished files in the output folder.

import path from 'node:path';
import { type Command, Option } from 'commander';
import type { BuildResult, Format } from '../commands/build.ts';
import type { OutputFile, Sources } from '../commands/sources.ts';
import { type Diagnostic, fileFault, hasErrors, isError, type Outcome } from '../diagnostic.ts';
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
import { editionFolder, editionLine, editionOf } from './edition-option.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { onlyOption } from './only-option.ts';
import { planArgument } from './plan-argument.ts';
import { say, sayLines, warn, warnLines } from './print.ts';
import { printOption } from './print-option.ts';
import { report } from './report.ts';
import { stopwatch } from './stopwatch.ts';
import { unprovenJson } from './unproven.ts';

interface BuildOptions {
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
  /** ISO date: it has gone out, and once it is built the plan is to say so. */
  readonly publishedOn?: string;
}

export function addBuildCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('계획을 만들어 output/<계획>/에 둡니다.')
    .addArgument(planArgument())
    .option('--out <폴더>', '결과를 둘 폴더 (처음값: output/<계획>)')
    .addOption(onlyOption())
    .addOption(
      new Option(
        '--edition <차수>',
        '만들 판: 0은 당초, 1부터 editions/의 변경 판 (처음값: 마지막 판)',
      ).argParser(editionOf),
    )
    .option('--final', '검토본이 아니라 공시본을 만듭니다.')
    .option(
      '--submit',
      '제출용 통합문서만 만듭니다: 빈 행, 입력 표시, 공시차이, 메모, 숨은 시트가 없습니다. (output/<계획>/submit/)',
    )
    .option('--findings', '검토본 끝에 수치 확인 내역을 붙입니다.')
    .addOption(printOption())
    .addOption(new Option('--untagged', '태그 없는 PDF를 만듭니다 (시간을 재기 위한 것).').hideHelp())
    .option(
      '--no-proof',
      '만든 파일을 되읽어 확인하지 않고, figures.json도 만들지 않습니다. (--final과 함께 쓸 수 없음)',
    )
    .option('--timings', '단계별로 걸린 시간과 쓴 기억장치를 보여 줍니다.')
    .action(async (plan: string, options: BuildOptions) => done(await runBuild(plan, options)));
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

/** Returns 1 when a publication is refused for its findings. */
export async function runBuild(planName: string, options: BuildOptions): Promise<ExitCode> {
  if (options.final === true && !options.proof) {
    warn(
      '공시본은 되읽어 확인한 것만 냅니다: --final과 --no-proof는 함께 쓸 수 없습니다. 쓰는 법은 iljari --help로 볼 수 있습니다.',
    );
    return EXIT.usage;
  }
  const only = options.only === undefined ? undefined : `--only ${options.only.join(',')}`;
  if (options.print !== undefined && options.only?.includes('pdf') === false) {
    warn(
      `인쇄용 파일은 PDF와 함께 만듭니다: --print와 ${only}는 함께 쓸 수 없습니다. 쓰는 법은 iljari --help로 볼 수 있습니다.`,
    );
    return EXIT.usage;
  }
  const isForm = options.only?.includes('form') === true;
  if (isForm && options.only?.length !== 1) {
    warn(
      `채우는 통합문서는 따로 만듭니다: ${only}은 --only form으로 적습니다. 쓰는 법은 iljari --help로 볼 수 있습니다.`,
    );
    return EXIT.usage;
  }
  if (options.final === true && isForm) {
    warn(
      '채우는 통합문서는 공시본이 아닙니다: --final과 --only form은 함께 쓸 수 없습니다. 쓰는 법은 iljari --help로 볼 수 있습니다.',
    );
    return EXIT.usage;
  }
  const beside =
    options.only?.some((format) => format !== 'xlsx') === true
      ? only
      : options.print !== undefined
        ? '--print'
        : undefined;
  if (options.submit === true && beside !== undefined) {
    warn(
      `제출용은 통합문서만 만듭니다: --submit과 ${beside}는 함께 쓸 수 없습니다. 쓰는 법은 iljari --help로 볼 수 있습니다.`,
    );
    return EXIT.usage;
  }
  const watch = stopwatch();
  try {
    return await buildPlan(planName, options, watch);
  } catch (error) {
    throw new PhaseError(watch.running(), error);
  }
}

async function buildPlan(
  planName: string,
  options: BuildOptions,
  watch: ReturnType<typeof stopwatch>,
): Promise<ExitCode> {
  const working = process.cwd();
  const folders = { working, program: PROGRAM_FOLDER };
  const submit = options.submit === true;
  const formats: readonly Format[] = submit ? ['xlsx'] : (options.only ?? ['pdf', 'xlsx']);
  const paged = formats.includes('pdf') || formats.includes('hwpx');
  const stop = (diagnostics: readonly Diagnostic[]): ExitCode => {
    watch.end();
    report(diagnostics);
    const errors = diagnostics.filter(isError).length;
    const what = options.publishedOn === undefined ? '만들지' : '공시하지';
    warn(`오류 ${errors}건이 있어 ${what} 못했습니다. 전에 만든 파일은 그대로 있습니다.`);
    return EXIT.unusable;
  };

  watch.begin('reading');
  const found = await findPlan(planName, folders, 'write');
  if (found.value === undefined) return stop(found.diagnostics);
  watch.begin('loading');
  // Opened before all else: the chart libraries load on their own thread while the plan is read.
  const drawer =
    paged && (await planHolds(found.value, 'charts.yaml'))
      ? (await import('../draw/chart-drawer.ts')).openChartDrawer()
      : undefined;
  const { build } = await import('../commands/build.ts');
  watch.begin('reading');
  const sources = await readSources(found.value, folders, {
    fonts: paged,
    profiles: options.print !== undefined,
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
  });
  await drawer?.close();
  const diagnostics = [...found.diagnostics, ...sources.diagnostics, ...result.diagnostics];
  if (result.plan === undefined || hasErrors(diagnostics)) return stop(diagnostics);
  const { plan } = result;
  const other = options.out === undefined ? await otherPlan(found.value, plan.id, working) : undefined;
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
    return EXIT.findings;
  }

  const record = publishedOn === undefined ? undefined : await recordOf(result, sources.value, publishedOn);
  if (record?.value === undefined && record !== undefined)
    return stop([...diagnostics, ...record.diagnostics]);
  watch.begin('writing');
  const folder = path.resolve(
    working,
    options.out ?? path.join('output', plan.id, ...editionFolder(plan.editions.length)),
  );
  // A folder of its own: these have the names of the others.
  const prefix = submit && options.out === undefined ? `${SUBMIT_FOLDER}/` : '';
  const files = result.files.map(({ name, bytes }) => ({ name: prefix + name, bytes }));
  // A list of what other files showed would lie about these: also one that an interrupted build is still to bring.
  if (!options.proof) diagnostics.push(...(await recoverIn(folder, working)));
  if (!options.proof && !submit && listsFigures(formats) && (await planHolds(folder, 'figures.json'))) {
    files.push({ name: 'figures.json', bytes: new TextEncoder().encode(unprovenJson(plan.id)) });
  }
  const written = await publishFiles(folder, files, 'replace', working);
  if (written.value === undefined) return stop([...diagnostics, ...written.diagnostics]);
  if (options.out === undefined) await holdOutput(found.value, plan.id, working);
  // Only what lies there can have gone out.
  const recorded = record?.value && (await publishFiles(found.value, [record.value], 'add', working));
  if (recorded !== undefined && recorded.value === undefined)
    return stop([...diagnostics, ...written.diagnostics, ...recorded.diagnostics]);
  watch.end();

  report([...diagnostics, ...written.diagnostics, ...(recorded?.diagnostics ?? [])]);
  const line = editionLine(plan, sources.value.plan.files);
  if (line !== undefined) say(line);
  say(`만들었습니다: ${displayPath(folder, working)}`);
  for (const file of written.value) say(`  ${file}`);
  if (submit) for (const text of statedLines(result.stated)) say(text);
  if (open.length > 0) say(`확인사항: ${countText(open)} (iljari check로 볼 수 있습니다)`);
  if (publishedOn !== undefined)
    say(`공시했습니다(${shownDate(publishedOn)}): ${recorded?.value?.join(', ')}에 적었습니다.`);
  if (options.timings) sayLines(watch.table());
  return EXIT.done;
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
