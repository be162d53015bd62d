// Texts far longer than any plan's -> read and checked in little time: nothing a rule does may grow with the square of their length.
import { expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { processorTime } from '../processor-time.ts';
import { PLAN } from '../revise/import-plan.ts';
import { MOST_TIME, sourcesOf } from './verdict.ts';

it.each(['가나다 라', '가 (', '가'])('80,000 characters of ‘%s’', async (piece) => {
  const text = piece.repeat(80_000 / piece.length);
  const plan = new Map(PLAN).set('narrative/labour-market.hbs', `□ 현황\n\n○ ${text} 끝\n`);
  const spent = await processorTime(async () => {
    const { findings } = await build(sourcesOf(plan, []), []);
    expect(findings.length).toBeGreaterThan(0);
  });
  expect(spent).toBeLessThan(MOST_TIME);
});
