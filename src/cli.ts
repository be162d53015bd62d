#!/usr/bin/env node
// Command line -> a build or a new plan, its messages in Korean and an exit code. The only console output of the program.
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Format, Phase } from './build.ts';
import { type Diagnostic, formatLocation, hasErrors, type Severity } from './diagnostic.ts';
import {
  displayPath,
  findPlan,
  PROGRAM_FOLDER,
  planHolds,
  programVersion,
  readNewPlan,
  readSources,
  writeOutputs,
} from './files.ts';

// A cold build is over before optimised code has paid for itself: optimising later saves a third of the processor time
// (measured: 1,540 ms to 1,040 ms on two cores), and long builds are still optimised.
setFlagsFromString('--interrupt-budget=1000000');
// Nearly all that a build makes is garbage at once; in a larger young space it is swept less often (5 % of the time).
setFlagsFromString('--min-semi-space-size=16');

const EXIT = { done: 0, findings: 1, usage: 2, unusable: 3, internal: 4 } as const;
type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const DEFAULT_PLAN = 'incheon-seogu-2023';

interface BuildOptions {
  readonly out?: string;
  readonly only?: Format;
  readonly timings?: true;
  readonly final?: true;
}

/** Runs one command line (without node and script) in the working folder and returns the exit code. */
async function main(args: readonly string[]): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  const program = korean(new Command('iljari'))
    .description('지방자치단체 일자리대책 자료를 공시용 PDF와 통합문서로 만듭니다.')
    .version(`iljari ${await programVersion()}`, '-V, --version', '판 번호를 보여 줍니다.')
    .helpCommand('help [명령]', '명령의 도움말을 보여 줍니다.');
  korean(program.command('build'))
    .description('계획을 만들어 output/<계획>/에 둡니다.')
    .addArgument(
      new Argument('[계획]', '계획 폴더의 경로, 또는 data/ 아래의 폴더 이름').default(DEFAULT_PLAN),
    )
    .option('--out <폴더>', '결과를 둘 폴더 (처음값: output/<계획>)')
    .addOption(new Option('--only <형식>', '한 가지만 만듭니다: pdf 또는 xlsx').choices(['pdf', 'xlsx']))
    .option('--final', '검토본이 아니라 공시본을 만듭니다.')
    .option('--timings', '단계별로 걸린 시간과 쓴 기억장치를 보여 줍니다.')
    .action(async (plan: string, options: BuildOptions) => {
      exit = await runBuild(plan, options);
    });
  korean(program.command('new'))
    .description('새 계획의 빈 틀을 만듭니다.')
    .addArgument(new Argument('<폴더>', '새 계획을 둘 폴더. 없거나 비어 있어야 합니다.'))
    .addOption(new Option('--year <연도>', '계획 연도 네 자리 (처음값: 틀의 연도)').argParser(yearOf))
    .action(async (folder: string, options: { readonly year?: number }) => {
      exit = await runNew(folder, options.year);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help is asked for (exit 0), or shown because no command was given.
    if (error.exitCode === 0) return EXIT.done;
    if (error.code !== 'commander.help') process.stderr.write(`${usageMessage(error)}\n`);
    return EXIT.usage;
  }
}

async function runBuild(planName: string, options: BuildOptions): Promise<ExitCode> {
  const watch = stopwatch();
  const working = process.cwd();
  const folders = { working, program: PROGRAM_FOLDER };
  const formats: readonly Format[] = options.only === undefined ? ['pdf', 'xlsx'] : [options.only];
  const stop = (diagnostics: readonly Diagnostic[]): ExitCode => {
    watch.end();
    report(diagnostics);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    process.stderr.write(`오류 ${errors}건이 있어 만들지 못했습니다. 전에 만든 파일은 그대로 있습니다.\n`);
    return EXIT.unusable;
  };

  watch.begin('reading');
  const found = await findPlan(planName, folders);
  if (found.value === undefined) return stop(found.diagnostics);
  watch.begin('loading');
  // Opened before all else: the chart libraries load on their own thread while the plan is read.
  const drawer =
    formats.includes('pdf') && (await planHolds(found.value, 'charts.yaml'))
      ? (await import('./write/pdf/chart-drawer.ts')).openChartDrawer()
      : undefined;
  const { build } = await import('./build.ts');
  watch.begin('reading');
  const sources = await readSources(found.value, folders, { fonts: formats.includes('pdf') });
  if (sources.value === undefined) return stop(sources.diagnostics);
  const result = await build(sources.value, formats, watch.begin, drawer, {
    final: options.final === true,
  });
  await drawer?.close();
  const diagnostics = [...sources.diagnostics, ...result.diagnostics];
  if (result.id === undefined || hasErrors(diagnostics)) return stop(diagnostics);

  watch.begin('writing');
  const folder = path.resolve(working, options.out ?? path.join('output', result.id));
  const written = await writeOutputs(folder, result.files, working);
  if (written.value === undefined) return stop([...diagnostics, ...written.diagnostics]);
  watch.end();

  report(diagnostics);
  process.stdout.write(`만들었습니다: ${displayPath(folder, working)}\n`);
  for (const file of written.value) process.stdout.write(`  ${file}\n`);
  if (options.timings) process.stdout.write(watch.table());
  return EXIT.done;
}

