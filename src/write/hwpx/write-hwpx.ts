// Document and its layout -> the bytes of a file for 한글.
import type { Document } from '../../document/document.ts';
import type { HwpxMap } from '../../document/hwpx-map.ts';
import { plainText } from '../../document/inline.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import { outlineOf } from '../../document/outline.ts';
import { withOwnTexts } from '../../document/own-texts.ts';
import { isSeen, leavesIn, readingOf, textsOf } from '../../document/reading.ts';
import { type PartColumns, withParts } from '../../document/table-part.ts';
import { pageOf } from '../../document/theme.ts';
import { Typeface } from '../../document/typeface.ts';
import type { ChartDrawing } from '../../draw/chart-ops.ts';
import { zipOf } from '../../zip/write-zip.ts';
import { flowOf } from './blocks/flow.ts';
import { partsOf } from './blocks/table.ts';
import type { WriterContext } from './context.ts';
import { Leaves } from './leaves.ts';
import { isStored, packageParts } from './package.ts';
import { Pictures } from './picture-store.ts';
import { sectionParts } from './section.ts';
import { StyleSheet } from './style-sheet.ts';
import { mm } from './units.ts';

/** Of paragraphs that others refer to; each counts from there by its place. */
const FIRST_TARGET = 1000;
const FIRST_OBJECT = 1_000_000;

/**
 * Writes the document: `layout` tells which pages are turned and which numbers the contents begin with, `charts` are the drawings of its
 * charts by block. The same document and layout give the same bytes. Throws when a part of the reading is not written.
 */
export function writeHwpx(
  original: Document,
  layout: LayoutMap,
  charts: ReadonlyMap<string, ChartDrawing>,
  fonts: ReadonlyMap<string, Uint8Array>,
): { readonly bytes: Uint8Array; readonly map: HwpxMap } {
  const sheet = new StyleSheet(original.theme);
  const whole = withOwnTexts(original);
  const parts = partedTables(whole, sheet, layout);
  const document = withParts(whole, parts);
  const context: WriterContext = {
    document,
    sheet,
    leaves: new Leaves(document, layout.charts),
    pictures: new Pictures(),
    map: { texts: new Map(), blanks: [], notes: new Map(), tables: new Map(), pictures: new Map() },
    typeface: new Typeface(fonts),
    noted: new Set(),
    charts,
    numbers: { next: FIRST_OBJECT },
    targets: targetsOf(document),
    pageOf: (block) => layout.pageLabels[layout.blocks.get(block)?.[0]?.page ?? 0] ?? '',
    turned: false,
    width: 0,
    height: 0,
    inCell: false,
    flow: flowOf,
  };
  const sections = sectionParts(context, layout);
  context.leaves.end();
  const preview = document.blocks.flatMap(textsOf).map(({ inlines }) => plainText(inlines));
  const files = packageParts(
    document,
    context.sheet.looks.lists(),
    sections,
    context.pictures.files,
    preview.join('\r\n'),
  );
  const bytes = zipOf(files, document.issueDate, { isStored });
  return { bytes, map: { ...mapOf(context, layout), parts } };
}

/** Tables that are too wide for the page that they stand on, by their ids. */
function partedTables(
  { blocks }: Document,
  sheet: StyleSheet,
  { blocks: places, turned }: LayoutMap,
): HwpxMap['parts'] {
  const parts = new Map<string, readonly PartColumns[]>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const { width, left, right } = pageOf(
      sheet.theme.page,
      turned[places.get(block.id)?.[0]?.page ?? -1] === true,
    );
    const own = partsOf({ sheet }, block, mm(width - left - right));
    if (own !== undefined) parts.set(block.id, own);
  }
  return parts;
}

/** Texts that the reading says in its order, and all others, which are blank. */
function mapOf({ document, map }: WriterContext, layout: LayoutMap): Omit<HwpxMap, 'parts'> {
  const others = new Map(map.texts);
  const texts = leavesIn(readingOf(document, layout.charts).nodes).flatMap((leaf) => {
    if (leaf.kind !== 'text' || leaf.role === 'note' || !isSeen(leaf)) return [];
    const setting = others.get(leaf.text);
    if (setting === undefined) throw new Error(`a text has no look: ${JSON.stringify(leaf.text.place)}`);
    others.delete(leaf.text);
    return [setting];
  });
  return { ...map, texts, blanks: [...map.blanks, ...others.values()] };
}

/** The headings of the outline that the contents lead to: to others 한글 counts no page. */
function targetsOf(document: Document): ReadonlyMap<string, number> {
  const headings = new Set(outlineOf(readingOf(document).nodes).map(({ block }) => block));
  const entries = document.blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
  const targets = entries.map(({ target }) => target).filter((target) => headings.has(target));
  return new Map(targets.map((target, index) => [target, FIRST_TARGET + index]));
}
