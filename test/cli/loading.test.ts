// What a command loads: nothing that it does not use.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROGRAM_FOLDER } from '../../src/files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'iljari-loading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The packages whose files Node ran, as its own coverage record names them. */
function packagesLoaded(...args: readonly string[]): ReadonlySet<string> {
  const coverage = mkdtempSync(path.join(folder, 'coverage-'));
  execFileSync(
    process.execPath,
    [path.join(PROGRAM_FOLDER, 'dist/cli.js'), ...args, '--out', path.join(folder, 'out')],
    {
      env: { ...process.env, NODE_V8_COVERAGE: coverage },
      stdio: 'ignore',
    },
  );
  const urls = readdirSync(coverage).flatMap((name) => {
    const record = JSON.parse(readFileSync(path.join(coverage, name), 'utf8')) as {
      readonly result: readonly { readonly url: string }[];
    };
    return record.result.map(({ url }) => url);
  });
  return new Set(urls.flatMap((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []));
}

describe('iljari build', { timeout: 60_000 }, () => {
  it('loads no spreadsheet library for a PDF', () => {
    const loaded = packagesLoaded('build', '--only', 'pdf');
    expect(loaded).toContain('pdfmake');
    expect(loaded).toContain('vega');
    expect(loaded).not.toContain('exceljs');
  });

  it('loads no PDF or chart library for a workbook', () => {
    const loaded = packagesLoaded('build', '--only', 'xlsx');
    expect(loaded).toContain('exceljs');
    for (const name of ['pdfmake', 'pdfkit', 'fontkit', 'vega', 'vega-lite'])
      expect(loaded).not.toContain(name);
  });
});
