// WHOLE=1 (`npm run measure:lists`) -> every case of the long lists; without it (`npm test`) one of each kind.

export const WHOLE = process.env.WHOLE !== undefined;

/** The whole list, or so many of it, evenly taken: the first and what lies at equal steps. */
export function someOf<T>(list: readonly T[], few: number): readonly T[] {
  if (WHOLE || list.length <= few) return list;
  return Array.from({ length: few }, (_, index) => list.at(Math.floor((index * list.length) / few))).filter(
    (one) => one !== undefined,
  );
}

/** How often a property is tried. */
export function runs(few: number, many: number): number {
  return WHOLE ? many : few;
}
