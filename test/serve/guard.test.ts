// Requests as other pages, frames, ports and programs would send them -> only the page that was given a key is answered.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Served } from '../../src/serve/server.ts';
import { ask, Window, Workplace } from './served-plan.ts';

let place: Workplace;
let served: Served;
let window: Window;

beforeAll(async () => {
  place = await Workplace.make();
  served = await place.serve();
  window = await Window.open(served);
});
afterAll(() => place.leave());

const status = async (path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) =>
  (await ask(served.port, path, { headers, method, ...(body !== undefined && { body }) })).status;

it('answers its own window, and refuses who comes another way', async () => {
  const { port } = served;
  const own = window.headers;
  const json = { ...own, 'content-type': 'application/json' };
  const key = { 'x-key': window.key };
  expect(await status('/api/help', own)).toBe(200);
  expect(await status('/api/help', { ...own, 'sec-fetch-site': 'same-origin' })).toBe(200);
  // Names that lead to this address: another page's.
  for (const host of [
    `localhost:${port}`,
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port - 1}`,
    `[::1]:${port}`,
  ])
    expect(await status('/', { host })).toBe(421);
  // Another site, and another port of this machine, which browsers call the same site.
  for (const site of ['cross-site', 'same-site'])
    for (const path of ['/', '/api/help'])
      expect(await status(path, { ...own, 'sec-fetch-site': site })).toBe(403);
  for (const origin of [
    'http://evil.example',
    `http://127.0.0.1:${port + 1}`,
    `http://localhost:${port}`,
    'null',
    `https://127.0.0.1:${port}`,
  ])
    expect(await status('/api/help', { ...key, origin })).toBe(403);
  // A form of another page, a picture, a frame, a worker.
  expect(
    await status('/api/plans/x/undo', { ...key, 'content-type': 'application/json' }, 'POST', '{}'),
  ).toBe(403);
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=a'])
    expect(await status('/api/plans/x/undo', { ...own, 'content-type': type }, 'POST', '{}')).toBe(415);
  for (const dest of ['image', 'iframe', 'document', 'script'])
    expect(await status('/api/help', { ...own, 'sec-fetch-dest': dest })).toBe(403);
  for (const method of ['OPTIONS', 'PUT', 'DELETE', 'HEAD', 'PATCH'])
    expect(await status('/api/help', own, method)).toBe(method === 'OPTIONS' ? 403 : 405);
  // Without a key, with another, with one in the address.
  for (const path of ['/api/plans', '/api/help', '/api/events', '/api/nothing', `/api/help?k=${window.key}`])
    expect(await status(path)).toBe(401);
  expect(await status('/api/help', { 'x-key': `${window.key}x` })).toBe(401);
  expect(await status('/api/plans/x/undo', json, 'POST', '{')).toBe(400);
  expect(await status('/api/plans/%2e%2e%2f/undo', json, 'POST', '{}')).toBe(404);
  expect(await status('/../package.json')).toBe(404);
  expect(await status('/fonts/..%2f..%2fpackage.json')).toBe(404);
});

it('exchanges a key once, and a second start for one more by its secret alone', async () => {
  const { port } = served;
  const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' };
  const enter = (key: string) => status('/api/session', headers, 'POST', JSON.stringify({ key }));
  const key = served.address().split('#k=')[1] ?? '';
  expect(Buffer.from(key, 'base64url').length).toBe(32);
  expect([await enter(key), await enter(key), await enter('')]).toEqual([200, 401, 401]);
  const again = (secret: string) =>
    ask(port, '/api/again', { method: 'POST', headers: { ...headers, 'x-secret': secret }, body: '{}' });
  expect((await again(window.key)).status).toBe(401);
  const { address } = JSON.parse((await again(served.secret)).text) as { address: string };
  expect(await enter(address.split('#k=')[1] ?? '')).toBe(200);
});

it('lets nothing from elsewhere into the page, and no body without end into the program', async () => {
  for (const path of ['/', '/api/plans', '/nothing']) {
    const { headers } = await ask(served.port, path);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(Object.keys(headers).filter((name) => /^access-control|^set-cookie/.test(name))).toEqual([]);
  }
  const headers = { ...window.headers, 'content-type': 'application/octet-stream' };
  const body = new Uint8Array(32 * 2 ** 20 + 1);
  const large = ask(served.port, '/api/plans/x/drop', { method: 'POST', headers, body });
  // It may hang up before all was sent.
  expect(
    await large.then(
      (answer) => answer.status,
      () => 413,
    ),
  ).toBe(413);
});

it('ends when no window has been open for a while, and tells those that are', async () => {
  const idle = await place.serve(20);
  await idle.ended;
  const other = await place.serve();
  const own = await Window.open(other);
  const stream = ask(other.port, '/api/events', { headers: own.headers });
  await own.get('/api/help');
  other.end();
  expect((await stream).text.trim().split('\n').at(-1)).toBe('{"kind":"ended"}');
  await other.ended;
});
