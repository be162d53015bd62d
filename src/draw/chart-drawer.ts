// Chart specs -> drawings, on a thread of their own when the compiled program runs: Vega loads and draws while the
// plan is read and laid out (measured on two cores: a quarter of a cold build).
import { Worker } from 'node:worker_threads';
import type { Theme } from '../document/theme.ts';
import { ChartDataFault } from './chart-fault.ts';
import type { ChartDrawing } from './chart-ops.ts';
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
 * What drawing may take: a chart is drawn in a tenth of a second and some megabytes. `quiet` is how long the thread may work on one
 * chart once it is ready, `starting` how long it may take to be ready, in milliseconds. A specification that came by mail can
 * hold an expression that never ends, or that fills the memory.
 */
interface DrawingLimits {
  readonly quiet: number;
  readonly starting: number;
  readonly megabytes: number;
}
const LIMITS: DrawingLimits = { quiet: 8000, starting: 60_000, megabytes: 768 };

/**
 * The engine's own limit for the thread's heap, which must not be met: one large allocation beyond it ends the whole program
 * (a list of a thousand million numbers does), and not the thread alone. So the memory is watched from outside.
 */
const HEAP_MEGABYTES = 4096;
/** How often it is watched, in milliseconds. */
const WATCH = 50;

/** Opens a drawer; the chart libraries begin to load at once. */
export function openChartDrawer(): ChartDrawer {
  return import.meta.url.endsWith('.ts') ? localDrawer() : openThreadDrawer(THREAD);
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
export function openThreadDrawer(program: URL, limits: DrawingLimits = LIMITS): ChartDrawer {
  const waiting = new Map<number, { resolve(drawing: ChartDrawing): void; reject(error: Error): void }>();
  const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
  const atFirst = bytesElsewhere();
  let isReady = false;
  // Whoever closes waits for the end, which an answer that comes meanwhile must not let go by.
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  /** The thread has shown that it lives: it may take its time again, while anything is waited for. */
  const restartTimer = (): void => {
    clearInterval(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    const most = isReady ? limits.quiet : limits.starting;
    const since = performance.now();
    timer = setInterval(() => {
      if (bytesElsewhere() - atFirst > limits.megabytes * 1_000_000) stop(tooLarge(limits.megabytes));
      else if (performance.now() - since > most)
        stop(new Error(`그리기가 ${most / 1000}초 안에 끝나지 않아 멈췄습니다.`));
    }, WATCH);
  };
  /** Ends the thread for the sake of the chart that it works on. */
  const stop = (why: Error): void => {
    const [first] = waiting;
    if (first !== undefined) {
      waiting.delete(first[0]);
      first[1].reject(why);
    }
    end(new Error('앞의 차트가 끝나지 않아 그리지 못했습니다.'));
    void worker.terminate();
  };
  worker.on('message', (answer: ChartAnswer | ChartsReady) => {
    isReady = true;
    if ('ready' in answer) return restartTimer();
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('drawing' in answer) asked?.resolve(answer.drawing);
    else asked?.reject(errorOf(answer));
    restartTimer();
    if (waiting.size === 0 && !closing) worker.unref();
  });
  // Kept, since the thread may end before the first chart is asked for: a dead thread answers nothing.
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    clearInterval(timer);
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
        if (timer === undefined) restartTimer();
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

/** The memory of the process beside this thread's heap and buffers: the chart thread's, and a base that stays about the same. */
function bytesElsewhere(): number {
  const { rss, heapTotal, external } = process.memoryUsage();
  return rss - heapTotal - external;
}

function tooLarge(megabytes: number): Error {
  return new Error(`차트 하나가 기억장치를 ${megabytes} MB보다 많이 써서 멈췄습니다.`);
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
