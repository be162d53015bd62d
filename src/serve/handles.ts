// What the program knows by a path or an id -> the word by which the page asks for it, and back. No path ever comes from a browser.
import { createHmac, randomBytes } from 'node:crypto';
import type { Handle } from './api.ts';

type HandleKind = 'plan' | 'edition' | 'finding' | 'change' | 'drop' | 'output' | 'job' | 'table' | 'cell';

/** The same thing has the same word as long as the program runs. */
export class Handles {
  readonly #secret = randomBytes(32);
  readonly #known = new Map<string, readonly [HandleKind, string]>();

  of(kind: HandleKind, value: string): Handle {
    const handle = createHmac('sha256', this.#secret)
      .update(`${kind} ${value}`)
      .digest('base64url')
      .slice(0, 22);
    this.#known.set(handle, [kind, value]);
    return handle;
  }

  /** Undefined for what was never handed out as one of this kind. */
  read(kind: HandleKind, handle: Handle): string | undefined {
    const known = this.#known.get(handle);
    return known?.[0] === kind ? known[1] : undefined;
  }
}
