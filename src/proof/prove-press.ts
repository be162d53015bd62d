// A document, the map of its layout and the press file -> what is not as it should be on the sheets that go to print.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { LayoutMap, Outline } from '../document/layout-map.ts';
import { boundPage, pageOf } from '../document/theme.ts';
import { MM, type PressPurpose, type Shift, UNMOVED } from './pdf-purpose.ts';
import { type PdfContext, provePdf } from './prove-pdf.ts';
import { proveReport } from './prove-report.ts';

/** The press file and what it was printed with. */
export interface PressFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly part: 'whole' | 'cover' | 'inside';
  /** The margin at the binding, in mm. */
  readonly inner: number;
  /** What its pages are a multiple of. */
  readonly multiple: number;
  /** How thick a leaf of the inside is, in mm. */
  readonly paper: number;
  /** Beyond the trimmed page, in mm. */
  readonly bleed: number;
  readonly inks: PressPurpose['inks'];
  readonly profile: Pick<PressPurpose, 'registered'> & { readonly bytes: Uint8Array };
  /** What stands beside it for the shop, without the mark of its encoding. */
  readonly report?: { readonly name: string; readonly text: string };
}

/** Looks for everything that its pages say, as in the file for the screen: in another order, bound, and with blank pages. */
export function provePress(
  document: Document,
  layout: LayoutMap,
  press: PressFile,
  context: Pick<PdfContext, 'book' | 'fonts'> = {},
): readonly Diagnostic[] {
  const covers = { front: pagesOf('cover'), back: pagesOf('back-cover') };
  const { page: paper } = document.theme;
  const isCover = press.part === 'cover';
  const order = isCover ? [] : pressOrder(layout.pageLabels.length, covers, press);
  const outer = paper.left + paper.right - press.inner;
  const shifts = order.map((page, sheet): Shift => {
    if (page === undefined || covers.front.has(page) || covers.back.has(page)) return UNMOVED;
    // The first page is a right-hand one, bound at its left edge: a turned one at its head, and the next at its foot.
    const isRight = sheet % 2 === 0;
    if (layout.turned[page] !== true)
      return {
        right: ((isRight ? press.inner : outer) - boundPage(paper, layout.leftHand[page] === true).left) * MM,
        down: 0,
      };
    const { top, bottom } = pageOf(paper, true);
    const lacking = Math.max(0, press.inner - (isRight ? top : bottom)) * MM;
    return { right: 0, down: isRight ? lacking : -lacking };
  });
  const count = Math.max(1, layout.pageLabels.length - covers.front.size - covers.back.size);
  const leaves = Math.ceil((Math.ceil(count / press.multiple) * press.multiple) / 2);
  const spine = Math.round(leaves * press.paper * 10) / 10;
  const bound = isCover
    ? coverSheet(layout, covers, paper.width, spine)
    : onSheets(
        layout,
        order,
        new Map(order.flatMap((page, sheet) => (page === undefined ? [] : [[page, sheet] as const]))),
      );
  const width = isCover ? 2 * paper.width + spine : paper.width;
  const printed = {
    ...document,
    theme: { ...document.theme, page: { ...paper, width } },
    blocks: document.blocks.filter(({ id }) => bound.blocks.has(id)),
  };
  const folds = isCover ? [...new Set([paper.width, paper.width + spine])] : [];
  const { bleed, inks, profile } = press;
  const { registered, bytes } = profile;
  const purpose = { kind: 'press', bleed, inks, profile: bytes, registered, folds } as const;
  const labels = isCover
    ? [bound.pageLabels[0] || undefined, undefined]
    : order.map((page) => (page === undefined ? undefined : layout.pageLabels[page]));
  const proof = provePdf(printed, bound, press.bytes, press.name, { ...context, shifts, purpose });
  // Of a file that cannot be read, or has other pages, that alone is told.
  const isRead = proof.pages.length === labels.length;
  return [
    ...proof.diagnostics,
    ...(isRead ? proveReport(printed, { ...press, spine }, labels, bound.turned, proof.pages) : []),
  ];

  function pagesOf(kind: 'cover' | 'back-cover'): ReadonlySet<number> {
    const blocks = document.blocks.filter((block) => block.kind === kind);
    return new Set(blocks.flatMap(({ id }) => (layout.blocks.get(id) ?? []).map(({ page }) => page)));
  }
}

