// `iljari adopt`: a published document -> a plan in a new folder, what nobody could know, and what of the document is missing in it.
import path from 'node:path';
import { Argument, type Command } from 'commander';
import { hasErrors } from '../diagnostic.ts';
import { displayPath, PROGRAM_FOLDER, publishFiles, readNamedFile, readProgramTemplates } from '../files.ts';
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
    .action(async (file: string, folder: string) => done(await runAdopt(file, folder)));
}

async function runAdopt(file: string, name: string): Promise<ExitCode> {
  const folders = { working: process.cwd(), program: PROGRAM_FOLDER };
  const folder = path.resolve(folders.working, name);
  const shown = displayPath(folder, folders.working);
  const { adoptDocument, DOCUMENT_FORMS, QUESTIONS } = await import('../commands/adopt-document.ts');
  const bytes = await readNamedFile(file, folders.working, DOCUMENT_FORMS);
  const templates = await readProgramTemplates(folders);
  const read = [...bytes.diagnostics, ...templates.diagnostics];
  if (bytes.value === undefined || templates.value === undefined || hasErrors(read)) return refused(read);
  const source = {
    name: displayPath(path.resolve(folders.working, file), folders.working),
    bytes: bytes.value,
  };
  const made = adoptDocument(source, { path: folder, shown }, templates.value);
  if (made.value === undefined) return refused([...read, ...made.diagnostics]);
  const written = await publishFiles(folder, made.value.files, 'new', folders.working);
  if (written.value === undefined) return refused([...read, ...written.diagnostics]);
  report([...read, ...made.diagnostics, ...written.diagnostics]);
  const { id, counts, questions } = made.value;
  const lost = made.diagnostics.filter(({ rule }) => rule === 'lost-text').length;
  say(`만들었습니다: ${shown} (파일 ${written.value.length}개, 계획 id: ${id})`);
  say(
    `글 ${counts.texts}개를 읽어 부 ${counts.parts}개, 표 ${counts.tables}개, 세부사업 ${counts.projects}개로 옮겼습니다. 만든 문서에 없는 글: ${lost}개`,
  );
  say(`확인할 것 ${questions.length}가지: ${displayPath(path.join(folder, QUESTIONS), folders.working)}`);
  say(`다음: iljari build ${inShell(shown)}`);
  return lost === 0 ? EXIT.done : EXIT.findings;
}
