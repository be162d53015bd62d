// A plan with an author's fault -> exit code 3, the fault's place and right form, and the earlier output untouched.
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/cli/report.ts';
import { build } from '../../src/commands/build.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import { bundledSources } from '../check/edited-plan.ts';
import { bundledPlan } from '../commands/bundled-plan.ts';
import { KEPT } from '../kept.ts';
import { FAULTS, type Fault } from './faults.ts';
import { contentsOf, emptyFolder, runHere } from './run-iljari.ts';
import { writeSmallPlan } from './write-small-plan.ts';

let folder: string;
let earlier: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = await emptyFolder();
  await writeSmallPlan(path.join(folder, 'good'));
  const ended = await runHere(['build', 'good', '--out', 'earlier'], { folder });
  expect(ended).toMatchObject({ code: 0 });
  earlier = await contentsOf(path.join(folder, 'earlier'));
  expect([...earlier.keys()]).toEqual(['budget.xlsx', 'figures.json', 'plan.pdf', 'targets.xlsx']);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds a copy of the plan after the edit, over a copy of the earlier output, and returns what was said. */
async function buildAfter(edit: (plan: string) => Promise<void>): Promise<string> {
  await Promise.all(
    ['plan', 'out'].map((name) => rm(path.join(folder, name), { recursive: true, force: true })),
  );
  await writeSmallPlan(path.join(folder, 'plan'));
  await cp(path.join(folder, 'earlier'), path.join(folder, 'out'), { recursive: true });
  await edit(path.join(folder, 'plan'));
  const { code, stdout, stderr } = await runHere(['build', 'plan', '--out', 'out'], { folder });
  expect({ code, stdout }, stderr).toEqual({ code: 3, stdout: '' });
  expect(await contentsOf(path.join(folder, 'out'))).toEqual(earlier);
  return stderr;
}

/** What a build in this process says of the plan with the faults: quicker than a process of its own. */
async function saidOf(faults: readonly Fault[]): Promise<string> {
  const sources = await bundledSources();
  const files = new Map(sources.plan.files);
  for (const fault of faults) files.set(fault.file, faulty(files.get(fault.file) ?? '', fault));
  const plan = { displayRoot: 'plan', kept: KEPT, files };
  const composed = await build({ ...sources, plan }, []);
  // Few faults show as late as when a file is made.
  const built = hasErrors(composed.diagnostics)
    ? composed
    : await build({ ...sources, plan, fonts: (await bundledPlan()).sources.fonts }, ['pdf']);
  expect(built.files).toEqual([]);
  return built.diagnostics.map(formatDiagnostic).join('\n');
}

function faulty(text: string, { from, to }: Fault): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

/** How the line that tells the fault must look. */
async function lineAbout(fault: Fault): Promise<RegExp> {
  const { file, to, rule, at } = fault;
  const text = faulty((await bundledSources()).plan.files.get(file) ?? '', fault);
  const found = text.indexOf(at ?? to.split('\n')[0] ?? to);
  expect(found).toBeGreaterThanOrEqual(0);
  return lineOf(`plan/${file}:${text.slice(0, found).split('\n').length}`, rule);
}

function lineOf(place: string, rule: string): RegExp {
  return new RegExp(`^${place.replaceAll('.', '\\.')}:\\d+  오류 ${rule}  \\S.*\\(바른 형식: \\S.*\\)`, 'm');
}

test.each(FAULTS)('$name', async (fault) => {
  expect(await saidOf([fault])).toMatch(await lineAbout(fault));
});

test.each([
  [['an unknown key', 'a leading zero', 'YAML that does not parse']],
  [['a leading zero', 'a relation to nothing in the free figures', 'an unknown marker']],
  // A whole file is lost; the templates are looked at all the same.
  [['an unknown key', 'a leading zero', 'an unknown marker']],
])('three faults in three files are told in one run: %j', async (names) => {
  const faults = FAULTS.filter(({ name }) => names.includes(name));
  expect(new Set(faults.map(({ file }) => file)).size).toBe(3);
  const said = await saidOf(faults);
  for (const fault of faults) expect(said).toMatch(await lineAbout(fault));
});

test('what may stand in a lost file is not missed elsewhere', async () => {
  const said = await buildAfter((plan) => writeFile(path.join(plan, 'notes.yaml'), 'a: [\n'));
  expect(said.match(/ 오류 /g)).toHaveLength(1);
  expect(said).toMatch(lineOf('plan/notes.yaml:2', 'yaml-syntax'));
});

test('a file that is not UTF-8', async () => {
  const said = await buildAfter((plan) =>
    writeFile(path.join(plan, 'names.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0x62, 0x0a, 0xb0, 0xa1])),
  );
  expect(said).toMatch(lineOf('plan/names.yaml:2', 'not-utf8'));
});

test('a plan folder that is not there', async () => {
  const said = await buildAfter((plan) => rm(plan, { recursive: true }));
  expect(said).toMatch(lineOf('plan:1', 'missing-file'));
});

test('a plan folder without plan.yaml', async () => {
  const said = await buildAfter((plan) => rm(path.join(plan, 'plan.yaml')));
  expect(said).toMatch(lineOf('plan/plan.yaml:1', 'missing-file'));
});

test('an output folder below a regular file', async () => {
  await writeFile(path.join(folder, 'file'), '그대로');
  const ended = await runHere(['build', 'good', '--out', 'file/out'], { folder });
  expect(ended).toMatchObject({ code: 3, stdout: '' });
  expect(ended.stderr).toMatch(lineOf('file/out:1', 'unwritable-folder'));
  expect(await readFile(path.join(folder, 'file'), 'utf8')).toBe('그대로');
});
