// `npm run measure:test-mutants [-- COUNT [SEED [FOLDER]]]`: small changes of src, COUNT in each of four folders -> the share that a test notices; exit
// code 1 below the bound. Tests of the phase are asked first, and quick ones.
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import {
  isArrowFunction,
  isBlock,
  isConstructorDeclaration,
  isFunctionDeclaration,
  isFunctionExpression,
  isGetAccessorDeclaration,
  isMethodDeclaration,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { diceOf } from '../fuzz/dice.ts';
import { BOUNDS } from './bounds.ts';
import type { Edits } from './edited-source.ts';
import { type Mutation, mutationsOf } from './mutations.ts';
import type { Reached } from './reach.ts';

const [count = 40, seed = 0] = process.argv.slice(2, 4).map(Number);
const FOLDERS = ['figure', 'files', 'revise/import', 'check/relations'].filter(
  (folder) => process.argv[4] === undefined || folder === process.argv[4],
);
/** Where their tests are: what has no test in its own folder has it where it is used. */
const PHASES = [
  'test/figure/',
  'test/files/',
  'test/files.test.ts',
  'test/plan/',
  'test/revise/',
  'test/check/',
];
/** Of the tests that would run for one change, in milliseconds as they took for the map: the quickest ones, those of the same phase first. */
const MOST_TESTED = 60_000;
/** In milliseconds: far above what those take, so that only what does not end is stopped. */
const MOST_TIME = 400_000;

interface Probe {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}
interface Site extends Mutation {
  readonly folder: string;
  readonly file: string;
  /** Of the function it stands in; undefined for what runs when the file is loaded. */
  readonly probe: number | undefined;
}

const work = mkdtempSync(path.join(tmpdir(), 'iljari-test-mutants-'));
const probes: Probe[] = [];
const probed: Record<string, Edits[string]> = {};
const ofFile = new Map<string, readonly Probe[]>();
const sites: Site[] = [];

const api = new API({ cwd: PROGRAM_FOLDER });
const [project] = api
  .updateSnapshot({ openProject: path.join(PROGRAM_FOLDER, 'tsconfig.json') })
  .getProjects();
for (const file of [...(project?.rootFiles ?? [])].sort()) {
  const folder = FOLDERS.find((one) => file.includes(`/src/${one}/`));
  const source = folder === undefined ? undefined : project?.program.getSourceFile(file);
  if (folder === undefined || source === undefined) continue;
  const own = functionsOf(source);
  ofFile.set(file, own.probes);
  probed[file] = own.edits;
  for (const mutation of mutationsOf(source)) {
    const around = own.probes.filter(({ from, to }) => from <= mutation.from && mutation.to <= to);
    const inner = around.toSorted((a, b) => a.to - a.from - (b.to - b.from))[0];
    sites.push({ ...mutation, folder, file, probe: inner?.number });
  }
}
api.close();

/** A probe at the beginning of each function's body. */
function functionsOf(source: SourceFile): {
  readonly probes: readonly Probe[];
  readonly edits: Edits[string];
} {
  const own: Probe[] = [];
  const edits: { readonly from: number; readonly to: number; readonly after: string }[] = [];
  const visit = (node: Node): void => {
    if (
      isArrowFunction(node) ||
      isFunctionDeclaration(node) ||
      isFunctionExpression(node) ||
      isMethodDeclaration(node) ||
      isGetAccessorDeclaration(node) ||
      isConstructorDeclaration(node)
    ) {
      const { body } = node;
      if (body !== undefined) {
        const number = probes.length;
        const probe = { number, from: node.getStart(source), to: node.end };
        probes.push(probe);
        own.push(probe);
        const hit = `globalThis.reached?.add(${number})`;
        const from = body.getStart(source);
        if (isBlock(body)) edits.push({ from: from + 1, to: from + 1, after: `${hit};` });
        else edits.push({ from, to: from, after: `(${hit},` }, { from: body.end, to: body.end, after: ')' });
      }
    }
    node.forEachChild((child) => visit(child));
  };
  visit(source);
  return { probes: own, edits: edits.toSorted((a, b) => a.from - b.from) };
}

/** Whether all those test files pass with the edits in the sources; 'endless' where they do not come to an end. */
function tested(
  name: string,
  edits: Edits,
  tests: readonly string[],
  reach?: string,
): Promise<'pass' | 'fail' | 'endless'> {
  const file = path.join(work, `${name}.json`);
  writeFileSync(file, JSON.stringify(edits));
  const given = ['run', '--config', 'test/measure/edited-source.ts', '--silent', '--reporter=dot'];
  const vitest = path.join(PROGRAM_FOLDER, 'node_modules/vitest/vitest.mjs');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [vitest, ...given, ...(reach === undefined ? ['--bail=1'] : []), ...tests],
      {
        cwd: PROGRAM_FOLDER,
        env: { ...process.env, EDITS: file, ...(reach !== undefined && { REACH: reach }) },
        maxBuffer: 1 << 28,
        killSignal: 'SIGKILL',
        ...(reach === undefined && { timeout: MOST_TIME }),
      },
      (error) => resolve(error === null ? 'pass' : error.killed ? 'endless' : 'fail'),
    );
  });
}

