// A folder and a manner -> set after set of files, each with a number of its own, until this process is killed: over each
// other with `replace`, in a new folder each with `new`.
import path from 'node:path';
import { publishFiles } from '../../src/files/publish.ts';

/** Large enough that a kill finds them half written. */
const SIZES = {
  replace: { 'plan.pdf': 400_000, 'budget.xlsx': 50_000, 'targets.xlsx': 90_000 },
  new: { 'plan.yaml': 90_000, 'tasks/a.yaml': 50_000, 'tasks/deep/b.yaml': 400_000 },
} as const;

const [, , folder, manner] = process.argv;
if (folder === undefined || (manner !== 'replace' && manner !== 'new')) throw new Error('where and how?');
for (let round = 0; ; round++) {
  const files = Object.entries(SIZES[manner]).map(([name, size]) => ({
    name,
    bytes: new TextEncoder().encode(`${round},`.repeat(size / 4)),
  }));
  const target = manner === 'new' ? path.join(folder, `plan-${round}`) : folder;
  const { value } = await publishFiles(target, files, manner, folder);
  if (value === undefined) throw new Error('cannot be published');
  if (round === 0) process.stdout.write('ready\n');
}
