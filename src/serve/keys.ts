// One-time keys of addresses -> keys of sessions, which only the windows that were opened here know.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export class Keys {
  /** By digest, so that no comparison tells anything by its time. */
  readonly #once = new Set<string>();
  readonly #sessions = new Set<string>();

  /** A key for an address: 256 bits, good for one exchange. */
  once(): string {
    return added(this.#once);
  }

  /** The key of a new session; undefined where the given one was none, or was exchanged before. */
  exchange(key: string): string | undefined {
    return this.#once.delete(digestOf(key)) ? added(this.#sessions) : undefined;
  }

  knows(key: string): boolean {
    return this.#sessions.has(digestOf(key));
  }
}

/** Whether they are the same, in a time that tells nothing. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(one)), Buffer.from(digestOf(other)));
}

function added(keys: Set<string>): string {
  const key = randomBytes(32).toString('base64url');
  keys.add(digestOf(key));
  return key;
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
