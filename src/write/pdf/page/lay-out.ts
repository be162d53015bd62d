// Document -> pages with everything in its place, and the map of it; no PDF library is loaded for that.
import { korean } from '../../../diagnostic/particle.ts';
import { type Diagnostic, hasErrors, type Outcome, type SourceLocation } from '../../../diagnostic.ts';
import type { Block, Document } from '../../../document/document.ts';
import { plainText } from '../../../document/inline.ts';
import type { LayoutMap } from '../../../document/layout-map.ts';
import { placeOf, withInner } from '../../../document/reading.ts';
import { Typeface } from '../../../document/typeface.ts';
import { type ChartDrawer, openChartDrawer } from '../../../draw/chart-drawer.ts';
import { ChartDataFault, unsoundDrawing } from '../../../draw/chart-fault.ts';
import { fittedChart } from '../../../draw/chart-fit.ts';
import type { ChartDrawing } from '../../../draw/chart-ops.ts';
import { NO_STRUCTURE } from '../tags/structure.ts';
import { Typesetter } from '../type/typesetter.ts';
import { facingPages } from './facing-pages.ts';
import type { FlowItem } from './flow-item.ts';
import { furniture, watermark } from './furniture.ts';
import type { LayoutContext } from './layout-context.ts';
import { contextsOf, layoutContexts, lowPages } from './layout-contexts.ts';
import { joinedFlow } from './leaders.ts';
import type { MadePage } from './made-page.ts';
import { layoutMap } from './mapped-pages.ts';
import { noteItems } from './note-items.ts';
import { PageMaker } from './page-maker.ts';
import { pageNames, pageNumbers } from './page-names.ts';
import { resolveReferences } from './page-references.ts';
import { runningHeads } from './running-heads.ts';
import { squeezed } from './squeeze.ts';
import { turnedTables, withTurns } from './turned-tables.ts';

/** Told when a phase begins: laying out, loading the PDF library, waiting for the charts, writing the file. */
export type PhaseListener = (phase: 'loading' | 'charts' | 'layout' | 'rendering') => void;

interface LaidOut {
  /** What its letters are set in. */
  readonly typeface: Typeface;
  readonly pages: readonly MadePage[];
  /** What each page is called. */
  readonly names: ReturnType<typeof pageNames>;
  readonly layout: LayoutMap;
  /** The charts as they are drawn, by block. */
  readonly charts: ReadonlyMap<string, ChartDrawing>;
}

interface LayoutOptions {
  readonly onPhase?: PhaseListener;
  /** Draws the charts, perhaps on another thread; in place without one. */
  readonly drawer?: ChartDrawer;
  /** Filled for a file that is to be tagged. */
  readonly structure?: LayoutContext['structure'] | undefined;
  /** Done while the charts are drawn. */
  readonly meanwhile?: () => Promise<void>;
}

/** Characters that no font has, charts that cannot be drawn and blocks taller than a page are diagnostics, and then there is no value. */
export async function layOut(
  document: Document,
  fonts: ReadonlyMap<string, Uint8Array>,
  options: LayoutOptions = {},
): Promise<Outcome<LaidOut>> {
  if (options.drawer !== undefined) return layOutWith(options.drawer, document, fonts, options);
  const drawer = openChartDrawer();
  try {
    return await layOutWith(drawer, document, fonts, options);
  } finally {
    // Its thread would hold its memory as long as the process lives.
    await drawer.close();
  }
}

