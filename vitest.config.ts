// The tests -> how they run. What never ends is ended after ten minutes; no other clock decides whether a test passes.
import { defineConfig } from 'vitest/config';
import { ENGINE_FLAGS } from './src/cli/engine-flags.ts';

export default defineConfig({
  test: { testTimeout: 600_000, hookTimeout: 600_000, execArgv: [...ENGINE_FLAGS] },
});
