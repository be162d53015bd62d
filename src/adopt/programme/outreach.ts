// A table of what is made known, when and how -> its rows.
import { type AdoptWords, isHead } from '../../plan/adopt-words.ts';
import { coveringCells, type Grid } from '../block.ts';
import { oneLine, packed, withoutBold } from '../inline-text.ts';

export interface OutreachDraft {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly subject: string;
    readonly timing: string;
    readonly keywords: readonly string[];
    readonly methods: readonly string[];
  }[];
}

const HEADS = ['subject', 'timing', 'keywords', 'methods'] as const;

/** Undefined for any other table. */
export function outreachOf(grid: Grid, words: AdoptWords): OutreachDraft | undefined {
  const heads = grid.rows[0] ?? [];
  if (
    grid.width !== HEADS.length ||
    !HEADS.every((kind, x) => isHead(words, kind, packed(heads[x]?.text ?? '')))
  )
    return undefined;
  const rows = coveringCells(grid)
    .slice(1)
    .map((row) => {
      const [subject = '', timing = '', keywords = '', methods = ''] = HEADS.map((_, x) =>
        withoutBold(row[x]?.text ?? ''),
      );
      return {
        subject: oneLine(subject),
        timing: oneLine(timing),
        keywords: keywordsIn(keywords),
        methods: itemsIn(methods),
      };
    });
  if (rows.some(({ subject }) => subject === '')) return undefined;
  return { columns: heads.map((cell) => oneLine(withoutBold(cell?.text ?? ''))), rows };
}

/** Each with its #; words without one stay together. */
function keywordsIn(text: string): readonly string[] {
  const parts = oneLine(text).split(/(?=#)/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Items one a line; a line without a marker goes on with the one above, where that has one. */
function itemsIn(text: string): readonly string[] {
  const items: string[] = [];
  const lines = text.replaceAll(/ (?=○ )/g, '\n').split('\n');
  for (const line of lines) {
    const [, marker = '', rest = line] = /^\s*([○·•-])\s+(\S.*)$/u.exec(line) ?? [];
    if (marker !== '' || items.length === 0) items.push(rest.trim());
    else items.push(`${items.pop() ?? ''} ${rest.trim()}`.trim());
  }
  return items.filter((item) => item !== '');
}
