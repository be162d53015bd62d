// fonts/*.ttf and templates/press/*.icc -> src/commands/build/checksums.ts, when files of the program were exchanged on purpose.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TARGET = path.join(ROOT, 'src/commands/build/checksums.ts');
const FOLDERS = { fonts: /\.ttf$/, 'templates/press': /\.icc$/ };

/** The table as it has to be. */
export function checksums(): Readonly<Record<string, { readonly bytes: number; readonly crc32: number }>> {
  const files = Object.entries(FOLDERS).flatMap(([folder, fits]) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => fits.test(name))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  return Object.fromEntries(
    files.map((file) => {
      const bytes = readFileSync(path.join(ROOT, file));
      return [file, { bytes: bytes.length, crc32: crc32(bytes) }];
    }),
  );
}

if (process.argv[1] === import.meta.filename) {
  const lines = Object.entries(checksums()).map(
    ([file, { bytes, crc32: sum }]) => `  '${file}': { bytes: ${bytes}, crc32: ${sum} },\n`,
  );
  writeFileSync(
    TARGET,
    `// The program's own fonts and colour profiles -> their sizes and checksums. Made by \`npm run checksums\`; not to be edited.
export const CHECKSUMS = {
${lines.join('')}} as const satisfies Readonly<Record<string, { readonly bytes: number; readonly crc32: number }>>;
`,
  );
}
