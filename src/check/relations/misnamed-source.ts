// Sums of projects by source that miss their task's sheet -> the project whose amount stands under another source's name.
import type Fraction from 'fraction.js';
import { type Address, taskAddress } from '../../figure/address.ts';
import { type FundingSource, type Programme, sourcesIn } from '../../plan/programme.ts';
import { type Constraint, type Sides, sidesOf } from './constraint.ts';
import type { Evidence } from './evidence.ts';

/** An amount under one source that the task's sheet holds under another. */
export interface MisnamedSource {
  readonly amount: Address;
  readonly named: FundingSource;
  readonly meant: FundingSource;
  /** The sums of both sources on the sheet. */
  readonly sums: readonly [Address, Address];
  /** What both sums' mismatches have in common. */
  readonly cause: string;
}

/** Only what two column sums tell together: one is too large by just that amount, the other too small by it. */
export function misnamedSources(
  programme: Programme,
  constraints: readonly Constraint[],
  evidence: Evidence,
): readonly MisnamedSource[] {
  const byFigure = new Map(
    constraints.map((constraint) => [constraint.figure.definition.address, constraint]),
  );
  const excess = (address: Address): Fraction | undefined => {
    const constraint = byFigure.get(address);
    const sides = constraint && sidesOf(constraint, evidence);
    return sides && excessOf(sides);
  };
  return programme.strategies.flatMap(({ tasks }) =>
    tasks.flatMap(({ id, projects, funding: whole }) => {
      const sum = (source: FundingSource) => taskAddress(id, 'funding', source);
      const over = sourcesIn(whole).flatMap((source) => {
        const by = excess(sum(source));
        return by === undefined || by.equals(0) ? [] : [{ source, by }];
      });
      return over.flatMap((named) => {
        const meant = over.find(({ by }) => by.equals(named.by.neg()));
        if (meant === undefined || named.by.s < 0n) return [];
        const sums = [sum(named.source), sum(meant.source)] as const;
        return projects.flatMap(({ funding }) => {
          const amount = funding[named.source];
          if (amount === undefined || !wasEver(named.by, amount, evidence)) return [];
          return [{ amount, named: named.source, meant: meant.source, sums, cause: `source ${amount}` }];
        });
      });
    }),
  );
}

/** Whether the amount is the one looked for, or was when the stated sums were stated: those move along with later changes. */
function wasEver(by: Fraction, amount: Address, evidence: Evidence): boolean {
  const given = evidence.book.get(amount)?.definition.given;
  return (
    evidence.known(amount)?.low.equals(by) === true || (given?.kind === 'quantity' && given.exact.equals(by))
  );
}

/** What the parts come to more than the stated sum; undefined where they are known to a precision only. */
function excessOf({ stated, followed }: Sides): Fraction | undefined {
  if (!stated.low.equals(stated.high) || !followed.low.equals(followed.high)) return undefined;
  return followed.low.sub(stated.low);
}
