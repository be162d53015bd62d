// `iljari new`: a folder's name -> an empty plan in it.
import path from 'node:path';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { NewHead } from '../commands/new-plan.ts';
import { SCHEMA_FOLDER } from '../commands/schema-mark.ts';
import { hasErrors } from '../diagnostic.ts';
import { isBlank } from '../figure/characters.ts';
import { displayPath, findPlan, PROGRAM_FOLDER, publishFiles, readNewPlan, readSources } from '../files.ts';
import { OFFICE_KINDS, OFFICE_NAMES } from '../plan/office.ts';
import { askLine, canAsk } from './ask.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inShell } from './in-shell.ts';
import { askedHead, officeOf, TERM_YEARS, termYearsOf, yearOf } from './new-head.ts';
import { say } from './print.ts';
import { refusal } from './refusal.ts';
import { report } from './report.ts';

/** district(자치구), county(군), … */
const OFFICES = OFFICE_KINDS.map((kind) => `${kind}(${OFFICE_NAMES[kind]})`).join(', ');

const refused = refusal('새 계획을 만들지 못했습니다. 아무것도 바꾸지 않았습니다.');

export function addNewCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('새 계획의 빈 틀을 만들거나, 있는 계획에서 다음 해의 계획을 만듭니다.')
    .addArgument(new Argument('<폴더>', '새 계획을 둘 폴더. 없거나 비어 있어야 합니다.'))
    .addOption(
      new Option('--year <연도>', '계획 연도 네 자리 (처음값: 틀의 연도, --from의 다음 해)').argParser(
        (text) => yearOf(text) ?? invalid('1000-9999'),
      ),
    )
    .addOption(
      new Option(
        '--office <종류>',
        `기관의 종류: ${OFFICES}. 이름으로도 적습니다. 재원을 부르는 말이 따라갑니다.`,
      ).argParser((text) => officeOf(text) ?? invalid(OFFICES)),
    )
    .addOption(
      new Option('--issuer <이름>', '발행 기관의 이름').argParser((text) =>
        isBlank(text) ? invalid('보이는 글자가 있는 이름') : text,
      ),
    )
    .addOption(
      new Option('--term <햇수>', '여러 해의 종합계획이면 그 햇수 (예: 4)').argParser(
        (text) => termYearsOf(text) ?? invalid(`${TERM_YEARS.fewest}-${TERM_YEARS.most}`),
      ),
    )
    .option('--from <계획>', '이 계획의 마지막 판에서 구성, 이름, 글을 옮기고 수치는 비웁니다.')
    .action(async (folder: string, { from, ...said }: NewHead & { readonly from?: string }) => {
      for (const name of HEAD_OPTIONS)
        if (from !== undefined && said[name] !== undefined)
          command.error(`option '--${name}' cannot be used with option '--from'`, {
            code: 'commander.conflictingOption',
            exitCode: EXIT.usage,
          });
      done(await (from === undefined ? runNew(folder, said) : runNext(folder, from, said.year)));
    });
}

/** What next year's plan has from this year's. */
const HEAD_OPTIONS = ['office', 'issuer', 'term'] as const;

function invalid(range: string): never {
  throw new InvalidArgumentError(range);
}

async function runNew(name: string, said: NewHead): Promise<ExitCode> {
  const working = process.cwd();
  const folder = path.resolve(working, name);
  const { newPlan } = await import('../commands/new-plan.ts');
  const pattern = await readNewPlan({ working, program: PROGRAM_FOLDER });
  if (pattern.value === undefined || hasErrors(pattern.diagnostics)) return refused(pattern.diagnostics);
  // Nobody is asked before there is something to make of the answers.
  const plan = newPlan(pattern.value, folder, canAsk() ? await askedHead(said, askLine) : said);
  const written = await publishFiles(folder, plan.files, 'new', working);
  if (written.value === undefined) return refused(written.diagnostics);
  report(written.diagnostics);
  const shown = displayPath(folder, working);
  say(`만들었습니다: ${shown}`);
  for (const file of written.value) if (!file.endsWith('.schema.json')) say(`  ${file}`);
  say(`  ${displayPath(path.join(folder, SCHEMA_FOLDER), working)} (편집기가 읽는 것)`);
  say(`계획 id: ${plan.id} (plan.yaml에서 고칠 수 있습니다)`);
  say(`채우는 법: ${displayPath(path.join(folder, 'README.md'), working)}`);
  say(`엑셀에서 채우려면: iljari build ${inShell(shown)} --only form`);
  say(`다음: iljari build ${inShell(shown)}`);
  return EXIT.done;
}

async function runNext(name: string, from: string, year: number | undefined): Promise<ExitCode> {
  const folders = { working: process.cwd(), program: PROGRAM_FOLDER };
  const folder = path.resolve(folders.working, name);
  const { nextPlan, RENEW_LIST } = await import('../commands/next-plan.ts');
  const found = await findPlan(from, folders);
  if (found.value === undefined) return refused(found.diagnostics);
  const sources = await readSources(found.value, folders, { fonts: false, profiles: true });
  const read = [...found.diagnostics, ...sources.diagnostics];
  if (sources.value === undefined || hasErrors(read)) return refused(read);
  const { plan, templates, profiles = new Map<string, Uint8Array>() } = sources.value;
  const next = nextPlan(plan, profiles, folder, year, templates);
  if (next.value === undefined) return refused([...read, ...next.diagnostics]);
  const written = await publishFiles(folder, next.value.files, 'new', folders.working);
  if (written.value === undefined) return refused([...read, ...written.diagnostics]);
  report([...read, ...written.diagnostics]);
  const { id, counts, ended } = next.value;
  const shown = displayPath(folder, folders.working);
  say(`만들었습니다: ${shown} (파일 ${written.value.length}개, 계획 id: ${id})`);
  const left = ended.length === 0 ? '' : `, 종료되어 옮기지 않은 세부사업 ${ended.length}개`;
  say(`새로 넣을 수치 ${counts.figures}개, 살펴볼 글과 자료 ${counts.texts}곳${left}`);
  say(`할 일: ${displayPath(path.join(folder, RENEW_LIST), folders.working)}`);
  say(`다음: iljari build ${inShell(shown)}`);
  return EXIT.done;
}
