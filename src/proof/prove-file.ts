// A finished PDF's objects and operators -> what this program never writes, and pages of another size.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { foreignObjects } from './pdf/foreign-objects.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import { isString, type PdfDict } from './pdf/pdf-value.ts';
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
  turned: readonly boolean[],
): readonly Diagnostic[] {
  const foreign = foreignObjects(file).map(({ page, path }) => faults.file.foreignObject(page, path));
  if (file.sections > 1) foreign.push(faults.file.foreignObject(undefined, 'Prev'));
  if (file.strayByte !== undefined) foreign.push(faults.file.foreignObject(undefined, `@${file.strayByte}`));
  const catalog = file.dict(file.trailer.get('Root'));
  for (const key of CATALOG[purpose.kind])
    if (file.resolve(catalog.get(key)) === null) foreign.push(faults.file.absentObject(`Catalog/${key}`));
  foreign.push(...deadLinks(file, catalog).map((path) => faults.file.foreignObject(undefined, path)));
  const [upright, across] = [false, true].map((one) => pageBoxes(document, purpose, one));
  return [
    ...foreign.slice(0, MOST_TOLD),
    ...pages
      .flatMap((page, index) => page.foreign.map((operator) => faults.file.foreignOperator(index, operator)))
      .slice(0, MOST_TOLD),
    ...pages
      .flatMap((page, index) =>
        otherBoxes(faults, page, index, (turned[index] ? across : upright) ?? new Map()),
      )
      .slice(0, MOST_TOLD),
  ];
}

/** Links to places that have no name in the file, and in a file for the press all of them. */
function deadLinks(file: PdfFile, catalog: PdfDict): readonly string[] {
  const names = file.resolve(catalog.get('Names'));
  const places = names instanceof Map ? file.resolve(names.get('Dests')) : null;
  const known = new Set(
    file.array(places instanceof Map ? places.get('Names') : undefined).flatMap((name) => {
      const own = file.resolve(name);
      return isString(own) ? [own.bytes] : [];
    }),
  );
  const pages = file.array(file.dict(catalog.get('Pages')).get('Kids')).map((page) => file.dict(page));
  return pages.flatMap((page) =>
    file.array(page.get('Annots')).flatMap((link) => {
      const place = file.resolve(file.dict(link).get('Dest'));
      return isString(place) && known.has(place.bytes) ? [] : ['Annots/Dest'];
    }),
  );
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
    return same ? [] : [faults.file.pageBox(index, key, own, right)];
  });
}
