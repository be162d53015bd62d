// The short forms of a statistics table -> the long ones while its years move, and the short ones again.
import { isPair, isSeq, type Pair, YAMLMap, YAMLSeq } from 'yaml';
import { yearRange } from '../../plan/year-range.ts';
import { flowMap, mapAt, mapsIn, plain, seqAt, stringAt } from '../yaml-edit.ts';
import { moveYears, type YearLeaf, type YearMove } from './year-axis.ts';

/** Years that count from the plan's say the same of the next one; others are written as they are then. */
export function moveAxis(root: YAMLMap, key: 'rows' | 'columns', move: YearMove): readonly YearLeaf[] {
  const written = stringAt(root, key) ?? '';
  const years = yearRange(written, move.planYear);
  if (years === undefined) return moveYears(seqAt(root, key), key, move);
  const list = new YAMLSeq();
  list.items = years.map((year) =>
    flowMap([
      ['id', plain(String(year))],
      ['period', plain(String(year))],
    ]),
  );
  const leaves = moveYears(list, key, move);
  if (move.kind !== 'rolling' || /\d{4}/u.test(written))
    root.set(key, plain(`years ${leaves[0]?.after} .. ${leaves.at(-1)?.after}`));
  return leaves;
}

/** The cells that rows have with them, put into `cells:` by the rows' ids until they are put back. */
export function cellsBeside(root: YAMLMap): { readonly putBack: () => void } {
  const moved: { readonly row: YAMLMap; readonly pair: Pair }[] = [];
  const hadCells = root.has('cells');
  const cells = mapAt(root, 'cells') ?? new YAMLMap();
  const take = (rows: YAMLSeq | undefined, above: string): void => {
    for (const row of mapsIn(rows)) {
      const name = `${above}${stringAt(row, 'id') ?? ''}`;
      const own = row.get('cells', true);
      if (isSeq(own)) {
        row.delete('cells');
        cells.add({ key: plain(name), value: own });
        const pair = cells.items.at(-1);
        if (isPair(pair)) moved.push({ row, pair });
      }
      take(seqAt(row, 'rows'), `${name}-`);
    }
  };
  take(seqAt(root, 'rows'), '');
  if (!hadCells && moved.length > 0) root.set('cells', cells);
  return {
    putBack: () => {
      for (const { row, pair } of moved) row.set('cells', pair.value);
      const pairs = new Set<unknown>(moved.map(({ pair }) => pair));
      cells.items = cells.items.filter((pair) => !pairs.has(pair));
      if (!hadCells && moved.length > 0) root.delete('cells');
    },
  };
}
