// The appendix 변경 대비표 as a document -> its headings and tables for a terminal, aligned by the width of what is shown.
import type { Block, Document } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { TableBlock, TableCell } from '../document/table.ts';
import { widthOf } from '../sheet/text-size.ts';
import { harmless } from './harmless.ts';
import { textTable } from './text-table.ts';

export function comparisonText({ blocks }: Pick<Document, 'blocks'>): string {
  return blocks.flatMap(linesOf).map(harmless).join('\n').replace(/^\n/, '').concat('\n');
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return ['', `□ ${plainText(block.title.inlines)}`];
    case 'item':
      return [`  ${block.marker} ${plainText(block.content.inlines)}`];
    case 'table':
      return tableLines(block);
    default:
      return [];
  }
}

function tableLines(table: TableBlock): readonly string[] {
  const aligns = (table.rows[table.headerRows] ?? []).flatMap(({ align, colSpan }) =>
    Array.from({ length: colSpan }, () => (align === 'right' ? align : 'left')),
  );
  const [header = '', rule = '', ...body] = textTable(
    table.rows.map((row) => row.flatMap(cellTexts)),
    aligns,
  );
  const unit = table.unitLine === undefined ? [] : [plainText(table.unitLine.inlines)];
  return [
    ...unit.map((line) => ' '.repeat(Math.max(0, rule.length - widthOf(line))) + line),
    header,
    rule,
    ...body,
  ];
}

/** A cell's text, in the first of the columns that it covers. */
function cellTexts(cell: TableCell): readonly string[] {
  return [cellText(cell), ...Array.from({ length: cell.colSpan - 1 }, () => '')];
}

/** The paragraphs of a cell on one line. */
function cellText({ blocks }: TableCell): string {
  return blocks
    .map((block) => {
      if (block.kind === 'item')
        return `${'  '.repeat(block.level)}${block.marker} ${plainText(block.content.inlines)}`;
      return block.kind === 'paragraph' ? plainText(block.content.inlines) : '';
    })
    .join(', ')
    .replace('], ', '] ');
}
