// `iljari prove`: a plan and an output folder -> which files there are still the plan's, and where the others are not.

import path from 'node:path';
import { type Command, Option } from 'commander';
import { outputFolder } from '../commands/output-folder.ts';
import type { ProvenFile } from '../commands/prove-output/prove-file.ts';
import { formatLocation, hasErrors } from '../diagnostic.ts';
import { inOneLine } from '../figure/characters.ts';
import { displayPath, findPlan, lookBelow, PROGRAM_FOLDER, readLyingFiles, readSources } from '../files.ts';
import { shownDate } from '../plan/edition.ts';
import { editionOf, titleOf } from './edition-option.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { planArgument } from './plan-argument.ts';
import { say, warn } from './print.ts';
import { refusal } from './refusal.ts';
import { report } from './report.ts';

interface ProveOptions {
  readonly out?: string;
  readonly edition?: number;
}

/** How many places of a file are told. */
const MOST_TOLD = 20;
/** How much is told of a place. */
const MOST_CHARACTERS = 300;

const STATES = {
  same: '그대로',
  proven: '같음',
  changed: '다름',
  missing: '없음',
} as const satisfies Record<ProvenFile['state'], string>;

export function addProveCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('결과 폴더의 파일이 이 계획, 이 판의 것 그대로인지 확인합니다. 아무것도 바꾸지 않습니다.')
    .addArgument(planArgument())
    .option('--out <폴더>', '확인할 폴더 (처음값: output/<계획>)')
    .addOption(
      new Option('--edition <차수>', '어느 판의 파일인지: 0은 당초 (처음값: 마지막 판)').argParser(editionOf),
    )
    .action(async (plan: string, options: ProveOptions) => done(await runProve(plan, options)));
}

/** Returns 1 when any file is another or missing. */
async function runProve(planName: string, { out, edition: asked }: ProveOptions): Promise<ExitCode> {
  const edition = asked ?? 'latest';
  const working = process.cwd();
  const folders = { working, program: PROGRAM_FOLDER };
  const stop = refusal('확인하지 못했습니다. 아무것도 바꾸지 않았습니다.');
  const found = await findPlan(planName, folders);
  if (found.value === undefined) return stop(found.diagnostics);
  const sources = await readSources(found.value, folders, { fonts: true, profiles: true });
  const read = [...found.diagnostics, ...sources.diagnostics];
  if (sources.value === undefined || hasErrors(read)) return stop(read);
  const [{ proveOutput }, { OUTPUT_NAMES }, { headOf }] = await Promise.all([
    import('../commands/prove-output.ts'),
    import('../commands/build/output-names.ts'),
    import('../commands/prove-output/head.ts'),
  ]);
  const head = headOf(sources.value, edition);
  if (head.value === undefined) return stop([...read, ...head.diagnostics]);
  const { id, number } = head.value;
  const folder = path.resolve(working, out ?? outputFolder(id, number));
  const unfinished = out === undefined ? [] : await lookBelow(folder, working);
  if (hasErrors(unfinished)) return stop([...read, ...unfinished]);
  const lying = await readLyingFiles(
    folder,
    OUTPUT_NAMES.filter((name) => !name.startsWith('comparison.')),
    working,
  );
  if (hasErrors(lying.diagnostics)) return stop([...read, ...lying.diagnostics]);
  const shown = displayPath(folder, working);
  if (lying.files.size === 0) {
    report(read);
    warn(`확인할 파일이 없습니다: ${shown}`);
    return EXIT.unusable;
  }
  const proof = await proveOutput(sources.value, lying.files, edition);
  if (proof.value === undefined) return stop([...read, ...proof.diagnostics]);
  report(read);
  const { plan, final, files } = proof.value;
  const { title, date } = titleOf(plan.editions, plan.issueDate);
  say(`판: ${title} (${shownDate(date)})`);
  say(
    `확인한 폴더: ${shown}${files.some(({ name }) => name.endsWith('.pdf')) ? (final ? ' (공시본)' : ' (검토본)') : ''}`,
  );
  for (const file of files) sayFile(file);
  for (const name of lying.others) say(`그 밖    ${name} (확인하지 않는 파일)`);
  const rest = lying.others.length === 0 ? '' : ` (확인하지 않은 것 ${lying.others.length}개)`;
  const bad = files.filter(({ state }) => state === 'changed' || state === 'missing');
  const sum =
    bad.length === 0 ? `모두 그대로입니다: 파일 ${files.length}개` : `달라졌거나 없는 파일: ${bad.length}개`;
  say(sum + rest);
  return bad.length === 0 ? EXIT.done : EXIT.findings;
}

/** Formulas may be long. */
function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

function sayFile({ name, state, notes, diagnostics }: ProvenFile): void {
  say(`${STATES[state].padEnd(state === 'same' ? 5 : 6)} ${name}`);
  for (const note of notes) say(`         ${note}`);
  for (const { place, message } of diagnostics.slice(0, MOST_TOLD))
    say(`         ${cut(inOneLine(`${formatLocation(place)}  ${message}`))}`);
  if (diagnostics.length > MOST_TOLD) say(`         … 모두 ${diagnostics.length}곳`);
}
