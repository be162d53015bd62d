// Plans' names, one after another -> their finished files, on a thread of its own: what one build has loaded serves the next.
import { parentPort, workerData } from 'node:worker_threads';
import { nothingKept } from '../commands/sources.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type ChartDrawer, openChartDrawer } from '../draw/chart-drawer.ts';
import { PROGRAM_FOLDER, readFonts } from '../files.ts';
import { crashExit, crashText } from './crash.ts';
import { EXIT } from './exit-code.ts';
import { warnLines } from './print.ts';
import { type BuildOptions, type BuildRun, buildPlan } from './run-build.ts';
import { silenceOthers } from './silence.ts';
import type { CommandData } from './terminal.ts';

/** What the thread is begun with: the command line as it was typed, for who has to be told of a crash. */
export interface BuildThreadData extends CommandData {
  readonly args: readonly string[];
}

/** What the thread is told: a plan to build, or the answer to its claim. */
export type BuildOrder =
  | { readonly plan: string; readonly options: BuildOptions }
  | { readonly refused: Diagnostic | undefined };

/** What it tells beside what it prints: that it wants to write in `output/<id>`, what it is doing, or what came of a build. */
export type BuildWord =
  | { readonly claim: { readonly folder: string; readonly id: string } }
  | { readonly phase: string }
  | { readonly run: BuildRun };

const port = parentPort;
if (port === null) throw new Error('no thread of its own');
const { args } = workerData as BuildThreadData;
const tell = (word: BuildWord): void => port.postMessage(word);
const folders = { working: process.cwd(), program: PROGRAM_FOLDER };
const kept = nothingKept();
let drawer: ChartDrawer | undefined;
let fonts: ReadonlyMap<string, Uint8Array> | undefined;
let answer: ((refused: Diagnostic | undefined) => void) | undefined;

silenceOthers();
port.on('message', (order: BuildOrder) => {
  if ('plan' in order) void serve(order.plan, order.options);
  else answer?.(order.refused);
});

async function serve(plan: string, options: BuildOptions): Promise<void> {
  const run = await buildHere(plan, options);
  // What a plan that failed may have left undone is not the next one's to wait for.
  if (run.exit !== EXIT.done) {
    await drawer?.close();
    drawer = undefined;
  }
  tell({ run });
}

async function buildHere(plan: string, options: BuildOptions): Promise<BuildRun> {
  try {
    drawer ??= openChartDrawer();
    const read = fonts === undefined ? await readFonts(folders) : undefined;
    // Fonts that cannot all be read are told of with each plan.
    if (read?.value !== undefined && read.diagnostics.length === 0) fonts = read.value;
    return await buildPlan(plan, options, {
      drawer,
      kept,
      ...(fonts !== undefined && { fonts }),
      onPhase: (phase) => tell({ phase }),
      claim: (folder, id) =>
        new Promise((resolve) => {
          answer = resolve;
          tell({ claim: { folder, id } });
        }),
    });
  } catch (error) {
    warnLines(await crashText(error, { args, subject: plan }));
    return { exit: crashExit(error), remarks: [], lines: [], diagnostics: [] };
  }
}
