// The parts of a small plan's workbooks against the golden ones.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHANGED_FOLDER } from './golden-folder.ts';
import { GOLDEN_WORKBOOKS, workbookParts } from './golden-workbooks.ts';

const CHANGED = path.join(CHANGED_FOLDER, 'workbooks');

describe("a small plan's workbooks", () => {
  it('have the parts that they had, byte for byte', async () => {
    rmSync(CHANGED, { recursive: true, force: true });
    const golden = readdirSync(GOLDEN_WORKBOOKS, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(GOLDEN_WORKBOOKS, path.join(entry.parentPath, entry.name)))
      .map((name) => name.split(path.sep).join('/'));
    const parts = await workbookParts();
    expect([...parts.keys()].sort()).toEqual(golden.sort());
    const changed = [...parts].filter(
      ([name, text]) => readFileSync(path.join(GOLDEN_WORKBOOKS, name), 'utf8') !== text,
    );
    for (const [name, text] of changed) {
      const file = path.join(CHANGED, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    expect(
      changed.map(([name]) => name),
      'see test/golden/changed/workbooks; npm run golden renews the parts',
    ).toEqual([]);
  });
});
