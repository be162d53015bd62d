// The publication's tables and the programme -> the workbooks targets.xlsx and budget.xlsx.
import type { Document } from '../document/document.ts';
import type { Sheet, Workbook } from '../document/workbook.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Comparison } from '../plan/comparison.ts';
import { liveBook } from '../plan/live-book.ts';
import { sourceLabels } from '../plan/office.ts';
import type { Plan } from '../plan/plan.ts';
import { taskLabels } from '../plan/task-labels.ts';
import { amountsSheet } from './sheets/amounts-sheet.ts';
import { categorySheet } from './sheets/category-sheet.ts';
import { comparisonSheet } from './sheets/comparison-sheet.ts';
import { coverSheet } from './sheets/cover-sheet.ts';
import { imagesSheet } from './sheets/images-sheet.ts';
import { inputSheet } from './sheets/input-sheet.ts';
import { lineageSheet } from './sheets/lineage-sheet.ts';
import { markInputs } from './sheets/mark-inputs.ts';
import { otherInputsSheet } from './sheets/other-inputs-sheet.ts';
import { figuresFor } from './sheets/sheet-figures.ts';
import { sheetOf } from './sheets/sheet-of-table.ts';
import { inWordsOf } from './sheets/sheet-words.ts';
import { summarySheet } from './sheets/summary-sheet.ts';
import { projectTargetSheet, taskTargetSheet } from './sheets/target-sheets.ts';
import { taskBudgetSheet, taskList } from './sheets/task-budget-sheet.ts';
import { wideEnough } from './sheets/wide-enough.ts';
import { yearlySheet } from './sheets/yearly-sheet.ts';

/** Tables of targets that have sheets of their own names, by their ids; each stands under a heading and has no caption. */
const NAMED = [
  { id: 'common-targets', name: '공통목표', caption: '공통 일자리 목표' },
  { id: 'field-targets', name: '분야별목표', caption: '분야별 목표' },
] as const;

/**
 * The workbook of targets and statistics: the tables of targets, the targets of tasks and projects, then every captioned table on a
 * sheet 표NN, NN being its place in the publication from 01. Each sheet is made from the very block that is printed, so that both
 * hold the same. A table the publication does not print gets no sheet; inputs of none have one of their own.
 */
export function composeTargets(plan: Plan, book: FigureBook, document: Document): Workbook {
  const { named, statistics } = tableSheets(plan, book, document);
  const { programme, labels } = plan;
  const categories = categorySheet(programme, sourceLabels(plan.office, plan.labels), book);
  const lineage = lineageSheet(programme);
  const tasks =
    programme.strategies.length === 0
      ? []
      : [
          taskTargetSheet(programme, book),
          projectTargetSheet(programme, book, plan.year),
          ...(categories === undefined ? [] : [categories]),
          ...(lineage === undefined ? [] : [lineage]),
        ].map((sheet) => inWordsOf(sheet, labels));
  const shown = [...named, ...tasks, ...statistics];
  const amounts = amountsSheet(programme, sourceLabels(plan.office, plan.labels), shown, book);
  const tabled = amounts === undefined ? shown : [...shown, inWordsOf(amounts, labels)];
  const others = otherInputsSheet(plan, document, tabled);
  const images = imagesSheet(document);
  const sheets = markInputs([...tabled, ...(others ? [others] : []), ...(images ? [images] : [])], book);
  return {
    file: 'targets.xlsx',
    ...propertiesOf(document),
    sheets: covered(document, sheets, book),
    origin: { plan: plan.id, edition: plan.editions.length },
    figures: figuresFor(sheets, book),
  };
}

/** The tables of targets that have sheets of their own names, and every captioned table. */
export function tableSheets(
  plan: Plan,
  book: FigureBook,
  { blocks, notes }: Document,
): { readonly named: readonly Sheet[]; readonly statistics: readonly Sheet[] } {
  const tables = blocks.filter((block) => block.kind === 'table');
  const named = NAMED.flatMap(({ id, name, caption }) => {
    const table = tables.find((block) => block.id === id);
    if (table === undefined) return [];
    const sheet = sheetOf(table, name, book, notes);
    return [{ ...sheet, caption: [{ text: caption, bold: true, raised: false }] }];
  });
  const statistics = tables
    .filter((table) => table.caption !== undefined)
    .flatMap((table, index) => {
      const name = `표${String(index + 1).padStart(2, '0')}`;
      return plan.tables.has(table.id) ? [sheetOf(table, name, book, notes)] : [];
    });
  return { named, statistics };
}

/**
 * The workbook of the budget, with the comparison of its edition from edition 1 on; none of its sheets without strategies. Its sums show
 * what their parts come to now; what they were published as more stands beside them.
 */
export function composeBudget(
  plan: Plan,
  book: FigureBook,
  document: Document,
  comparison?: Comparison,
): Workbook {
  const { programme } = plan;
  const sources = sourceLabels(plan.office, plan.labels);
  const labels = taskLabels(programme);
  const live = liveBook(book, programme);
  const books = { published: book, live };
  const sheets =
    programme.strategies.length === 0
      ? []
      : [
          summarySheet(programme, sources, books),
          taskBudgetSheet(programme, sources, labels, books),
          inputSheet(programme, sources, labels, taskList(programme), books, plan.year),
          yearlySheet(plan, sources, live) ?? [],
          comparison === undefined ? [] : (comparisonSheet(comparison, sources, book) ?? []),
        ]
          .flat()
          .map((sheet) => inWordsOf(sheet, plan.labels));
  return {
    file: 'budget.xlsx',
    ...propertiesOf(document),
    sheets: covered(document, sheets, live),
    origin: { plan: plan.id, edition: document.edition?.number ?? 0 },
    figures: figuresFor(sheets, live),
    published: figuresFor(sheets, book),
  };
}

/** The sheets behind a cover, which says `guide` too; nothing where there are none. */
export function covered(
  document: Document,
  sheets: readonly Sheet[],
  book: FigureBook,
  guide: readonly string[] = [],
): readonly Sheet[] {
  if (sheets.length === 0) return [];
  const { edition } = document;
  const named = edition === undefined ? '당초' : `${edition.title} (${edition.date})`;
  return [
    coverSheet({ ...document, edition: named, guide }, sheets),
    ...sheets.map((sheet) => wideEnough(sheet, book)),
  ];
}

/** What a workbook says of itself. */
export function propertiesOf(
  document: Document,
): Pick<Workbook, 'title' | 'issuer' | 'keywords' | 'summary' | 'issueDate' | 'colours'> {
  const colour = (name: string) => {
    const found = document.theme.colours[name];
    if (found === undefined) throw new Error(`the theme has no colour ${name}`);
    return found.rgb;
  };
  return {
    title: document.edition === undefined ? document.title : `${document.title} (${document.edition.title})`,
    issuer: document.issuer,
    ...(document.keywords && { keywords: document.keywords }),
    ...(document.summary && { summary: document.summary }),
    issueDate: document.issueDate,
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
