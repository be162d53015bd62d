// Two tasks of one name that have a project of one id -> one goes to the other and back, and the words tell them apart.
import { describe, expect, it } from 'vitest';
import { changeRows } from '../../src/revise/compare/change-rows.ts';
import { totalRows } from '../../src/revise/import/total-rows.ts';
import { changesOf, imported, PLAN, withCells, workbooksOf } from './import-plan.ts';
import { places } from './sheet-places.ts';

const TWIN = `id: twin
name: 청년 창업
projects:
  - { id: room, name: 창업 공간, target: 2, funding: { district: 40 } }
  - { id: desk, name: 책상, target: 1, funding: { district: 10 } }
`;
const FILES = new Map(PLAN)
  .set('tasks/twin.yaml', TWIN)
  .set('strategies.yaml', (PLAN.get('strategies.yaml') ?? '').replace('[course]', '[course, twin]'));
const OWN = '청년 창업 (청년 일자리)';
const OTHER = '청년 창업 (여성 일자리)';

async function budgetOf(files: ReadonlyMap<string, string>, edition = 0): Promise<Uint8Array> {
  return (await workbooksOf(files, edition)).get('budget.xlsx') ?? expect.unreachable('no workbook');
}

describe('a project of an id that another has where it goes', () => {
  it('takes an id that is free, and has its own again where it comes back to', async () => {
    const bytes = await budgetOf(FILES);
    const at = places(bytes);
    const there = imported(withCells(bytes, { [at('twin/projects/room task')]: OWN }), FILES);
    expect(changesOf(there)).toEqual([
      '{ move: tasks/twin/projects/room, to: tasks/startup/projects/room-2 }',
    ]);

    const { edition } = there;
    if (edition === undefined) throw new Error('no edition');
    const [row = []] = changeRows(edition.changes, edition.plan, undefined);
    expect(row.slice(0, 4)).toEqual(['이동', `${OTHER} › 창업 공간`, OTHER, OWN]);
    const totals = totalRows(edition.plan, edition.before, edition.after).map(([name]) => name);
    expect(totals).toContain(`청년 일자리 › ${OWN}`);
    expect(totals).toContain(`여성 일자리 › ${OTHER}`);

    const next = new Map(FILES).set('editions/1.yaml', there.edition?.text ?? '');
    const again = await budgetOf(next, 1);
    const back = imported(withCells(again, { [places(again)('room-2 task')]: OTHER }), next);
    expect(changesOf(back)).toEqual([
      '{ move: tasks/startup/projects/room-2, to: tasks/twin/projects/room }',
    ]);
  });
});
