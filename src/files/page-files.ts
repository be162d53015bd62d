// The program's folder -> what a browser is given before anything else: the page, its program, looks and fonts, and the texts of its help.
import path from 'node:path';
import { readFolder } from './read-folder.ts';

const SHELL = /^(?:index\.html|[a-z-]+\.(?:js|css))$/;
const FONT = /^[A-Za-z-]+\.ttf$/;
const TOPIC = /^[a-z0-9-]+\.md$/;

/** By the address that a browser asks for: `/`, `/page.js`, `/fonts/Pretendard-Regular.ttf`. */
export async function readPageFiles(program: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const [shell, fonts] = await Promise.all([
    readFolder(path.join(program, 'dist/page'), program, SHELL),
    readFolder(path.join(program, 'fonts'), program, FONT),
  ]);
  return new Map([
    ...[...shell.files].map(([name, bytes]) => [name === 'index.html' ? '/' : `/${name}`, bytes] as const),
    ...[...fonts.files].map(([name, bytes]) => [`/fonts/${name}`, bytes] as const),
  ]);
}

/** The texts of `templates/help/` in the order of their names. */
export async function readHelp(program: string): Promise<readonly { name: string; text: string }[]> {
  const { files } = await readFolder(path.join(program, 'templates/help'), program, TOPIC);
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => ({ name, text: new TextDecoder().decode(bytes) }));
}
