// The folder of a plan and its id -> whether its output folder has the files of another plan, and the list that says so from then on.
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, fileFault } from '../diagnostic.ts';
import { DISK } from './file-system.ts';
import { displayPath } from './place.ts';
import { publishFiles } from './publish.ts';

const OUTPUT = 'output';
/** By the plan's id, the folder it was built from last, as it is reached from the output folder. */
const LIST = 'plans.json';

/**
 * The fault `other-plan` where the files in `output/<id>` were made of another plan's folder that is still a plan: two of one id would
 * overwrite each other's. A plan that was moved, or whose files are gone, is no other.
 */
export async function otherPlan(plan: string, id: string, working: string): Promise<Diagnostic | undefined> {
  const output = path.resolve(working, OUTPUT);
  const held = (await listOf(output)).get(id);
  if (held === undefined) return undefined;
  const other = path.resolve(output, held);
  const isThere = async (file: string, kind: 'file' | 'folder') =>
    (await DISK.kindOf(file).catch(() => undefined)) === kind;
  if (
    !(await isThere(path.join(output, id), 'folder')) ||
    !(await isThere(path.join(other, 'plan.yaml'), 'file'))
  )
    return undefined;
  if ((await real(other)) === (await real(plan))) return undefined;
  const shown = displayPath(other, working);
  return fileFault(
    'other-plan',
    displayPath(path.join(output, id), working),
    `id가 같은 다른 계획으로 만든 파일이 있습니다: ${shown}`,
    `두 계획의 plan.yaml에 서로 다른 id를 적거나 --out으로 다른 폴더를 정합니다. 그 파일이 필요 없으면 ${displayPath(path.join(output, id), working)} 폴더를 지웁니다.`,
  );
}

/** From now on the plan's. A list that cannot be written is no reason to keep what was built back. */
export async function holdOutput(plan: string, id: string, working: string): Promise<void> {
  const output = path.resolve(working, OUTPUT);
  const list = await listOf(output);
  const folder = path.relative(output, plan).split(path.sep).join('/');
  if (list.get(id) === folder) return;
  const all = Object.fromEntries([...list, [id, folder] as const].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const bytes = new TextEncoder().encode(`${JSON.stringify(all, undefined, 2)}\n`);
  await publishFiles(output, [{ name: LIST, bytes }], 'replace', working);
}

/** What is no such list says nothing. */
async function listOf(output: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path.join(output, LIST), 'utf8').catch(() => '{}');
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return new Map();
    return new Map(
      Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return new Map();
  }
}

function real(folder: string): Promise<string> {
  return realpath(folder).catch(() => folder);
}
