// What the program knows by a path or an id -> the word by which the page asks for it, and back. No path ever comes from a browser.
import { createHmac, randomBytes } from 'node:crypto';
import type { Handle } from './api.ts';

export type HandleKind =
  | 'plan'
  | 'edition'
  | 'finding'
  | 'change'
  | 'drop'
  | 'output'
  | 'job'
  | 'table'
  | 'cell';

/** The same thing has the same word as long as the program runs. */
export class Handles {
  readonly #secret = randomBytes(32);
  readonly #known = new Map<Handle, readonly [HandleKind, ...string[]]>();

  /** `parts`: what tells it from all others of its kind. */
  of(kind: HandleKind, ...parts: readonly string[]): Handle {
    const handle = createHmac('sha256', this.#secret)
      .update(JSON.stringify([kind, ...parts]))
      .digest('base64url')
      .slice(0, 22);
    this.#known.set(handle, [kind, ...parts]);
    return handle;
  }

  /** Its parts; none for what was never handed out as one of this kind. */
  read(kind: HandleKind, handle: Handle): readonly string[] {
    const [own, ...parts] = this.#known.get(handle) ?? [];
    return own === kind ? parts : [];
  }
}
