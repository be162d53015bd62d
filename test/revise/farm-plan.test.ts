// A county's farm plan -> a document and workbooks that are proven, no finding about units, and cells that come back as they were meant.
import { beforeAll, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { bundledSources } from '../commands/bundled-plan.ts';
import { KEPT } from '../kept.ts';
import { FARM_PLAN } from './farm-plan.ts';
import { changesOf, faultsOf, imported, partNameOf, partsOf, withCells, workbooksOf } from './import-plan.ts';

let sources: Sources;
let targets: Uint8Array;

beforeAll(async () => {
  sources = {
    ...(await bundledSources(true, true)),
    plan: { displayRoot: 'plan', kept: KEPT, files: FARM_PLAN },
  };
  targets = (await workbooksOf(FARM_PLAN)).get('targets.xlsx') ?? new Uint8Array();
}, 60_000);

it('is built and proven', async () => {
  const { diagnostics, files } = await build(sources, ['pdf', 'xlsx'], undefined, undefined, {});
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(files.map(({ name }) => name)).toContain('plan.pdf');
});

it('has no finding about units, numbers and sums', () => {
  const { value } = inspectPlan(sources, { rules: [] });
  expect(value?.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

it('comes back unchanged', () => {
  const result = imported(targets, FARM_PLAN, 'targets.xlsx');
  expect([faultsOf(result), result.edition?.changes]).toEqual([[], []]);
});

const FARMS = '표01';
const HARVEST = '표02';

it('has live formulas, also from one scale to another', () => {
  const parts = partsOf(targets);
  const formulas = [...(parts.get(partNameOf(parts, FARMS)) ?? '').matchAll(/<f>([^<]*)<\/f>/g)];
  expect(formulas.map(([, formula = '']) => formula.replaceAll('&apos;', "'"))).toEqual([
    'ROUND((D4/10)/C4*1000,0)',
    "ROUND(B4/'그밖의수치(입력)'!C4*1000,1)",
    'ROUND((D5/10)/C5*1000,0)',
    "ROUND(B5/'그밖의수치(입력)'!C4*1000,1)",
    'SUM(B4:B5)',
    'ROUND(SUM(C4:C5),2)',
    'ROUND(SUM(D4:D5),1)',
    'SUM(F4:F5)',
    'SUM(G4:G5)',
    'ROUND(SUM(H4:H5),0)',
  ]);
});

it('has products, means and extremes as live formulas', () => {
  const parts = partsOf(targets);
  const formulas = [...(parts.get(partNameOf(parts, '표03')) ?? '').matchAll(/<f>([^<]*)<\/f>/g)];
  expect(formulas.map(([, formula]) => formula)).toEqual([
    'ROUND(B4*C4,0)',
    'ROUND(B5*C5,0)',
    'ROUND(B6*C6,0)',
    'ROUND(MAX(B4:B6),0)',
    'ROUND(MAX(C4:C6),0)',
    'ROUND(MAX(D4:D6),0)',
    'ROUND(MAX(E4:E6),1)',
    'ROUND(MIN(B4:B6),0)',
    'ROUND(MIN(C4:C6),0)',
    'ROUND(MIN(D4:D6),0)',
    'ROUND(MIN(E4:E6),1)',
    'ROUND(SUM(B4:B6)/3,1)',
    'ROUND(SUM(C4:C6)/3,0)',
    'ROUND(SUM(D4:D6)/3,0)',
    'ROUND((E4*B4+E5*B5)/SUM(B4:B5),1)',
  ]);
});

it.each<[string, string | number, string]>([
  [`${FARMS}!C5`, '2,301ha', '{ set: tables/farms/2022/land, before: 2301.25, after: 2301.00 }'],
  [`${FARMS}!C5`, '23㎢', '{ set: tables/farms/2022/land, before: 2301.25, after: 2300.00 }'],
  [`${FARMS}!D5`, '12,345,678㎏', '{ set: tables/farms/2022/rice, before: 12010, after: 12345.678 }'],
  [`${FARMS}!F5`, '8천4백두', '{ set: tables/farms/2022/cattle, before: 8350, after: 8400 }'],
  [`${FARMS}!F5`, '8,350.5', '표01!F5 wrong-number'],
  [`${FARMS}!G5`, '12마리', '표01!G5 wrong-number'],
  [`${HARVEST}!E4`, '2년', '{ set: tables/harvest/east/months, before: 9, after: 24 }'],
  [`${HARVEST}!D4`, '3일', '표02!D4 wrong-number'],
  [`${HARVEST}!B4`, '30톤', '{ set: tables/harvest/east/bags, before: 1200, after: 1500 }'],
  [`${HARVEST}!C4`, '3만 5,500수', '{ set: tables/harvest/east/hens, before: 35, after: 35.5 }'],
  [`${HARVEST}!F4`, '13두레', '{ set: tables/harvest/east/groups, before: 12, after: 13 }'],
  [`${HARVEST}!G4`, 3.5, '{ set: tables/harvest/east/ridges, before: 2.5, after: 3.5 }'],
])('%s typed as %s', (cell, typed, change) => {
  expect(changesOf(imported(withCells(targets, { [cell]: typed }), FARM_PLAN, 'targets.xlsx'))).toEqual([
    change,
  ]);
});
