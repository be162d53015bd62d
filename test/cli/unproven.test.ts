// A build without proof over one that was proven -> no list of figures that tells of other files.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runHere } from './run-iljari.ts';

it('replaces an earlier list by one that says so', async () => {
  const out = await mkdtemp(path.join(tmpdir(), 'iljari-unproven-'));
  try {
    const list = path.join(out, 'figures.json');
    await writeFile(list, '{"plan":"earlier","figures":[{"address":"figures/earlier"}]}');
    const args = ['build', 'incheon-seogu-2023', '--only', 'xlsx', '--no-proof', '--out', out];
    expect(await runHere(args)).toMatchObject({ code: 0, stdout: expect.stringContaining('figures.json') });
    expect(JSON.parse(await readFile(list, 'utf8'))).toEqual({
      ...{ plan: 'incheon-seogu-2023', proven: false, figures: [] },
    });
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}, 30_000);
