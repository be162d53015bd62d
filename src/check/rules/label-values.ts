// label-values: rows whose name says one formula while all their values follow another.
import type { Address } from '../../figure/address.ts';
import { computeRelation } from '../../figure/compute.ts';
import type { Figure } from '../../figure/figure.ts';
import { roundHalfUp } from '../../figure/quantity.ts';
import type { Relation } from '../../figure/relation.ts';
import { UNITS } from '../../figure/unit.ts';
import type { AxisEntry, StatisticsTable } from '../../plan/statistics-table.ts';
import { leavesOf } from '../../plan/statistics-table.ts';
import { yearOf } from '../figures/periods.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';

/** Fewer values follow another formula by chance. */
const FEWEST = 3;

export const labelValues: Rule = {
  title: '행의 이름이 말하는 것과 그 행의 값이 따르는 셈이 같아야 합니다.',
  reason: '증감률을 평균 규모라고 적으면 표 전체를 잘못 읽습니다.',
  severity: 'error',
  *find(input) {
    const printed = input.printed;
    const nameOf = (entry: AxisEntry) => {
      const text = printed(entry.label.place);
      return text === undefined ? entry.id : lineOf(text).text;
    };
    for (const table of input.plan.tables.values()) {
      const rows = leavesOf(table.rows);
      for (const [y, path] of rows.entries()) {
        const followed = isWrong(input, table, y) ? rowFollowed(input, table, y) : undefined;
        const source = followed === undefined ? undefined : rows[followed];
        const [group] = path;
        const sourceGroup = source?.[0];
        const cell = table.cells[y]?.find((one) => one.kind === 'figure');
        if (group === undefined || sourceGroup === undefined || cell?.kind !== 'figure') continue;
        const [name, other] = [nameOf(group), nameOf(sourceGroup)];
        yield {
          subject: `${table.id} ${path.map(({ id }) => id).join('-')}`,
          cause: `label-values ${table.id} ${group.id}`,
          message: `‘${name}’의 값은 모두 ‘${other}’의 전년대비 증감률과 같습니다. 이름이 말하는 값이 아닙니다.`,
          place: group.label.place,
          related: [
            { place: cell.place, note: `‘${name}’의 값` },
            { place: sourceGroup.label.place, note: `‘${other}’` },
          ],
          stated: name,
          computed: `${other} 증감률`,
          formula: `(올해 ${other} - 전년 ${other}) ÷ 전년 ${other} × 100`,
          remedy: `이름을 ‘${other} 증감률’로 고치거나, 이름대로 다시 셈한 값을 적습니다.`,
        };
      }
    }
  },
};

function figuresOfRow({ book }: CheckInput, table: StatisticsTable, y: number): readonly Figure[] {
  return (table.cells[y] ?? []).flatMap((cell) => {
    const figure = cell.kind === 'figure' ? book.get(cell.address) : undefined;
    return figure === undefined ? [] : [figure];
  });
}

/** Whether not one of the row's stated values is what its own relation gives. */
function isWrong(input: CheckInput, table: StatisticsTable, y: number): boolean {
  const figures = figuresOfRow(input, table, y).filter(({ computed }) => computed?.kind === 'quantity');
  return figures.length >= FEWEST && figures.every((figure) => !states(figure, figure.computed));
}

/** The row of the table whose growths from column to column the values are. */
function rowFollowed(input: CheckInput, table: StatisticsTable, y: number): number | undefined {
  const own = table.cells[y] ?? [];
  const columns = leavesOf(table.columns);
  const candidates = table.cells.flatMap((row, index) => {
    if (index === y) return [];
    let agreeing = 0;
    for (let x = 1; x < own.length; x++) {
      const [cell, current, previous] = [own[x], row[x], row[x - 1]];
      const yearly = yearOf(columns[x] ?? []) !== undefined && yearOf(columns[x - 1] ?? []) !== undefined;
      if (!yearly || cell?.kind !== 'figure') continue;
      if (current?.kind !== 'figure' || previous?.kind !== 'figure') continue;
      const figure = input.book.get(cell.address);
      if (figure === undefined) continue;
      if (!states(figure, growth(input, current.address, previous.address))) return [];
      agreeing++;
    }
    return agreeing >= FEWEST ? [index] : [];
  });
  return candidates.length === 1 ? candidates[0] : undefined;
}

function growth({ book }: CheckInput, current: Address, previous: Address): Figure['computed'] {
  const relation: Relation = { kind: 'growth', current, previous };
  return computeRelation(relation, { unit: UNITS['%'], digits: 1 }, (address) => {
    const figure = book.get(address);
    return figure && { value: figure.effective, unit: figure.definition.unit };
  });
}

/** Whether the stated value is the other one, rounded to the digits that it shows. */
function states({ effective }: Figure, other: Figure['computed']): boolean {
  if (effective.kind !== 'quantity' || other?.kind !== 'quantity') return false;
  return roundHalfUp(other.exact, effective.digits).equals(effective.exact);
}
