// The press settings of plan.yaml -> what a print shop is given, or what is wrong with them.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { PLANS, textsIn } from './plan-folders.ts';

const small = textsIn(path.join(PLANS, 'small'));

function withPress(lines: readonly string[]) {
  const text = `${small.get('plan.yaml')}\npress:\n${lines.map((line) => `  ${line}\n`).join('')}`;
  return readPlan({ displayRoot: 'small', files: new Map([...small, ['plan.yaml', text]]) });
}

describe('press settings', () => {
  it('have defaults', () => {
    const { value } = readPlan({ displayRoot: 'small', files: small });
    expect(value?.press).toEqual({ bleed: 3, inner: 26, multiple: 4, paper: 0.1, inks: new Map() });
  });

  it('are read as they are written', () => {
    const { value, diagnostics } = withPress([
      'bleed: 5',
      'inner: 24.5',
      'multiple: 16',
      'paper: 0',
      'profile: press/uncoated.icc',
      'inks: { main: [90, 60, 0, 10] }',
    ]);
    expect(diagnostics).toEqual([]);
    expect(value?.press).toMatchObject({
      bleed: 5,
      inner: 24.5,
      multiple: 16,
      paper: 0,
      profile: { path: 'press/uncoated.icc', place: { file: 'small/plan.yaml' } },
      inks: new Map([['main', [90, 60, 0, 10]]]),
    });
  });

  it.each([
    ['bleed: 30'],
    ['inner: wide'],
    ['multiple: 0'],
    ['paper: 5'],
    ['profile: ../other.icc'],
    ['profile: /tmp/other.icc'],
    ['profile: other.pdf'],
    ['inks: { main: [100, 100, 100] }'],
    ['inks: { main: [101, 0, 0, 0] }'],
  ])('%s is a fault with its place', (line) => {
    const { diagnostics } = withPress([line]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(diagnostics[0]?.place.file).toBe('small/plan.yaml');
  });
});
