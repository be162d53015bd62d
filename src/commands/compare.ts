// The texts of a plan and two of its editions -> what differs, where it is printed, and files that show it.

import {
  composeComparisonDocument,
  composeComparisonWorkbook,
} from '../compose/comparison/comparison-document.ts';
import { composeBudget, composeTargets } from '../compose/compose-targets.ts';
import { type Diagnostic, hasErrors, isError, type Outcome, taker } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { Workbook } from '../document/workbook.ts';
import { type Address, formOf } from '../figure/address.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Comparison } from '../plan/comparison.ts';
import type { Plan } from '../plan/plan.ts';
import { allPlacesOf, cellName } from '../sheet/cell-places.ts';
import { harmedFonts } from './build/own-files.ts';
import { composeFinal, prepare } from './prepare.ts';
import type { OutputFile, Sources } from './sources.ts';

interface ComparisonRequest {
  /** The earlier edition; the last published one before the later when unset. */
  readonly from?: number;
  /** The later edition; the last one there is when unset. */
  readonly to?: number;
  /** Whether to make comparison.pdf, comparison.hwpx and comparison.xlsx. */
  readonly files: boolean;
  /** Whether to find every place that prints a figure that differs. */
  readonly places: boolean;
}

/** Where the publication and its workbooks print a figure. */
interface PrintedPlaces {
  /** The printed numbers of the pages of plan.pdf, in order, each once; charts of a table count for its figures. */
  readonly pages: readonly string[];
  /** `budget.xlsx 총괄!I5` */
  readonly cells: readonly string[];
}

export interface ComparisonResult {
  readonly comparison: Comparison;
  /** The later edition, and its figures with those that compare them. */
  readonly plan: Plan;
  readonly book: FigureBook;
  /** The appendix by itself. */
  readonly document: Document;
  readonly files: readonly OutputFile[];
  /** Of every figure that differs; empty unless asked for. */
  readonly places: ReadonlyMap<Address, PrintedPlaces>;
}

/**
 * Compares two editions of a plan. The PDF library is loaded for comparison.pdf alone. No value when anything is wrong, or when there is
 * nothing to compare: `same-edition` unless the earlier edition is before the later.
 */
export async function compareSources(
  sources: Sources,
  { from, to, files, places }: ComparisonRequest,
): Promise<Outcome<ComparisonResult>> {
  const prepared = prepare(sources, { edition: to, compared: { from } });
  const { plan, templates, revised } = prepared;
  const diagnostics: Diagnostic[] = [
    ...(files || places ? harmedFonts(sources.templates, sources.fonts) : []),
    ...prepared.diagnostics,
  ];
  if (plan && !hasErrors(diagnostics) && (from ?? 0) >= plan.editions.length)
    diagnostics.push(nothingToCompare(plan, from));
  const take = taker(diagnostics);
  const { book, comparison } = revised ?? {};
  const document =
    plan &&
    templates &&
    book &&
    comparison &&
    take(composeComparisonDocument(plan, book, templates, comparison));
  if (!plan || !templates || !book || !comparison || !document || hasErrors(diagnostics))
    return { value: undefined, diagnostics };

  const made: OutputFile[] = [];
  if (files) {
    const { writePdf } = await import('../write/pdf/write-pdf.ts');
    const { writeWorkbook } = await import('../write/xlsx/write-workbook.ts');
    const { proveOutputs } = await import('../proof/prove-outputs.ts');
    const model = composeComparisonWorkbook(plan, book, document, comparison);
    const pdf = take(await writePdf(document, sources.fonts));
    const bytes = take(await writeWorkbook(model));
    if (pdf && bytes) {
      const file = { name: 'comparison.pdf', ...pdf };
      take(proveOutputs({ document, book, pdf: file, fonts: sources.fonts, workbooks: [{ model, bytes }] }));
      made.push({ name: file.name, bytes: pdf.bytes }, { name: model.file, bytes });
    }
    const { hwpxFile } = await import('./build/hwpx.ts');
    const apart = take(composeComparisonDocument(plan, book, templates, comparison, true));
    const hwpx = apart && take(await hwpxFile(apart, sources.fonts, 'comparison.hwpx'));
    if (apart && hwpx) {
      take(proveOutputs({ document: apart, book, hwpx, workbooks: [] }));
      made.push({ name: hwpx.name, bytes: hwpx.bytes });
    }
  }
  let printed: ReadonlyMap<Address, PrintedPlaces> = new Map();
  if (places) {
    const outcome = composeFinal(prepared);
    // What a publication leaves out, and what it would be refused for, is for its build to tell.
    const whole = take({ ...outcome, diagnostics: outcome.diagnostics.filter(isError) });
    if (whole) printed = await placesIn(plan, book, whole, comparison, sources, take);
  }
  const value = { comparison, plan, book, document, files: made, places: printed };
  return { value: hasErrors(diagnostics) ? undefined : value, diagnostics };
}

async function placesIn(
  plan: Plan,
  book: FigureBook,
  document: Document,
  comparison: Comparison,
  { fonts }: Sources,
  take: <T>(outcome: Outcome<T>) => T | undefined,
): Promise<ReadonlyMap<Address, PrintedPlaces>> {
  const { layOut } = await import('../write/pdf/page/lay-out.ts');
  const layout = take(await layOut(document, fonts))?.layout;
  const pages = new Map<Address, Set<number>>();
  for (const { page, figures } of layout?.texts ?? []) {
    for (const address of figures) pages.set(address, (pages.get(address) ?? new Set()).add(page));
  }
  const workbooks = [composeBudget(plan, book, document, comparison), composeTargets(plan, book, document)];
  const cells = workbooks.map((workbook) => [workbook, allPlacesOf(workbook.sheets)] as const);
  return new Map(
    [...comparison.figures.keys()].map((address) => {
      const chartPages = chartsOf(plan, address).flatMap(
        (chart) => layout?.blocks.get(chart)?.map(({ page }) => page) ?? [],
      );
      const all = [...new Set([...(pages.get(address) ?? []), ...chartPages])].sort((a, b) => a - b);
      return [
        address,
        {
          pages: all.map((page) => layout?.pageLabels[page] ?? String(page + 1)),
          cells: cells.flatMap(([workbook, found]) => cellsIn(workbook, found.get(address))),
        },
      ];
    }),
  );
}

function cellsIn(
  { file }: Workbook,
  places: ReturnType<ReturnType<typeof allPlacesOf>['get']> = [],
): readonly string[] {
  return places.map((place) => `${file} ${place.sheet}!${cellName(place)}`);
}

/** The charts that are drawn from a figure's table. */
function chartsOf({ charts }: Plan, address: Address): readonly string[] {
  const form = formOf(address);
  return [...charts.values()].flatMap(({ id, source }) =>
    form.kind === 'table' && source.kind === 'spec' && source.tables.includes(form.table) ? [id] : [],
  );
}

function nothingToCompare({ editions, title }: Plan, from: number | undefined): Diagnostic {
  return {
    rule: 'same-edition',
    severity: 'error',
    message:
      editions.length === 0
        ? '견줄 판이 없습니다: 당초(0)뿐입니다.'
        : `앞 판(${from})이 뒤 판(${editions.length})보다 앞서지 않습니다.`,
    expected:
      editions.length === 0
        ? 'editions/1.yaml'
        : `0에서 ${editions.length - 1}까지의 --from, 그보다 뒤의 --to`,
    place: title.place,
  };
}
