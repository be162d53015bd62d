// The program's folder -> every file of the bundle, by its path in it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { programVersion, readFolder } from '../files.ts';
import { compile } from './compile.ts';
import { licencesOf } from './licences.ts';

/** Folders that go into the bundle as they are. */
const WHOLE = ['data', 'fonts', 'templates'] as const;
/** The files beside this one that people open and start. */
const START = ['README.md', 'iljari.cmd', 'iljari.sh'] as const;

export async function bundleContents(programFolder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { files: program, packages } = await compile(programFolder);
  const description = { name: 'iljari', version: await programVersion(), private: true, type: 'module' };
  const contents = new Map<string, Uint8Array>();
  for (const name of START)
    contents.set(name, await readFile(path.join(programFolder, 'src/bundle/start', name)));
  // Only with these line ends does the Windows command line read every line.
  contents.set('iljari.cmd', encode(decode(contents.get('iljari.cmd')).replaceAll(/\r?\n/g, '\r\n')));
  contents.set('LICENSE', await readFile(path.join(programFolder, 'LICENSE')));
  contents.set('licences.txt', encode(await licencesOf(programFolder, packages)));
  contents.set('package.json', encode(`${JSON.stringify(description, undefined, 2)}\n`));
  for (const [name, bytes] of program) contents.set(`dist/${name}`, bytes);
  for (const folder of WHOLE) {
    const { files, diagnostics } = await readFolder(path.join(programFolder, folder), programFolder, /./);
    if (diagnostics.length > 0) throw new Error(`${folder}: ${diagnostics[0]?.message}`);
    for (const [name, bytes] of files) contents.set(`${folder}/${name}`, bytes);
  }
  return contents;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