async function runNew(name: string, year: number | undefined): Promise<ExitCode> {
  const working = process.cwd();
  const folder = path.resolve(working, name);
  const [{ newPlan }, { writeNewFolder }] = await Promise.all([
    import('./new-plan.ts'),
    import('./files/new-folder.ts'),
  ]);
  const pattern = await readNewPlan({ working, program: PROGRAM_FOLDER });
  const plan = newPlan(pattern.value ?? new Map(), folder, year);
  const written = hasErrors(pattern.diagnostics)
    ? pattern
    : await writeNewFolder(folder, plan.files, working);
  if (written.value === undefined || hasErrors(written.diagnostics)) {
    report(written.diagnostics);
    process.stderr.write('새 계획을 만들지 못했습니다. 아무것도 바꾸지 않았습니다.\n');
    return EXIT.unusable;
  }
  const shown = displayPath(folder, working);
  process.stdout.write(`만들었습니다: ${shown}\n`);
  for (const file of written.value) process.stdout.write(`  ${file}\n`);
  process.stdout.write(`계획 id: ${plan.id} (plan.yaml에서 고칠 수 있습니다)\n`);
  process.stdout.write(`채우는 법: ${displayPath(path.join(folder, 'README.md'), working)}\n`);
  process.stdout.write(`다음: iljari build ${/[^\p{L}\p{N}._/:-]/u.test(shown) ? `"${shown}"` : shown}\n`);
  return EXIT.done;
}

function yearOf(text: string): number {
  if (!/^[1-9]\d{3}$/.test(text)) throw new InvalidArgumentError('1000-9999');
  return Number(text);
}

const SEVERITY_NAMES = {
  error: '오류',
  warning: '주의',
  style: '표기',
  information: '참고',
} as const satisfies Record<Severity, string>;

/** One line each, in the order of the places. */
function report(diagnostics: readonly Diagnostic[]): void {
  for (const line of diagnostics.toSorted(byPlace).map(formatDiagnostic)) process.stderr.write(`${line}\n`);
}

function formatDiagnostic({ place, severity, rule, message, expected, related = [] }: Diagnostic): string {
  const parts = [
    message,
    ...(expected === undefined ? [] : [`(바른 형식: ${expected})`]),
    ...related.map((other) => `[${formatLocation(other.place)} ${other.note}]`),
  ];
  const text = parts.join(' ').replaceAll(/\s*\n\s*/g, ' ');
  return `${formatLocation(place)}  ${SEVERITY_NAMES[severity]} ${rule}  ${text}`;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  if ('cell' in a.place || 'cell' in b.place) return 0;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}

const PHASE_NAMES = {
  loading: '프로그램 불러오기',
  reading: '자료 읽기',
  composing: '구성',
  charts: '차트',
  layout: '배치',
  rendering: '그리기',
  workbook: '통합문서',
  writing: '파일 쓰기',
} as const satisfies Record<Phase, string>;

/** Adds up the time of each phase and, on a terminal, shows which one is running. */
function stopwatch() {
  const spent = new Map<Phase | 'startup', number>([['startup', performance.now()]]);
  let running: Phase | undefined;
  let since = performance.now();
  const stopRunning = () => {
    const now = performance.now();
    if (running !== undefined) spent.set(running, (spent.get(running) ?? 0) + now - since);
    since = now;
  };
  const show = (text: string) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  };
  return {
    begin: (phase: Phase) => {
      stopRunning();
      running = phase;
      show(`${PHASE_NAMES[phase]} …`);
    },
    end: () => {
      stopRunning();
      running = undefined;
      show('');
    },
    /** Milliseconds a phase, the whole since the process began, and the most memory it held. */
    table: () => {
      const rows = [...spent].map(([phase, time]) => `${phase}\t${time.toFixed(1)} ms`);
      const peak = process.resourceUsage().maxRSS / 1024;
      return [
        ...rows,
        `total\t${performance.now().toFixed(1)} ms`,
        `peak memory\t${peak.toFixed(1)} MB`,
        '',
      ].join('\n');
    },
  };
}

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '사용법:',
  'Arguments:': '인자:',
  'Options:': '선택:',
  'Commands:': '명령:',
};

/** Help and faults in Korean, and no exit behind our back. */
function korean(command: Command): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', '도움말을 보여 줍니다.')
    .configureHelp({
      styleTitle: (title) => HELP_TITLES[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[선택]').replace('[command]', '[명령]'),
      styleSubcommandTerm: (term) => term.replace('[options]', '[선택]'),
      argumentDescription: describe,
      optionDescription: (option) => option.description,
    })
    .configureOutput({ outputError: () => {} });
}

function describe(argument: Argument): string {
  return argument.defaultValue === undefined
    ? argument.description
    : `${argument.description} (처음값: ${String(argument.defaultValue)})`;
}

/** What is wrong with a command line, from the library's code and the word it quotes. */
function usageMessage(error: CommanderError): string {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const messages: Readonly<Record<string, string>> = {
    'commander.unknownCommand': `'${word}'은(는) 없는 명령입니다.`,
    'commander.unknownOption': `'${word}'은(는) 없는 선택입니다.`,
    'commander.optionMissingArgument': `'${word}' 뒤에 값이 있어야 합니다.`,
    'commander.missingArgument': `'${word}'을(를) 적어야 합니다.`,
    'commander.invalidArgument': `'${word}'의 값이 바르지 않습니다.`,
    'commander.excessArguments': '인자가 너무 많습니다.',
  };
  return `${messages[error.code] ?? error.message} 쓰는 법은 iljari --help로 볼 수 있습니다.`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`프로그램 내부의 오류입니다. 아래 내용을 개발자에게 알려 주십시오.\n${detail}\n`);
  process.exitCode = EXIT.internal;
}
