import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type ChartDrawer, openThreadDrawer } from '../../src/draw/chart-drawer.ts';
import { theme } from '../write/pdf/documents.ts';

const fonts = new Map<string, Uint8Array>();

/** A drawer whose thread runs this JavaScript. */
function drawerOf(program: string): ChartDrawer {
  return openThreadDrawer(new URL(`data:text/javascript,${encodeURIComponent(program)}`));
}

function draw(drawer: ChartDrawer) {
  return drawer.draw({ mark: 'bar' }, theme, fonts);
}

/** A thread that answers each request after the fonts by this expression over `id`. */
const answering = (answer: string) => `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', (request) => { if (!('fonts' in request)) { const { id } = request; ${answer} } });`;

describe('a drawer on a thread', () => {
  it('gives each asker its own drawing, in whatever order they come', async () => {
    const drawer = drawerOf(`
      import { parentPort } from 'node:worker_threads';
      const asked = [];
      parentPort.on('message', (request) => {
        if ('fonts' in request) return;
        if (asked.push(request.id) === 2)
          for (const id of asked.reverse())
            parentPort.postMessage({ id, drawing: { width: id, height: 1, ops: [] } });
      });`);
    const drawings = await Promise.all([draw(drawer), draw(drawer)]);
    expect(drawings.map(({ width }) => width)).toEqual([0, 1]);
    await drawer.close();
  });

  it('tells why a chart could not be drawn, and goes on', async () => {
    const drawer = drawerOf(
      answering(`parentPort.postMessage(id === 0 ? { id, error: 'why' } : { id, drawing: { width: 7 } });`),
    );
    await expect(draw(drawer)).rejects.toThrow('why');
    await expect(draw(drawer)).resolves.toMatchObject({ width: 7 });
    await drawer.close();
  });

  it.each([
    ['fails at once', `throw new Error('broken thread');`, /broken thread/],
    ['ends at once', 'process.exit(3);', /종료 코드 3/],
    ['fails while drawing', answering(`throw new Error('broken chart');`), /broken chart/],
    ['ends while drawing', answering('process.exit(4);'), /종료 코드 4/],
  ])('rejects what is asked before and after its thread %s', async (_what, program, reason) => {
    const drawer = drawerOf(program);
    await expect(draw(drawer)).rejects.toThrow(reason);
    // By now the thread is dead, and would never answer.
    await expect(draw(drawer)).rejects.toThrow(reason);
    await drawer.close();
  });

  const limits = { quiet: 200, starting: 5000, megabytes: 32 };
  const limited = (program: string) =>
    openThreadDrawer(new URL(`data:text/javascript,${encodeURIComponent(program)}`), limits);

  it('ends a chart that never ends, and says so of that chart only', async () => {
    const drawer = limited(answering('if (id === 0) parentPort.postMessage({ ready: true }); for (;;);'));
    const [first, second] = await Promise.allSettled([draw(drawer), draw(drawer)]);
    expect(String(first.status === 'rejected' && first.reason)).toMatch(/0.2초 안에/);
    expect(String(second.status === 'rejected' && second.reason)).toMatch(/앞의 차트/);
    await expect(draw(drawer)).rejects.toThrow();
  });

  it.each([
    ['little by little', 'const all = []; for (;;) all.push(new Array(10000).fill(id));'],
    // Grows by doubling, and no heap takes the last doubling.
    ['in one list', 'const all = new Array(1e9); for (let at = 0; ; at++) all[at] = at;'],
  ])('ends a chart that fills the memory %s, and not the program', async (_how, program) => {
    const drawer = openThreadDrawer(
      new URL(`data:text/javascript,${encodeURIComponent(answering(program))}`),
      {
        ...limits,
        quiet: 20_000,
      },
    );
    await expect(draw(drawer)).rejects.toThrow(/32 MB/);
  });

  it('rejects what is asked after it was closed', async () => {
    const drawer = drawerOf(answering(''));
    await drawer.close();
    await expect(draw(drawer)).rejects.toThrow(/끝났습니다/);
  });

  it('is closed before the program goes on, also when an answer comes meanwhile', () => {
    // The answer is there before the program listens again, and finds the drawer closing.
    const program = `
      const { openThreadDrawer } = await import('./src/draw/chart-drawer.ts');
      const thread = ${JSON.stringify(answering(`parentPort.postMessage({ id, drawing: { width: 7 } });`))};
      for (let count = 0; count < 10; count++) {
        const drawer = openThreadDrawer(new URL('data:text/javascript,' + encodeURIComponent(thread)));
        await new Promise((resolve) => setTimeout(resolve, 60));
        drawer.draw({}, {}, new Map()).catch(() => {});
        const until = performance.now() + 20;
        while (performance.now() < until);
        await drawer.close();
      }`;
    const options = ['--import', 'tsx', '--input-type=module', '-e', program];
    expect(spawnSync(process.execPath, options, { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });
});
