// Each folder of test/plans/bad -> the diagnostics that reading it gives, all in one run.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, formatLocation } from '../../src/diagnostic.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { KEPT } from '../kept.ts';
import { PLANS, SHARED, textsIn } from './plan-folders.ts';

const BAD = path.join(PLANS, 'bad');
const small = textsIn(path.join(PLANS, 'small'));
const cases = readdirSync(BAD, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('a plan with faults', () => {
  it.each(cases.map((entry) => entry.name))('%s', (name) => {
    const folder = path.join(BAD, name);
    const { diagnostics } = readPlan(
      { displayRoot: name, kept: KEPT, files: laidOver(folder) },
      { shared: SHARED },
    );
    const actual = diagnostics.map((diagnostic) => `${lineOf(diagnostic)}\n`).join('');
    const expectedFile = path.join(folder, 'expected.txt');
    const actualFile = path.join(folder, 'actual.txt');
    const expected = existsSync(expectedFile) ? readFileSync(expectedFile, 'utf8') : '';
    if (actual === expected) rmSync(actualFile, { force: true });
    else writeFileSync(actualFile, actual);
    expect(actual).toBe(expected);
    expect(actual).not.toBe('');
  });
});

/** The small plan with the case's files instead of its own. */
function laidOver(folder: string): ReadonlyMap<string, string> {
  const { 'removed.txt': removed = '', ...own } = Object.fromEntries(textsIn(folder));
  const files = new Map([...small, ...Object.entries(own)]);
  for (const name of ['expected.txt', 'actual.txt', ...removed.split('\n')]) files.delete(name);
  return files;
}

function lineOf({ place, rule, message, expected, related = [] }: Diagnostic): string {
  const others = related.map((other) => ` [${formatLocation(other.place)} ${other.note}]`).join('');
  return `${formatLocation(place)} ${rule}: ${message} (바른 형식: ${expected})${others}`;
}
