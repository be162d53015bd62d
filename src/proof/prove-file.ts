// A finished PDF's objects and operators -> what this program never writes, and pages of another size.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { foreignObjects } from './pdf/foreign-objects.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import type { ReadPage } from './pdf/read-pdf.ts';
import type { PdfFaults } from './pdf-faults.ts';
import { type PdfPurpose, pageBoxes } from './pdf-purpose.ts';

/** Of one kind that are told one by one. */
const MOST_TOLD = 10;
/** Points by which a box may be rounded. */
const ROUNDING = 0.001;
/** What a file for each purpose may not be without, and what it may not have, beside what the table of objects says. */
const CATALOG = {
  archive: ['Metadata', 'OutputIntents', 'StructTreeRoot', 'MarkInfo', 'PageLabels'],
  plain: ['PageLabels'],
  press: ['Metadata', 'OutputIntents'],
} as const;

export function proveFile(
  faults: PdfFaults,
  document: Document,
  file: PdfFile,
  pages: readonly ReadPage[],
  purpose: PdfPurpose,
): readonly Diagnostic[] {
  const foreign = foreignObjects(file).map(({ page, path }) => faults.foreignObject(page, path));
  if (file.sections > 1) foreign.push(faults.foreignObject(undefined, 'Prev'));
  if (file.strayByte !== undefined) foreign.push(faults.foreignObject(undefined, `@${file.strayByte}`));
  const catalog = file.dict(file.trailer.get('Root'));
  for (const key of CATALOG[purpose.kind])
    if (file.resolve(catalog.get(key)) === null) foreign.push(faults.absentObject(`Catalog/${key}`));
  const boxes = pageBoxes(document, purpose);
  return [
    ...foreign.slice(0, MOST_TOLD),
    ...pages
      .flatMap((page, index) => page.foreign.map((operator) => faults.foreignOperator(index, operator)))
      .slice(0, MOST_TOLD),
    ...pages.flatMap((page, index) => otherBoxes(faults, page, index, boxes)).slice(0, MOST_TOLD),
  ];
}

function otherBoxes(
  faults: PdfFaults,
  page: ReadPage,
  index: number,
  boxes: ReadonlyMap<string, readonly number[]>,
): readonly Diagnostic[] {
  return [...new Set([...boxes.keys(), ...page.boxes.keys()])].flatMap((key) => {
    const [right, own] = [boxes.get(key), page.boxes.get(key)];
    const same =
      right !== undefined &&
      own?.length === right.length &&
      right.every((edge, at) => Math.abs(edge - (own[at] ?? Number.NaN)) < ROUNDING);
    return same ? [] : [faults.pageBox(index, key, own, right)];
  });
}
