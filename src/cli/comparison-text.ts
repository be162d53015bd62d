// The appendix 변경 대비표 as a document -> its headings and tables for a terminal, aligned by the width of what is shown.
import type { Block, Document } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { TableBlock, TableCell } from '../document/table.ts';
import { displayWidth, padded } from './display-width.ts';

const GAP = '  ';

export function comparisonText({ blocks }: Pick<Document, 'blocks'>): string {
  return blocks.flatMap(linesOf).join('\n').replace(/^\n/, '').concat('\n');
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
  const rows = table.rows.map((row) => row.map(cellText));
  const widths = table.widths.map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  const lines = table.rows.map((row, index) =>
    row
      .map((cell, column) => {
        const align = index < table.headerRows || cell.align !== 'right' ? 'left' : 'right';
        const header = table.rows[table.headerRows]?.[column]?.align === 'right' ? 'right' : 'left';
        return padded(
          rows[index]?.[column] ?? '',
          widths[column] ?? 0,
          index < table.headerRows ? header : align,
        );
      })
      .join(GAP)
      .trimEnd(),
  );
  const width = widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length);
  const unit = table.unitLine === undefined ? [] : [plainText(table.unitLine.inlines)];
  return [
    ...unit.map((line) => padded(line, width, 'right')),
    ...lines.slice(0, table.headerRows),
    '-'.repeat(width),
    ...lines.slice(table.headerRows),
  ];
}

/** The paragraphs of a cell on one line. */
function cellText({ blocks }: TableCell): string {
  return blocks
    .map((block) => {
      if (block.kind === 'item') return `  ${block.marker} ${plainText(block.content.inlines)}`;
      return block.kind === 'paragraph' ? plainText(block.content.inlines) : '';
    })
    .join(', ')
    .replace('], ', '] ');
}
