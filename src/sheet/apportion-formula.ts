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
 * a part without a fraction keeps its amount while others can give or take, a part of 0 always. Empty text where the parts do not come to
 * the exact amount. `part` from 0; the parts are 0 or more.
 */
export function apportionFormula({ whole, exact, parts, scale }: Split, part: number): string {
  const own = parts[part];
  if (own === undefined) throw new RangeError(`no part ${part}`);
  const floor = (cell: string) => `INT(${cell}/${scale})`;
  const fraction = (cell: string) => `MOD(${cell},${scale})`;
  const left = `(${[whole, ...parts.map(floor)].join('-')})`;
  const given = (cell: string) => `${cell}<>0`;
  const rounded = (cell: string) => `${fraction(cell)}<>0`;
  const canGive = (cell: string) => `AND(${rounded(cell)},${cell}>=${scale})`;
  const count = (takes: (cell: string) => string) =>
    `(${parts.map((cell) => `IF(${takes(cell)},1,0)`).join('+')})`;
  /** How many of the takers go before this one. */
  const before = (goesFirst: '>' | '<', takes: (cell: string) => string) =>
    ['0']
      .concat(
        parts.flatMap((cell, index) => {
          if (index === part) return [];
          const [its, mine] = [fraction(cell), fraction(own)];
          const tie = `AND(${its}=${mine},${cell}${index < part ? '>=' : '>'}${own})`;
          return [`IF(AND(${takes(cell)},OR(${its}${goesFirst}${mine},${tie})),1,0)`];
        }),
      )
      .join('+');
  const share = (amount: string, takers: string, first: string) =>
    `INT(${amount}/${takers})+IF(${first}<MOD(${amount},${takers}),1,0)`;
  const more = `IF(AND(${count(rounded)}>0,${fraction(own)}=0),0,${share(left, `IF(${count(rounded)}>0,${count(rounded)},${count(given)})`, before('>', given))})`;
  const less = `IF(-${left}<=${count(canGive)},IF(AND(${canGive(own)},${before('<', canGive)}<-${left}),1,0),${share(`-${left}`, count(given), before('<', given))})`;
  const taken = `${floor(own)}+IF(${left}<0,-(${less}),${more})`;
  return `IF(ABS(${[exact, ...parts].join('-')})>${scale},"",IF(${own}<>0,${taken},0))`;
}
