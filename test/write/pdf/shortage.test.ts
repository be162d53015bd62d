// A chart thread that the system does not let begin -> no fault of the chart, but what the system lacks.
import { expect, it } from 'vitest';
import { layOut } from '../../../src/write/pdf/page/lay-out.ts';
import { documentOf, fonts, rich } from './documents.ts';

it('what the system lacks for drawing is no fault of the chart', async () => {
  const lacking = Object.assign(new Error('Worker initialization failure: EMFILE'), {
    code: 'ERR_WORKER_INIT_FAILED',
  });
  const drawer = { draw: () => Promise.reject(lacking), close: () => Promise.resolve() };
  const chart = {
    kind: 'chart',
    id: 'chart',
    caption: rich('그림'),
    alt: rich('그림'),
    spec: {},
    rows: {},
  } as const;
  await expect(layOut(documentOf([chart]), fonts, { drawer })).rejects.toBe(lacking);
});
