// Builders of small documents for the PDF tests.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Block, Document, ItemBlock, Note, ParagraphBlock } from '../../../src/document/document.ts';
import type { Inline, RichText } from '../../../src/document/inline.ts';
import type { TableBlock, TableCell } from '../../../src/document/table.ts';
import type { Theme } from '../../../src/document/theme.ts';
import { PROGRAM_FOLDER } from '../../../src/files.ts';
import { readTheme } from '../../../src/plan-format/read-theme.ts';

const root = pathToFileURL(PROGRAM_FOLDER);
const place = { file: 'test', line: 1, column: 1 };

export const fonts: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(new URL('fonts/', root))
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => [name, readFileSync(new URL(`fonts/${name}`, root))]),
);

export const theme: Theme = loadTheme();

function loadTheme(): Theme {
  const file = new URL('templates/theme.yaml', root);
  const outcome = readTheme({ file: fileURLToPath(file), text: readFileSync(file, 'utf8') });
  if (outcome.value === undefined) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

/** `text [^note] text` and `**bold**` as rich text. */
export function rich(text: string): RichText {
  const inlines = text.split(/(\[\^[a-z0-9-]+\]|\*\*[^*]+\*\*|\n)/).filter((piece) => piece !== '');
  return {
    place,
    inlines: inlines.map((piece): Inline => {
      if (piece === '\n') return { kind: 'line-break' };
      if (piece.startsWith('[^')) return { kind: 'note-reference', note: piece.slice(2, -1) };
      const bold = piece.startsWith('**');
      return { kind: 'text', text: bold ? piece.slice(2, -2) : piece, bold, meaning: { kind: 'plain' } };
    }),
  };
}

export function paragraph(id: string, text: string): ParagraphBlock {
  return { kind: 'paragraph', id, content: rich(text) };
}

export function item(id: string, level: 1 | 2 | 3 | 4, text: string): ItemBlock {
  return { kind: 'item', id, level, marker: { 1: '○', 2: '-', 3: '·', 4: '▶' }[level], content: rich(text) };
}

export function cell(column: number, text: string, more: Partial<TableCell> = {}): TableCell {
  return {
    column,
    colSpan: 1,
    rowSpan: 1,
    role: 'data',
    align: 'left',
    emphasis: 'none',
    blocks: text === '' ? [] : [paragraph('cell', text)],
    ...more,
  };
}

export function header(column: number, text: string, more: Partial<TableCell> = {}): TableCell {
  return cell(column, text, { role: 'column-header', align: 'center', ...more });
}

export function table(
  id: string,
  headerRows: number,
  rows: readonly (readonly TableCell[])[],
  columns: number,
): TableBlock {
  return {
    kind: 'table',
    id,
    widths: new Array<number>(columns).fill(1),
    headerRows,
    rows,
    density: 'normal',
  };
}

/** Notes are numbered in the order given. */
export function documentOf(blocks: readonly Block[], notes: Readonly<Record<string, string>> = {}): Document {
  return {
    id: 'test',
    title: '시험 문서',
    issuer: '시험',
    language: 'ko-KR',
    issueDate: '2023-03-31',
    firstPage: 1,
    reviewCopy: false,
    theme,
    blocks,
    notes: new Map(
      Object.entries(notes).map(([id, text], index): [string, Note] => [
        id,
        { id, number: index + 1, content: rich(text) },
      ]),
    ),
  };
}
