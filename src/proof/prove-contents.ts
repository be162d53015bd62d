// Contents and feet as printed -> page numbers that are wrong.
import type { Diagnostic } from '../diagnostic.ts';
import type { ContentsBlock, Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import type { ExpectedText } from './expected-text.ts';
import type { Findings } from './find-texts.ts';
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

/** Each entry of the contents shows the number that the page of its block bears. The first text is the title, the others are labels. */
export function proveContents(
  faults: PdfFaults,
  block: ContentsBlock,
  [, ...labels]: readonly ExpectedText[],
  findings: Findings,
  layout: LayoutMap,
  printed: PrintedPages,
): readonly Diagnostic[] {
  const numbers = feet(printed);
  return block.entries.flatMap(({ target }, index) => {
    const label = labels[index];
    const last = label && findings.found.get(label)?.at(-1)?.piece;
    const page = layout.blocks.get(target)?.[0]?.page;
    if (label === undefined || last === undefined || page === undefined) return [];
    const right = numbers[page] ?? layout.pageLabels[page] ?? '';
    const number = findings.left.find(
      (piece) => piece.page === last.page && Math.abs(piece.y - last.y) < LINE && piece.x > last.x,
    )?.squeezed;
    return number === right ? [] : [faults.contentsNumber(label, number, right)];
  });
}
