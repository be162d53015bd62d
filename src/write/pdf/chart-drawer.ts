// Chart specs -> drawings, on a thread of their own when the compiled program runs: Vega loads and draws while the
// plan is read and laid out (measured on two cores: a quarter of a cold build).
import { Worker } from 'node:worker_threads';
import type { Theme } from '../../document/theme.ts';
import type { ChartDrawing } from './chart-ops.ts';
import { Turns } from './turns.ts';

export type ChartSpec = Readonly<Record<string, unknown>>;

/** Draws charts until it is closed. */
export interface ChartDrawer {
  /** Rejects when the spec cannot be drawn, with the reason. */
  draw(spec: ChartSpec, theme: Theme): Promise<ChartDrawing>;
  close(): Promise<void>;
}

/** What the thread is asked, and what it answers. */
export interface ChartRequest {
  readonly id: number;
  readonly spec: ChartSpec;
  readonly theme: Theme;
}
export type ChartAnswer =
  | { readonly id: number; readonly drawing: ChartDrawing }
  | { readonly id: number; readonly error: string };

/** The thread's program, beside the compiled one. Run from source there is none, and charts are drawn in place. */
const THREAD = new URL('./chart-thread.js', import.meta.url);

/** Opens a drawer that measures text in these fonts (files by name). Vega begins to load at once. */
export function openChartDrawer(fonts: ReadonlyMap<string, Uint8Array>): ChartDrawer {
  return import.meta.url.endsWith('.ts') ? localDrawer(fonts) : threadDrawer(fonts);
}

function localDrawer(fonts: ReadonlyMap<string, Uint8Array>): ChartDrawer {
  const turns = new Turns();
  return {
    draw: (spec, theme) =>
      turns.run(async () => {
        const [{ drawChart }, { measureIn }] = await Promise.all([
          import('./chart.ts'),
          import('./chart-measure.ts'),
        ]);
        return drawChart(spec, measureIn(fonts, theme), theme);
      }),
    close: () => Promise.resolve(),
  };
}

function threadDrawer(fonts: ReadonlyMap<string, Uint8Array>): ChartDrawer {
  const waiting = new Map<number, { resolve(drawing: ChartDrawing): void; reject(error: Error): void }>();
  const worker = new Worker(THREAD, { workerData: fonts });
  // A build without charts must not wait for the thread.
  worker.unref();
  worker.on('message', (answer: ChartAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('drawing' in answer) asked?.resolve(answer.drawing);
    else asked?.reject(new Error(answer.error));
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  let count = 0;
  return {
    draw: (spec, theme) =>
      new Promise((resolve, reject) => {
        const id = count++;
        waiting.set(id, { resolve, reject });
        worker.ref();
        const request: ChartRequest = { id, spec, theme };
        worker.postMessage(request);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
