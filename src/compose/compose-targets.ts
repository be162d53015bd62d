// The publication's tables of targets and statistics -> the workbook targets.xlsx.
import type { Document } from '../document/document.ts';
import type { TableBlock } from '../document/table.ts';
import type { Workbook } from '../document/workbook.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Plan } from '../plan/plan.ts';
import { figuresFor } from './sheets/sheet-figures.ts';
import { sheetOf } from './sheets/sheet-of-table.ts';

/** Which of the plan's tables go into the workbook, by id; `all` takes every one that the publication prints. */
const TARGET_TABLES: readonly string[] | 'all' = ['job-openings'];

/**
 * The workbook of the tables named above, each on a sheet 표NN, NN being the table's place in the publication from 01. Each
 * sheet is made from the very block that is printed, so that both hold the same. A table the publication does not
 * print gets no sheet.
 */
export function composeTargets(plan: Plan, book: FigureBook, document: Document): Workbook {
  // The tables with a caption are the numbered ones; those inside task sheets and under headings are not.
  const tables = document.blocks.filter(
    (block): block is TableBlock => block.kind === 'table' && block.caption !== undefined,
  );
  const sheets = tables.flatMap((table, index) => {
    const taken = plan.tables.has(table.id) && (TARGET_TABLES === 'all' || TARGET_TABLES.includes(table.id));
    const name = `표${String(index + 1).padStart(2, '0')}`;
    return taken ? [sheetOf(table, name, book, document.notes)] : [];
  });
  const colour = (name: string) => {
    const found = document.theme.colours[name];
    if (found === undefined) throw new Error(`the theme has no colour ${name}`);
    return found.rgb;
  };
  return {
    file: 'targets.xlsx',
    title: document.title,
    issuer: document.issuer,
    issueDate: document.issueDate,
    sheets,
    figures: figuresFor(sheets, book),
    colours: {
      main: colour('main'),
      header: colour('header'),
      total: colour('total'),
      rule: colour('rule'),
      text: colour('text'),
      grey: colour('grey'),
    },
  };
}
