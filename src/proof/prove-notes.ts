// Page feet as printed -> notes that are missing, changed, or not on the page that refers to them first.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { expectedNote } from './expected-text.ts';
import { findTexts, type ProvenBlock, pageAt } from './find-texts.ts';
import type { PdfFaults } from './pdf-faults.ts';
import type { PrintedPages } from './printed-pages.ts';

/** What is wrong with a note, by its id. */
export interface NoteFault {
  readonly note: string;
  readonly fault: Diagnostic;
}

export function proveNotes(
  faults: PdfFaults,
  document: Document,
  proven: readonly ProvenBlock[],
  printed: PrintedPages,
): readonly NoteFault[] {
  const references = firstReferences(proven);
  const notes = [...document.notes.values()]
    .filter(({ id }) => references.has(id))
    .sort((a, b) => a.number - b.number)
    .map((note) => ({ note, expected: expectedNote(note, document.notes) }));
  const { found } = findTexts(
    printed.notes.flat(),
    notes.map(({ expected }) => expected),
  );
  return notes.flatMap(({ note, expected }) => {
    const reference = references.get(note.id) ?? 0;
    const page = found.get(expected)?.[0]?.piece.page;
    if (page === undefined) return [{ note: note.id, fault: faults.noteMissing(note, reference) }];
    if (page === reference) return [];
    return [{ note: note.id, fault: faults.noteElsewhere(note, page, reference) }];
  });
}

/** The first page on which each note's number stands in a text. */
function firstReferences(proven: readonly ProvenBlock[]): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  for (const { findings } of proven)
    for (const [{ notes }, hits] of findings.found)
      for (const { note, from } of notes) {
        const page = pageAt(hits, from);
        if (page !== undefined) pages.set(note, Math.min(page, pages.get(note) ?? page));
      }
  return pages;
}
