// Blocks as found in print -> figures that are cut: a line ends inside their characters.
import type { Diagnostic } from '../diagnostic.ts';
import type { Block } from '../document/document.ts';
import type { Findings, Hit } from './find-texts.ts';
import type { PdfFaults } from './pdf-faults.ts';

/** Baselines of one line differ by less, in type sizes. */
const ONE_LINE = 0.6;

/** A line may end at a blank of a figure (1억 2천만원), and nowhere else in it. */
export function proveFigureLines(
  faults: PdfFaults,
  proven: readonly { readonly block: Block; readonly findings: Findings }[],
): readonly Diagnostic[] {
  return proven.flatMap(({ block, findings }) =>
    [...findings.found].flatMap(([{ figures }, hits]) =>
      figures.flatMap(({ from, to, text }) => {
        const blanks = blanksIn(text);
        const cut = hits.find(
          (hit, index) =>
            hit.from > from &&
            hit.from < to &&
            !blanks.has(hit.from - from) &&
            isNewLine(hits[index - 1], hit),
        );
        return cut === undefined ? [] : [faults.figureCut(block, text, cut.piece.page)];
      }),
    ),
  );
}

/** How many characters stand before each blank. */
function blanksIn(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  let before = 0;
  for (const word of text.split(/\s+/u)) {
    before += word.length;
    places.add(before);
  }
  return places;
}

function isNewLine(before: Hit | undefined, { piece }: Hit): boolean {
  return (
    before !== undefined &&
    (before.piece.page !== piece.page || Math.abs(before.piece.y - piece.y) > piece.size * ONE_LINE)
  );
}
