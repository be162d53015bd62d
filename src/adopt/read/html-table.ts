// A table of HTML -> its grid, with merged cells.
import { type Cell, cellOf, type Grid } from '../block.ts';
import { markup } from '../inline-text.ts';
import { rawText } from './raw-text.ts';

/** More is no table of a page. */
const MOST = 200;

export function htmlGrid(source: string): Grid {
  const typed = source.split(/<tr\b[^<>]*>/i).slice(1);
  return gridOf(
    typed.map((row) =>
      row
        .split(/<(?=t[dh]\b)/i)
        .slice(1)
        .map((cell) => {
          const [tag = ''] = /^[^>]*/.exec(cell) ?? [];
          const text = cell
            .slice(tag.length + 1)
            .replaceAll(/<\/?(?:t[dhr]|tbody|thead|table)\b[^<>]*>/gi, '');
          return cellOf(markup(rawText(text)), {
            rowSpan: spanIn(/\browspan ?= ?["']?(\d{1,3})/i, tag),
            colSpan: spanIn(/\bcolspan ?= ?["']?(\d{1,3})/i, tag),
            head: /^th/i.test(tag),
          });
        }),
    ),
  );
}

function spanIn(attribute: RegExp, tag: string): number {
  const [, typed = '1'] = attribute.exec(tag) ?? [];
  return Math.min(Math.max(1, Number(typed)), MOST);
}

/** Cells in the order in which they are written -> each in its column, behind those that reach down from above. None reaches out of the table. */
export function gridOf(typed: readonly (readonly Cell[])[]): Grid {
  const rows = typed.map((): (Cell | undefined)[] => []);
  const taken = typed.map(() => new Set<number>());
  typed.forEach((row, y) => {
    let x = 0;
    for (const typedCell of row) {
      const cell = {
        ...typedCell,
        rowSpan: Math.min(typedCell.rowSpan, typed.length - y),
        colSpan: Math.min(typedCell.colSpan, MOST),
      };
      while (taken[y]?.has(x) === true) x++;
      const line = rows[y];
      if (line !== undefined) line[x] = cell;
      for (let down = 0; down < cell.rowSpan; down++)
        for (let over = 0; over < cell.colSpan; over++) taken[y + down]?.add(x + over);
    }
  });
  const width = Math.max(0, ...taken.map((columns) => Math.max(-1, ...columns) + 1));
  return { rows: rows.map((row) => Array.from({ length: width }, (_, x) => row[x])), width, explicit: true };
}
