// `iljari import`: an edited workbook -> its changes on the terminal, and the next edition's file.
import path from 'node:path';
import { Argument, type Command, Option } from 'commander';
import type { FillResult } from '../commands/fill-plan.ts';
import type { ImportedChanges, ImportResult } from '../commands/import-edition.ts';
import { type Diagnostic, hasErrors, isError } from '../diagnostic.ts';
import { findPlan, PROGRAM_FOLDER, publishFiles, readNamedFile, readSources } from '../files.ts';
import { EDITION_KINDS, type EditionKind } from '../plan/edition.ts';
import { dateOf } from './date-option.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inShell } from './in-shell.ts';
import { planArgument } from './plan-argument.ts';
import { say, warn } from './print.ts';
import { report } from './report.ts';
import { textTable } from './text-table.ts';

interface ImportOptions {
  readonly title?: string;
  readonly date?: string;
  readonly kind: EditionKind;
  readonly reason?: string;
  readonly internal?: true;
  readonly dryRun?: true;
}

export function addImportCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description(
      '고친 통합문서를 읽어 다음 판을 만들거나, 제목과 날짜가 없으면 공시하기 전의 자료를 채웁니다.',
    )
    .addArgument(new Argument('<통합문서>', 'iljari가 만든 plan.xlsx, budget.xlsx, targets.xlsx를 고친 파일'))
    .addArgument(planArgument())
    .option('--title <제목>', '판의 제목 (예: 제1회 추가경정예산)')
    .addOption(new Option('--date <날짜>', '판의 날짜 (예: 2023-05-12)').argParser(dateOf))
    .addOption(
      new Option('--kind <종류>', '판의 종류: 추경 또는 정정').choices(EDITION_KINDS).default('추경'),
    )
    .option('--reason <사유>', '사유를 따로 적지 않은 변경의 사유')
    .option('--internal', '공시하지 않는 내부 판으로 둡니다.')
    .option('--dry-run', '무엇이 바뀌는지만 보여 주고 쓰지 않습니다.')
    .action(async (workbook: string, plan: string, options: ImportOptions) => {
      const isEdition = EDITION_OPTIONS.some((name) => command.getOptionValueSource(name) === 'cli');
      for (const [name, flags] of Object.entries(MANDATORY))
        if (isEdition && command.getOptionValue(name) === undefined)
          command.error(`required option '${flags}' not specified`, {
            code: 'commander.missingMandatoryOptionValue',
            exitCode: EXIT.usage,
          });
      done(await runImport(workbook, plan, options));
    });
}

/** What is said of an edition; without any of it none is made. */
const EDITION_OPTIONS = ['title', 'date', 'kind', 'internal'];
const MANDATORY = { title: '--title <제목>', date: '--date <날짜>' };

