// `iljari schema`: a folder's name -> the JSON Schema of every data file in it, for editors.
import path from 'node:path';
import { Argument, type Command } from 'commander';
import { SCHEMA_FOLDER } from '../commands/schema-mark.ts';
import { displayPath, planHolds, publishFiles } from '../files.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { say } from './print.ts';
import { refusal } from './refusal.ts';
import { report } from './report.ts';

const refused = refusal('JSON Schema를 만들지 못했습니다. 아무것도 바꾸지 않았습니다.');

export function addSchemaCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('자료 파일의 JSON Schema를 만듭니다. 편집기가 이것으로 열쇠를 채워 주고 설명합니다.')
    .addArgument(new Argument('<폴더>', '둘 폴더. 계획 폴더이면 그 안의 schema/에 둡니다.'))
    .action(async (folder: string) => done(await runSchema(folder)));
}

async function runSchema(name: string): Promise<ExitCode> {
  const working = process.cwd();
  const { dataSchemas } = await import('../commands/data-schemas.ts');
  const given = path.resolve(working, name);
  const isPlan = (folder: string) => planHolds(folder, 'plan.yaml');
  const above = path.dirname(given);
  const plan = (await isPlan(given))
    ? given
    : path.basename(given) === SCHEMA_FOLDER && (await isPlan(above))
      ? above
      : undefined;
  // Into a plan from its own folder, where what is interrupted is found.
  const home = plan ?? given;
  const inside = plan === undefined ? '' : `${SCHEMA_FOLDER}/`;
  const files = dataSchemas().map((file) => ({ ...file, name: `${inside}${file.name}` }));
  const written = await publishFiles(home, files, 'refresh', working);
  if (written.value === undefined) return refused(written.diagnostics);
  report(written.diagnostics);
  say(`만들었습니다: ${displayPath(home, working)}`);
  for (const file of written.value) say(`  ${file}`);
  return EXIT.done;
}