async function layOutWith(
  drawer: ChartDrawer,
  document: Document,
  fonts: ReadonlyMap<string, Uint8Array>,
  { onPhase = () => {}, structure = NO_STRUCTURE, meanwhile = async () => {} }: LayoutOptions,
): Promise<Outcome<LaidOut>> {
  onPhase('layout');
  const drawings = drawCharts(document, drawer, fonts);
  const typeface = new Typeface(fonts);
  const typesetter = new Typesetter(
    typeface,
    document.theme,
    (note) => {
      const known = document.notes.get(note);
      if (known === undefined) throw new Error(`no such note: ${note}`);
      return known.number;
    },
    (figure) => document.reviewCopy && document.edition?.marked.has(figure) === true,
  );
  const charts = new Map<string, ChartDrawing>();
  const wideTables: LayoutContext['wideTables'] = { parted: new Set(), tooWide: new Map() };
  const contexts = layoutContexts(document, { structure, typesetter, charts, wideTables });
  const low = lowPages(document, contexts);
  if (hasErrors(low)) return { value: undefined, diagnostics: low };
  const asked = contextsOf(document, contexts);
  const flowAt = (index: number, context = asked[index]): readonly FlowItem[] => {
    const block = document.blocks[index];
    return block === undefined || context === undefined ? [] : context.flow(block, context.width);
  };
  // What holds no chart is set while the charts are drawn.
  const early = document.blocks.map((block, index) =>
    withInner(block).some(({ kind }) => kind === 'chart') ? undefined : flowAt(index),
  );
  await meanwhile();
  onPhase('charts');
  const chartsTold = await collect(drawings, charts, asked);
  onPhase('layout');
  if (hasErrors(chartsTold)) return { value: undefined, diagnostics: chartsTold };

  const maker = new PageMaker(contexts, document.notes);
  const first = document.blocks.map((_, index) => early[index] ?? flowAt(index));
  const contextAt = turnedTables(document.blocks, asked, contexts, wideTables.parted);
  const flows = first.map((flow, index) => {
    const context = contextAt[index];
    return context === asked[index] ? flow : flowAt(index, context);
  });
  const turns = withTurns(flows, contextAt, document.blocks);
  maker.make(squeezed(contexts.upright, joinedFlow(document.blocks, turns)));
  const pages = facingPages(document, maker.pages);
  const names = pageNames(document, pages);
  const numbers = pageNumbers(document, pages);
  const heads = runningHeads(document, pages);
  resolveReferences(typesetter, pages, names);
  pages.forEach((made, index) => {
    made.items.push(
      ...noteItems(made, made.context.theme),
      ...furniture(made.context, document, made, numbers[index], heads[index] ?? ''),
    );
    if (document.reviewCopy) made.items.unshift(...watermark(made.context));
  });
  const diagnostics = [
    ...missingGlyphs(typesetter, document),
    ...overfull(document, maker.overfull),
    ...tooWide(document, wideTables),
  ];
  if (diagnostics.length > 0) return { value: undefined, diagnostics };

  const layout = layoutMap(document, pages);
  return { value: { typeface, pages, names, layout, charts }, diagnostics: chartsTold };
}

interface PendingChart {
  readonly block: Block;
  /** Index of the outermost block that it stands in. */
  readonly index: number;
  readonly drawing: Promise<ChartDrawing | Error>;
}

function drawCharts(
  document: Document,
  drawer: ChartDrawer,
  fonts: ReadonlyMap<string, Uint8Array>,
): PendingChart[] {
  const all = document.blocks.flatMap((outer, index) => withInner(outer).map((block) => ({ block, index })));
  return all.flatMap(({ block, index }): PendingChart[] => {
    if (block.kind !== 'chart') return [];
    const drawing = drawer
      .draw(block.spec, document.theme, fonts)
      .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    return [{ block, index, drawing }];
  });
}

