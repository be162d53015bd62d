// A block as printed -> heading rows that its later pages do not show again.
import type { Diagnostic } from '../diagnostic.ts';
import type { Block } from '../document/document.ts';
import type { Printed } from './chain.ts';
import type { ExpectedText } from './expected-text.ts';
import { type Findings, findTexts, type Hit } from './find-texts.ts';
import type { PdfFaults } from './pdf-faults.ts';

/** Heading rows that a later page of the block does not show again. */
export function missingHeads(
  faults: PdfFaults,
  block: Block,
  heads: readonly ExpectedText[],
  found: Findings['found'],
  pieces: readonly Printed[],
): readonly Diagnostic[] {
  const first = Math.min(...heads.flatMap((head) => pagesOf(found.get(head))));
  const later = new Set(
    [...found].flatMap(([text, hits]) =>
      heads.includes(text) ? [] : pagesOf(hits).filter((page) => page > first),
    ),
  );
  return [...later]
    .sort((a, b) => a - b)
    .flatMap((page) => {
      const missing = headsMissing(heads, found, pieces, page);
      return missing.length === 0 ? [] : [faults.headMissing(block, page, missing)];
    });
}

/** The same words in a row are no heading: the page must show both. */
export function headsMissing(
  heads: readonly ExpectedText[],
  found: Findings['found'],
  pieces: readonly Printed[],
  page: number,
): readonly ExpectedText[] {
  const others = [...found].filter(([text]) => !heads.includes(text));
  const whole = others.filter(([, hits]) => hits.every(({ piece }) => piece.page === page));
  const claimed = new Set(others.flatMap(([, hits]) => hits.map(({ piece }) => piece)));
  const here = pieces.filter((piece) => piece.page === page);
  const { missing } = findTexts(
    here.filter((piece) => !claimed.has(piece)),
    heads,
  );
  if (missing.length === 0) return missing;
  // A row that says the same may have been found in the heading: then both are found when they are sought together.
  const wholeHits = new Set(whole.flatMap(([, hits]) => hits.map(({ piece }) => piece)));
  const together = findTexts(
    here.filter((piece) => wholeHits.has(piece) || !claimed.has(piece)),
    [...heads, ...whole.map(([text]) => text)],
  );
  return together.missing.length === 0 ? [] : missing;
}

function pagesOf(hits: readonly Hit[] | undefined): readonly number[] {
  return (hits ?? []).map(({ piece }) => piece.page);
}
