// A comparison -> documents and a workbook of nothing else: comparison.pdf, comparison.hwpx, comparison.xlsx.
import { hasErrors, type Outcome } from '../../diagnostic.ts';
import type { Document } from '../../document/document.ts';
import type { Workbook } from '../../document/workbook.ts';
import type { FigureBook } from '../../figure/figure.ts';
import type { Comparison } from '../../plan/comparison.ts';
import { sourceLabels } from '../../plan/office.ts';
import type { Plan } from '../../plan/plan.ts';
import { propertiesOf } from '../compose-targets.ts';
import { documentFrame } from '../document-frame.ts';
import { officeColours } from '../office-colours.ts';
import { TemplateRenderer } from '../render.ts';
import { Session } from '../session.ts';
import { comparisonSheet } from '../sheets/comparison-sheet.ts';
import { figuresFor } from '../sheets/sheet-figures.ts';
import { sheetOf } from '../sheets/sheet-of-table.ts';
import type { Templates } from '../templates.ts';
import { composeComparison } from './comparison-blocks.ts';

/** The appendix of the publication by itself; unmarked, since every figure in it differs. `apart`: with all texts side by side, for who has to approve them. */
export function composeComparisonDocument(
  plan: Plan,
  book: FigureBook,
  templates: Templates,
  comparison: Comparison,
  apart = false,
): Outcome<Document> {
  const session = new Session(plan, book, templates);
  session.final = true;
  session.comparison = comparison;
  const renderer = new TemplateRenderer(session, new Map());
  const frame = documentFrame(session, renderer, officeColours(session));
  const blocks = composeComparison(session, renderer, apart);
  const { diagnostics } = session;
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return { value: { ...frame, blocks, notes: new Map() }, diagnostics };
}

/** The sheets behind the tables of the appendix that have rows. */
const SHEETS = {
  'comparison-target': { name: '일자리목표', caption: '일자리 목표 변경 대비표' },
  'comparison-figures': { name: '그밖의수치', caption: '그 밖의 수치' },
  'comparison-texts': { name: '글', caption: '바뀐 글' },
} as const satisfies Record<string, { readonly name: string; readonly caption: string }>;

/** `document` is the comparison's own. */
export function composeComparisonWorkbook(
  plan: Plan,
  book: FigureBook,
  document: Document,
  comparison: Comparison,
): Workbook {
  const budget = comparisonSheet(comparison, sourceLabels(plan.office, plan.labels), book);
  const tables = document.blocks.flatMap((block) => {
    const named = Object.entries(SHEETS).find(([id]) => id === block.id)?.[1];
    if (block.kind !== 'table' || named === undefined) return [];
    const caption = [{ text: named.caption, bold: true, raised: false }];
    return [{ ...sheetOf(block, named.name, book, document.notes), caption }];
  });
  const sheets = [...(budget === undefined ? [] : [budget]), ...tables];
  return { file: 'comparison.xlsx', ...propertiesOf(document), sheets, figures: figuresFor(sheets, book) };
}
