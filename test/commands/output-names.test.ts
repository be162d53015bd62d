// What builds and comparisons write -> all of it is known by name as ours, so that a revert can take it away.
import { expect, it } from 'vitest';
import { OUTPUT_NAMES } from '../../src/commands/build/output-names.ts';
import { build } from '../../src/commands/build.ts';
import { compareSources } from '../../src/commands/compare.ts';
import { textsIn } from '../plan-format/plan-folders.ts';
import { CASES, revisedSources } from '../revise/revised-plan.ts';
import { fonts } from '../write/pdf/documents.ts';

const sources = {
  ...revisedSources(
    new Map([...textsIn(`${CASES}/three-in-a-row`)].filter(([name]) => name.startsWith('editions/'))),
  ),
  fonts,
};

it('a build and a comparison write no file of another name', async () => {
  const { files } = await build(sources, ['pdf', 'xlsx']);
  const { value } = await compareSources(sources, { files: true, places: false });
  const names = [...files, ...(value?.files ?? [])].map(({ name }) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(OUTPUT_NAMES).toEqual(expect.arrayContaining(names));
});
