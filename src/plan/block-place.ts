// The parts of a sheet -> where in it blocks of projects that come have their place.
import { type Programme, tasksOf } from './programme.ts';
import { type SheetPart, sheetParts } from './sheet-blocks.ts';

interface Opened {
  readonly parts: readonly SheetPart[];
  /** How many of the parts stand before blocks that come. */
  readonly before: number;
}

/** A line that calls a project of the sheet, by its name or by a figure. */
const CALL = /\{\{project\s|["']\.\/projects\//u;

/**
 * Behind the last block of the section that has most. A sheet without blocks is cut: behind its last section that calls projects, else
 * behind the one under the `usual` heading, else at its end.
 */
export function openedForBlocks(parts: readonly SheetPart[], usual: () => string | undefined): Opened {
  const sections: { count: number; last: number }[] = [];
  let section = { count: 0, last: -1 };
  for (const [index, { project, text }] of parts.entries()) {
    if (project === undefined) {
      if (/^□/mu.test(text)) section = { count: 0, last: -1 };
      continue;
    }
    section.count += 1;
    section.last = index;
    if (!sections.includes(section)) sections.push(section);
  }
  const [most] = sections.toSorted((a, b) => b.count - a.count);
  if (most !== undefined) return { parts, before: most.last + 1 };
  const [whole] = parts;
  if (whole === undefined) return { parts, before: 0 };
  const lines = whole.text.split('\n');
  let within = lines.findLastIndex((line) => CALL.test(line));
  if (within < 0) {
    const heading = usual();
    within = lines.findIndex((line) => heading !== undefined && headingOf(line) === heading);
  }
  const next =
    within < 0 ? -1 : lines.findIndex((line, index) => index > within && headingOf(line) !== undefined);
  if (next < 0) return { parts, before: parts.length };
  return {
    parts: [
      { ...whole, text: lines.slice(0, next).join('\n') },
      { ...whole, text: lines.slice(next).join('\n'), line: whole.line + next },
      ...parts.slice(1),
    ],
    before: 1,
  };
}

/** The words of a heading without blanks; undefined for any other line. */
function headingOf(line: string): string | undefined {
  return /^□(.*)$/u.exec(line)?.[1]?.replaceAll(/\s/g, '');
}

/** The heading under which most sheets speak of their projects; undefined where none does. */
export function usualHeading(programme: Pick<Programme, 'strategies'>): string | undefined {
  const counts = new Map<string, number>();
  for (const { sheet } of tasksOf(programme)) {
    let heading: string | undefined;
    const own = new Set<string>();
    for (const { project, text } of sheetParts(sheet?.text ?? '').parts)
      for (const line of text.split('\n')) {
        heading = headingOf(line) ?? heading;
        if (heading !== undefined && (project !== undefined || CALL.test(line))) own.add(heading);
      }
    for (const one of own) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Whether the last line that says anything is a heading. */
export function endsInHeading(text: string): boolean {
  return headingOf(text.trimEnd().split('\n').at(-1) ?? '') !== undefined;
}

/** Whether the first line that says anything is a heading, or none does. */
export function beginsAnew(text: string): boolean {
  const first = text.trim().split('\n')[0] ?? '';
  return first === '' || headingOf(first) !== undefined;
}
