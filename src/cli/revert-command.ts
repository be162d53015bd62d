// `iljari revert`: a plan -> the same plan without its last edition, and without what was built of it.
import path from 'node:path';
import type { Command } from 'commander';
import type { LastEdition } from '../commands/last-edition.ts';
import { outputFolder } from '../commands/output-folder.ts';
import { type Diagnostic, hasErrors } from '../diagnostic.ts';
import {
  displayPath,
  findPlan,
  namesUnder,
  otherPlan,
  PROGRAM_FOLDER,
  readSources,
  recoverIn,
  removeFiles,
} from '../files.ts';
import { ask, canAsk } from './ask.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inShell } from './in-shell.ts';
import { planArgument } from './plan-argument.ts';
import { say, warn } from './print.ts';
import { refusal } from './refusal.ts';
import { report } from './report.ts';

export function addRevertCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('아직 나가지 않은 마지막 판을 되돌립니다: 판의 파일과 그 판으로 만든 결과를 지웁니다.')
    .addArgument(planArgument())
    .option('--yes', '묻지 않고 되돌립니다.')
    .action(async (plan: string, { yes }: { readonly yes?: true }) =>
      done(await runRevert(plan, yes === true)),
    );
}

async function runRevert(planName: string, isSure: boolean): Promise<ExitCode> {
  const working = process.cwd();
  const folders = { working, program: PROGRAM_FOLDER };
  const stop = refusal('되돌리지 못했습니다.');
  const found = await findPlan(planName, folders, 'write');
  if (found.value === undefined) return stop(found.diagnostics);
  const sources = await readSources(found.value, folders, { fonts: false });
  if (sources.value === undefined) return stop([...found.diagnostics, ...sources.diagnostics]);
  const { lastEdition } = await import('../commands/last-edition.ts');
  const { value: last, diagnostics } = lastEdition(sources.value.plan);
  if (hasErrors(diagnostics)) return stop([...found.diagnostics, ...diagnostics]);
  report(found.diagnostics);
  if (last === undefined) {
    say('되돌릴 판이 없습니다: 당초뿐입니다.');
    return EXIT.done;
  }
  if (last.isPublished) {
    warn(
      `제${last.number}차 판은 이미 나간 판이라 되돌릴 수 없습니다: ${last.title} (${last.record}에 기록이 있습니다)`,
    );
    warn(
      `바로잡을 것은 정정 판으로 더합니다: iljari import <고친 통합문서> ${inShell(planName)} --kind 정정 --title <제목> --date <날짜>`,
    );
    return EXIT.unusable;
  }

  // What another plan's build has put there is not this one's to take away.
  const other = await otherPlan(found.value, last.plan, working);
  if (other !== undefined) return stop([other]);
  const output = path.resolve(working, outputFolder(last.plan, last.number));
  report(await recoverIn(output, working));
  const { OUTPUT_NAMES, SUBMIT_FOLDER } = await import('../commands/build/output-names.ts');
  const names = await namesUnder(output, SUBMIT_FOLDER);
  const own = names.filter((name) => OUTPUT_NAMES.includes(name));
  const others = names.filter((name) => !own.includes(name));
  const edition = displayPath(path.join(found.value, last.file), working);
  const shown = (name: string) => displayPath(path.join(output, name), working);
  if (!isSure) {
    say(`되돌릴 판: 제${last.number}차 판, ${last.title}`);
    for (const file of [...own.map(shown), edition]) say(`  지울 파일: ${file}`);
    for (const name of others) say(`  남길 파일: ${shown(name)} (iljari가 만든 파일이 아님)`);
    if (!canAsk()) {
      warn('지우지 않았습니다. 되돌리려면 --yes를 붙여 다시 실행하십시오.');
      return EXIT.usage;
    }
    if (!(await ask(`제${last.number}차 판을 되돌립니까?`))) {
      say('되돌리지 않았습니다. 지운 것이 없습니다.');
      return EXIT.done;
    }
  }
  return remove({ last, own, others: others.map(shown), output, folder: found.value, working }, stop);
}

interface Removal {
  readonly last: LastEdition;
  /** The names of our files in the output folder. */
  readonly own: readonly string[];
  /** What stays there, as it is shown. */
  readonly others: readonly string[];
  readonly output: string;
  /** The plan's. */
  readonly folder: string;
  readonly working: string;
}

/** What was built goes first: were the edition gone and its output still there, a next revert would take the edition before it. */
async function remove(
  { last, own, others, output, folder, working }: Removal,
  stop: (diagnostics: readonly Diagnostic[]) => ExitCode,
): Promise<ExitCode> {
  const built = own.length === 0 ? undefined : await removeFiles(output, own, 'replace', working);
  if (built !== undefined && built.value === undefined) return stop(built.diagnostics);
  const gone = built?.value ?? [];
  for (const file of gone) say(`지웠습니다: ${file}`);
  const edition = await removeFiles(folder, [last.file], 'add', working);
  const diagnostics = [...(built?.diagnostics ?? []), ...edition.diagnostics];
  if (edition.value === undefined) return stop(diagnostics);
  report(diagnostics);
  for (const file of edition.value) say(`지웠습니다: ${file}`);
  for (const file of others) say(`남겼습니다: ${file} (iljari가 만든 파일이 아님)`);
  say(`되돌렸습니다: 제${last.number}차 판, ${last.title}`);
  return EXIT.done;
}
