// A document and the map of its layout -> page numbers that are missing, running heads that say another thing, stand elsewhere or are cut short though they fit.
import type { Diagnostic } from '../diagnostic.ts';
import { partName } from '../document/blocks/part.ts';
import type { Document } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { LayoutMap, PlacedShape, PlacedText } from '../document/layout-map.ts';
import { leftHandPages } from '../document/page-zone.ts';
import { partEntries } from '../document/part-entries.ts';
import { editionInHead, editionName, inHead, pageFoot, REVIEW_LABEL } from '../document/print-words.ts';
import { pageOf, type Theme } from '../document/theme.ts';
import { type Area, headZones, textArea } from './area.ts';
import { squeezed } from './expected-text.ts';
import type { PdfFaults } from './pdf-faults.ts';
import { MM } from './pdf-purpose.ts';

const IS_NUMBER = /^\d+$/;
/** What is cut off the end of a head shows as this. */
const CUT = '…';
/** Room that a cut head may leave, in type sizes: for the letter that no longer fits, and the sign in its place. */
const ONE_LETTER = 2;
/** Left free between the texts of a head, in mm at most. */
const APART = 8;
/** Points by which a text may end beside the edge that it stands at: letters are set apart behind the last one too. */
const AT_EDGE = 0.5;
const NOTHING: Taken = { width: 0, letter: Number.POSITIVE_INFINITY, from: Number.NaN, to: Number.NaN };

/** A text of a head as it stands there; lengths in points. */
interface Taken {
  readonly width: number;
  /** What may be free behind it: where it is cut, what one more of its letters would take. */
  readonly letter: number;
  /** Its ends; no numbers where nothing is said. */
  readonly from: number;
  readonly to: number;
}

/**
 * Each numbered page shows its number where the theme says. Each but those that a part opens has a head: at the left the document's title with its edition, at the
 * right the part and section that it belongs to, at the outer edge; whole, or cut at its end for want of room.
 */
export function proveHeads(faults: PdfFaults, document: Document, layout: LayoutMap): readonly Diagnostic[] {
  const sides = sidesOf(document, layout);
  const areas = layout.turned.map((turned, page) => textArea(document, turned, sides[page]));
  const zones = headZones(document, layout);
  const sizes = layout.turned.map((turned) => pageOf(document.theme.page, turned));
  const lines = {
    head: sizes.map(({ runningHead }) => runningHead * MM),
    foot: sizes.map(({ height, pageNumber }) => (height - pageNumber) * MM),
  };
  const heads = layout.pageLabels.map((): PlacedText[] => []);
  const numbered = new Set<number>();
  for (const text of layout.texts) {
    if (text.role !== 'furniture') continue;
    const area = areas[text.page] ?? textArea(document);
    if (text.y < (zones[text.page] ?? 0)) heads[text.page]?.push(text);
    else if (
      text.text === pageFoot(Number(layout.pageLabels[text.page]), document.theme) &&
      standsOn(text, lines.foot[text.page]) &&
      isFolioAt(text, area, document.theme.folio, sides[text.page] === true)
    )
      numbered.add(text.page);
  }
  const bare = layout.pageLabels.flatMap((label, page) =>
    IS_NUMBER.test(label) && !numbered.has(page) ? [faults.pageNumber(page, undefined, Number(label))] : [],
  );
  const turnedOver = sides.flatMap((isLeft, page) =>
    isLeft === layout.leftHand[page] ? [] : [faults.look.headPlace(page)],
  );
  const wrong = partsOf(document, layout).flatMap(({ page, name }) => {
    if (!IS_NUMBER.test(layout.pageLabels[page] ?? '')) return [];
    const rest = (heads[page] ?? []).toSorted((one, other) => one.order - other.order);
    if (rest.some((text) => !standsOn(text, lines.head[page]))) return [faults.look.headPlace(page)];
    const isLeft = sides[page] === true;
    const review = take(rest, document.reviewCopy ? `[${REVIEW_LABEL}]` : '');
    // In the order in which they are drawn; of the two at the left one follows the other.
    const [first, second] = (
      isLeft ? [document.title, editionInHead(document)] : [editionName(document), name || document.title]
    ).map((text) => take(rest, text));
    if (!review || !first || !second || rest.length > 0) return [faults.look.head(page, isLeft ? '' : name)];
    const { left, right } = areas[page] ?? textArea(document);
    const isAt = (one: number, edge: number) => Number.isNaN(one) || Math.abs(one - edge) < AT_EDGE;
    const stands = isLeft
      ? isAt(first.from, left) && isAt(second.from, first.to) && isAt(review.to, right)
      : isAt(second.to, right) && isAt(review.from, left) && (review.width > 0 || isAt(first.from, left));
    if (!stands) return [faults.look.headPlace(page)];
    const line = right - left - review.width - APART * MM;
    const free = line - first.width - second.width;
    const half = isLeft || first.width === 0 ? free : line / 2 - second.width;
    return free > first.letter || half > second.letter ? [faults.look.headCut(page)] : [];
  });
  const openers = [...partEntries(document)].flatMap(([part, entries]) => {
    const page = layout.blocks.get(part)?.[0]?.page;
    if (page === undefined) return [];
    const said = (heads[page] ?? [])
      .toSorted((one, other) => one.order - other.order)
      .map(({ text }) => squeezed(text))
      .join('');
    const right = entries.map(({ label, target }) => {
      const at = layout.blocks.get(target)?.[0]?.page ?? -1;
      return squeezed(plainText(label.inlines) + layout.pageLabels[at]);
    });
    const mark = document.reviewCopy ? REVIEW_LABEL : '';
    return said === right.join('') + mark ? [] : [faults.look.partContents(page)];
  });
  return [
    ...bare,
    ...turnedOver,
    ...wrong,
    ...openers,
    ...crossedPages(layout).map((page) => faults.look.headPlace(page)),
  ];
}

