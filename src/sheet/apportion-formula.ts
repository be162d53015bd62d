// A split by largest remainder -> the formula of one of its parts, in functions that every spreadsheet has.

export interface Split {
  /** The cell of the rounded whole, which is split. */
  readonly whole: string;
  /** The cell of the exact amount that the whole is rounded from, and those of its exact parts, all on one scale. */
  readonly exact: string;
  readonly parts: readonly string[];
  /** How many of the parts' units one of the whole's is, 1 or more: 1,000천원 are 1백만원. */
  readonly scale: number;
}

/**
 * As `apportion` splits (src/figure/apportion.ts): every part has its floor; what is left goes to the largest fractions, more than once
 * round where there is more left than parts; too much is taken back from the smallest. Ties: the larger amount, then the earlier part;
 * a part of 0 takes nothing. Empty text where the parts do not come to the exact amount. `part` from 0; the parts are 0 or more.
 */
export function apportionFormula({ whole, exact, parts, scale }: Split, part: number): string {
  const own = parts[part];
  if (own === undefined) throw new RangeError(`no part ${part}`);
  const floor = (cell: string) => `INT(${cell}/${scale})`;
  const fraction = (cell: string) => `MOD(${cell},${scale})`;
  const left = `(${[whole, ...parts.map(floor)].join('-')})`;
  const takers = `(${parts.map((cell) => `IF(${cell}=0,0,1)`).join('+')})`;
  /** How many parts take before this one. */
  const before = (goesFirst: '>' | '<') =>
    parts
      .flatMap((cell, index) => {
        if (index === part) return [];
        const [its, mine] = [fraction(cell), fraction(own)];
        const tie = `AND(${its}=${mine},${cell}${index < part ? '>=' : '>'}${own})`;
        const first = `OR(${its}${goesFirst}${mine},${tie})`;
        return [`IF(AND(${cell}<>0,${first}),1,0)`];
      })
      .join('+');
  const share = (amount: string, order: '>' | '<') =>
    `INT(${amount}/${takers})+IF(${before(order)}<MOD(${amount},${takers}),1,0)`;
  const taken = `IF(${left}<0,${floor(own)}-(${share(`-${left}`, '<')}),${floor(own)}+${share(left, '>')})`;
  return `IF(ABS(${[exact, ...parts].join('-')})>${scale},"",IF(${own}<>0,${taken},0))`;
}