/** Which functions each test file goes through. */
async function reachOf(): Promise<readonly Reached[]> {
  const folder = process.env.REACH_FOLDER ?? path.join(work, 'reach');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    await tested('map', probed, PHASES, folder);
  }
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
}

const reached = await reachOf();
process.stdout.write(`${sites.length} changes; ${reached.length} test files reach the folders\n`);

function testsFor({ file, folder, probe }: Site): readonly string[] {
  const wanted = new Set(probe === undefined ? ofFile.get(file)?.map(({ number }) => number) : [probe]);
  const own = `/test/${folder.split('/')[0]}/`;
  const tests = reached
    .filter(({ probes }) => probes.some((one) => wanted.has(one)))
    .sort((a, b) => Number(b.test.includes(own)) - Number(a.test.includes(own)) || a.time - b.time);
  let time = 0;
  return tests
    .filter((one) => {
      time += one.time;
      return time <= MOST_TESTED || one === tests[0];
    })
    .map(({ test }) => test);
}

const came = new Map(FOLDERS.map((folder) => [folder, { changed: 0, noticed: 0 }]));
const dice = diceOf(seed);
const chosen = FOLDERS.flatMap((folder) => {
  const left = sites.filter((site) => site.folder === folder);
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(dice.below(left.length), 1),
  ).flat();
});

async function judge(number: number): Promise<void> {
  for (let at = number; at < chosen.length; at += availableParallelism()) {
    const site = chosen[at];
    const tally = came.get(site?.folder ?? '');
    if (site === undefined || tally === undefined) continue;
    const tests = testsFor(site);
    const edit = { [site.file]: [site] };
    const verdict = tests.length === 0 ? 'unreached' : await tested(`${at}`, edit, tests);
    tally.changed += 1;
    if (verdict === 'fail' || verdict === 'endless') tally.noticed += 1;
    else {
      const [before, after] = [site.before, site.after].map((text) =>
        text.replaceAll(/\s+/g, ' ').slice(0, 60),
      );
      const where = `${path.relative(PROGRAM_FOLDER, site.file)}:${site.line}`;
      process.stdout.write(`survives ${where} ${before} -> ${after} (${tests.length} test files)\n`);
    }
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, (_, number) => judge(number)));
rmSync(work, { recursive: true });
let below = false;
for (const [folder, { changed, noticed }] of came) {
  const share = noticed / changed;
  if (share < BOUNDS.testMutants.noticed) below = true;
  process.stdout.write(`${folder}: ${noticed} of ${changed} noticed (${(share * 100).toFixed(0)} %)\n`);
}
process.exitCode = below ? 1 : 0;
