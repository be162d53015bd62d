// A request of the page -> the program's answer, with the session's key.
import type { Admitted, Asked, Fault, Refusal } from '../../serve/api.ts';

/** Where the key of this window's session is kept while the window is open. */
const KEPT = 'iljari-key';
const KEY_HEADER = 'x-key';

/** The program said why it cannot be done. */
export class Refused extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults[0]?.message ?? '');
  }
}

/** The program does not answer any more, or does not know this window. */
export class Gone extends Error {}

/** The program answers, and does not know this window: it was not opened by it, or the program was started anew. */
export class Unknown extends Gone {}

/** Takes the one-time key out of the address, and gives it for one that is this window's own. Throws `Gone`. */
export async function enter(): Promise<void> {
  const start = '#k=';
  if (!location.hash.startsWith(start)) return;
  const key = location.hash.slice(start.length);
  history.replaceState(undefined, '', '/');
  const admitted = await post<Admitted>('/api/session', { key } satisfies Asked).catch((error: unknown) => {
    // A key is good once: the same address opened again in its own window finds the session's.
    if (!(error instanceof Unknown) || sessionStorage.getItem(KEPT) === null) throw error;
  });
  if (admitted === undefined) return;
  sessionStorage.setItem(KEPT, admitted.key);
}

/** Throws `Refused` and `Gone`. */
export async function get<T>(path: string): Promise<T> {
  return (await (await send(path, {})).json()) as T;
}

/** Throws `Refused` and `Gone`. */
export async function post<T>(path: string, body: unknown = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const answer = await send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Gives the program a file's bytes and its name. Throws `Refused` and `Gone`. */
export async function upload<T>(path: string, file: File): Promise<T> {
  const headers = { 'content-type': 'application/octet-stream', 'x-name': encodeURIComponent(file.name) };
  return (await (await send(path, { method: 'POST', headers, body: file })).json()) as T;
}

/** The raw answer to a question, for pictures, files and the stream of events. Throws `Refused` and `Gone`. */
export async function send(path: string, init: RequestInit): Promise<Response> {
  const key = sessionStorage.getItem(KEPT);
  const headers = { ...init.headers, ...(key === null ? {} : { [KEY_HEADER]: key }) };
  const answer = await fetch(path, { ...init, headers, cache: 'no-store' }).catch((error: unknown) => {
    if (init.signal?.aborted === true) throw error;
    throw new Gone();
  });
  if (answer.ok) return answer;
  if (answer.status === 401) throw new Unknown();
  const told = (await answer.json().catch(() => undefined)) as Refusal | undefined;
  throw new Refused(told?.faults ?? [UNKNOWN]);
}

const UNKNOWN: Fault = {
  severity: 'error',
  message:
    '하지 못했습니다. 프로그램이 까닭을 알려 주지 않았습니다. 다시 해 보고, 그래도 안 되면 창을 닫고 다시 여십시오.',
};
