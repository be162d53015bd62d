// A test that would wait for another process -> one that asks again at once, as often.
import { onTestFinished, vi } from 'vitest';

/** Until the test ends. */
export function withoutWaiting(): void {
  const spy = vi.spyOn(globalThis, 'setTimeout').mockImplementation((then) => {
    setImmediate(then);
    return undefined as never;
  });
  onTestFinished(() => spy.mockRestore());
}
