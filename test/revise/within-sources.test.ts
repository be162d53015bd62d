// Projects with a total alone in a task whose sources were typed for all of it -> the workbook and the edition come to one total.
import { beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../src/figure/address.ts';
import { changesOf, imported, PLAN, withCells, workbooksOf } from './import-plan.ts';
import { places } from './sheet-places.ts';

const FILES = new Map(PLAN).set(
  'tasks/course.yaml',
  `id: course
name: 여성 교육
target: 20
funding: { total: 5000, national: 2000, province: '-', district: 3000 }
projects:
  - { id: day, name: 주간반, target: 8, funding: { national: 1500 } }
  - { id: night, name: 야간반, funding: { total: 800 } }
  - { id: late, name: 저녁반 }
`,
);
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = (await workbooksOf(FILES)).get('budget.xlsx') ?? expect.unreachable('no workbook');
});

const typed = (edits: Readonly<Record<string, string | number>>) => {
  const at = places(bytes);
  const cells = Object.entries(edits).map(([cell, content]) => [at(cell), content]);
  return imported(withCells(bytes, Object.fromEntries(cells)), FILES);
};
const total = (result: ReturnType<typeof imported>, ...path: readonly string[]) => {
  const value = result.edition?.after.get(addressOf(...path, 'funding', 'total'))?.effective;
  return value?.kind === 'quantity' ? value.exact.toFraction() : value?.kind;
};
const told = ({ diagnostics }: ReturnType<typeof imported>) =>
  diagnostics.map(({ rule, severity }) => `${severity} ${rule}`);

describe('a project with a total alone', () => {
  it('counts where it is added', () => {
    const result = typed({ 'course+0 name': '새 반', 'course+0 total': 700 });
    expect(told(result)).toEqual(['information row-without-id']);
    expect(total(result, 'tasks', 'course')).toBe('5700');
    expect(total(result, 'strategies', 'all')).toBe('16290');
  });

  it('cannot go where it would be counted a second time', () => {
    const result = typed({ 'night task': '청년 인턴' });
    expect(told(result)).toEqual(['error not-importable']);
    expect(result.diagnostics[0]?.place).toMatchObject({ cell: places(bytes)('night task') });
  });

  it('changes nothing above it, which is told', () => {
    const result = typed({ 'night total': 900 });
    expect(changesOf(result)).toEqual([
      '{ set: tasks/course/projects/night/funding/total, before: 800, after: 900 }',
    ]);
    expect(told(result)).toEqual(['warning not-importable']);
    expect(total(result, 'tasks', 'course')).toBe('5000');
  });
});
