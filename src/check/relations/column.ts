// Mismatches of one kind of relation -> tables in which every cell that has the relation misses, and the mismatches of the rest.
import { formOf } from '../../figure/address.ts';
import type { Figure } from '../../figure/figure.ts';
import type { Mismatch } from './audit.ts';
import type { Constraint } from './constraint.ts';

/** From this many cells on that they all miss is no chance. */
const FEWEST = 3;

interface Columns {
  readonly columns: readonly (readonly Mismatch[])[];
  readonly alone: readonly Mismatch[];
}

export function wholeColumns(mismatches: readonly Mismatch[], constraints: readonly Constraint[]): Columns {
  const all = new Map<string, number>();
  for (const { figure } of constraints) {
    const key = keyOf(figure);
    if (key !== undefined) all.set(key, (all.get(key) ?? 0) + 1);
  }
  const missed = new Map<string, Mismatch[]>();
  const alone: Mismatch[] = [];
  for (const mismatch of mismatches) {
    const key = keyOf(mismatch.constraint.figure);
    if (key === undefined) alone.push(mismatch);
    else missed.set(key, [...(missed.get(key) ?? []), mismatch]);
  }
  const columns: (readonly Mismatch[])[] = [];
  for (const [key, members] of missed) {
    if (members.length >= FEWEST && members.length === all.get(key)) columns.push(members);
    else alone.push(...members);
  }
  return { columns, alone };
}

/** The table and the kind of relation; undefined outside tables. */
function keyOf({ definition }: Figure): string | undefined {
  const form = formOf(definition.address);
  return form.kind === 'table' ? `${form.table} ${definition.relation?.kind}` : undefined;
}
