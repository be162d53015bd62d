// A plan with more faults than a function can have arguments -> all of them told.
import { expect, it } from 'vitest';
import { inspectPlan } from '../src/inspect.ts';

it('tells every fault, however many', () => {
  const count = 130_000;
  const files = new Map([['notes.yaml', '- *a\n'.repeat(count)]]);
  const none = { displayRoot: 'templates', files: new Map<string, string>() };
  const { diagnostics } = inspectPlan({
    plan: { displayRoot: 'plan', files },
    templates: none,
  });
  expect(diagnostics.filter(({ rule }) => rule === 'yaml-alias')).toHaveLength(count);
});
