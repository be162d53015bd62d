// A plan with more faults than a function can have arguments -> all of them told.
import { expect, it } from 'vitest';
import { inspectPlan } from '../../src/commands/check.ts';
import { KEPT } from '../kept.ts';

it('tells every fault, however many', () => {
  const count = 130_000;
  // No list may have more than 20,000 entries.
  const files = new Map([['notes.yaml', `- [${'*a, '.repeat(count / 13)}]\n`.repeat(13)]]);
  const none = { displayRoot: 'templates', kept: KEPT, files: new Map<string, string>() };
  const { diagnostics } = inspectPlan({
    plan: { displayRoot: 'plan', files },
    templates: none,
  });
  expect(diagnostics.filter(({ rule }) => rule === 'yaml-alias')).toHaveLength(count);
});
