// The workbooks of an earlier form of the program, kept as they were -> they are still taken, and nothing in them is read otherwise.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { originOf } from '../../src/revise/import/workbook-origin.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText } from '../../src/spreadsheet/spreadsheet.ts';
import { KEPT } from '../kept.ts';
import { WHOLE } from '../whole.ts';
import { changesOf, type Files, faultsOf, imported, withCells } from './import-plan.ts';

const PLAN_FOLDER = path.join(PROGRAM_FOLDER, 'data/incheon-seogu-2023');
let plan: Files;

const bytesOf = (name: string) =>
  readFileSync(new URL(`../fixtures/import/2026-11-29/${name}`, import.meta.url));

beforeAll(async () => {
  const roots = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const { value } = await readSources(PLAN_FOLDER, roots, { fonts: false, kept: KEPT });
  // Without editions: these workbooks were made from the first form of the plan.
  plan = new Map([...(value?.plan.files ?? [])].filter(([name]) => !name.startsWith('editions/')));
});

/** The places of some cells that people type into, each with its address and what it was written with. */
function inputsOf(bytes: Uint8Array, like: RegExp) {
  const read = readSpreadsheet(bytes);
  const origin = read.ok ? originOf(read.sheets) : undefined;
  if (origin === undefined || origin === 'changed') throw new Error('an old workbook is not read');
  return origin.figures.flatMap(({ kind, address, spot, exported }) =>
    kind === 'input' && spot !== undefined && like.test(address) && /^\d{4,}$/.test(exported)
      ? [{ address, place: `${spot.sheet.name}!${cellText(spot.column, spot.row)}`, exported }]
      : [],
  );
}

describe.each([
  ['budget.xlsx', /^tasks\/.+\/funding\//],
  ['targets.xlsx', /^tables\//],
] as const)('%s', (name, like) => {
  it('has no changes as it was made', () => {
    const result = imported(bytesOf(name), plan, name);
    expect([faultsOf(result), result.edition?.changes]).toEqual([[], []]);
  });

  it.each(
    WHOLE ? [0, 0.31, 0.77, 1] : [0.31, 1],
  )('has the one that was typed (%s of the way down)', (part) => {
    const bytes = bytesOf(name);
    const inputs = inputsOf(bytes, like);
    const input = inputs[Math.round(part * (inputs.length - 1))];
    if (input === undefined) throw new Error('no input');
    const after = Number(input.exported) + 1;
    expect(changesOf(imported(withCells(bytes, { [input.place]: after }), plan, name))).toEqual([
      `{ set: ${input.address}, before: ${input.exported}, after: ${after} }`,
    ]);
  });
});
