// The path of a file that a person named -> its bytes, or why it cannot be read.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { korean } from '../diagnostic/particle.ts';
import { type Diagnostic, fileFault, type Outcome } from '../diagnostic.ts';
import { isCode } from './file-system.ts';
import { codeOf, displayPath, spellingsOf } from './place.ts';
import { unreadableWords } from './shortage.ts';

/** The most bytes of a file that a person names: no workbook of an office comes near. */
const LARGEST = 100_000_000;

/** A file that a person named, whole; `expected` says what it may be. */
export async function readNamedFile(
  name: string,
  working: string,
  expected = '읽을 수 있는 통합문서(xlsx)나 csv 파일',
): Promise<Outcome<Uint8Array>> {
  const spellings = spellingsOf(path.resolve(working, name));
  const there = await Promise.all(
    spellings.map((one) =>
      stat(one).then(
        () => true,
        () => false,
      ),
    ),
  );
  const file = spellings[Math.max(0, there.indexOf(true))] ?? name;
  const shown = displayPath(file, working).normalize('NFC');
  const refuse = (rule: string, message: string): Outcome<Uint8Array> => {
    const diagnostic: Diagnostic = fileFault(rule, shown, message, expected);
    return { value: undefined, diagnostics: [diagnostic] };
  };
  try {
    const entry = await stat(file);
    if (!entry.isFile()) return refuse('unreadable-file', '보통 파일이 아닙니다.');
    if (entry.size > LARGEST) return refuse('workbook-too-large', '통합문서라고 보기에 너무 큰 파일입니다.');
    return { value: await readFile(file), diagnostics: [] };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return refuse('missing-file', korean`파일 '${name}'이(가) 없습니다.`);
    return refuse('unreadable-file', unreadableWords(codeOf(error)));
  }
}
