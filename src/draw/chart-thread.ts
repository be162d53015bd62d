// The program of the chart thread: requests -> drawings, one after the other.
import { parentPort } from 'node:worker_threads';
import type { ChartAnswer, ChartRequest, ChartsReady } from './chart-drawer.ts';
import { ChartDataFault } from './chart-fault.ts';
import { measureIn } from './chart-measure.ts';
import { drawChart } from './draw-chart.ts';
import { Turns } from './turns.ts';

const port = parentPort;
if (port === null) throw new Error('this is the program of a thread');
let fonts: ReadonlyMap<string, Uint8Array> = new Map();

// Vega's text metrics are one for all, so a drawing begins when the one before has ended.
const turns = new Turns();

/** A chart of every mark that ours use. Drawn while the plan is still being read, so that the first real one finds its code compiled. */
const WARM_UP = {
  data: { values: [{ x: 'a', y: 1, text: '1' }] },
  vconcat: [
    {
      title: 'a',
      encoding: {
        x: { field: 'x', type: 'ordinal', sort: { field: 'y', op: 'min' } },
        xOffset: { field: 'text' },
        y: { field: 'y', type: 'quantitative' },
      },
      layer: [
        {
          transform: [{ filter: 'datum.y > 0' }, { calculate: 'datum.y * 2', as: 'z' }],
          mark: 'bar',
          encoding: { color: { field: 'text', type: 'nominal', scale: { range: ['#000000'] } } },
        },
        { mark: { type: 'line', color: '#000000' } },
        { mark: { type: 'point', filled: true, color: '#000000' } },
        { mark: { type: 'rule', color: '#000000' } },
        { mark: { type: 'text', color: '#000000' }, encoding: { text: { field: 'text' } } },
      ],
    },
  ],
  config: {
    axis: { gridColor: '#000000', domainColor: '#000000', tickColor: '#000000' },
    view: { stroke: null },
  },
};
void turns
  .run(() => drawChart(WARM_UP, () => 5, { colours: {} }))
  .then(() => port.postMessage({ ready: true } satisfies ChartsReady))
  .catch((error: unknown) => {
    throw error;
  });

port.on('message', (request: ChartRequest) => {
  if ('fonts' in request) {
    fonts = request.fonts;
    return;
  }
  const { id, spec, theme } = request;
  const send = (answer: ChartAnswer): void => port.postMessage(answer);
  turns
    .run(() => drawChart(spec, measureIn(fonts, theme), theme))
    .then(
      (drawing) => send({ id, drawing }),
      (error: unknown) =>
        send({
          id,
          error: error instanceof Error ? error.message : String(error),
          // An error loses its class on its way between threads.
          ...(error instanceof ChartDataFault && { expected: error.expected }),
        }),
    );
});
