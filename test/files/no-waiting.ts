// A test that would wait for another process -> one that asks again at once, as often.
import { afterEach, vi } from 'vitest';

afterEach(() => vi.restoreAllMocks());

/** Until the test ends. */
export function withoutWaiting(): void {
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((then) => {
    setImmediate(then);
    return undefined as never;
  });
}
