// A folder with a plan -> the program that serves its page, and a browser's window on it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { PLAN } from '../revise/import-plan.ts';

/** Lines about which there is something to decide. */
const DOUBTFUL = `○ 사업체는 4321개소이고 근로자는 65432명임
○ 구인 배수는 7.77배이고 취업율은 88.8%임
`;

/** An official's desk: a folder with one plan, and the program that was started in it. */
export class Desk {
  #program: ChildProcess | undefined;

  private constructor(readonly folder: string) {}

  static async make(): Promise<Desk> {
    const desk = new Desk(await mkdtemp(path.join(tmpdir(), '일자리 화면 ')));
    const files = new Map(PLAN);
    files.set('narrative/labour-market.hbs', `${PLAN.get('narrative/labour-market.hbs')}${DOUBTFUL}`);
    for (const [name, text] of files) {
      await mkdir(path.dirname(path.join(desk.folder, '우리 계획', name)), { recursive: true });
      await writeFile(path.join(desk.folder, '우리 계획', name), text);
    }
    return desk;
  }

  /** Below the plan's folder. */
  file(name: string): string {
    return path.join(this.folder, '우리 계획', name);
  }

  /** Starts the program: its address, which lets one window in. Where it runs already, another window's address of the same. */
  async start(): Promise<string> {
    const cli = path.join(PROGRAM_FOLDER, 'dist/cli.js');
    const program = spawn(process.execPath, [cli, 'open', '--no-browser'], {
      cwd: this.folder,
      env: { ...process.env, XDG_STATE_HOME: path.join(this.folder, 'state') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#program ??= program;
    return new Promise((resolve) => {
      program.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#program?.once('exit', resolve));
    if (this.#program?.kill() === true) await ended;
    this.#program = undefined;
  }

  async leave(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Opens a window; an error of the page's own fails the test that looks at `errors`. */
export async function openWindow(
  browser: Browser,
  address: string,
  { viewport = { width: 1366, height: 640 }, hearsEvents = true } = {},
): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const page = await (await browser.newContext({ viewport, locale: 'ko-KR' })).newPage();
  // A request that nobody answers: the window then knows only what it was given.
  if (!hearsEvents) await page.route('**/api/events', () => {});
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  // What the policy for content refuses is told there; an icon that is asked for by the browser itself is not there.
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('404')) errors.push(line.text());
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, errors };
}
