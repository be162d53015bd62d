// The bundled plan -> its findings, each read by a person: all of them, and nothing else.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsAfter, lineOf } from './edited-plan.ts';

const GOLDEN = path.join(import.meta.dirname, 'bundled-findings.txt');
const ACTUAL = path.join(import.meta.dirname, 'bundled-findings.actual.txt');

describe('the bundled plan', () => {
  it('has the findings that were read and found true; a difference is left beside the list', async () => {
    const actual = (await findingsAfter([])).map((finding) => `${lineOf(finding)}\n`).join('');
    const expected = existsSync(GOLDEN) ? readFileSync(GOLDEN, 'utf8') : '';
    if (actual === expected) rmSync(ACTUAL, { force: true });
    else writeFileSync(ACTUAL, actual);
    expect(actual).toBe(expected);
  });

  it('has a decision for every error, none of them stale', async () => {
    const findings = await findingsAfter([], undefined, 'decided');
    expect(findings.filter(({ rule }) => rule === 'stale-disposition')).toEqual([]);
    const open = findings.filter(
      ({ severity, disposition }) => severity === 'error' && disposition === undefined,
    );
    expect(open.map(lineOf)).toEqual([]);
  });
});
