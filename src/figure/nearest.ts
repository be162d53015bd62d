// A misspelt id or address and those that exist -> the one that was probably meant.

/**
 * The candidate with the fewest single-character edits from the text, the first of equals; undefined when none is
 * within a third of the text's length.
 */
export function nearestOf<Text extends string>(text: string, candidates: Iterable<Text>): Text | undefined {
  let best: Text | undefined;
  let bound = Math.floor(text.length / 3) + 1;
  for (const candidate of candidates) {
    // The difference in length is a lower bound, and nearly always enough to pass over a candidate.
    if (Math.abs(candidate.length - text.length) >= bound) continue;
    const distance = editDistance(text, candidate);
    if (distance < bound) {
      best = candidate;
      bound = distance;
    }
  }
  return best;
}

/** Levenshtein's distance: insertions, deletions and replacements that turn one text into the other. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, replaced));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
