// The program's folder -> output/iljari-<version>.zip, which runs with Node.js alone. `npm run bundle [folder]`.
import path from 'node:path';
import { bundleContents } from './bundle/contents.ts';
import { formatLocation } from './diagnostic.ts';
import { PROGRAM_FOLDER, programVersion, publishFiles } from './files.ts';
import { zipOf } from './zip/write-zip.ts';

const folder = path.resolve(process.argv[2] ?? path.join(PROGRAM_FOLDER, 'output'));
const contents = [...(await bundleContents(PROGRAM_FOLDER))].map(
  ([name, file]) => [`iljari/${name}`, file] as const,
);
// The same bytes each time: dated the same whenever it is made.
const bytes = zipOf(new Map(contents), '2000-01-01', {
  modes: (name) => (name.endsWith('.sh') ? 0o100755 : 0o100644),
});
const name = `iljari-${await programVersion()}.zip`;
const written = await publishFiles(folder, [{ name, bytes }], 'replace', process.cwd());
for (const { place, message } of written.diagnostics)
  process.stderr.write(`${formatLocation(place)}  ${message}\n`);
for (const file of written.value ?? []) process.stdout.write(`만들었습니다: ${file}\n`);
if (written.value === undefined) process.exitCode = 3;
