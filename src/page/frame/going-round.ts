// A list and a place in it -> all of it in the order in which one comes by, going round.

/** Onwards (1) or back (-1) from what stands next to `from`, which itself comes last. */
export function goingRound<One extends object>(
  all: readonly One[],
  from: One | undefined,
  by: 1 | -1,
): readonly One[] {
  const at = from === undefined ? -1 : all.indexOf(from);
  return all.flatMap((_, turn) => all.at((at + by * (turn + 1)) % all.length) ?? []);
}
