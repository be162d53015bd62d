// Texts then and texts now, in reading order -> which text became which, and which came or went.

/** Indexes of a text then and now; undefined where it was not or is no more. */
interface Pair {
  readonly before?: number;
  readonly after?: number;
  /** Neighbours that differ have the same number. */
  readonly hunk: number;
}

interface Region {
  readonly before: readonly [from: number, to: number];
  readonly after: readonly [from: number, to: number];
}

/** The most texts on a side that are compared each with each. */
const MOST_COMPARED = 200;

/**
 * Pairs of equal texts first (those that stand once on either side anchor the rest), in between each differing one with that in its place.
 * `same` says more than equality: whether a text is only said otherwise. In time n log n, but for small stretches.
 */
export function alignTexts(
  before: readonly string[],
  after: readonly string[],
  same: (before: number, after: number) => boolean,
): readonly Pair[] {
  const matches = anchors(before, after);
  const pairs: Pair[] = [];
  let [i, j, hunk] = [0, 0, 0];
  for (const [x, y] of [...matches, [before.length, after.length] as const]) {
    if (i < x || j < y) {
      hunk++;
      pairs.push(...differing({ before: [i, x], after: [j, y] }, same, hunk));
    }
    if (x < before.length) pairs.push({ before: x, after: y, hunk: 0 });
    [i, j] = [x + 1, y + 1];
  }
  return pairs;
}

/** Equal texts in one order on both sides. */
function anchors(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  const open: Region[] = [{ before: [0, before.length], after: [0, after.length] }];
  for (let region = open.pop(); region !== undefined; region = open.pop()) {
    let [[i, x], [j, y]] = [region.before, region.after];
    for (; i < x && j < y && before[i] === after[j]; i++, j++) found.push([i, j]);
    for (; i < x && j < y && before[x - 1] === after[y - 1]; x--, y--) found.push([x - 1, y - 1]);
    if (i === x || j === y) continue;
    const unique = rising(uniqueIn(before, after, { before: [i, x], after: [j, y] }));
    if (unique.length === 0) continue;
    found.push(...unique);
    for (const [m, n] of [...unique, [x, y] as const]) {
      open.push({ before: [i, m], after: [j, n] });
      [i, j] = [m + 1, n + 1];
    }
  }
  return found.sort(([a], [b]) => a - b);
}

/** Texts that stand once on either side of the region, in the order of the first. */
function uniqueIn(before: readonly string[], after: readonly string[], region: Region): [number, number][] {
  const count = (texts: readonly string[], [from, to]: readonly [number, number]) => {
    const places = new Map<string, number>();
    // -1: more than once.
    for (let index = from; index < to; index++) {
      const text = texts[index] ?? '';
      places.set(text, places.has(text) ? -1 : index);
    }
    return places;
  };
  const now = count(after, region.after);
  return [...count(before, region.before)].flatMap(([text, index]): [number, number][] => {
    const other = now.get(text) ?? -1;
    return index >= 0 && other >= 0 ? [[index, other]] : [];
  });
}

/** The longest run of pairs that rises on both sides. */
function rising(pairs: readonly [number, number][]): readonly [number, number][] {
  /** For each length the index of the pair that ends such a run lowest. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  pairs.forEach(([, place], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  });
  const run: [number, number][] = [];
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) {
    const pair = pairs[index];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}

/** A stretch without equal texts: as many as there were are each other, in order; else those that are said otherwise. */
function differing({ before, after }: Region, same: (i: number, j: number) => boolean, hunk: number): Pair[] {
  const [[i, x], [j, y]] = [before, after];
  const [was, is] = [x - i, y - j];
  if (was === is) return Array.from({ length: was }, (_, k) => ({ before: i + k, after: j + k, hunk }));
  const matches = was > MOST_COMPARED || is > MOST_COMPARED ? [] : common(before, after, same);
  const pairs: Pair[] = [];
  let [m, n] = [i, j];
  for (const [p, q] of [...matches, [x, y] as const]) {
    while (p - m > q - n) pairs.push({ before: m++, hunk });
    while (q - n > p - m) pairs.push({ after: n++, hunk });
    while (m < p) pairs.push({ before: m++, after: n++, hunk });
    if (p < x) pairs.push({ before: p, after: q, hunk });
    [m, n] = [p + 1, q + 1];
  }
  return pairs;
}

/** The longest common sequence by `same`. */
function common(
  [i, x]: readonly [number, number],
  [j, y]: readonly [number, number],
  same: (i: number, j: number) => boolean,
): readonly (readonly [number, number])[] {
  const wide = y - j + 1;
  const lengths = new Uint16Array((x - i + 1) * wide);
  const at = (m: number, n: number) => (m - i) * wide + (n - j);
  for (let m = x - 1; m >= i; m--)
    for (let n = y - 1; n >= j; n--)
      lengths[at(m, n)] = same(m, n)
        ? 1 + (lengths[at(m + 1, n + 1)] ?? 0)
        : Math.max(lengths[at(m + 1, n)] ?? 0, lengths[at(m, n + 1)] ?? 0);
  const pairs: [number, number][] = [];
  for (let [m, n] = [i, j]; m < x && n < y; ) {
    if (same(m, n)) pairs.push([m++, n++]);
    else if ((lengths[at(m + 1, n)] ?? 0) >= (lengths[at(m, n + 1)] ?? 0)) m++;
    else n++;
  }
  return pairs;
}
