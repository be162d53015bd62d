// Page feet as printed -> notes that are missing, changed, or not on the page that refers to them first.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { expectedNote } from './expected-text.ts';
import { findTexts, type ProvenBlock, pageAt } from './find-texts.ts';
import type { PdfFaults } from './pdf-faults.ts';
import type { PrintedPages } from './printed-pages.ts';

/** What is wrong with a note, by its id. */
interface NoteFault {
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
    const { page: reference, isCover } = references.get(note.id) ?? { page: 0, isCover: false };
    const page = found.get(expected)?.[0]?.piece.page;
    if (page === undefined) return [{ note: note.id, fault: faults.noteMissing(note, reference) }];
    // A cover has no foot: its notes stand on the page behind it.
    if (page === reference || (isCover && page === reference + 1)) return [];
    return [{ note: note.id, fault: faults.noteElsewhere(note, page, reference) }];
  });
}

interface Reference {
  readonly page: number;
  readonly isCover: boolean;
}

/** The first page on which each note's number stands in a text. */
function firstReferences(proven: readonly ProvenBlock[]): ReadonlyMap<string, Reference> {
  const first = new Map<string, Reference>();
  for (const { block, findings } of proven)
    for (const [{ notes }, hits] of findings.found)
      for (const { note, from } of notes) {
        const page = pageAt(hits, from);
        if (page === undefined || page >= (first.get(note)?.page ?? Number.POSITIVE_INFINITY)) continue;
        first.set(note, { page, isCover: block.kind === 'cover' || block.kind === 'back-cover' });
      }
  return first;
}
