// `iljari open`: the address of the page on standard output, one page for all starts, and programs that are started as they are.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { hasDesktop, startsOfFile, startsOfPage } from '../../src/cli/desktop.ts';
import { emptyFolder, runIljari } from './run-iljari.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const ADDRESS = /^http:\/\/127\.0\.0\.1:(\d+)\/#k=([\w-]{43})\n$/;

it('prints the address as its only line, opens the page that is served already, and forgets one that is gone', async () => {
  const folder = await emptyFolder();
  const env = {
    ...process.env,
    XDG_STATE_HOME: path.join(folder, 'user'),
    LOCALAPPDATA: path.join(folder, 'user'),
  };
  await writeFile(path.join(folder, 'note.txt'), '');
  const first = spawn(process.execPath, [PROGRAM, 'open', '--no-browser'], { cwd: folder, env });
  try {
    const [line] = await once(first.stdout.setEncoding('utf8'), 'data');
    const [, port = '', key = ''] = ADDRESS.exec(String(line)) ?? [];
    expect(port, String(line)).not.toBe('');
    const own = `http://127.0.0.1:${port}`;
    expect((await fetch(own)).status).toBe(200);
    const again = await runIljari(['open', '--no-browser'], {
      folder,
      env: { XDG_STATE_HOME: path.join(folder, 'user') },
    });
    expect([again.code, again.stderr, ADDRESS.exec(again.stdout)?.[1]]).toEqual([0, '', port]);
    expect(ADDRESS.exec(again.stdout)?.[2]).not.toBe(key);
    const entered = await fetch(`${own}/api/session`, {
      method: 'POST',
      headers: { origin: own, 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    });
    const { key: session } = JSON.parse(await entered.text()) as { key: string };
    expect((await fetch(`${own}/api/plans`, { headers: { 'x-key': session } })).status).toBe(200);
    const missing = await runIljari(['open', 'no-such-plan', '--no-browser'], { folder });
    expect([missing.code, missing.stdout]).toEqual([3, '']);
  } finally {
    first.kill('SIGKILL');
    await once(first, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
});

it('starts known programs, with what is opened as one word of their arguments', async () => {
  const env = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', SystemRoot: 'C:\\Windows' };
  const address = 'http://127.0.0.1:5000/#k=a&b"c';
  expect(startsOfPage(address, 'win32', env)).toEqual([
    {
      program: 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      args: [`--app=${address}`],
    },
    { program: 'C:\\Windows\\System32\\rundll32.exe', args: ['url.dll,FileProtocolHandler', address] },
  ]);
  expect(startsOfPage(address, 'linux', {})).toEqual([{ program: 'xdg-open', args: [address] }]);
  expect(startsOfFile('C:\\계획 1\\a & b.pdf', 'win32', env)).toEqual([
    { program: 'C:\\Windows\\explorer.exe', args: ['C:\\계획 1\\a & b.pdf'] },
  ]);
  expect([
    hasDesktop('linux', {}),
    hasDesktop('linux', { WAYLAND_DISPLAY: 'w' }),
    hasDesktop('win32', {}),
  ]).toEqual([false, true, true]);
  // Nobody sits before a pipe.
  const { code, stdout } = await runIljari([]);
  expect([code, stdout]).toEqual([2, '']);
});
