// A request, before anything of it is read -> the status with which it is refused. Only the page that this program gave may ask it.

/** What a guard looks at. */
interface Head {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Header with the session's key. */
export const KEY_HEADER = 'x-key';
/** Header by which a second start of the program, which has read the user's own file, shows who it is. */
export const SECRET_HEADER = 'x-secret';

/** What needs no session: the way to one. */
const ENTRIES = ['/api/session', '/api/again'];
const BODIES = ['application/json', 'application/octet-stream'];

/**
 * Undefined for one that may go on. A name that leads to this address is another page's trick (421); what comes from another page, a
 * frame or another port of this machine is refused (403), and so is what is asked without the session's key (401).
 */
export function refusedStatus(
  { method, path, headers }: Head,
  { port, knows }: { readonly port: number; readonly knows: (key: string) => boolean },
): number | undefined {
  const own = `127.0.0.1:${port}`;
  if (headers.host !== own) return 421;
  if (method !== 'GET' && method !== 'POST') return method === 'OPTIONS' ? 403 : 405;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403;
  const origin = headers.origin;
  if (origin === undefined ? method !== 'GET' : origin !== `http://${own}`) return 403;
  // A picture, a frame or a link is not the page's program.
  const target = headers['sec-fetch-dest'];
  if (path.startsWith('/api/') && target !== undefined && target !== 'empty') return 403;
  if (method === 'POST' && !BODIES.includes(headers['content-type'] ?? '')) return 415;
  if (!path.startsWith('/api/') || ENTRIES.includes(path)) return undefined;
  return knows(headers[KEY_HEADER] ?? '') ? undefined : 401;
}

/** With every answer: nothing from elsewhere, in no frame, kept nowhere. */
export const SAFE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' blob:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;
