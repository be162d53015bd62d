// Tables without their relations -> the same relations, from the numbers alone; tables of chance numbers -> none.
import Fraction from 'fraction.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { proposalsText } from '../../src/cli/findings-text.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureDefinition } from '../../src/figure/figure.ts';
import { mineRelations } from '../../src/relations/mine-relations.ts';
import { proposalsOf, unrelatedLines } from '../../src/relations/proposals.ts';
import { typedTables } from '../../src/relations/table-lines.ts';
import { diceOf } from '../fuzz/dice.ts';
import { type MeasuredPlan, planOf } from '../measure/measured-plan.ts';

let plan: MeasuredPlan;

beforeAll(async () => {
  plan = await planOf('test/plans/county-2026');
});

describe('relations that nobody declares', () => {
  it('are proposed as the plan declares them, and nothing is where all are declared', () => {
    const [bare, declared] = [plan.input({}, true), plan.input({})];
    if (bare === undefined || declared === undefined) throw new Error('the county has no document');
    const tables = [...bare.plan.tables.values()];
    const text = proposalsText(proposalsOf(tables, bare.book, bare.words.derived));
    for (const line of [
      '"*/share": "share(./count, total/count)"  # 구성비: 6칸이 맞음',
      '"*/total": "sum(./male, ./female)"  # 합계: 5칸이 맞음',
      '"*/growth": "growth(./total, previous/total)"  # 증감률: 4칸이 맞음',
      '"*/growth": "growth(./2025-value, ./2024-value)"',
      '"*/per-farm": "ratio(./land, ./households)"',
      '"total/area": "sum(rice/. .. fruit/.)"',
    ])
      expect(text).toContain(line);
    expect(proposalsOf(declared.plan.tables.values(), declared.book, declared.words.derived)).toEqual([]);
    const unrelated = unrelatedLines(tables, bare.book, bare.words.derived);
    expect(unrelated.map(({ table, line }) => `${table.id} ${line.id}`)).toContain('ages share');
  });

  it('are not seen in numbers of chance', () => {
    const bare = plan.input({}, true);
    if (bare === undefined) throw new Error('the county has no document');
    const dice = diceOf(20261130);
    const seen = Array.from({ length: 5 }, () => {
      const figures = bare.plan.figures.map((one): FigureDefinition => {
        if (one.given?.kind !== 'quantity' || one.relation !== undefined) return one;
        const size = one.given.exact.abs().valueOf() * 10 ** one.given.digits;
        const digits = 10 ** Math.ceil(Math.log10(Math.max(2, size)));
        const exact = new Fraction(digits / 10 + dice.below(digits * 0.9)).div(10 ** one.given.digits);
        return { ...one, given: { ...one.given, exact } };
      });
      const book = evaluateFigures(figures).value ?? new Map();
      return typedTables(bare.plan.tables.values(), book).flatMap((one) =>
        mineRelations(one, bare.words.derived),
      );
    });
    expect(
      seen.flat().map(({ table, line, hypothesis }) => `${table.id} ${line.id} ${hypothesis.kind}`),
    ).toEqual([]);
  });
});
