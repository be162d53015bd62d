// `npm run measure:adopt`: publications of which the plan is known, as extracted text and as files for 한글 -> how far what is adopted from them is that
// plan, and what is applied to tables of chance; exit code 1 beyond a bound.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { adoptDocument } from '../../src/commands/adopt-document.ts';
import { build } from '../../src/commands/build.ts';
import { composeTyped, prepare } from '../../src/commands/prepare.ts';
import type { SourceFolder, Sources } from '../../src/commands/sources.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { diceOf } from '../fuzz/dice.ts';
import { compareProgrammes, type ProgrammeCounts } from './adopted-programme.ts';
import { compareRelations, type RelationCounts } from './adopted-relations.ts';
import { type Composed, compareTables, type TableCounts } from './adopted-tables.ts';
import { BOUNDS } from './bounds.ts';

const folders = { working: process.cwd(), program: PROGRAM_FOLDER };
const BUNDLED = path.join(PROGRAM_FOLDER, 'data/incheon-seogu-2023');
const EXTRACTED = path.join(import.meta.dirname, 'adopt/incheon-seogu-2023.txt');
const OTHERS = ['county-2026', 'province-2026', 'guro-2027'] as const;
/** Plans of random numbers, and of small ones. */
const NULL_PLANS = 10;
const tell =
  process.env.TOLD === undefined ? () => {} : (line: string) => process.stdout.write(`  ${line}\n`);

let isBeyond = false;
function bound(what: string, value: number, limit: number, isLeast: boolean): string {
  const beyond = isLeast ? value < limit : value > limit;
  isBeyond ||= beyond;
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(3);
  return `${what} ${shown}${beyond ? ` (bound ${limit})` : ''}`;
}

async function sourcesOf(folder: string): Promise<Sources> {
  const read = await readSources(folder, folders, { fonts: true });
  if (read.value === undefined) throw new Error(folder);
  return read.value;
}

function composed(plan: SourceFolder, templates: SourceFolder): Composed {
  const prepared = prepare({ plan, templates }, { edition: 0 });
  const { value: document } = composeTyped(prepared);
  if (!prepared.plan || !prepared.revised || !document) throw new Error(plan.displayRoot);
  return { plan: prepared.plan, book: prepared.revised.typed, document };
}

async function hwpxOf(sources: Sources): Promise<Uint8Array> {
  const made = await build(sources, ['hwpx'], undefined, undefined, { edition: 0, proof: false });
  const [file] = made.files;
  if (file === undefined) throw new Error('no plan.hwpx');
  return file.bytes;
}

type Adopted = NonNullable<ReturnType<typeof adoptDocument>['value']>;

interface Measured {
  readonly lost: number;
  readonly questions: number;
  readonly tables: TableCounts;
  readonly programme: ProgrammeCounts;
  readonly relations: RelationCounts;
}

const NOTHING = { files: [] };

function filesOf(plan: Pick<Adopted, 'files'>): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  return new Map(plan.files.map(({ name, bytes }) => [name, decoder.decode(bytes)]));
}

function measured(name: string, bytes: Uint8Array, truth: Composed, templates: SourceFolder): Measured {
  const made = adoptDocument({ name, bytes }, { path: '/made', shown: 'made' }, templates);
  if (made.value === undefined) throw new Error(`${name}: ${made.diagnostics[0]?.message}`);
  for (const { message } of made.diagnostics) tell(message);
  const plan = composed({ displayRoot: 'made', files: filesOf(made.value) }, templates);
  const tables = compareTables(truth, plan, tell);
  return {
    lost: made.diagnostics.filter(({ rule }) => rule === 'lost-text').length,
    questions: made.value.questions.length,
    tables,
    programme: compareProgrammes(truth, plan, tell),
    relations: compareRelations(truth, plan, tables.addresses, tell),
  };
}

