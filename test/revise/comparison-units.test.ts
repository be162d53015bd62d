// Figures kept in other units than their column's -> the 변경 대비표 counts every row in 천원 and 명, exactly.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonText } from '../../src/cli/comparison-text.ts';
import { compareSources } from '../../src/commands/compare.ts';
import { revisedSources } from './revised-plan.ts';

const EDITION = (changes: readonly string[]) =>
  `number: 1\ntitle: 제1회 추경\nkind: 추경\ndate: 2023-05-01\npublished: true\nchanges:\n${changes.map((change) => `  - { ${change} }\n`).join('')}`;
const ROOM = 'tasks/startup/projects/room';

/** The cells of the row of 창업 공간 under a heading, as `compare` prints them. */
async function rowOf(
  heading: string,
  project: string,
  changes: readonly string[],
): Promise<readonly string[]> {
  const task = `id: startup\nname: 청년 창업\nprojects:\n  - id: room\n    name: 창업 공간\n${project}\n  - { id: school, name: 창업 학교 }\n`;
  const own = new Map([
    ['tasks/startup.yaml', task],
    ['editions/1.yaml', EDITION(changes)],
  ]);
  const { value, diagnostics } = await compareSources(revisedSources(own), { files: false, places: false });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const [, section = ''] = comparisonText(value.document).split(`□ ${heading}\n`);
  const line = section.split('\n').find((one) => one.includes('- 창업 공간')) ?? '';
  return line.trim().split(/\s{2,}/);
}

describe('the 변경 대비표', () => {
  it.each([
    ['백만원', '786', '900', ['786,000', '900,000', '114,000', '14.5']],
    ['백만원', '1.5', '2.25', ['1,500', '2,250', '750', '50.0']],
    ['억원', '3', '2', ['300,000', '200,000', '△100,000', '△33.3']],
    ['원', '1234567', '2234567', ['1,234.567', '2,234.567', '1,000.000', '81.0']],
    ['천원', '786', '0', ['786', '0', '△786', '△100.0']],
    ['백만원', "'-'", '7', ['-', '7,000', '7,000', '순증']],
  ])('shows amounts kept in %s as 천원: %s to %s', async (unit, before, after, expected) => {
    const cells = await rowOf('사업예산', `    funding: { unit: ${unit}, national: ${before} }`, [
      `set: ${ROOM}/funding/national, before: ${before}, after: ${after}`,
    ]);
    expect(cells.slice(1, 5)).toEqual(expected);
  });

  it('shows targets kept in 천명 as 명', async () => {
    const cells = await rowOf('일자리 목표', '    target: { value: 1.2, unit: 천명 }', [
      `set: ${ROOM}/target, before: 1.2, after: 1.3`,
    ]);
    expect(cells.slice(1, 5)).toEqual(['1,200', '1,300', '100', '8.3']);
  });

  it('names the sources that differ in words and in 천원', async () => {
    const cells = await rowOf('사업예산', '    funding: { unit: 백만원, national: 3, district: 1.5 }', [
      `set: ${ROOM}/funding/national, before: 3, after: 2`,
      `set: ${ROOM}/funding/district, before: 1.5, after: 2.5`,
    ]);
    expect(cells.slice(1).join(' ')).toBe('4,500 4,500 - - 국비 3,000 → 2,000, 시군구비 1,500 → 2,500');
  });

  it('adds up whatever unit each project is kept in', async () => {
    const units = { 원: -3, 천원: 0, 백만원: 3, 억원: 5 } as const;
    const amount = fc.record({
      unit: fc.constantFrom('원', '천원', '백만원', '억원'),
      value: fc.integer({ min: 1, max: 900 }),
    });
    await fc.assert(
      fc.asyncProperty(amount, amount, async (one, other) => {
        const [unit, before] = [one.unit as keyof typeof units, one.value];
        const cells = await rowOf('사업예산', `    funding: { unit: ${unit}, national: ${before} }`, [
          `set: ${ROOM}/funding/national, before: ${before}, after: ${before + other.value}`,
        ]);
        const numbers = cells.slice(1, 4).map((text) => Number(text.replaceAll(',', '')));
        const factor = 10 ** units[unit];
        expect(numbers[0]).toBeCloseTo(before * factor, 3);
        expect(numbers[1]).toBeCloseTo((before + other.value) * factor, 3);
        expect(numbers[2]).toBeCloseTo(other.value * factor, 3);
      }),
      { numRuns: 25, seed: 14 },
    );
  });
});
