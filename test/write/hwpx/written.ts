// Documents -> files for 한글, as they were written, and their parts.
import { strFromU8, unzipSync } from 'fflate';
import type { Document } from '../../../src/document/document.ts';
import type { HwpxMap } from '../../../src/document/hwpx-map.ts';
import type { LayoutMap } from '../../../src/document/layout-map.ts';
import { writeHwpx } from '../../../src/write/hwpx/write-hwpx.ts';
import { layOut } from '../../../src/write/pdf/page/lay-out.ts';
import { documentOf, fonts } from '../pdf/documents.ts';
import { EVERY_KIND, NOTES } from './every-kind.ts';

export interface Written {
  readonly document: Document;
  readonly layout: LayoutMap;
  readonly bytes: Uint8Array;
  readonly map: HwpxMap;
  readonly parts: ReadonlyMap<string, string>;
}

export async function written(document: Document): Promise<Written> {
  const { value, diagnostics } = await layOut(document, fonts);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  const file = writeHwpx(document, value.layout, value.charts, fonts);
  return { ...file, document, layout: value.layout, parts: partsOf(file.bytes) };
}

/** The texts of the parts, in the order of the archive. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [
      name,
      // Bytes of a picture as characters.
      strFromU8(part, name.startsWith('BinData/')),
    ]),
  );
}

let everyKind: Promise<Written> | undefined;

/** A review copy of an edition with a block of every kind, written once in this process. */
export function everyKindWritten(): Promise<Written> {
  everyKind ??= written(everyKindDocument());
  return everyKind;
}

export function everyKindDocument(): Document {
  return {
    ...documentOf(Object.values(EVERY_KIND), NOTES),
    reviewCopy: true,
    firstPage: 3,
    keywords: ['일자리', '청년 & 여성'],
    edition: {
      number: 1,
      title: '제1회 추가경정예산',
      date: '2023. 5. 12.',
      marked: new Set(),
    },
  };
}
