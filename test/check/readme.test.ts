// The README's table of rules -> each rule of the check has its row, and each row its rule.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { RULES } from '../../src/check/rules.ts';

it('lists every rule in the README, and no other', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');
  const [, section = ''] = /### 확인\(check\)\n([\s\S]*?)\n### /.exec(readme) ?? [];
  const listed = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id);
  expect(listed.sort()).toEqual(Object.keys(RULES).sort());
});
