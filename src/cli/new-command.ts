// `iljari new`: a folder's name -> an empty plan in it.
import path from 'node:path';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { hasErrors } from '../diagnostic.ts';
import { displayPath, PROGRAM_FOLDER, readNewPlan } from '../files.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { report } from './report.ts';

export function addNewCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('새 계획의 빈 틀을 만듭니다.')
    .addArgument(new Argument('<폴더>', '새 계획을 둘 폴더. 없거나 비어 있어야 합니다.'))
    .addOption(new Option('--year <연도>', '계획 연도 네 자리 (처음값: 틀의 연도)').argParser(yearOf))
    .action(async (folder: string, options: { readonly year?: number }) =>
      done(await runNew(folder, options.year)),
    );
}

async function runNew(name: string, year: number | undefined): Promise<ExitCode> {
  const working = process.cwd();
  const folder = path.resolve(working, name);
  const [{ newPlan }, { writeNewFolder }] = await Promise.all([
    import('../new-plan.ts'),
    import('../files/new-folder.ts'),
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
