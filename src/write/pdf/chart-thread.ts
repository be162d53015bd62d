// The program of the chart thread: requests -> drawings, one after the other.
import { parentPort } from 'node:worker_threads';
import { drawChart, loadVega } from './chart.ts';
import type { ChartAnswer, ChartRequest } from './chart-drawer.ts';
import { measureIn } from './chart-measure.ts';
import { Turns } from './turns.ts';

const port = parentPort;
if (port === null) throw new Error('this is the program of a thread');
let fonts: ReadonlyMap<string, Uint8Array> = new Map();

// Loads while the plan is still being read.
void loadVega();

// Vega's text metrics are one for all, so a drawing begins when the one before has ended.
const turns = new Turns();

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
      (error: unknown) => send({ id, error: error instanceof Error ? error.message : String(error) }),
    );
});
