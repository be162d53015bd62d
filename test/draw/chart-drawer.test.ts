import { spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
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

  // Far more memory than the tests before may leave to be swept meanwhile.
  const limits = { processor: 200, hang: 600_000, megabytes: 100_000 };
  const limited = (program: string, more: Partial<typeof limits> = {}) =>
    openThreadDrawer(new URL(`data:text/javascript,${encodeURIComponent(program)}`), { ...limits, ...more });

  it('ends a chart that never ends, and says so of that chart only', async () => {
    // On a busy machine a thread has been at work far longer than it has used the processor.
    const own = performance.eventLoopUtilization.bind(performance);
    const late = { idle: 0, active: 1e12, utilization: 1 };
    const spy = vi
      .spyOn(performance, 'eventLoopUtilization')
      .mockImplementation(() => ({ ...late, active: own().active + late.active }));
    const drawer = limited(answering('if (id === 0) parentPort.postMessage({ ready: true }); for (;;);'));
    const [first, second] = await Promise.allSettled([draw(drawer), draw(drawer)]);
    expect(String(first.status === 'rejected' && first.reason)).toMatch(/처리 장치를 0.2초보다/);
    expect(String(second.status === 'rejected' && second.reason)).toMatch(/앞의 차트/);
    await expect(draw(drawer)).rejects.toThrow();
    spy.mockRestore();
  });

  it('waits for a chart that gets no processor, however long, and gives up one that nothing comes of', async () => {
    const sleep = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 800);';
    const slow = limited(answering(`${sleep} parentPort.postMessage({ id, drawing: { width: 7 } });`));
    await expect(draw(slow)).resolves.toMatchObject({ width: 7 });
    await slow.close();
    const hanging = limited(answering(''), { hang: 500 });
    await expect(draw(hanging)).rejects.toThrow(/0.5초가 지나도/);
  });

  it('does not hold against a chart what its asker did before it listened', async () => {
    const sleep = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);';
    const drawer = limited(answering(`${sleep} parentPort.postMessage({ id, drawing: { width: 7 } });`));
    const drawn = draw(drawer);
    // It is watched, and not answered yet.
    await new Promise((resolve) => setTimeout(resolve, 300));
    // After this timers come first, and messages after them.
    await new Promise((resolve) => setImmediate(resolve));
    const spent = () => process.cpuUsage().user + process.cpuUsage().system;
    const until = spent() + 900_000;
    while (spent() < until) for (let at = 0; at < 10_000_000; at++);
    await expect(drawn).resolves.toMatchObject({ width: 7 });
    await drawer.close();
  });

  it.each([
    ['little by little', 'const all = []; for (;;) all.push(new Array(10000).fill(id));'],
    // Grows by doubling, and no heap takes the last doubling.
    ['in one list', 'const all = new Array(1e9); for (let at = 0; ; at++) all[at] = at;'],
  ])('ends a chart that fills the memory %s, and not the program', async (_how, program) => {
    const drawer = limited(answering(program), { processor: 60_000, megabytes: 32 });
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
