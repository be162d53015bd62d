// A plan's id -> the figures.json of a build that proved nothing.
import type { OutputFile } from '../commands/sources.ts';

/** In place of an earlier list, beside files that nobody read back: it says so, and lists nothing. */
export function unprovenList(plan: string): OutputFile {
  const text = `${JSON.stringify({ plan, proven: false, figures: [] }, null, 2)}\n`;
  return { name: 'figures.json', bytes: new TextEncoder().encode(text) };
}
