// A change of src/write that alters a finished file and harms nobody -> why.
import type { Mutation } from './mutations.ts';

interface Harmless {
  readonly file: string;
  /** What is changed, and the words of the line it stands on. */
  readonly before: string;
  readonly after?: string;
  readonly why: string;
}

/** A layout that leaves a little more or less room is another design, whole and readable: golden images hold it. */
const HARMLESS: readonly Harmless[] = [
  // What a zip says of its entries' dates and makers: whoever packs the parts anew says otherwise, and opens the same workbook. Sizes, checksums
  // and offsets that are wrong are told.
  ...['20', '1980', '0', '-', '9', '5', '16', '12', '11'].map((before) => ({
    file: 'src/zip/write-zip.ts',
    before,
    why: 'the date of a part in the archive, or the version of the program that may unpack it',
  })),
];

/** Undefined where nobody has looked at it and found it harmless. */
export function harmlessReason(file: string, { before, after }: Mutation): string | undefined {
  return HARMLESS.find(
    (one) => one.file === file && one.before === before && (one.after === undefined || one.after === after),
  )?.why;
}
