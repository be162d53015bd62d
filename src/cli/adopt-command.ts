// `iljari adopt`: a published document -> a plan in a new folder, what nobody could know, and what of the document is missing in it.
import path from 'node:path';
import { Argument, type Command } from 'commander';
import type { OutputFile } from '../commands/sources.ts';
import { hasErrors } from '../diagnostic.ts';
import {
  bytesDigest,
  displayPath,
  namesIn,
  PROGRAM_FOLDER,
  publishFiles,
  readNamedFile,
  readProgramTemplates,
} from '../files.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inShell } from './in-shell.ts';
import { say } from './print.ts';
import { refusal } from './refusal.ts';
import { report } from './report.ts';

const refused = refusal('계획을 만들지 못했습니다. 아무것도 바꾸지 않았습니다.');

export function addAdoptCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('발간한 문서를 읽어 같은 것을 말하는 계획을 새 폴더에 만듭니다.')
    .addArgument(new Argument('<문서>', '한글에서 저장한 .hwpx, 또는 글을 뽑아낸 .txt나 .md'))
    .addArgument(new Argument('<폴더>', '새 계획을 둘 폴더. 없거나 비어 있어야 합니다.'))
    .option('--answers <통합문서>', '앞서 만든 계획의 adopt.xlsx. 거기 적은 답대로 만듭니다.')
    .action(async (file: string, folder: string, { answers }: { readonly answers?: string }) =>
      done(await runAdopt(file, folder, answers)),
    );
}

async function runAdopt(file: string, name: string, answersFile?: string): Promise<ExitCode> {
  const folders = { working: process.cwd(), program: PROGRAM_FOLDER };
  const folder = path.resolve(folders.working, name);
  const shown = displayPath(folder, folders.working);
  const { adoptDocument, DOCUMENT_FORMS } = await import('../commands/adopt-document.ts');
  const { QUESTIONS, readAnswers } = await import('../commands/adopt-questions.ts');
  const bytes = await readNamedFile(file, folders.working, DOCUMENT_FORMS);
  const templates = await readProgramTemplates(folders);
  const typed = answersFile === undefined ? undefined : await readNamedFile(answersFile, folders.working);
  const shownOf = (one: string) => displayPath(path.resolve(folders.working, one), folders.working);
  const answers =
    answersFile === undefined || typed?.value === undefined
      ? undefined
      : readAnswers({ name: shownOf(answersFile), bytes: typed.value });
  const read = [bytes, templates, typed, answers].flatMap((one) => one?.diagnostics ?? []);
  if (bytes.value === undefined || templates.value === undefined || hasErrors(read)) return refused(read);
  const source = { name: shownOf(file), bytes: bytes.value };
  const where = { path: folder, shown };
  const made = adoptDocument(source, where, templates.value, answers?.value?.now);
  if (made.value === undefined) return refused([...read, ...made.diagnostics]);
  const { files, workbook } = made.value;
  const { writeWorkbook } = await import('../write/xlsx/write-workbook.ts');
  const questionnaire = workbook && (await writeWorkbook(workbook));
  read.push(...(questionnaire?.diagnostics ?? []));
  const all = questionnaire?.value ? [...files, { name: QUESTIONS, bytes: questionnaire.value }] : files;
  const isAgain = answers?.value !== undefined && (await namesIn(folder)).includes('plan.yaml');
  const before = isAgain
    ? adoptDocument(source, where, templates.value, answers.value.before).value?.files
    : undefined;
  const isOwn = path.resolve(folders.working, answersFile ?? '') === path.join(folder, QUESTIONS);
  const asked = isOwn && typed?.value !== undefined ? [{ name: QUESTIONS, bytes: typed.value }] : [];
  const written =
    before === undefined
      ? await publishFiles(folder, all, 'new', folders.working)
      : await publishAgain(folder, all, [...before, ...asked], folders.working);
  if (written.value === undefined) return refused([...read, ...written.diagnostics]);
  report([...read, ...made.diagnostics, ...written.diagnostics]);
  const { id, counts, questions } = made.value;
  const lost = made.diagnostics.filter(({ rule }) => rule === 'lost-text').length;
  say(`만들었습니다: ${shown} (파일 ${written.value.length}개, 계획 id: ${id})`);
  say(
    `글 ${counts.texts}개를 읽어 부 ${counts.parts}개, 표 ${counts.tables}개, 세부사업 ${counts.projects}개로 옮겼습니다. 만든 문서에 없는 글: ${lost}개`,
  );
  if (questionnaire?.value) {
    const answered = questions.filter(({ typed, isAnswered }) => isAnswered && typed?.answer !== '').length;
    const already = answered === 0 ? '' : `(답을 적은 것 ${answered}가지)`;
    say(
      `확인할 것 ${questions.length}가지${already}: ${displayPath(path.join(folder, QUESTIONS), folders.working)}`,
    );
  }
  say(`다음: iljari build ${inShell(shown)}`);
  return lost === 0 ? EXIT.done : EXIT.findings;
}

/** In the place of what was made before, where all of that still stands there as it was made. */
async function publishAgain(
  folder: string,
  files: readonly OutputFile[],
  before: readonly OutputFile[],
  working: string,
): ReturnType<typeof publishFiles> {
  const made = new Map(before.map(({ name, bytes }) => [name, bytesDigest(bytes)]));
  const names = files.map(({ name }) => name);
  const seen = new Map([...names, ...made.keys()].map((name) => [name, made.get(name)]));
  const gone = [...made.keys()].filter((name) => !names.includes(name));
  const written = await publishFiles(folder, files, 'edit', working, undefined, gone, seen);
  const diagnostics = written.diagnostics.map((one) =>
    one.rule === 'changed-meanwhile'
      ? {
          ...one,
          message: '계획을 만든 뒤에 고친 파일이 있는 폴더라 그 자리에 다시 만들지 않았습니다.',
          expected: '새 폴더',
        }
      : one,
  );
  return { ...written, diagnostics };
}