/** Puts the drawings into the map, none wider than the text where it stands. What failed is an error, what had to shrink a warning. */
async function collect(
  pending: readonly PendingChart[],
  charts: Map<string, ChartDrawing>,
  contextAt: readonly LayoutContext[],
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { block, index, drawing } of pending) {
    const { width = 0 } = contextAt[index] ?? {};
    const drawn = await drawing;
    // What the system lacks is no fault of the chart.
    if (drawn instanceof Error && 'code' in drawn) throw drawn;
    const result = drawn instanceof Error ? drawn : (unsoundDrawing(drawn) ?? drawn);
    const place = placeOf(block) ?? { file: block.id, line: 1, column: 1 };
    const tell = (rule: string, severity: 'error' | 'warning', message: string, expected: string) =>
      diagnostics.push({ rule, severity, message, expected, place });
    const chart = `차트 ‘${block.id}’`;
    if (result instanceof ChartDataFault) {
      tell('chart-cannot-draw', 'error', `${chart}: ${result.message}`, result.expected);
      continue;
    }
    if (result instanceof Error) {
      tell(
        'chart-not-drawn',
        'error',
        `${chart}: 그림틀대로 그릴 수 없습니다. ${result.message}`,
        '그릴 수 있는 Vega-Lite 그림틀',
      );
      continue;
    }
    const fitted = fittedChart(result, width);
    const sizes = `(${result.width.toFixed(0)}pt, 본문은 ${width.toFixed(0)}pt)`;
    const shorter = '더 짧은 이름표, 또는 더 좁은 그림틀';
    if (fitted === undefined)
      tell('chart-too-wide', 'error', korean`${chart}이(가) 본문보다 너무 넓습니다${sizes}.`, shorter);
    else charts.set(block.id, fitted);
    if (fitted !== undefined && fitted !== result)
      tell('chart-shrunk', 'warning', korean`${chart}이(가) 본문보다 넓어 줄여 그렸습니다${sizes}.`, shorter);
  }
  return diagnostics;
}

function missingGlyphs(typesetter: Typesetter, document: Document): Diagnostic[] {
  if (typesetter.missing.length === 0) return [];
  const seen = new Set<string>();
  const placed = new Set(
    typesetter.missing.flatMap(({ character, place }) => (place?.file ? character : [])),
  );
  const somewhere = document.blocks.map(placeOf).find((place) => place?.file);
  return typesetter.missing.flatMap(({ character, place }): Diagnostic[] => {
    // Labels have no place of their own, and say again what another text says.
    if (!place?.file && placed.has(character)) return [];
    const at: SourceLocation = place?.file ? place : (somewhere ?? { file: document.id, line: 1, column: 1 });
    const key = JSON.stringify([character, at]);
    if (seen.has(key)) return [];
    seen.add(key);
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return [
      {
        rule: 'missing-glyph',
        severity: 'error',
        message: `문자 ‘${character}’(U+${code})를 가진 글꼴이 없습니다.`,
        expected: '본문 글꼴이나 대체 글꼴에 있는 문자',
        place: at,
      },
    ];
  });
}

function overfull(document: Document, blocks: ReadonlySet<string>): Diagnostic[] {
  return document.blocks
    .filter((block) => blocks.has(block.id))
    .map((block) => ({
      rule: 'block-taller-than-page',
      severity: 'error',
      message: `‘${block.id}’ 항목이 한 쪽보다 높아 쪽 안에 놓을 수 없습니다.`,
      expected: '한 쪽의 본문 높이보다 낮은 항목',
      place: placeOf(block) ?? { file: document.id, line: 1, column: 1 },
    }));
}

function tooWide(document: Document, { tooWide: columns }: LayoutContext['wideTables']): Diagnostic[] {
  return document.blocks.flatMap(withInner).flatMap((block): Diagnostic[] => {
    const column = columns.get(block.id);
    if (block.kind !== 'table' || column === undefined) return [];
    const head = block.rows.flat().find((cell) => cell.column === column)?.blocks[0];
    const words = head?.kind === 'paragraph' ? ` ‘${plainText(head.content.inlines)}’` : '';
    const caption = block.caption === undefined ? '' : ` ‘${plainText(block.caption.inlines)}’`;
    return [
      {
        rule: 'column-too-wide',
        severity: 'error',
        message: korean`표 ‘${block.id}’${caption}의 ${column + 1}번째 열${words}이(가) 쪽보다 넓어 수를 자르지 않고는 놓을 수 없습니다.`,
        expected: '가로 쪽에 놓이는 너비: 더 큰 단위, 또는 더 짧은 글',
        place: placeOf(block) ?? { file: document.id, line: 1, column: 1 },
      },
    ];
  });
}
