// `build --submit`: the bundled plan's workbooks as they are handed in, nothing in them that is there for typing and checking.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../../src/commands/build.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { KEPT } from '../kept.ts';
import { revisedSources } from '../revise/revised-plan.ts';
import { partsIn } from '../write/xlsx/parts.ts';
import { schemaFaults } from '../write/xlsx/schema.ts';
import { proveFormulas, readBack } from '../write/xlsx/sheets.ts';
import { PLAN_FOLDER } from './bundled-plan.ts';

type File = Awaited<ReturnType<typeof readBack>>;

let result: BuildResult;
let budget: File;
let targets: File;

async function handedIn(folder: string): Promise<BuildResult> {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const sources = (await readSources(folder, folders, { fonts: false, kept: KEPT })).value;
  if (sources === undefined) throw new Error(`${folder} cannot be read`);
  return build(sources, ['xlsx'], undefined, undefined, { submit: true });
}

function bytesOf({ files }: BuildResult, name: string): Uint8Array {
  return files.find((file) => file.name === name)?.bytes ?? expect.unreachable(name);
}

beforeAll(async () => {
  result = await handedIn(PLAN_FOLDER);
  budget = await readBack(bytesOf(result, 'budget.xlsx'));
  targets = await readBack(bytesOf(result, 'targets.xlsx'));
}, 60_000);

it('makes the two workbooks and nothing else, proven', () => {
  expect(result.diagnostics).toEqual([]);
  expect(result.files.map(({ name }) => name)).toEqual(['budget.xlsx', 'targets.xlsx']);
});

describe('a workbook to hand in', () => {
  it('has no note, no rule of what may be typed, no hidden sheet and no hidden column', async () => {
    for (const name of ['budget.xlsx', 'targets.xlsx']) {
      const parts = partsIn(bytesOf(result, name));
      expect([...parts.keys()].filter((part) => /comment|vmlDrawing/.test(part))).toEqual([]);
      for (const [part, text] of parts) {
        expect(text, part).not.toMatch(/<dataValidation|hidden="1"|state="(veryH|h)idden"|공시차이|_iljari/);
        expect(text, part).not.toMatch(/tasks\/[a-z]/);
      }
      expect(await schemaFaults(parts)).toEqual([]);
    }
  });

  it('has no yellow cell', () => {
    for (const file of [budget, targets])
      for (const sheet of file.worksheets)
        sheet.eachRow((row) =>
          row.eachCell({ includeEmpty: true }, ({ fill, address }) => {
            const colour = fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
            expect(colour, `${sheet.name}!${address}`).not.toBe('FFFFF9DB');
          }),
        );
  });

  it('has a row for each project or whole task, and none to spare', () => {
    const sheet = budget.getWorksheet('세부사업별(입력)');
    const names: string[] = [];
    // Below the caption, the unit, 합계 and the headings.
    sheet?.eachRow((row, number) => {
      if (number > 4) names.push(row.getCell(2).text);
    });
    expect(names.filter((name) => name === '')).toEqual([]);
    expect(names.filter((name) => /^(과제 전체|그 밖의 세부사업)$/.test(name)).length).toBeGreaterThan(0);
  });

  it('has the sheets of the workbook that people work in', () => {
    expect(targets.worksheets.map(({ name }) => name).slice(0, 5)).toEqual([
      '표지',
      '공통목표',
      '분야별목표',
      '실천과제별목표',
      '세부사업별목표',
    ]);
  });

  it('has live sums that come to what is published, and the published number where they do not, each told with its place', () => {
    expect(proveFormulas(budget)).toBeGreaterThan(100);
    expect(proveFormulas(targets)).toBeGreaterThan(200);
    // 국비 of the youth jobs: stated 34,380 where the projects give 184,380.
    const at = result.stated.find(
      ({ published, computed }) => published === '34,380' && computed === '184,380',
    );
    const [, name = '', cell = ''] = /^budget\.xlsx (.+)!([A-Z]+\d+)$/.exec(at?.cell ?? '') ?? [];
    const held = budget.getWorksheet(name)?.getCell(cell);
    expect([held?.value, held?.formula]).toEqual([34380, undefined]);
    expect(new Set(result.stated.map((one) => one.cell)).size).toBe(result.stated.length);
    for (const { published, computed } of result.stated) expect(published).not.toBe(computed);
  });

  it('adds to no sum a number that stands nowhere', () => {
    for (const file of [budget, targets])
      for (const sheet of file.worksheets)
        sheet.eachRow((row) =>
          row.eachCell(({ formula, address }) => {
            expect(formula ?? '', `${sheet.name}!${address}`).not.toMatch(/SUM\([^)]*\)[+-]\d/);
          }),
        );
  });
});

it.each(['revised', 'workbooks'])('has nothing of it for another plan: %s', async (name) => {
  const made = await handedIn(path.join(PROGRAM_FOLDER, 'test/plans', name));
  expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(made.files).toHaveLength(2);
  for (const { bytes } of made.files)
    for (const [part, text] of partsIn(bytes))
      expect(text, part).not.toMatch(
        /<dataValidation|hidden="1"|공시차이|_iljari|tasks\/[a-z]|소 ?계 \(보이는/,
      );
});

it('is made of an edition with a comparison, without anything of 공시차이 where nothing differs', async () => {
  const { plan, templates, fonts } = revisedSources(
    new Map([
      [
        'editions/1.yaml',
        `number: 1
title: 제1회 추경
kind: 추경
date: 2023-05-01
published: true
changes:
  - { set: tasks/startup/projects/room/funding/national, before: 1500, after: 1600 }
`,
      ],
    ]),
  );
  const made = await build({ plan, templates, fonts }, ['xlsx'], undefined, undefined, { submit: true });
  expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const file = await readBack(bytesOf(made, 'budget.xlsx'));
  expect(file.worksheets.map(({ name }) => name)).toContain('변경대비표');
  expect([...partsIn(bytesOf(made, 'budget.xlsx')).values()].join('')).not.toContain('공시차이');
});
