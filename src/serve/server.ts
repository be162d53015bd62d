// A free port of this machine -> the page and its routes, for the windows that were opened here and nobody else.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import * as v from 'valibot';
import { readHelp, readPageFiles } from '../files.ts';
import { Events } from './events.ts';
import { KEY_HEADER, refusedStatus, SECRET_HEADER } from './guard.ts';
import { House } from './house.ts';
import { isSame, Keys } from './keys.ts';
import type { Outside } from './outside.ts';
import { NOT_FOUND, type Reply, refused, send } from './reply.ts';
import { type Routes, routeFor } from './route.ts';
import { ROUTES } from './routes.ts';

/** In milliseconds: so long after the last window was closed the program ends. */
const IDLE = 30 * 60_000;
/** In bytes: an upload, and all else that is sent. */
const MOST_BODY = 32 * 2 ** 20;

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ttf: 'font/ttf',
};

const KEY_BODY = v.object({ key: v.string() });
const FOLDER_BODY = v.object({ folder: v.optional(v.string()) });

export interface Served {
  readonly port: number;
  /** By which a second start is known. */
  readonly secret: string;
  /** The page's address with a key that is good once. */
  address(): string;
  /** Shows a plan before all others. */
  name(folder: string): void;
  /** Resolved when it has ended: by `end`, or some time after the last window was closed. */
  readonly ended: Promise<void>;
  end(): void;
}

/** Listens until it is ended. Throws what the system throws where it cannot listen. */
export async function serve(outside: Outside, idle = IDLE): Promise<Served> {
  const keys = new Keys();
  const secret = randomBytes(32).toString('base64url');
  let done = (): void => {};
  const ended = new Promise<void>((resolve) => {
    done = resolve;
  });
  const events: Events = new Events(idle, () => (house.jobs.isBusy ? events.wait() : end()));
  const house = new House(outside, (event) => events.send(event));
  const shell = await readPageFiles(outside.program);
  const routes: Routes = {
    ...ROUTES,
    'POST /api/session': ({ body }) => {
      const read = v.safeParse(KEY_BODY, body);
      const key = read.success ? keys.exchange(read.output.key) : undefined;
      return key === undefined ? refused(401) : { json: { key } };
    },
    'GET /api/events': () => ({ stream: (answer) => events.join(answer) }),
    'GET /api/help': async () => ({ json: (await readHelp(outside.program)).map(helpText) }),
  };
  const address = (): string => `http://127.0.0.1:${portOf(server)}/#k=${keys.once()}`;

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const method = request.method ?? '';
    const [path = '', query = ''] = (request.url ?? '/').split('?', 2);
    const headers = headersOf(request);
    const status = refusedStatus(
      { method, path, headers },
      { port: portOf(server), knows: (key) => keys.knows(key) },
    );
    if (status !== undefined) return refused(status);
    if (!path.startsWith('/api/')) return method === 'GET' ? shellAnswer(shell, path) : refused(405);
    const body = method === 'GET' ? NO_BODY : await bodyOf(request, headers['content-type'] ?? '');
    if (body === 'too-large') return refused(413);
    if (body === 'no-json') return refused(400);
    if (path === '/api/again') {
      const read = v.safeParse(FOLDER_BODY, body.value);
      if (!read.success || !isSame(headers[SECRET_HEADER] ?? '', secret)) return refused(401);
      if (read.output.folder !== undefined) house.name(read.output.folder);
      return { json: { address: address() } };
    }
    const found = routeFor(routes, method, path);
    if (found === undefined) return NOT_FOUND;
    const name = nameIn(headers['x-name'] ?? '');
    return found.route({
      house,
      words: found.words,
      query: new URLSearchParams(query),
      body: body.value,
      name,
    });
  };
  const server = createServer((request, reply) => {
    answer(request)
      .catch((error: unknown) => {
        outside.onFault(error);
        return refused(500);
      })
      .then((made) => send(reply, made))
      .catch(() => reply.destroy());
  });
  const end = (): void => {
    events.end();
    house.end();
    server.close(() => done());
    server.closeAllConnections();
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  events.wait();
  return { port: portOf(server), secret, address, name: (folder) => house.name(folder), ended, end };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** One of each name, as the page sends them. */
function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string | undefined>> {
  const names = ['host', 'origin', 'sec-fetch-site', 'sec-fetch-dest', 'content-type', 'x-name'];
  return Object.fromEntries(
    [...names, KEY_HEADER, SECRET_HEADER].map((name) => {
      const value = headers[name];
      return [name, Array.isArray(value) ? value.join() : value];
    }),
  );
}

async function bodyOf(
  request: IncomingMessage,
  type: string,
): Promise<{ readonly value: unknown } | 'too-large' | 'no-json'> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    // What is left is not waited for.
    if (size > MOST_BODY) return 'too-large';
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  if (type !== 'application/json') return { value: new Uint8Array(bytes) };
  try {
    return { value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return 'no-json';
  }
}

function shellAnswer(shell: ReadonlyMap<string, Uint8Array>, path: string): Reply {
  const bytes = shell.get(path);
  if (bytes === undefined) return path === '/' ? { bytes: UNMADE, type: HTML } : NOT_FOUND;
  return {
    bytes,
    type: path === '/' ? HTML : (TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'),
  };
}

const NO_BODY = { value: undefined } as const;
const HTML = 'text/html; charset=utf-8';
const UNMADE =
  '<!doctype html><html lang="ko"><meta charset="utf-8"><title>일자리</title><p>화면을 이루는 파일이 없습니다. 프로그램을 다시 받아 여십시오.</p></html>';

function nameIn(encoded: string): string {
  try {
    return decodeURIComponent(encoded).split(/[\\/]/).at(-1) ?? '';
  } catch {
    return '';
  }
}

/** `# Title`, and the text behind it. */
function helpText({ name, text }: { readonly name: string; readonly text: string }): object {
  const [first = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n');
  return {
    topic: name.replace(/\.md$/, ''),
    title: first.replace('#', '').trim(),
    text: rest.join('\n').trim(),
  };
}
