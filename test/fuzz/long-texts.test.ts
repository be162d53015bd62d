// Texts far longer than any plan's -> read and checked in little time: nothing a rule does may grow with the square of their length.
import { expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { processorTime } from '../processor-time.ts';
import { PLAN } from '../revise/import-plan.ts';
import { MOST_TIME, sourcesOf } from './verdict.ts';

const line = (piece: string) => `□ 현황\n\n○ ${piece.repeat(80_000 / piece.length)} 끝\n`;

it.each([
  ['80,000 characters of a word', line('가나다 라')],
  ['80,000 characters of open brackets', line('가 (')],
  ['80,000 characters without a blank', line('가')],
  [
    '6,000 dates in a line, and 8,000 headings of one name',
    `${line('2026. 1. 1. ')}${'□ 현황\n'.repeat(8_000)}`,
  ],
])('%s', async (_, text) => {
  const plan = new Map(PLAN).set('narrative/labour-market.hbs', text);
  const spent = await processorTime(async () => {
    const { findings } = await build(sourcesOf(plan, []), []);
    expect(findings.length).toBeGreaterThan(0);
  });
  expect(spent).toBeLessThan(MOST_TIME);
});
