// A document -> what is made of it, with the files as texts.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TypedAnswers } from '../../src/adopt/answers.ts';
import { adoptDocument } from '../../src/commands/adopt-document.ts';
import { PROGRAM_FOLDER } from '../../src/files.ts';

const root = path.join(PROGRAM_FOLDER, 'templates');
const templates = {
  displayRoot: 'templates',
  files: new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(yaml|hbs|json)$/.test(name) && !name.startsWith('new-plan'))
      .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(root, name), 'utf8')]),
  ),
};

export function adoptedFiles(name: string, bytes: Uint8Array, answers?: TypedAnswers) {
  const made = adoptDocument(
    { name, bytes },
    { path: '/somewhere/coast', shown: 'coast' },
    templates,
    answers,
  );
  const files = new Map(
    (made.value?.files ?? []).map((file) => [file.name, new TextDecoder().decode(file.bytes)]),
  );
  return { ...made, files };
}
