// `iljari compare`: a plan and two of its editions -> what differs, on the terminal, as JSON, as files.
import path from 'node:path';
import { type Command, Option } from 'commander';
import { hasErrors } from '../diagnostic.ts';
import { displayPath, findPlan, PROGRAM_FOLDER, publishFiles, readSources } from '../files.ts';
import { comparisonJson } from './comparison-json.ts';
import { comparisonText } from './comparison-text.ts';
import { editionOf } from './edition-option.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { planArgument } from './plan-argument.ts';
import { say, sayJson, sayLines } from './print.ts';
import { refusal } from './refusal.ts';
import { report } from './report.ts';

interface CompareOptions {
  readonly from?: number;
  readonly to?: number;
  readonly json?: true;
  readonly out?: string;
}

export function addCompareCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('두 판을 견주어 무엇이 바뀌었는지 보여 줍니다.')
    .addArgument(planArgument())
    .addOption(
      new Option('--from <차수>', '앞 판 (처음값: 뒤 판에 앞서 마지막으로 공시한 판)').argParser(editionOf),
    )
    .addOption(new Option('--to <차수>', '뒤 판 (처음값: 마지막 판)').argParser(editionOf))
    .option('--json', '바뀐 수치와 그것이 찍힌 쪽과 칸을 JSON으로 냅니다.')
    .option('--out <폴더>', 'comparison.pdf, comparison.hwpx, comparison.xlsx를 이 폴더에 둡니다.')
    .action(async (plan: string, options: CompareOptions) => done(await runCompare(plan, options)));
}

async function runCompare(planName: string, { from, to, json, out }: CompareOptions): Promise<ExitCode> {
  const working = process.cwd();
  const folders = { working, program: PROGRAM_FOLDER };
  const stop = refusal('두 판을 견주지 못했습니다. 아무것도 바꾸지 않았습니다.');
  const found = await findPlan(planName, folders, out === undefined ? 'read' : 'write');
  if (found.value === undefined) return stop(found.diagnostics);
  const { compareSources } = await import('../commands/compare.ts');
  const places = json === true;
  const files = out !== undefined;
  const sources = await readSources(found.value, folders, { fonts: places || files });
  const read = [...found.diagnostics, ...sources.diagnostics];
  if (sources.value === undefined || hasErrors(read)) return stop(read);
  const compared = await compareSources(sources.value, {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    files,
    places,
  });
  const diagnostics = [...read, ...compared.diagnostics];
  if (compared.value === undefined) return stop(diagnostics);
  const written =
    out === undefined
      ? undefined
      : await publishFiles(path.resolve(working, out), compared.value.files, 'replace', working);
  if (written !== undefined && written.value === undefined)
    return stop([...diagnostics, ...written.diagnostics]);
  report([...diagnostics, ...(written?.diagnostics ?? [])]);
  if (json) sayJson(comparisonJson(compared.value));
  else sayLines(comparisonText(compared.value.document));
  if (out !== undefined && written?.value !== undefined && json !== true) {
    say('');
    say(`만들었습니다: ${displayPath(path.resolve(working, out), working)}`);
    for (const file of written.value) say(`  ${file}`);
  }
  return EXIT.done;
}
