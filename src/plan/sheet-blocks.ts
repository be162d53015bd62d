// The text of a task's sheet -> its stretches: those of one project each ({{#project "id"}} … {{/project}}), and what stands between.

/** A stretch of whole lines. */
export interface SheetPart {
  /** The id in the sheet's task, where the lines belong to a project; their tags are not in the text. */
  readonly project?: string;
  readonly text: string;
  /** The line of the sheet, from 1, on which the text begins. */
  readonly line: number;
}

/** A tag that does not do its work: left out of the parts. */
export interface BlockFault {
  readonly line: number;
  readonly kind: 'unclosed' | 'unopened' | 'nested';
}

interface SheetParts {
  readonly parts: readonly SheetPart[];
  readonly faults: readonly BlockFault[];
}

const OPENING = /^\s*\{\{~?#project\s+(?:"([^"'{}]*)"|'([^"'{}]*)')\s*~?\}\}\s*$/;
const CLOSING = /^\s*\{\{~?\/project\s*~?\}\}\s*$/;
/** To its end, or to that of the text, where there is none. */
const COMMENT = /\{\{~?!--[\s\S]*?(?:--~?\}\}|$)/g;

/** Each tag stands on a line of its own; one with other text beside it is no tag here, and a fault of the template. */
export function sheetParts(text: string): SheetParts {
  const lines = text.split('\n');
  const shown = text
    .replaceAll(COMMENT, (comment) =>
      /--~?\}\}$/.test(comment) ? comment.replaceAll(/[^\n]/g, ' ') : comment,
    )
    .split('\n');
  const parts: SheetPart[] = [];
  const faults: BlockFault[] = [];
  let open: { readonly project: string; readonly line: number } | undefined;
  let from = 0;
  const cut = (to: number, project?: string): void => {
    if (to > from)
      parts.push({
        ...(project === undefined ? {} : { project }),
        text: lines.slice(from, to).join('\n'),
        line: from + 1,
      });
  };
  for (const [index, line] of shown.entries()) {
    const [, double, opened = double] = OPENING.exec(line) ?? [];
    const closes = CLOSING.test(line);
    if (opened === undefined && !closes) continue;
    cut(index, open?.project);
    from = index + 1;
    if (closes && open === undefined) faults.push({ line: index + 1, kind: 'unopened' });
    if (opened !== undefined && open !== undefined) faults.push({ line: index + 1, kind: 'nested' });
    open = opened === undefined ? undefined : { project: opened, line: index + 1 };
  }
  cut(lines.length, open?.project);
  if (open !== undefined) faults.push({ line: open.line, kind: 'unclosed' });
  return { parts, faults };
}
