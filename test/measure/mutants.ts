// `npm run measure:mutants [-- COUNT [SEED [PLACE]]]`: small changes of src/write that alter a finished file -> whether the proof tells; exit code 1
// where it is silent beyond the list of those that harm nobody. PLACE: a part of `file:line`, to look at some again.
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serialize } from 'node:v8';
import type { Plugin } from 'esbuild';
import { API } from 'typescript/unstable/sync';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { PLAN_FOLDER } from '../commands/bundled-plan.ts';
import { diceOf } from '../fuzz/dice.ts';
import { PLANS } from '../plan-format/plan-folders.ts';
import { CASES } from '../revise/revised-plan.ts';
import { documentOf } from '../write/pdf/documents.ts';
import { randomDraft } from '../write/pdf/random-author.ts';
import { BOUNDS } from './bounds.ts';
import { compileInto, measuringFolder } from './compiled.ts';
import { harmlessReason } from './harmless-mutants.ts';
import type { Probed } from './mutant-probe.ts';
import { type Mutation, mutated, mutationsOf } from './mutations.ts';

const [count = 30, seed = 0] = process.argv.slice(2, 4).map(Number);
const place = process.argv[4] ?? '';
/** In milliseconds: far above what a build takes; what does not end is noticed by anyone. */
const MOST_TIME = 180_000;

interface Site extends Mutation {
  readonly file: string;
}

const folder = measuringFolder('mutants');
const drafts = path.join(folder, 'drafts');
writeFileSync(
  drafts,
  serialize(
    [3, 4, 5].map((draft) => documentOf(randomDraft(draft, 11).blocks, randomDraft(draft, 11).notes)),
  ),
);

// What is marked, ended and compared stands in no plan without editions.
const revised = path.join(folder, 'revised');
cpSync(path.join(PLANS, 'revised'), revised, { recursive: true });
cpSync(path.join(CASES, 'three-in-a-row/editions'), path.join(revised, 'editions'), { recursive: true });

const api = new API({ cwd: PROGRAM_FOLDER });
const [project] = api
  .updateSnapshot({ openProject: path.join(PROGRAM_FOLDER, 'tsconfig.json') })
  .getProjects();
const sites = [...(project?.rootFiles ?? [])]
  .filter((name) => /\/src\/write\/.*(?<!\.d)\.ts$/.test(name))
  .sort()
  .flatMap((file): Site[] => {
    const source = project?.program.getSourceFile(file);
    return source === undefined ? [] : mutationsOf(source).map((mutation) => ({ ...mutation, file }));
  })
  .filter(({ file, line }) => `${file}:${line}:`.includes(place));
api.close();

/** Compiles with one file changed and runs the probe; undefined where it does not come to an end. */
async function probe(site?: Site): Promise<Probed | undefined> {
  const swap: Plugin = {
    name: 'mutation',
    setup: ({ onLoad }) =>
      onLoad({ filter: /[\\/]src[\\/]write[\\/].*\.ts$/ }, ({ path: file }) =>
        file === site?.file
          ? { contents: mutated(readFileSync(file, 'utf8'), site), loader: 'ts' as const }
          : undefined,
      ),
  };
  const outdir = await compileInto(
    folder,
    { probe: 'test/measure/mutant-probe.ts', 'chart-thread': 'src/draw/chart-thread.ts' },
    [swap],
  );
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(outdir, 'probe.js'), drafts, PLAN_FOLDER, revised],
      { timeout: MOST_TIME, maxBuffer: 1 << 26 },
      (error, stdout) => resolve(error === null ? JSON.parse(stdout) : undefined),
    );
  });
}

const sound = await probe();
if (sound === undefined || sound.told.length + sound.proof.length > 0)
  throw new Error(`unchanged it is not sound: ${JSON.stringify(sound)}`);
const dice = diceOf(seed);
const came = {
  'told by the proof': 0,
  'told by the build': 0,
  'the program stops': 0,
  harmless: 0,
  silent: 0,
};
let unseen = 0;
for (let changed = 0; changed < count && sites.length > 0; ) {
  const [site] = sites.splice(dice.below(sites.length), 1);
  if (site === undefined) break;
  const probed = await probe(site).catch(() => undefined);
  if (probed?.digest === sound.digest && probed.told.length + probed.proof.length === 0) {
    unseen += 1;
    continue;
  }
  changed += 1;
  const file = path.relative(PROGRAM_FOLDER, site.file);
  const reason = harmlessReason(file, site);
  const verdict =
    probed === undefined
      ? 'the program stops'
      : probed.proof.length > 0
        ? 'told by the proof'
        : probed.told.length > 0
          ? 'told by the build'
          : reason !== undefined
            ? 'harmless'
            : 'silent';
  came[verdict] += 1;
  const rules = probed === undefined ? '' : [...probed.proof, ...probed.told].slice(0, 3).join(', ');
  const what = `${site.before.replaceAll(/\s+/g, ' ').slice(0, 60)} -> ${site.after.replaceAll(/\s+/g, ' ').slice(0, 60)}`;
  process.stdout.write(`${verdict.padEnd(18)} ${file}:${site.line} ${what}  ${rules}${reason ?? ''}\n`);
}
rmSync(folder, { recursive: true });
process.stdout.write(
  `${count} changes that alter a file (${unseen} that do not were passed over): ${JSON.stringify(came)}\n`,
);
process.exitCode = came.silent > BOUNDS.mutants.silent ? 1 : 0;
