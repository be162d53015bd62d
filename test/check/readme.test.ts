// The README's table of rules -> it names every rule with what it asks for, and no other.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { RULES } from '../../src/check/rules.ts';

const WORDS = { error: '오류', warning: '주의', style: '표기', information: '참고' } as const;

it('has a row for every rule', () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const section = /^### 확인\(check\)\n([\s\S]*?)(?=^##)/mu.exec(readme)?.[1] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  const expected = Object.entries(RULES).map(
    ([id, { title, severity }]) => `| \`${id}\` | ${title} | ${WORDS[severity]} |`,
  );
  expect(rows.toSorted()).toEqual(expected.toSorted());
});