async function runImport(workbook: string, planName: string, options: ImportOptions): Promise<ExitCode> {
  const working = process.cwd();
  const folders = { working, program: PROGRAM_FOLDER };
  const stop = (diagnostics: readonly Diagnostic[]): ExitCode => {
    report(diagnostics);
    const errors = diagnostics.filter(isError).length;
    warn(`오류 ${errors}건이 있어 가져오지 못했습니다. 아무것도 바꾸지 않았습니다.`);
    return EXIT.unusable;
  };
  const [
    { importEdition },
    { fillPlan },
    { CHANGE_COLUMNS, TYPED_COLUMN, changeRows },
    { TOTAL_COLUMNS, totalRows },
  ] = await Promise.all([
    import('../commands/import-edition.ts'),
    import('../commands/fill-plan.ts'),
    import('../revise/compare/change-rows.ts'),
    import('../revise/import/total-rows.ts'),
  ]);
  const [found, bytes] = await Promise.all([
    findPlan(planName, folders, options.dryRun ? 'read' : 'write'),
    readNamedFile(workbook, working),
  ]);
  if (found.value === undefined || bytes.value === undefined)
    return stop([...found.diagnostics, ...bytes.diagnostics]);
  const sources = await readSources(found.value, folders, { fonts: false });
  if (sources.value === undefined) return stop([...found.diagnostics, ...sources.diagnostics]);
  const { title, kind, date, reason, internal, dryRun } = options;
  const file = { name: path.basename(workbook), bytes: bytes.value };
  const why = reason === undefined ? {} : { reason };
  const { plan, templates } = sources.value;
  const { made, ...result } =
    title === undefined || date === undefined
      ? filledOf(fillPlan(file, plan, why, templates))
      : editionOf(
          importEdition(
            file,
            plan,
            { ...{ title, kind, date, published: internal !== true }, ...why },
            templates,
          ),
        );
  const diagnostics = [...found.diagnostics, ...sources.diagnostics, ...result.diagnostics];
  if (made === undefined || hasErrors(diagnostics)) return stop(diagnostics);

  report(diagnostics);
  if (made.changes.length === 0 && made.edits.length === 0) {
    say('바뀐 것이 없습니다.');
    return EXIT.done;
  }
  const rows = [
    ...made.edits.map(({ what, before, after }) => [
      '변경',
      what,
      oneLine(before),
      oneLine(after),
      '',
      '',
      '',
    ]),
    ...changeRows(made.changes, made.plan, reason),
  ];
  const columns = rows.some((row) => row[CHANGE_COLUMNS.length] !== '')
    ? [...CHANGE_COLUMNS, TYPED_COLUMN]
    : CHANGE_COLUMNS;
  const aligns = ['left', 'left', 'right', 'right', 'right', 'left', 'left'] as const;
  for (const line of textTable([columns, ...rows], aligns.slice(0, columns.length))) say(line);
  const totals = totalRows(made.plan, made.before, made.after, made.earlier);
  if (totals.length > 0) {
    say('');
    say('합계 (예산서와 맞추어 봅니다)');
    const sides = ['left', 'left', 'left', 'right', 'right', 'right'] as const;
    for (const line of textTable([TOTAL_COLUMNS, ...totals], sides)) say(line);
    say('');
  }
  if (dryRun) {
    if (made.gone.length > 0) say(`지울 파일: ${made.gone.join(', ')}`);
    say(`변경 ${rows.length}건. 쓰지 않았습니다(--dry-run).`);
    return EXIT.done;
  }
  const written = await publishFiles(found.value, made.files, made.manner, working, undefined, made.gone);
  if (written.value === undefined) return stop(written.diagnostics);
  report(written.diagnostics);
  const names = written.value;
  const kept = names.length - made.gone.length;
  say(`변경 ${rows.length}건을 적었습니다: ${names.slice(0, kept).join(', ')}`);
  if (made.gone.length > 0) say(`지웠습니다: ${names.slice(kept).join(', ')}`);
  say(`다음: iljari build ${inShell(planName)}`);
  return EXIT.done;
}

/** What an import comes to, whichever way. */
interface Made extends ImportedChanges {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly manner: 'add' | 'fill';
  readonly gone: readonly string[];
  readonly edits: FilledEdits;
  readonly earlier?: NonNullable<FillResult['filled']>['earlier'];
}

type FilledEdits = NonNullable<FillResult['filled']>['edits'];

interface Result {
  readonly made: Made | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function editionOf({ edition, diagnostics }: ImportResult): Result {
  if (edition === undefined) return { made: undefined, diagnostics };
  const files = [textFile(`editions/${edition.number}.yaml`, edition.text)];
  return { made: { ...edition, files, manner: 'add', gone: [], edits: [] }, diagnostics };
}

function filledOf({ filled, diagnostics }: FillResult): Result {
  if (filled === undefined) return { made: undefined, diagnostics };
  const files = [...filled.files].map(([name, text]) => textFile(name, text));
  return { made: { ...filled, files, manner: 'fill' }, diagnostics };
}

/** A cell of the table. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function textFile(name: string, text: string): { readonly name: string; readonly bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(text) };
}
