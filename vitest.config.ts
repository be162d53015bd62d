// The tests -> how they run. What never ends is ended after ten minutes; no other clock decides whether a test passes.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { testTimeout: 600_000, hookTimeout: 600_000 } });
