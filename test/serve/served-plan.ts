// A small plan in a folder of its own -> the page's server over it, and how a browser's window would ask it.
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openChartDrawer } from '../../src/draw/chart-drawer.ts';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import type { Admitted, PlanState, Plans } from '../../src/serve/api.ts';
import type { Outside } from '../../src/serve/outside.ts';
import { type Served, serve } from '../../src/serve/server.ts';
import { writeSmallPlan } from '../cli/write-small-plan.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

type Headers = Readonly<Record<string, string>>;

/** Any request, as a program would send it: whatever headers it likes. */
export function ask(
  port: number,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Headers; body?: string | Uint8Array } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(pieces).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** A window that was admitted. */
export class Window {
  /** All that was ever answered. */
  readonly heard: string[] = [];

  private constructor(
    readonly port: number,
    readonly key: string,
  ) {}

  static async open(served: Served): Promise<Window> {
    const key = served.address().split('#k=')[1] ?? '';
    const window = new Window(served.port, '');
    return new Window(served.port, (await window.post<Admitted>('/api/session', { key })).key);
  }

  get headers(): Headers {
    return { 'x-key': this.key, origin: `http://127.0.0.1:${this.port}` };
  }

  async get<T>(path: string): Promise<T> {
    return this.#read(await ask(this.port, path, { headers: this.headers }));
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    const headers = { ...this.headers, 'content-type': 'application/json' };
    return this.#read(await ask(this.port, path, { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  async drop<T>(path: string, name: string, body: Uint8Array): Promise<T> {
    const headers = {
      ...this.headers,
      'content-type': 'application/octet-stream',
      'x-name': encodeURIComponent(name),
    };
    return this.#read(await ask(this.port, path, { method: 'POST', headers, body }));
  }

  /** The plan of that title. */
  async plan(title: string): Promise<PlanState> {
    const { plans } = await this.get<Plans>('/api/plans');
    const card = plans.find((one) => one.title.includes(title));
    return this.get<PlanState>(`/api/plans/${card?.plan}`);
  }

  #read<T>({ status, text }: Answer): T {
    this.heard.push(text);
    if (status !== 200) throw new Error(`${status} ${text}`);
    return JSON.parse(text) as T;
  }
}

/** A working folder with a small plan in `data/small`, and a user's folder; both are gone after `leave`. */
export class Workplace {
  readonly #served: Served[] = [];

  private constructor(
    readonly working: string,
    /** The files that were opened with the desktop's programs. */
    readonly opened: readonly string[],
    readonly outside: Outside,
  ) {}

  static async make(build?: Outside['build']): Promise<Workplace> {
    const working = await mkdtemp(path.join(tmpdir(), 'iljari-serve-'));
    process.env.XDG_STATE_HOME = path.join(working, 'user');
    await writeSmallPlan(path.join(working, 'data/small'));
    const opened: string[] = [];
    return new Workplace(working, opened, {
      now: () => '2023-09-01T14:32:05',
      who: '담당자',
      working,
      program: PROGRAM_FOLDER,
      build: build ?? (() => ({ end: Promise.resolve({ isDone: true, diagnostics: [] }), stop: () => {} })),
      openDrawer: openChartDrawer,
      onFault: (error) => {
        throw error;
      },
      openFile: async (file) => {
        opened.push(file);
        return true;
      },
    });
  }

  get folder(): string {
    return path.join(this.working, 'data/small');
  }

  async serve(idle?: number): Promise<Served> {
    const served = await serve(this.outside, idle);
    this.#served.push(served);
    return served;
  }

  async leave(): Promise<void> {
    for (const one of this.#served) one.end();
    await rm(this.working, { recursive: true, force: true });
  }
}
