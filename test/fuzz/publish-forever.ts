// A folder -> set after set of files in it, each with a number of its own, until this process is killed.
import { publishFiles } from '../../src/files/publish.ts';

/** Large enough that a kill finds them half written. */
const SIZES = { 'plan.pdf': 400_000, 'budget.xlsx': 50_000, 'targets.xlsx': 90_000 };

const folder = process.argv[2];
if (folder === undefined) throw new Error('which folder?');
for (let round = 0; ; round++) {
  const files = Object.entries(SIZES).map(([name, size]) => ({
    name,
    bytes: new TextEncoder().encode(`${round},`.repeat(size / 4)),
  }));
  const { value } = await publishFiles(folder, files, folder);
  if (value === undefined) throw new Error('cannot be published');
  if (round === 0) process.stdout.write('ready\n');
}
