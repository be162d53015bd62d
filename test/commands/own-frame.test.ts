// A plan whose frame is its own -> proof that it is printed, pressed and checked like any other.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { outlineOf } from '../../src/document/outline.ts';
import { readingOf } from '../../src/document/reading.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';

const PLAN = path.join(PROGRAM_FOLDER, 'test/plans/own-frame');

async function sources() {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const { value, diagnostics } = await readSources(PLAN, folders, { fonts: true, profiles: true });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

describe('a plan with a frame of its own', () => {
  it('is printed and pressed, and both are proven', { timeout: 60_000 }, async () => {
    const result = await build(await sources(), ['pdf'], () => {}, undefined, {
      final: true,
      print: 'whole',
    });
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.files.map(({ name }) => name)).toContain('plan-print.pdf');
    const { document } = result;
    if (document === undefined) throw new Error('no document');
    expect(outlineOf(readingOf(document).nodes).map(({ depth, name }) => `${depth} ${name}`)).toEqual([
      '1 발간사',
      '1 제1장 지역 노동시장 현황',
      '2 제1절 인구의 흐름',
      '3 가. 인구의 규모',
      '4 인구 현황',
      '4 대응의 차례',
      '3 나. 인구의 구조',
      '2 제2절 산업의 흐름',
      '1 부록',
    ]);
  });

  it('is checked without a finding', async () => {
    const { value, diagnostics } = inspectPlan(await sources());
    expect(diagnostics).toEqual([]);
    expect(value?.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});