/**
 * The page on each side of the sheets, undefined for blank ones. The cover is a leaf before the inside and one behind it, blank on its
 * other sides; blank pages come before the last leaf.
 */
function pressOrder(
  count: number,
  { front, back }: { readonly front: ReadonlySet<number>; readonly back: ReadonlySet<number> },
  { part, multiple }: PressFile,
): readonly (number | undefined)[] {
  const pages = Array.from({ length: count }, (_, page) => page);
  const inside = pages.filter((page) => !front.has(page) && !back.has(page));
  const blank = (many: number): readonly undefined[] => Array.from({ length: many }, () => undefined);
  const isBound = part === 'whole' && front.size === 1;
  const before = part === 'inside' ? inside : [...front, ...blank(isBound ? 1 : 0), ...inside];
  const after = part === 'inside' ? [] : [...blank(isBound ? 2 - back.size : 0), ...back];
  const step = isBound && multiple % 2 === 1 ? 2 * multiple : multiple;
  const total = Math.ceil(Math.max(before.length + after.length, 1) / step) * step;
  return [...before, ...blank(total - before.length - after.length), ...after];
}

/** Both covers on one side of a sheet, the back one at the left; what reaches the front's left edge goes on over the spine, in mm. */
function coverSheet(
  layout: LayoutMap,
  { front, back }: { readonly front: ReadonlySet<number>; readonly back: ReadonlySet<number> },
  width: number,
  spine: number,
): LayoutMap {
  const right = (width + spine) * MM;
  // What is painted of the front comes behind all of the back.
  const behind = layout.texts.length + layout.shapes.length;
  const both = <T extends { readonly page: number }>(things: readonly T[], moved: (thing: T) => T) =>
    things.flatMap((thing) => {
      if (front.has(thing.page)) return [{ ...moved(thing), page: 0 }];
      return back.has(thing.page) ? [{ ...thing, page: 0 }] : [];
    });
  const blocks = [...layout.blocks].map(
    ([block, fragments]) => [block, both(fragments, (one) => ({ ...one, x: one.x + right }))] as const,
  );
  const labels = [...back, ...front].map((page) => layout.pageLabels[page] ?? '');
  return {
    ...layout,
    blocks: new Map(blocks.filter(([, fragments]) => fragments.length > 0)),
    texts: both(layout.texts, (one) => ({ ...one, x: one.x + right, order: one.order + behind })),
    charts: [],
    shapes: both(layout.shapes, (one) => ({
      ...one,
      outline: aroundSpine(one.outline, width * MM, right),
      order: one.order + behind,
    })),
    turned: [false, false],
    leftHand: [false, false],
    pageLabels: [labels.join('·'), '2'],
  };
}

/** Points. */
const NEAR = 0.01;

function aroundSpine(outline: Outline, width: number, right: number): Outline {
  if (outline.kind === 'line') return { ...outline, x1: outline.x1 + right, x2: outline.x2 + right };
  if (outline.kind === 'path' || outline.x > NEAR) return { ...outline, x: outline.x + right };
  return { ...outline, x: width, width: outline.x + outline.width + right - width };
}

function onSheets(
  layout: LayoutMap,
  order: readonly (number | undefined)[],
  sheetOf: ReadonlyMap<number, number>,
): LayoutMap {
  const onSheet = <T extends { readonly page: number }>(things: readonly T[]): readonly T[] =>
    things.flatMap((thing) => {
      const page = sheetOf.get(thing.page);
      return page === undefined ? [] : [{ ...thing, page }];
    });
  const blocks = [...layout.blocks].map(([block, fragments]) => [block, onSheet(fragments)] as const);
  return {
    ...layout,
    blocks: new Map(blocks.filter(([, fragments]) => fragments.length > 0)),
    texts: onSheet(layout.texts),
    charts: onSheet(layout.charts),
    shapes: onSheet(layout.shapes),
    turned: order.map((page) => page !== undefined && layout.turned[page] === true),
    leftHand: order.map((page) => page !== undefined && layout.leftHand[page] === true),
    pageLabels: order.map((page, sheet) =>
      page === undefined ? String(sheet + 1) : (layout.pageLabels[page] ?? ''),
    ),
  };
}
