// Contents and feet as printed -> page numbers that are wrong.
import type { Diagnostic } from '../diagnostic.ts';
import type { ContentsBlock, Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import { expectedBlock } from './expected-text.ts';
import { type Findings, findTexts, type ProvenBlock } from './find-texts.ts';
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

/** Each entry of the contents shows the number that the page of its block bears. */
export function proveContents(
  faults: PdfFaults,
  document: Document,
  layout: LayoutMap,
  proven: readonly ProvenBlock[],
  printed: PrintedPages,
): readonly Diagnostic[] {
  const numbers = feet(printed);
  return proven.flatMap(({ block, findings }) =>
    block.kind === 'contents' ? proveEntries(block, findings) : [],
  );

  function proveEntries(block: ContentsBlock, findings: Findings): readonly Diagnostic[] {
    // The labels are asked for anew: equal texts, and the first one is the title.
    const [, ...labels] = expectedBlock(block, document).texts;
    const pieces = [...findings.found.values()].flatMap((hits) => hits.map(({ piece }) => piece));
    const { found } = findTexts(pieces, expectedBlock(block, document).texts);
    const byText = new Map([...found].map(([text, hits]) => [JSON.stringify([text.text, text.place]), hits]));
    return block.entries.flatMap(({ target }, index) => {
      const label = labels[index];
      const last = label && byText.get(JSON.stringify([label.text, label.place]))?.at(-1)?.piece;
      const page = layout.blocks.get(target)?.[0]?.page;
      if (label === undefined || last === undefined || page === undefined) return [];
      const right = numbers[page] ?? layout.pageLabels[page] ?? '';
      const number = findings.left.find(
        (piece) => piece.page === last.page && Math.abs(piece.y - last.y) < LINE && piece.x > last.x,
      )?.squeezed;
      return number === right ? [] : [faults.contentsNumber(label, number, right)];
    });
  }
}
