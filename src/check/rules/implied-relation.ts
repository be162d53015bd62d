// Relations that the numbers of a table bear out and nobody declared -> the cells that do not keep to them.
import Fraction from 'fraction.js';
import { roundHalfUp } from '../../figure/quantity.ts';
import { relationOf } from '../../figure/relation.ts';
import { type Mined, type MinedCell, mineRelations } from '../../relations/mine-relations.ts';
import { typedTables } from '../../relations/table-lines.ts';
import type { Found } from '../finding.ts';
import { formulaNumbers, formulaWords, print, printAs } from '../relations/wording.ts';
import type { CheckInput, Rule } from '../rule.ts';

/** So many cells have to keep to it; fewer where the line's label says it too. */
const ENOUGH = { named: 2, unnamed: 4 } as const;

export const impliedRelation: Rule = {
  title: '한 줄의 다른 칸이 모두 따르는 셈은 남은 한 칸도 따라야 합니다.',
  reason: '혼자 다른 칸은 그 칸이나 셈에 든 수가 잘못 적힌 것일 때가 많습니다.',
  severity: 'warning',
  *find(input) {
    const tables = typedTables(input.plan.tables.values(), input.book);
    for (const mined of tables.flatMap((one) => mineRelations(one, input.words.derived))) {
      const misses = mined.cells.filter(({ holds }) => holds === false);
      const hits = mined.cells.filter(({ holds, guess }) => holds === true && !guess.trivial).length;
      const suspect = suspectOf(misses);
      const [first] = misses;
      if (first === undefined || suspect === undefined) continue;
      if (hits < (mined.named ? ENOUGH.named : ENOUGH.unnamed)) continue;
      yield foundOf(mined, first, { hits, suspect }, input);
    }
  },
};

/** The one figure that all of them have in common. */
function suspectOf(misses: readonly MinedCell[]): string | undefined {
  const [first, ...others] = misses.map(({ cell, guess }) =>
    [cell, ...guess.operands].map(({ address }) => address),
  );
  return first?.find((address) => others.every((one) => one.includes(address)));
}

function foundOf(
  { hypothesis }: Mined,
  { cell, guess }: MinedCell,
  { hits, suspect }: { readonly hits: number; readonly suspect: string },
  { book, labels }: CheckInput,
): Found {
  const { figure, address } = cell;
  const { digits, unit, place } = figure.definition;
  const given = figure.effective.kind === 'quantity' ? figure.effective.digits : digits;
  const relation = relationOf(
    hypothesis.kind,
    guess.operands.map((one) => one.address),
  );
  const exact = new Fraction(guess.value).div(unit.scale);
  const [stated, computed] = [print(figure), printAs(roundHalfUp(exact, given), given, figure)];
  const numbers = relation === undefined ? '' : `(${formulaNumbers(relation, book)})`;
  return {
    subject: address,
    message: `${labels(address)}: 적힌 값은 ${stated}, 같은 줄의 다른 ${hits}칸이 모두 따르는 셈으로는 ${computed}입니다${numbers}.`,
    place,
    related: guess.operands.map((one) => ({
      place: one.figure.definition.place,
      note: `${labels(one.address)}: ${print(one.figure)}`,
    })),
    stated,
    computed,
    ...(relation === undefined ? {} : { formula: formulaWords(relation, labels) }),
    remedy: '이 칸이나 셈에 든 수를 고칩니다. 이 셈을 따르지 않는 칸이면 처리(not-a-fault)로 적습니다.',
    cause: `implied ${suspect}`,
  };
}
