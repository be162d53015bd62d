// Programs of the measurements -> compiled as the product is, in a folder that has what the product's has beside it.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { PROGRAM_FOLDER } from '../../src/files.ts';

/** A new folder with what programs read. */
export function measuringFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `iljari-${name}-`));
  for (const part of ['data', 'fonts', 'node_modules', 'package.json', 'templates', 'test'])
    symlinkSync(path.join(PROGRAM_FOLDER, part), path.join(folder, part));
  return folder;
}

/** Compiles into `dist` of such a folder what the entries name; gives back that folder's path. */
export async function compileInto(
  folder: string,
  entryPoints: Readonly<Record<string, string>>,
  plugins: readonly Plugin[] = [],
): Promise<string> {
  const outdir = path.join(folder, 'dist');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: PROGRAM_FOLDER,
    entryPoints: { ...entryPoints },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir,
    plugins: [...plugins],
    logLevel: 'silent',
  });
  return outdir;
}
