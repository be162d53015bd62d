// The tests -> how they run. What never ends is ended after ten minutes; no other clock decides whether a test passes.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { ENGINE_FLAGS } from './src/cli/engine-flags.ts';

/** Those that take seconds each: the last file to begin must not keep the other processes waiting. In a fresh clone nothing else tells them. */
const LONG = [
  'check/rules',
  'proof/bundled-files',
  'plan-format/json-schema',
  'cli/same-bytes',
  'commands/press',
  'commands/province-plan',
  'cli/bad-input',
  'compose/chart-kinds',
  'cli/bundle',
  'commands/live-totals',
  'cli/many-plans',
  'cli/new-plan',
  'commands/images',
  'check/dispositions',
  'commands/prove-output',
  'proof/hwpx',
  'cli/surroundings',
  'revise/fill-form',
  'commands/county-plan',
  'cli/crash',
  'fuzz/fuzz',
].map((name) => `test/${name}.test.ts`);

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    testTimeout: 600_000,
    hookTimeout: 600_000,
    execArgv: [...ENGINE_FLAGS],
    sequence: { sequencer: LongFirst },
  },
});
