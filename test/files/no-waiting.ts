// A test that would wait for another process -> one that asks again at once, as often.
import { onTestFinished, vi } from 'vitest';

/** Until the test ends. The value tells how many milliseconds would have been waited in all. */
export function withoutWaiting(): () => number {
  let waited = 0;
  const spy = vi.spyOn(globalThis, 'setTimeout').mockImplementation((then, pause = 0) => {
    waited += pause;
    setImmediate(then);
    return undefined as never;
  });
  onTestFinished(() => spy.mockRestore());
  return () => waited;
}
