// The tests in a real browser -> how they run; `npm test` has none of them.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/page/*.browser.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
});
