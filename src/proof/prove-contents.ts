// Contents and feet as printed -> page numbers that are wrong.
import type { Diagnostic } from '../diagnostic.ts';
import type { ContentsBlock, Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import type { Printed } from './chain.ts';
import type { ExpectedText } from './expected-text.ts';
import { type Findings, findTexts } from './find-texts.ts';
import type { PdfFaults } from './pdf-faults.ts';
import type { PrintedPages } from './printed-pages.ts';

const FOOT = /^-(\d+)-$/u;
/** Points by which a page number may stand off its entry's baseline. */
const LINE = 1;

/** The number printed at the foot of each page. */
function feet({ furniture }: PrintedPages): readonly (string | undefined)[] {
  return furniture.map((pieces) =>
    pieces.map(({ squeezed }) => FOOT.exec(squeezed)?.[1]).find((number) => number !== undefined),
  );
}

/** Numbered pages are counted without a gap from the document's first number on. */
export function provePageNumbers(
  faults: PdfFaults,
  document: Document,
  printed: PrintedPages,
): readonly Diagnostic[] {
  let next = document.firstPage;
  return feet(printed).flatMap((foot, page) => {
    if (foot === undefined) return [];
    const right = next++;
    return foot === String(right) ? [] : [faults.pageNumber(page, foot, right)];
  });
}

/**
 * Each entry of the contents shows the number that the page of its block bears. Of the texts the first is the title, the others are labels;
 * what is found of them is told too, since a label may read like a number.
 */
export function proveContents(
  faults: PdfFaults,
  block: ContentsBlock,
  [title, ...labels]: readonly ExpectedText[],
  pieces: readonly Printed[],
  layout: LayoutMap,
  printed: PrintedPages,
): { readonly findings: Findings; readonly diagnostics: readonly Diagnostic[] } {
  const numbers = feet(printed);
  const entries = labels.flatMap((label, index) => {
    const page = layout.blocks.get(block.entries[index]?.target ?? '')?.[0]?.page;
    const text = page === undefined ? undefined : (numbers[page] ?? layout.pageLabels[page]);
    return text === undefined
      ? []
      : [{ label, number: { text, place: label.place, figures: [], notes: [] } }];
  });
  const numberOf = new Map<ExpectedText, ExpectedText>(entries.map(({ label, number }) => [label, number]));
  const texts = labels.flatMap((label) => [label, numberOf.get(label) ?? []].flat());
  const { found, missing, left } = findTexts(pieces, [title ?? [], texts].flat());
  const isNumber = new Set(numberOf.values());
  const diagnostics = entries.flatMap(({ label, number }) => {
    const last = found.get(label)?.at(-1)?.piece;
    if (last === undefined) return [];
    const onLine = (piece: Printed | undefined) =>
      piece?.page === last.page && Math.abs(piece.y - last.y) < LINE && piece.x > last.x;
    if (onLine(found.get(number)?.[0]?.piece)) return [];
    return [faults.contentsNumber(label, left.find(onLine)?.squeezed, number.text)];
  });
  const findings = { found, left, missing: missing.filter((text) => !isNumber.has(text)) };
  return { findings, diagnostics };
}
