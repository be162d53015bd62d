// `iljari check` with what a person asks about rules and decisions -> words, and YAML that may be pasted.
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { runHere } from './run-iljari.ts';

it('explains a rule, refuses one that is not there, and drafts decisions on what is no error too', async () => {
  const explained = await runHere(['check', '--explain', 'missing-data']);
  expect(explained.stdout).toMatch(/^missing-data {2}주의\n/u);
  expect(explained.stdout).toContain('이 계획에서 찾은 것: 주의 3건');
  expect(explained.stdout).toContain('rules-off: [{ rule: missing-data, reason: 까닭 }]');
  const binding = await runHere(['check', 'test/plans/small', '--explain', 'published-changed']);
  expect(binding.stdout).toContain('끌 수 없는 규칙');
  expect(await runHere(['check', '--explain', 'no-rule'])).toMatchObject({ code: 2 });

  const drafted = await runHere(['check', '--draft', '--rule', 'blank-or-dash']);
  const { findings } = parse(drafted.stdout);
  expect(findings).toHaveLength(5);
  expect(findings[0]).toMatchObject({ decision: 'keep', edition: 0 });
  expect(findings[0].finding).toMatch(/^blank-or-dash /u);
});
