// Each folder of test/plans/editions -> what comparing its last edition says: faults in one run, or the tables of what changed.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparisonText } from '../../src/cli/comparison-text.ts';
import { compareSources } from '../../src/commands/compare.ts';
import { type Diagnostic, formatLocation } from '../../src/diagnostic.ts';
import { textsIn } from '../plan-format/plan-folders.ts';
import { CASES, revisedSources } from './revised-plan.ts';

describe('a plan with editions', () => {
  it.each(readdirSync(CASES))('%s', async (name) => {
    const folder = path.join(CASES, name);
    const expectedFile = path.join(folder, 'expected.txt');
    const own = new Map([...textsIn(folder)].filter(([file]) => file.startsWith('editions/')));
    const { value, diagnostics } = await compareSources(revisedSources(own), { files: false, places: false });
    const actual = [
      ...diagnostics.map((diagnostic) => `${lineOf(diagnostic)}\n`),
      value === undefined ? '' : comparisonText(value.document),
    ].join('');
    const expected = existsSync(expectedFile) ? readFileSync(expectedFile, 'utf8') : '';
    const actualFile = path.join(folder, 'actual.txt');
    if (actual === expected) rmSync(actualFile, { force: true });
    else writeFileSync(actualFile, actual);
    expect(actual).toBe(expected);
    expect(actual).not.toBe('');
  });
});

function lineOf({ place, severity, rule, message, expected, related = [] }: Diagnostic): string {
  const others = related.map((other) => ` [${formatLocation(other.place)} ${other.note}]`).join('');
  return `${formatLocation(place)} ${severity} ${rule}: ${message} (바른 형식: ${expected})${others}`;
}
