// A finished PDF and the reading of its document -> where a screen reader hears another thing: elements, words, alternative texts, links.
import type { Diagnostic } from '../../diagnostic.ts';
import type { Document } from '../../document/document.ts';
import type { LayoutMap, PlacedText } from '../../document/layout-map.ts';
import { outlineOf } from '../../document/outline.ts';
import type { Reading } from '../../document/reading.ts';
import { headZones, textArea } from '../area.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { ReadPage } from '../pdf/read-pdf.ts';
import { readStructure } from '../pdf/structure-tree.ts';
import type { PdfFaults } from '../pdf-faults.ts';
import type { PrintedPages } from '../printed-pages.ts';
import { isAbove, TreeComparison } from './compare-trees.ts';
import { Destinations } from './destinations.ts';
import { expectedTree } from './expected-tree.ts';
import { proveLinkAreas } from './link-areas.ts';
import { markedContent } from './marked-content.ts';

/** Of one kind that are told one by one. */
const MOST_TOLD = 10;

/** What is heard otherwise. */
export interface HeardFinding {
  readonly fault: Diagnostic;
  /** It follows from what is seen otherwise, and is told only where nothing is. */
  readonly unlessSeen?: boolean;
}

/** For a file that claims to be heard. Throws a PdfFault where its structure cannot be read. */
export function proveHeard(
  faults: PdfFaults,
  document: Document,
  reading: Reading,
  layout: LayoutMap,
  file: PdfFile,
  pages: readonly ReadPage[],
): readonly HeardFinding[] {
  const tree = readStructure(file, pages);
  if (tree === undefined) return [{ fault: faults.heard.noStructure() }];
  const marked = markedContent(pages);
  const comparison = new TreeComparison(file, layout, marked, new Destinations(file, pages).places);
  comparison.compare(expectedTree(document, reading), tree.root);
  const unheard = [...marked.contents]
    .filter(([key]) => !comparison.held.has(key))
    .map(([, content]) => faults.heard.unheard(content.page, content.text));
  return [
    ...comparison.faults.map((fault) => ({
      fault: faults.heard.otherwise(fault),
      unlessSeen: fault.kind === 'text',
    })),
    // What is not held is told once it is known that the trees agree: else one fault would be told twice.
    ...(comparison.faults.length > 0 ? [] : unheard.slice(0, MOST_TOLD)).map((fault) => ({ fault })),
    ...[
      ...tree.faults.slice(0, MOST_TOLD).map((path) => faults.file.foreignObject(undefined, path)),
      ...otherLinks(faults, file, pages),
      ...proveLinkAreas(faults, file, pages, marked, tree.root).slice(0, MOST_TOLD),
    ].map((fault) => ({ fault })),
    ...[
      ...marked.unmarked.slice(0, MOST_TOLD).map((page) => faults.heard.unmarked(page)),
      ...marked.spokenOtherwise.slice(0, MOST_TOLD).map((piece) => faults.heard.spoken(piece)),
    ].map((fault) => ({ fault, unlessSeen: true })),
  ];
}

/** Heads, feet and the watermark are told as such, what is drawn again as decoration (Matterhorn 18-002). */
export function proveDecoration(
  faults: PdfFaults,
  document: Document,
  layout: LayoutMap,
  { placed }: PrintedPages,
): readonly Diagnostic[] {
  const zones = headZones(document, layout);
  const typeOf = ({ role, page, y }: PlacedText): string => {
    if (role === 'watermark') return 'Watermark';
    const { bottom } = textArea(document, layout.turned[page]);
    return role !== 'furniture'
      ? 'Layout'
      : y < (zones[page] ?? 0)
        ? 'Header'
        : y > bottom
          ? 'Footer'
          : 'Layout';
  };
  return placed
    .filter(([{ mark }, text]) => {
      const right = typeOf(text);
      return mark?.kind === 'artifact' ? mark.type !== right : right !== 'Layout';
    })
    .slice(0, MOST_TOLD)
    .map(([piece]) => faults.heard.decoration(piece));
}

/** The bookmarks are the headings, nested as they are, and each leads to its heading. */
export function proveBookmarks(
  faults: PdfFaults,
  document: Document,
  { nodes }: Reading,
  layout: LayoutMap,
  file: PdfFile,
  pages: readonly ReadPage[],
): readonly Diagnostic[] {
  const destinations = new Destinations(file, pages);
  const own = destinations.bookmarks;
  const open: number[] = [];
  const right = outlineOf(nodes).map((heading) => {
    // An entry hangs under the nearest one above it.
    while ((open.at(-1) ?? 0) >= heading.depth) open.pop();
    open.push(heading.depth);
    return { ...heading, depth: open.length };
  });
  const found: Diagnostic[] = [];
  const seen = right.filter(({ depth }) => depth <= 2).length;
  if (right.length > 0 && destinations.seenBookmarks !== seen)
    found.push(faults.heard.bookmarkCount(document.title, undefined));
  for (let at = 0; at < Math.max(own.length, right.length) && found.length < MOST_TOLD; at++) {
    const [one, heading] = [own[at], right[at]];
    if (one?.title !== heading?.name || one?.depth !== heading?.depth) {
      found.push(faults.heard.bookmark(one?.title, heading));
      break;
    }
    const below = childrenBelow(right, at);
    const count = below === 0 ? undefined : heading?.depth === 1 ? below : -below;
    if (one?.count !== count) found.push(faults.heard.bookmarkCount(one?.title ?? '', heading));
    const [box] = layout.blocks.get(heading?.block ?? '') ?? [];
    if (box === undefined || one?.leadsTo === undefined || !isAbove(one.leadsTo, box.page, box.y))
      found.push(faults.heard.bookmarkLeads(one?.title ?? '', heading));
  }
  return found;
}

/** How many entries of the next depth stand below an entry. */
function childrenBelow(entries: readonly { readonly depth: number }[], at: number): number {
  const { depth = 0 } = entries[at] ?? {};
  let count = 0;
  for (let next = at + 1; (entries[next]?.depth ?? 0) > depth; next++)
    if (entries[next]?.depth === depth + 1) count += 1;
  return count;
}

/** Links that no element holds. */
function otherLinks(faults: PdfFaults, file: PdfFile, pages: readonly ReadPage[]): readonly Diagnostic[] {
  return pages.flatMap(({ dict }, page) =>
    file
      .array(dict.get('Annots'))
      .flatMap((link) =>
        file.number(file.dict(link).get('StructParent')) === undefined
          ? [faults.heard.link(page, file.text(file.dict(link).get('Contents')))]
          : [],
      ),
  );
}
