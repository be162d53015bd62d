// A document and the map of its layout -> page numbers that are missing, running heads that say another thing, stand elsewhere or are cut short though they fit.
import type { Diagnostic } from '../diagnostic.ts';
import { partName } from '../document/blocks/part.ts';
import type { Document } from '../document/document.ts';
import type { LayoutMap, PlacedShape, PlacedText } from '../document/layout-map.ts';
import { editionInHead, pageFoot, REVIEW_LABEL } from '../document/print-words.ts';
import { pageOf } from '../document/theme.ts';
import { textArea } from './area.ts';
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
const NOTHING: Taken = { width: 0, letter: Number.POSITIVE_INFINITY };

/** A text of a head as it stands there; lengths in points. */
interface Taken {
  readonly width: number;
  /** What may be free behind it: where it is cut, what one more of its letters would take. */
  readonly letter: number;
}

/**
 * Each numbered page shows its number. Each but those that a part opens has a head: the document's title, its edition, the part that it belongs to, each whole or
 * cut at its end for want of room. A part has half of the line, the others what it leaves.
 */
export function proveHeads(faults: PdfFaults, document: Document, layout: LayoutMap): readonly Diagnostic[] {
  const areas = layout.turned.map((turned) => textArea(document, turned));
  const sizes = layout.turned.map((turned) => pageOf(document.theme.page, turned));
  const lines = {
    head: sizes.map(({ runningHead }) => runningHead * MM),
    foot: sizes.map(({ height, pageNumber }) => (height - pageNumber) * MM),
  };
  const heads = layout.pageLabels.map((): PlacedText[] => []);
  const numbered = new Set<number>();
  for (const text of layout.texts) {
    if (text.role !== 'furniture') continue;
    if (text.y < (areas[text.page]?.top ?? 0)) heads[text.page]?.push(text);
    else if (
      text.text === pageFoot(Number(layout.pageLabels[text.page])) &&
      standsOn(text, lines.foot[text.page])
    )
      numbered.add(text.page);
  }
  const bare = layout.pageLabels.flatMap((label, page) =>
    IS_NUMBER.test(label) && !numbered.has(page) ? [faults.pageNumber(page, undefined, Number(label))] : [],
  );
  const wrong = partsOf(document, layout).flatMap(({ page, name }) => {
    if (!IS_NUMBER.test(layout.pageLabels[page] ?? '')) return [];
    const rest = (heads[page] ?? []).toSorted((one, other) => one.order - other.order);
    if (rest.some((text) => !standsOn(text, lines.head[page]))) return [faults.look.headPlace(page)];
    const [review, title, edition, part] = [
      document.reviewCopy ? `[${REVIEW_LABEL}]` : '',
      document.title,
      editionInHead(document),
      name,
    ].map((text) => take(rest, text));
    if (!review || !title || !edition || !part || rest.length > 0) return [faults.look.head(page, name)];
    const { left, right } = areas[page] ?? textArea(document);
    const line = right - left - review.width - APART * MM;
    const free = line - title.width - edition.width - part.width;
    const isLoose = free > title.letter || free > edition.letter || line / 2 - part.width > part.letter;
    return isLoose ? [faults.look.headCut(page)] : [];
  });
  return [...bare, ...wrong, ...crossedPages(layout).map((page) => faults.look.headPlace(page))];
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

/** Pages with a head, and the part that each belongs to: not those that a part opens, nor those that hold only what is left of notes. */
function partsOf(
  { blocks }: Document,
  layout: LayoutMap,
): readonly { readonly page: number; readonly name: string }[] {
  const opened = new Map<number, string>();
  for (const block of blocks) {
    const page = layout.blocks.get(block.id)?.[0]?.page;
    if (block.kind === 'part' && page !== undefined) opened.set(page, partName(block));
  }
  const filled = new Set(
    [...layout.blocks.values()].flatMap((fragments) => fragments.map(({ page }) => page)),
  );
  let name = '';
  return layout.pageLabels.flatMap((_, page) => {
    name = opened.get(page) ?? name;
    return opened.has(page) || !filled.has(page) ? [] : [{ page, name }];
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
  return { width, letter: letters * (pieces[0]?.height ?? 0) };
}

/** Blanks where a text was cut behind what it still says, which are left out with what follows. */
function blanksBehind(text: string, said: string): number {
  let at = 0;
  for (const letter of said) at = text.indexOf(letter, at) + letter.length;
  return text.length - at - text.slice(at).trimStart().length;
}
