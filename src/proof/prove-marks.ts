// A document and the map of its layout -> marks that readers go by and that are not there: of a review copy, of what was changed, of
// tables and notes; and boxes of diagrams that lie on one another.
import type { Diagnostic } from '../diagnostic.ts';
import type { Block, Document } from '../document/document.ts';
import type { Box, LayoutMap, PlacedShape } from '../document/layout-map.ts';
import { REVIEW_LABEL, WATERMARK } from '../document/print-words.ts';
import { placeOf } from '../document/reading.ts';
import { SLACK } from './area.ts';
import type { PdfFaults } from './pdf-faults.ts';
import { MM } from './pdf-purpose.ts';
import { proveEmphasis } from './prove-emphasis.ts';

/** Made of boxes; what a schedule paints crosses its cells. */
const DIAGRAMS: ReadonlySet<Block['kind']> = new Set(['vision', 'swot', 'diagram', 'key-figures']);
/** Points by which places and widths may be rounded. */
const ROUNDING = 0.01;

export function proveMarks(faults: PdfFaults, document: Document, layout: LayoutMap): readonly Diagnostic[] {
  return [
    ...reviewMarks(faults, document, layout),
    ...changeMarks(faults, document, layout),
    ...tableEdges(faults, document, layout),
    ...noteRules(faults, document, layout),
    ...boxesApart(faults, document, layout),
    ...wordsInside(faults, document, layout),
    ...proveEmphasis(faults, document, layout),
  ];
}

/** Both on each page of a review copy, neither in a publication. */
function reviewMarks(
  faults: PdfFaults,
  { reviewCopy }: Document,
  { texts, pageLabels }: LayoutMap,
): readonly Diagnostic[] {
  const crossed = new Set<number>();
  const labelled = new Set<number>();
  for (const { role, text, page } of texts) {
    if (role === 'watermark' && text === WATERMARK) crossed.add(page);
    if (role === 'furniture' && text.includes(REVIEW_LABEL)) labelled.add(page);
  }
  const isWrong = (_: string, page: number): boolean =>
    reviewCopy !== crossed.has(page) || (reviewCopy && !labelled.has(page));
  const page = pageLabels.findIndex(isWrong);
  return page < 0 ? [] : [faults.look.reviewMark(page, reviewCopy)];
}

/** A line below each figure that the edition changed, in review copies, and below no other. */
function changeMarks(
  faults: PdfFaults,
  { reviewCopy, edition }: Document,
  { texts }: LayoutMap,
): readonly Diagnostic[] {
  const wrong = texts.find(
    ({ figures, marked }) =>
      marked !== (reviewCopy && figures.some((figure) => edition?.marked.has(figure) === true)),
  );
  return wrong === undefined ? [] : [faults.look.changeMark(wrong)];
}

/** A table has its outer rule above its first row on each page, and below its last one. */
function tableEdges(faults: PdfFaults, document: Document, { shapes }: LayoutMap): readonly Diagnostic[] {
  const { outerRule } = document.theme.table;
  const edges = new Map<string, Map<number, number>>();
  for (const shape of shapes) {
    const pages = edges.get(shape.block) ?? new Map<number, number>();
    edges.set(shape.block, pages);
    pages.set(
      shape.page,
      (pages.get(shape.page) ?? 0) + (isAcross(shape, outerRule) && shape.stroke === 'main' ? 1 : 0),
    );
  }
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const pages = [...(edges.get(block.id) ?? [])].sort(([one], [other]) => one - other);
    const wrong = pages.find(
      ([, count], index) => count < (index === pages.length - 1 && pages.length === 1 ? 2 : 1),
    );
    if (pages.length > 0 && wrong === undefined) return [];
    return [faults.look.tableEdge(block.id, wrong?.[0], placeOf(block))];
  });
}

/** A short rule above the notes of a page. */
function noteRules(
  faults: PdfFaults,
  document: Document,
  { notes, shapes }: LayoutMap,
): readonly Diagnostic[] {
  const { theme } = document;
  const { ruleWidth, ruleLength } = theme.footnote;
  const ruled = new Set(
    shapes.flatMap((shape) => {
      const { outline } = shape;
      const isRule =
        outline.kind === 'line' &&
        isAcross(shape, ruleWidth) &&
        Math.abs(outline.x2 - outline.x1 - ruleLength * MM) < ROUNDING;
      return isRule && shape.block === '' ? [shape.page] : [];
    }),
  );
  const pages = [...notes.values()].flatMap((note) => note.pages);
  const bare = pages.find((page) => !ruled.has(page));
  return bare === undefined ? [] : [faults.look.noteRule(bare)];
}

/** Boxes of a diagram stand beside one another or in one another, and no two share a part only. */
function boxesApart(faults: PdfFaults, { blocks }: Document, { shapes }: LayoutMap): readonly Diagnostic[] {
  const diagrams = new Set(blocks.filter(({ kind }) => DIAGRAMS.has(kind)).map(({ id }) => id));
  const seen = new Map<string, Box[]>();
  return shapes.flatMap(({ block, page, outline }) => {
    if (outline.kind !== 'box' || !diagrams.has(block)) return [];
    const key = JSON.stringify([block, page]);
    const before = seen.get(key) ?? [];
    seen.set(key, [...before, outline]);
    const isCrossed = before.some(
      (other) => meet(outline, other) && !holds(outline, other) && !holds(other, outline),
    );
    return isCrossed ? [faults.look.boxesMeet(page, [outline.x, outline.y], block)] : [];
  });
}

/** The words of a box of a diagram end within its sides. */
function wordsInside(
  faults: PdfFaults,
  { blocks }: Document,
  { shapes, texts }: LayoutMap,
): readonly Diagnostic[] {
  const diagrams = new Set(blocks.filter(({ kind }) => DIAGRAMS.has(kind)).map(({ id }) => id));
  const boxes = shapes.flatMap(({ block, page, outline }) =>
    outline.kind === 'box' && diagrams.has(block) ? [{ block, page, ...outline }] : [],
  );
  const wrong = texts.find((text) => {
    if (text.role !== 'body' || !diagrams.has(text.block) || text.angle !== 0) return false;
    const middle = { x: text.x + text.width / 2, y: text.y + text.height / 2, width: 0, height: 0 };
    const [own] = boxes
      .filter((box) => box.block === text.block && box.page === text.page && holds(box, middle))
      .sort((one, other) => one.width * one.height - other.width * other.height);
    return own !== undefined && (text.x < own.x - SLACK || text.x + text.width > own.x + own.width + SLACK);
  });
  return wrong === undefined ? [] : [faults.look.wordsBeyond(wrong)];
}

function meet(one: Box, other: Box): boolean {
  return (
    Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > SLACK &&
    Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > SLACK
  );
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x - SLACK < inner.x &&
    outer.y - SLACK < inner.y &&
    inner.x + inner.width < outer.x + outer.width + SLACK &&
    inner.y + inner.height < outer.y + outer.height + SLACK
  );
}

function isAcross({ outline, lineWidth }: PlacedShape, width: number): boolean {
  return outline.kind === 'line' && outline.y1 === outline.y2 && Math.abs(lineWidth - width) < ROUNDING;
}
