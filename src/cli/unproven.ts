// A plan's id -> the figures.json of a build that proved nothing.

/** In place of an earlier list, beside files that nobody read back: it says so, and lists nothing. */
export function unprovenJson(plan: string): string {
  return `${JSON.stringify({ plan, proven: false, figures: [] }, null, 2)}\n`;
}
