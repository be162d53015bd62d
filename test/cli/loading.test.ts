// What a command loads: nothing that it does not use.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { writeSmallPlan } from './write-small-plan.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'iljari-loading-'));
beforeAll(() => writeSmallPlan(path.join(folder, 'plan')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The parts of the program that Node ran, by the names of their files, as its own coverage record tells. */
function partsLoaded(...args: readonly string[]): readonly string[] {
  const coverage = mkdtempSync(path.join(folder, 'coverage-'));
  spawnSync(process.execPath, [path.join(PROGRAM_FOLDER, 'dist/cli.js'), ...args], {
    cwd: folder,
    env: { ...process.env, NODE_V8_COVERAGE: coverage },
    stdio: 'ignore',
  });
  const urls = readdirSync(coverage).flatMap((name) => {
    const record = JSON.parse(readFileSync(path.join(coverage, name), 'utf8')) as {
      readonly result: readonly { readonly url: string }[];
    };
    return record.result.map(({ url }) => url);
  });
  return urls.filter((url) => url.startsWith('file:'));
}

const WRITES_PDF = /dist\/write-pdf-/;
const DRAWS_CHARTS = /dist\/(vega\.module|chart-thread)/;
const SPREADSHEET = /dist\/(excel|write-workbook)-/;

describe('iljari check', () => {
  it('loads no library that writes files or draws charts', () => {
    const loaded = partsLoaded('check', 'plan', '--all');
    expect(loaded.length).toBeGreaterThan(1);
    for (const part of [WRITES_PDF, DRAWS_CHARTS, SPREADSHEET])
      expect(loaded.filter((url) => part.test(url))).toEqual([]);
  });
});

describe('iljari build', () => {
  it('loads no spreadsheet library for a PDF', () => {
    const loaded = partsLoaded('build', 'plan', '--only', 'pdf');
    expect(loaded.some((url) => WRITES_PDF.test(url))).toBe(true);
    expect(loaded.some((url) => DRAWS_CHARTS.test(url))).toBe(true);
    expect(loaded.filter((url) => SPREADSHEET.test(url))).toEqual([]);
  });

  it('loads no PDF or chart library for a workbook', () => {
    const loaded = partsLoaded('build', 'plan', '--only', 'xlsx');
    expect(loaded.some((url) => SPREADSHEET.test(url))).toBe(true);
    expect(loaded.filter((url) => WRITES_PDF.test(url) || DRAWS_CHARTS.test(url))).toEqual([]);
  });

  it('loads neither to show its help', () => {
    const loaded = partsLoaded('help', 'build');
    for (const part of [WRITES_PDF, DRAWS_CHARTS, SPREADSHEET]) {
      expect(loaded.filter((url) => part.test(url))).toEqual([]);
    }
  });
});
