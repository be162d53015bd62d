// A document, the map of its layout and the press file -> what is not as it should be on the sheets that go to print.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
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
  const order = pressOrder(layout.pageLabels.length, covers, press);
  const sheetOf = new Map(
    order.flatMap((page, sheet) => (page === undefined ? [] : [[page, sheet] as const])),
  );
  const { page: paper } = document.theme;
  const outer = paper.left + paper.right - press.inner;
  const shifts = order.map((page, sheet): Shift => {
    if (page === undefined || covers.front.has(page) || covers.back.has(page)) return UNMOVED;
    // The first page is a right-hand one, bound at its left edge: a turned one at its head, and the next at its foot.
    const isRight = sheet % 2 === 0;
    if (layout.turned[page] !== true)
      return { right: ((isRight ? press.inner : outer) - paper.left) * MM, down: 0 };
    const lacking = Math.max(0, press.inner - (isRight ? paper.top : paper.bottom)) * MM;
    return { right: 0, down: isRight ? lacking : -lacking };
  });
  const bound = onSheets(layout, order, sheetOf);
  const printed = { ...document, blocks: document.blocks.filter(({ id }) => bound.blocks.has(id)) };
  const { bleed, inks, profile } = press;
  const { registered, bytes } = profile;
  const purpose = { kind: 'press', bleed, inks, profile: bytes, registered } as const;
  const labels = order.map((page) => (page === undefined ? undefined : layout.pageLabels[page]));
  const proof = provePdf(printed, bound, press.bytes, press.name, { ...context, shifts, purpose });
  // Of a file that cannot be read, or has other pages, that alone is told.
  const isRead = proof.pages.length === labels.length;
  return [
    ...proof.diagnostics,
    ...(isRead ? proveReport(document, press, labels, bound.turned, proof.pages) : []),
  ];

  function pagesOf(kind: 'cover' | 'back-cover'): ReadonlySet<number> {
    const blocks = document.blocks.filter((block) => block.kind === kind);
    return new Set(blocks.flatMap(({ id }) => (layout.blocks.get(id) ?? []).map(({ page }) => page)));
  }
}

/** The page on each side of the sheets, undefined for blank ones: those come before the back cover. */
function pressOrder(
  count: number,
  { front, back }: { readonly front: ReadonlySet<number>; readonly back: ReadonlySet<number> },
  { part, multiple }: PressFile,
): readonly (number | undefined)[] {
  const pages = Array.from({ length: count }, (_, page) => page);
  const inside = pages.filter((page) => !front.has(page) && !back.has(page));
  const before = [...(part === 'inside' ? [] : front), ...(part === 'cover' ? [] : inside)];
  const after = part === 'inside' ? [] : [...back];
  const total = Math.ceil(Math.max(before.length + after.length, 1) / multiple) * multiple;
  const blanks = Array.from({ length: total - before.length - after.length }, () => undefined);
  return [...before, ...blanks, ...after];
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
    pageLabels: order.map((page, sheet) =>
      page === undefined ? String(sheet + 1) : (layout.pageLabels[page] ?? ''),
    ),
  };
}