/** Of each page, whether it must lie at the left of the open book. */
function sidesOf({ blocks }: Document, layout: LayoutMap): readonly boolean[] {
  const covers = new Set(
    blocks.flatMap(({ kind, id }) =>
      kind === 'cover' || kind === 'back-cover' ? (layout.blocks.get(id) ?? []).map(({ page }) => page) : [],
    ),
  );
  return leftHandPages(layout.pageLabels.map((_, page) => covers.has(page)));
}

function isFolioAt(
  { x, width }: PlacedText,
  { left, right }: Area,
  folio: Theme['folio'],
  isLeft: boolean,
): boolean {
  if (folio === 'centre') return Math.abs(x + width / 2 - (left + right) / 2) < AT_EDGE;
  return Math.abs(isLeft ? x - left : x + width - right) < AT_EDGE;
}

/** Whether a text's line is the one that the theme gives, in points from the top. */
function standsOn({ y, height }: PlacedText, line = Number.NaN): boolean {
  return y < line && line < y + height;
}

/** Pages on which a line goes through what stands outside the text. */
function crossedPages({ texts, shapes }: LayoutMap): readonly number[] {
  const edges = shapes
    .filter(({ block, stroke }) => block === '' && stroke !== undefined)
    .flatMap(levelEdges);
  const crossed = texts.filter(
    (text) =>
      text.role === 'furniture' && edges.some((edge) => edge.page === text.page && crosses(edge, text)),
  );
  return [...new Set(crossed.map(({ page }) => page))];
}

/** A line that is drawn level, from x to x at y. */
interface LevelEdge {
  readonly page: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

function levelEdges({ page, outline }: PlacedShape): readonly LevelEdge[] {
  switch (outline.kind) {
    case 'box': {
      const { x, y, width, height } = outline;
      return [y, y + height].map((at) => ({ page, y: at, from: x, to: x + width }));
    }
    case 'line':
      return outline.y1 === outline.y2 ? [{ page, y: outline.y1, from: outline.x1, to: outline.x2 }] : [];
    case 'path':
      return [];
  }
}

/** Whether a line goes through letters, rather than above or below them. */
function crosses({ y, from, to }: LevelEdge, text: PlacedText): boolean {
  const middle = (y - text.y) / text.height;
  return middle > 0.25 && middle < 0.75 && from < text.x + text.width && to > text.x;
}

/** Pages with a head, and the part and section that each belongs to: not those that a part opens, nor those that hold only what is left of notes. */
function partsOf(
  { blocks }: Document,
  layout: LayoutMap,
): readonly { readonly page: number; readonly name: string }[] {
  const tops = layout.pageLabels.map(() => Number.POSITIVE_INFINITY);
  for (const fragments of layout.blocks.values())
    for (const { page, y } of fragments) tops[page] = Math.min(tops[page] ?? y, y);
  const opened = new Set<number>();
  /** By page: the part, and what begins there or goes on from the page before. */
  const parts = layout.pageLabels.map((): string | undefined => undefined);
  const begun = layout.pageLabels.map((): { readonly name: string; readonly isFirst: boolean }[] => []);
  for (const block of blocks) {
    const first = layout.blocks.get(block.id)?.[0];
    if (first === undefined) continue;
    const { page, y } = first;
    if (block.kind === 'part') {
      opened.add(page);
      parts[page] = partName(block);
      begun[page]?.push({ name: '', isFirst: true });
    }
    if (block.kind === 'section')
      begun[page]?.push({
        name: partName({ numeral: block.number, title: block.title }),
        isFirst: y <= (tops[page] ?? 0),
      });
  }
  let [part, section] = ['', ''];
  return layout.pageLabels.flatMap((_, page) => {
    part = parts[page] ?? part;
    const [first] = begun[page] ?? [];
    if (first?.isFirst === true) section = first.name;
    const name = inHead(part, section);
    section = begun[page]?.at(-1)?.name ?? section;
    return opened.has(page) || tops[page] === Number.POSITIVE_INFINITY ? [] : [{ page, name }];
  });
}

/** Takes the pieces of a text, whole or cut at its end; undefined where they say another one. */
function take(pieces: PlacedText[], text: string): Taken | undefined {
  const whole = squeezed(text);
  if (whole === '') return NOTHING;
  let said = '';
  let cut: { readonly pieces: number; readonly said: string } | undefined;
  for (const [index, piece] of pieces.entries()) {
    said += squeezed(piece.text);
    if (said === whole) return taken(pieces.splice(0, index + 1), Number.POSITIVE_INFINITY);
    if (said.endsWith(CUT) && whole.startsWith(said.slice(0, -CUT.length)))
      cut = { pieces: index + 1, said: said.slice(0, -CUT.length) };
    if (!whole.startsWith(said)) break;
  }
  return cut && taken(pieces.splice(0, cut.pieces), ONE_LETTER + blanksBehind(text, cut.said));
}

/** `letters`: in type sizes. */
function taken(pieces: readonly PlacedText[], letters: number): Taken {
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const [first, last] = [pieces[0], pieces.at(-1)];
  const ends = { from: first?.x ?? Number.NaN, to: last === undefined ? Number.NaN : last.x + last.width };
  return { width, letter: letters * (first?.height ?? 0), ...ends };
}

/** Blanks where a text was cut behind what it still says, which are left out with what follows. */
function blanksBehind(text: string, said: string): number {
  let at = 0;
  for (const letter of said) at = text.indexOf(letter, at) + letter.length;
  return text.length - at - text.slice(at).trimStart().length;
}
