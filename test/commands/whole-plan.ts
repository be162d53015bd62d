// A folder of test/plans -> what it was read as, and all of its publication, pressed and proven.
import path from 'node:path';
import { type BuildResult, build } from '../../src/commands/build.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { KEPT } from '../kept.ts';
import { PLANS } from '../plan-format/plan-folders.ts';

export interface WholePlan {
  readonly sources: Sources;
  readonly result: BuildResult;
  /** Throws where there is no such file. */
  bytesOf(name: string): Uint8Array;
}

/** Lines of YAML and templates that a printed page may take: half of what plans took before. */
export const LINES_A_PAGE = 17.5;
const LINE = 120;

/** What they take; a longer line counts as those that it would fill. */
export function linesAPage({ sources, result }: Pick<WholePlan, 'sources' | 'result'>): number {
  const lines = [...sources.plan.files]
    .filter(([name]) => /\.(?:yaml|hbs)$/.test(name))
    .flatMap(([, text]) => text.trimEnd().split('\n'))
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
  return lines / (result.pdf?.layout.pageLabels.length ?? 0);
}

export async function wholePlan(name: string): Promise<WholePlan> {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const read = await readSources(path.join(PLANS, name), folders, {
    fonts: true,
    profiles: true,
    kept: KEPT,
  });
  if (read.value === undefined) throw new Error(JSON.stringify(read.diagnostics));
  const sources = read.value;
  const result = await build(sources, ['pdf', 'xlsx'], () => {}, undefined, { final: true, print: 'whole' });
  const bytesOf = (file: string): Uint8Array => {
    const found = result.files.find((one) => one.name === file);
    if (found === undefined) throw new Error(`there is no ${file}`);
    return found.bytes;
  };
  return { sources, result, bytesOf };
}
