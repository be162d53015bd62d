// Figures kept in other units than their column's -> 변경대비표 and 고용부 분류별 hold every row in 천원 and 명, live and exact.

import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { compareSources } from '../../src/commands/compare.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { PLAN_FOLDER } from '../commands/bundled-plan.ts';
import { KEPT } from '../kept.ts';
import { someOf } from '../whole.ts';
import { Engine } from '../write/xlsx/engine.ts';
import { readBack } from '../write/xlsx/sheets.ts';
import { revisedSources } from './revised-plan.ts';

type File = Awaited<ReturnType<typeof readBack>>;

let fonts: Sources['fonts'];

beforeAll(async () => {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const { value } = await readSources(PLAN_FOLDER, folders, { fonts: true, kept: KEPT });
  fonts = value?.fonts ?? new Map();
});

const ROOM = 'tasks/startup/projects/room';

function sourcesOf(unit: string, before: string, after: string) {
  const task = `id: startup
name: 청년 창업
category: startup
projects:
  - { id: room, name: 창업 공간, target: { value: 1.2, unit: 천명 }, funding: { unit: ${unit}, national: ${before} } }
  - { id: school, name: 창업 학교, funding: { national: 5 } }
`;
  const edition = `number: 1
title: 제1회 추경
kind: 추경
date: 2023-05-01
published: true
changes:
  - { set: ${ROOM}/funding/national, before: ${before}, after: ${after} }
  - { set: ${ROOM}/target, before: 1.2, after: 1.3 }
`;
  return revisedSources(
    new Map([
      ['tasks/startup.yaml', task],
      ['editions/1.yaml', edition],
    ]),
  );
}

/** The numbers of the row in which a text begins with the words. */
function rowOf(file: File, sheet: string, words: string): readonly number[] {
  const numbers: number[] = [];
  file.getWorksheet(sheet)?.eachRow((row) => {
    if (![1, 2, 3].some((column) => row.getCell(column).text.trim() === words)) return;
    row.eachCell((cell) => {
      const held = cell.formula === undefined ? cell.value : cell.result;
      if (typeof held === 'number' && cell.master === cell) numbers.push(held);
    });
  });
  return numbers;
}

/** What 변경대비표 has in its columns of totals, before and after. */
function totalsOf(file: File, words: string): readonly unknown[] {
  const sheet = file.getWorksheet('변경대비표');
  const columns: number[] = [];
  sheet?.getRow(4).eachCell((cell) => {
    if (cell.text === '계') columns.push(Number(cell.col));
  });
  let found: readonly unknown[] = [];
  sheet?.eachRow((row) => {
    if (row.getCell(1).text.trim() !== words) return;
    found = columns.slice(0, 2).map((column) => {
      const cell = row.getCell(column);
      return cell.formula === undefined ? cell.value : cell.result;
    });
  });
  return found;
}

function proveLive(file: File): void {
  const engine = new Engine(file);
  for (const { sheet, address, cached } of engine.formulas) {
    const cell = file.getWorksheet(sheet)?.getCell(address) ?? expect.unreachable();
    if (typeof cached === 'number')
      expect([address, engine.number(sheet, { row: Number(cell.row), column: Number(cell.col) })]).toEqual([
        address,
        expect.closeTo(cached, 6),
      ]);
  }
}

describe.each(
  someOf(
    [
      ['백만원', '786', '900', [786_000, 900_000]],
      ['백만원', '1.5', '2.25', [1_500, 2_250]],
      ['억원', '3', '2', [300_000, 200_000]],
      ['원', '1234567', '2234567', [1_234.567, 2_234.567]],
      ['천원', '786', '900', [786, 900]],
    ] as const,
    3,
  ),
)('a project kept in %s', (unit, before, after, [from, to]) => {
  it('stands in 천원 in 변경대비표 of both workbooks', async () => {
    const sources = sourcesOf(unit, before, after);
    const { files, diagnostics } = await build(sources, ['xlsx'], undefined, undefined, { edition: 1 });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const compared = await compareSources({ ...sources, fonts }, { files: true, places: false });
    const own = compared.value?.files ?? [];
    for (const { bytes } of [...files, ...own].filter(({ name }) =>
      /^(budget|comparison)\.xlsx$/.test(name),
    )) {
      const file = await readBack(bytes);
      expect(totalsOf(file, '창업 공간')).toEqual([from, to]);
      // Sums are whole in their own unit.
      expect(totalsOf(file, '청년 창업')).toEqual([Math.round(from + 5), Math.round(to + 5)]);
    }
    expect(own.map(({ name }) => name)).toContain('comparison.xlsx');
  });

  it('stands in 천원 and its target in 명 in 고용부 분류별, whose sums are live', async () => {
    const { files, diagnostics } = await build(
      sourcesOf(unit, before, after),
      ['xlsx'],
      undefined,
      undefined,
      {
        edition: 1,
      },
    );
    expect(hasErrors(diagnostics)).toBe(false);
    const file = await readBack(files.find(({ name }) => name === 'targets.xlsx')?.bytes ?? new Uint8Array());
    expect(rowOf(file, '고용부 분류별', '창업 공간')).toEqual([1_300, to, to]);
    const [count, target, total] = rowOf(file, '고용부 분류별', '창업지원');
    expect([count, target]).toEqual([2, 1_300]);
    expect(total).toBe(Math.round(to + 5));
    proveLive(file);
  });
});

it('says in 명 in comparison.xlsx what is kept in 천명', async () => {
  const sources = { ...sourcesOf('천원', '1', '2'), fonts };
  const compared = await compareSources(sources, { files: true, places: false });
  const bytes = compared.value?.files.find(({ name }) => name === 'comparison.xlsx')?.bytes;
  const file = await readBack(bytes ?? new Uint8Array());
  expect(rowOf(file, '일자리목표', '- 창업 공간').slice(0, 3)).toEqual([1_200, 1_300, 100]);
});
