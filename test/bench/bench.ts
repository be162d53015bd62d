// The bundled plan, built cold by our program and by stock pdfmake in turn -> a table of times and memory. Asserts nothing.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { bundledPlan } from '../commands/bundled-plan.ts';
import { multiplied } from '../commands/multiplied.ts';
import { stockJob } from './stock-definition.ts';
import { workbookTimes } from './workbooks.ts';

const PHASES = ['startup', 'loading', 'reading', 'composing', 'charts', 'layout', 'rendering', 'writing'];
const DEFAULT_RUNS = 7;
const TENFOLD = 10;

interface Run {
  /** From before the process starts until it has ended, in ms. */
  readonly time: number;
  /** What the process said of itself, by name: ms, and MB for `peak memory`. */
  readonly told: ReadonlyMap<string, number>;
}

const asked = Number(process.argv[2] ?? DEFAULT_RUNS);
const runs = Number.isInteger(asked) && asked > 0 ? asked : DEFAULT_RUNS;
const folder = await mkdtemp(path.join(tmpdir(), 'iljari-bench-'));
try {
  const job = path.join(folder, 'stock.json');
  await writeFile(job, JSON.stringify(stockJob((await bundledPlan()).document)));
  const dist = path.join(PROGRAM_FOLDER, 'dist');
  buildSync({
    entryPoints: [path.join(PROGRAM_FOLDER, 'test/bench/stock.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outfile: path.join(dist, 'bench-stock.js'),
  });

  const stockFile = path.join(folder, 'stock.pdf');
  const ours: Run[] = [];
  const stock: Run[] = [];
  const untagged: Run[] = [];
  const pressed: Run[] = [];
  // In turn, so that a busy moment of the machine meets both.
  for (let index = 0; index < runs; index++) {
    const build = ['build', '--only', 'pdf', '--no-proof', '--timings', '--out'];
    ours.push(run(path.join(dist, 'cli.js'), [...build, folder]));
    untagged.push(run(path.join(dist, 'cli.js'), [...build, path.join(folder, 'untagged'), '--untagged']));
    pressed.push(run(path.join(dist, 'cli.js'), [...build, path.join(folder, 'pressed'), '--print']));
    stock.push(run(path.join(dist, 'bench-stock.js'), [job, path.join(PROGRAM_FOLDER, 'fonts'), stockFile]));
  }

  const oursTimes = ours.map(({ time }) => time);
  const stockTimes = stock.map(({ time }) => time);
  const sizes = await Promise.all(
    [path.join(folder, 'plan.pdf'), stockFile].map(async (file) => (await stat(file)).size),
  );
  print(`cold runs of each: ${runs}`);
  print('', 'minimum', 'median', 'maximum', 'peak memory', 'PDF size');
  print('iljari', ...summary(oursTimes), peak(ours), `${((sizes[0] ?? 0) / 1024).toFixed(0)} KB`);
  print('stock pdfmake', ...summary(stockTimes), peak(stock), `${((sizes[1] ?? 0) / 1024).toFixed(0)} KB`);
  print(`ratio of medians: ${(median(oursTimes) / median(stockTimes)).toFixed(2)} (wanted: at most 0.50)`);
  const bare = median(untagged.map(({ time }) => time));
  const printing = median(pressed.map(({ time }) => time));
  print('untagged, tagged, with the press file:', ms(bare), ms(median(oursTimes)), ms(printing));
  print(`ratio of tagged to untagged: ${(median(oursTimes) / bare).toFixed(2)} (wanted: at most 1.40)`);
  print(`ratio with the press file: ${(printing / bare).toFixed(2)} (wanted: at most 1.80)`);
  const bareSize = (await stat(path.join(folder, 'untagged/plan.pdf'))).size;
  print(`size of tagged to untagged: ${((sizes[0] ?? 0) / bareSize).toFixed(2)} (wanted: at most 2)`);
  print(`iljari's peak memory: ${peak(ours)} (wanted: at most 300 MB)`);
  const tenfold = await multipliedPlan(folder, TENFOLD);
  const single = await multipliedPlan(folder, 1);
  const many: number[] = [];
  const one: number[] = [];
  for (let index = 0; index < Math.min(runs, 3); index++) {
    for (const [plan, times] of [
      [single, one],
      [tenfold, many],
    ] as const) {
      const args = [
        'build',
        plan,
        '--only',
        'pdf',
        '--no-proof',
        '--timings',
        '--out',
        path.join(folder, 'many'),
      ];
      times.push(run(path.join(dist, 'cli.js'), args).time);
    }
  }
  print(`the plan with ${TENFOLD} times its task sheets:`, ms(median(one)), ms(median(many)));
  print(`ratio of medians: ${(median(many) / median(one)).toFixed(2)} (wanted: at most ${TENFOLD + 1})`);
  const workbooks = await workbookTimes(runs);
  print('both workbooks, and exceljs directly:', ms(median(workbooks.ours)), ms(median(workbooks.direct)));
  print(
    `ratio of medians: ${(median(workbooks.ours) / median(workbooks.direct)).toFixed(2)} (wanted: at most 2)`,
  );
  for (const [name, only] of [
    ['--only pdf', ['--only', 'pdf']],
    ['everything', []],
  ] as const) {
    // The proof's share of the build it ends, told by the same runs: nothing but the proof differs.
    const proven = Array.from({ length: runs }, () =>
      run(path.join(dist, 'cli.js'), ['build', ...only, '--timings', '--out', path.join(folder, 'proven')]),
    );
    const proof = median(proven.map(({ told }) => told.get('proof') ?? 0));
    const rest = median(proven.map(({ time, told }) => time - (told.get('proof') ?? 0)));
    const share = ((proof / rest) * 100).toFixed(0);
    print(`proof of ${name}: ${ms(proof)} on ${ms(rest)}, ${share} % (wanted: at most 40 %)`);
  }
  print("medians of iljari's phases:");
  for (const phase of PHASES) print(`  ${phase}`, ms(median(ours.map(({ told }) => told.get(phase) ?? 0))));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Writes the bundled plan with its task sheets multiplied, and gives its folder. */
async function multipliedPlan(folder: string, factor: number): Promise<string> {
  const plan = path.join(folder, `sheets-${factor}`);
  for (const [name, text] of multiplied((await bundledPlan()).sources.plan.files, factor)) {
    const file = path.join(plan, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return plan;
}

/** Runs a script in a new Node process; throws when it fails. */
function run(script: string, args: readonly string[]): Run {
  const since = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: PROGRAM_FOLDER,
    encoding: 'utf8',
  });
  const time = performance.now() - since;
  if (status !== 0) throw new Error(`${path.basename(script)} ended with ${status}: ${stderr}`);
  const told = [...stdout.matchAll(/^([^\t\n]+)\t([\d.]+) (?:ms|MB)$/gm)];
  return { time, told: new Map(told.map(([, name = '', value]) => [name, Number(value)])) };
}

function summary(times: readonly number[]): string[] {
  return [Math.min(...times), median(times), Math.max(...times)].map(ms);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function peak(of: readonly Run[]): string {
  return `${Math.max(...of.map(({ told }) => told.get('peak memory') ?? 0)).toFixed(0)} MB`;
}

function print(first: string, ...cells: readonly string[]): void {
  process.stdout.write(
    `${[first.padEnd(14), ...cells.map((cell) => cell.padStart(12))].join('').trimEnd()}\n`,
  );
}
