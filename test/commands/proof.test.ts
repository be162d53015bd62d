// A writer that gets a digit wrong -> a build that says so and hands out nothing.
import { expect, it, vi } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { KEPT } from '../kept.ts';
import { withPart } from '../proof/sabotage.ts';
import { PLAN_FOLDER } from './bundled-plan.ts';

vi.mock('../../src/write/xlsx/write-workbook.ts', async (original) => {
  const { writeWorkbook } = await original<typeof import('../../src/write/xlsx/write-workbook.ts')>();
  const wrong: typeof writeWorkbook = async (workbook) => {
    const { value, diagnostics } = await writeWorkbook(workbook);
    if (value === undefined || workbook.file !== 'budget.xlsx') return { value, diagnostics };
    const edit = (xml: string) => xml.replace('<v>170</v>', '<v>710</v>');
    return { value: withPart(value, 'xl/worksheets/sheet2.xml', edit), diagnostics };
  };
  return { writeWorkbook: wrong };
});

it('hands out no file that does not prove', async () => {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const sources = (await readSources(PLAN_FOLDER, folders, { fonts: false, kept: KEPT })).value;
  if (sources === undefined) throw new Error('the bundled plan cannot be read');
  const result = await build(sources, ['xlsx']);
  expect(result.files).toEqual([]);
  expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
    { rule: 'figure-not-in-cell', place: { file: 'budget.xlsx', cell: '총괄!B10' } },
  ]);
  const unproven = await build(sources, ['xlsx'], () => {}, undefined, { proof: false });
  expect(unproven.files.map(({ name }) => name)).toEqual(['budget.xlsx', 'targets.xlsx']);
}, 30_000);