function say(
  name: keyof typeof BOUNDS.adopt.shares,
  { lost, questions, tables: t, programme: p, relations: r }: Measured,
): void {
  const limits = { ...BOUNDS.adopt, ...BOUNDS.adopt.shares[name] };
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  process.stdout.write(
    [
      `${name === 'text' ? 'incheon-seogu-2023 as extracted text' : `${name} as its own hwpx`}: ${bound('lost', lost, limits.lost, false)}, ${questions} questions`,
      `  tables ${t.tables}: ${bound('cells', share(t.cells, t.tables), limits.cells, true)}, ${bound('spans', share(t.spans, t.tables), limits.spans, true)}, texts ${t.texts}; numbers ${t.numbers}: ${bound('placed', share(t.placed, t.numbers), limits.placed, true)}, ${bound('units', share(t.units, t.numbers), limits.units, true)}`,
      `  relations of tables ${r.relations}: ${bound('recall', share(r.found, r.relations), limits.recall, true)}, applied ${r.applied} (${r.right} as the plan has them, ${r.beside} others that its numbers bear out), ${bound('precision', share(r.right + r.beside, r.applied), limits.precision, true)}; numbers in texts tied ${r.tied}, ${bound('precision', share(r.tiedRight, r.tied), limits.tied, true)}`,
      `  programme ${p.strategies}/${p.tasks}/${p.projects}: names ${p.named}; grids ${p.sameGrid}/${p.grid}, ${bound('funding', share(p.sameFunding, p.funding), limits.funding, true)}, targets ${p.sameTargets}/${p.targets}; phases ${p.samePhases}/${p.phases}, ${bound('months', share(p.months, p.phases), limits.months, true)}`,
      '',
    ].join('\n'),
  );
}

/** Tables of chance: every number by one of as many digits, or all by small ones; nothing is to be applied. */
function nullTest(
  what: string,
  source: string,
  number: (typed: string, dice: ReturnType<typeof diceOf>) => string,
  templates: SourceFolder,
): void {
  let relations = 0;
  for (let seed = 0; seed < NULL_PLANS; seed++) {
    const dice = diceOf(seed);
    const text = source
      .split('\n')
      .map((line) =>
        line.includes('\t')
          ? line.replaceAll(/(?<![\d'’.])\d[\d,]*(?:\.\d+)?(?![\d년세~]|\s?~)/g, (typed) =>
              number(typed, dice),
            )
          : line,
      )
      .join('\n');
    const made = adoptDocument(
      { name: 'chance', bytes: new TextEncoder().encode(text) },
      { path: '/made', shown: 'made' },
      templates,
    );
    for (const [name, file] of filesOf(made.value ?? NOTHING))
      if (name.startsWith('statistics/'))
        relations += (file.split('\nrelations:\n')[1]?.match(/^ {2}'/gm) ?? []).length;
  }
  process.stdout.write(
    `${what}, ${NULL_PLANS} plans: ${bound('relations applied', relations, BOUNDS.adopt.chance, false)}\n`,
  );
}

const bundled = await sourcesOf(BUNDLED);
const { templates } = bundled;
const extracted = readFileSync(EXTRACTED);
const truth = composed(bundled.plan, templates);
say('text', measured('text', extracted, truth, templates));
say('incheon-seogu-2023', measured('hwpx', await hwpxOf(bundled), truth, templates));
for (const name of OTHERS) {
  const sources = await sourcesOf(path.join(PROGRAM_FOLDER, 'test/plans', name));
  say(name, measured('hwpx', await hwpxOf(sources), composed(sources.plan, templates), templates));
}
const digits = (typed: string, dice: ReturnType<typeof diceOf>) =>
  typed.replaceAll(/\d/g, (_, at: number) => String(dice.below(at === 0 ? 9 : 10) + (at === 0 ? 1 : 0)));
nullTest('random numbers', extracted.toString('utf8'), digits, templates);
nullTest('small integers', extracted.toString('utf8'), (_, dice) => String(1 + dice.below(20)), templates);
process.exitCode = isBeyond ? 1 : 0;
