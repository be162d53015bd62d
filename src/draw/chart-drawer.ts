// Chart specs -> drawings, on a thread of their own when the compiled program runs: Vega loads and draws while the
// plan is read and laid out (measured on two cores: a quarter of a cold build).
import { Worker } from 'node:worker_threads';
import type { Theme } from '../document/theme.ts';
import { ChartDataFault } from './chart-fault.ts';
import type { ChartDrawing } from './chart-ops.ts';
import { type ThreadLimits, tooLarge, watchThread } from './thread-watch.ts';
import { Turns } from './turns.ts';

type ChartSpec = Readonly<Record<string, unknown>>;

/** Draws charts until it is closed. */
export interface ChartDrawer {
  /** Measures text in these fonts (files by name). Rejects when the spec cannot be drawn, with the reason. */
  draw(spec: ChartSpec, theme: Theme, fonts: Fonts): Promise<ChartDrawing>;
  close(): Promise<void>;
}

type Fonts = ReadonlyMap<string, Uint8Array>;

/** What the thread is asked, and what it answers. The fonts come once, before the first chart. */
export type ChartRequest =
  | { readonly fonts: Fonts }
  | { readonly id: number; readonly spec: ChartSpec; readonly theme: Theme };
export type ChartAnswer =
  | { readonly id: number; readonly drawing: ChartDrawing }
  /** `expected`: of a ChartDataFault, what to do. */
  | { readonly id: number; readonly error: string; readonly expected?: string };
/** The thread's first word, when it has loaded what it needs. */
export interface ChartsReady {
  readonly ready: true;
}

/** The thread's program, beside the compiled one. Run from source there is none, and charts are drawn in place. */
const THREAD = new URL('./chart-thread.js', import.meta.url);

/**
 * What drawing may take, beside the loading of the libraries: a chart is drawn in a tenth of a second and some megabytes. A
 * specification that came by mail can hold an expression that never ends, or that fills the memory.
 */
const LIMITS: ThreadLimits = { processor: 10_000, hang: 600_000, megabytes: 768 };

/**
 * The engine's own limit for the thread's heap, which must not be met: one large allocation beyond it ends the whole program
 * (a list of a thousand million numbers does), and not the thread alone. So the memory is watched from outside.
 */
const HEAP_MEGABYTES = 4096;

/** Opens a drawer; the chart libraries begin to load at once. */
export function openChartDrawer(): ChartDrawer {
  return new URL(import.meta.url).pathname.endsWith('.ts') ? localDrawer() : openThreadDrawer(THREAD);
}

function localDrawer(): ChartDrawer {
  const turns = new Turns();
  return {
    draw: (spec, theme, fonts) =>
      turns.run(async () => {
        const [{ drawChart }, { measureIn }] = await Promise.all([
          import('./draw-chart.ts'),
          import('./chart-measure.ts'),
        ]);
        return drawChart(spec, measureIn(fonts, theme), theme);
      }),
    close: () => Promise.resolve(),
  };
}

/** Draws on a thread that runs `program`. When the thread ends, what it has not drawn is rejected, and all that is asked later. */
export function openThreadDrawer(program: URL, limits: ThreadLimits = LIMITS): ChartDrawer {
  const waiting = new Map<number, { resolve(drawing: ChartDrawing): void; reject(error: Error): void }>();
  const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
  // Whoever closes waits for the end, which an answer that comes meanwhile must not let go by.
  let closing = false;
  /** Ends the thread for the sake of the chart that it works on. */
  const stop = (why: string): void => {
    const [first] = waiting;
    if (first !== undefined) {
      waiting.delete(first[0]);
      first[1].reject(new Error(why));
    }
    end(new Error('앞의 차트가 끝나지 않아 그리지 못했습니다.'));
    void worker.terminate();
  };
  const watch = watchThread(worker, limits, stop);
  /** While anything is waited for. */
  const restart = (): void => (waiting.size === 0 ? watch.end() : watch.restart());
  worker.on('message', (answer: ChartAnswer | ChartsReady) => {
    if ('ready' in answer) return restart();
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('drawing' in answer) asked?.resolve(answer.drawing);
    else asked?.reject(errorOf(answer));
    restart();
    if (waiting.size === 0 && !closing) worker.unref();
  });
  // Kept, since the thread may end before the first chart is asked for: a dead thread answers nothing.
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    watch.end();
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', (error) =>
    isCode(error, 'ERR_WORKER_OUT_OF_MEMORY') ? stop(tooLarge(HEAP_MEGABYTES)) : end(error),
  );
  worker.on('exit', (code) => end(new Error(`차트를 그리던 작업이 갑자기 끝났습니다(종료 코드 ${code}).`)));
  // A build without charts must not wait for the thread; listening to it would hold the process again.
  worker.unref();
  const ask = (request: ChartRequest): void => worker.postMessage(request);
  let sent: Fonts | undefined;
  let count = 0;
  return {
    draw: (spec, theme, fonts) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended);
        if (sent !== fonts) ask({ fonts: shared(fonts) });
        sent = fonts;
        const id = count++;
        waiting.set(id, { resolve, reject });
        if (waiting.size === 1) watch.restart();
        worker.ref();
        ask({ id, spec, theme });
      }),
    close: async () => {
      closing = true;
      await worker.terminate();
    },
  };
}

function errorOf({ error, expected }: Extract<ChartAnswer, { readonly error: string }>): Error {
  return expected === undefined ? new Error(error) : new ChartDataFault(error, expected);
}

/** The fonts in memory that both threads see: one copy instead of one for each. */
function shared(fonts: Fonts): Fonts {
  return new Map(
    [...fonts].map(([name, bytes]) => {
      const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
      copy.set(bytes);
      return [name, copy];
    }),
  );
}

function isCode(error: Error, code: string): boolean {
  return 'code' in error && error.code === code;
}
