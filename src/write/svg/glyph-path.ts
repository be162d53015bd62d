// A glyph of a font -> the data of an SVG path that draws it.
import type { FontTables } from '../../document/font-tables.ts';
import { closedContour, contoursOf, type OutlinePoint } from '../../draw/glyph-outline.ts';

/** Font units, y downwards, relative after the first place of each contour; empty for a blank. */
export function glyphPath(tables: FontTables, glyph: number): string {
  return contoursOf(tables, glyph).map(contourPath).join('');
}

function contourPath(contour: readonly OutlinePoint[]): string {
  const [start, ...others] = closedContour(contour);
  if (start === undefined) return '';
  let at = rounded(start);
  let path = `M${at.x} ${at.y}`;
  let bend: typeof at | undefined;
  for (const point of others) {
    const next = rounded(point);
    if (!point.on) {
      bend = next;
      continue;
    }
    // A straight way back to the start is what closing draws.
    if (bend !== undefined)
      path += `q${pair(bend.x - at.x, bend.y - at.y)}${joined(pair(next.x - at.x, next.y - at.y))}`;
    else if (next.x === at.x) path += next.y === at.y ? '' : `v${next.y - at.y}`;
    else if (next.y === at.y) path += `h${next.x - at.x}`;
    else path += `l${pair(next.x - at.x, next.y - at.y)}`;
    at = next;
    bend = undefined;
  }
  return `${path}z`;
}

function rounded({ x, y }: OutlinePoint): { readonly x: number; readonly y: number } {
  return { x: Math.round(x), y: Math.round(-y) };
}

function pair(x: number, y: number): string {
  return `${x}${joined(String(y))}`;
}

/** A sign parts numbers as a blank does. */
function joined(number: string): string {
  return number.startsWith('-') ? number : ` ${number}`;
}
