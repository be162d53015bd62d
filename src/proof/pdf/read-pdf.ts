// The bytes of a PDF -> its pages with the text of each. Shares nothing with the writer.
import { PageText, type TextPiece } from './page-text.ts';
import { PdfFile } from './pdf-file.ts';
import type { PdfFont } from './pdf-font.ts';
import { isStream, nameOf, type PdfDict, PdfFault, type PdfValue, refOf } from './pdf-value.ts';

export interface ReadPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** In drawing order. */
  readonly pieces: readonly TextPiece[];
}

/** The pages in order. Throws a PdfFault when the file cannot be read. */
export function readPdf(bytes: Uint8Array): readonly ReadPage[] {
  const file = new PdfFile(bytes);
  const fonts = new Map<PdfValue, PdfFont>();
  return leaves(file, file.dict(file.trailer.get('Root')).get('Pages'), new Map(), new Set()).map(
    (page, index) => readPage(file, page, index, fonts),
  );
}

/** Pages inherit these from the nodes above them (7.7.3.4). */
const INHERITED = ['Resources', 'MediaBox', 'CropBox'];

function leaves(
  file: PdfFile,
  value: PdfValue | undefined,
  above: PdfDict,
  seen: Set<number>,
): readonly PdfDict[] {
  const number = value === undefined ? undefined : refOf(value);
  if (number !== undefined && seen.has(number)) throw new PdfFault('the page tree goes in a circle');
  if (number !== undefined) seen.add(number);
  const node = file.dict(value);
  const inherited = new Map(
    INHERITED.flatMap((key): [string, PdfValue][] => {
      const own = node.get(key) ?? above.get(key);
      return own === undefined ? [] : [[key, own]];
    }),
  );
  if (nameOf(file.resolve(node.get('Type'))) === 'Page') return [new Map([...inherited, ...node])];
  return file.array(node.get('Kids')).flatMap((kid) => leaves(file, kid, inherited, seen));
}

function readPage(file: PdfFile, page: PdfDict, index: number, fonts: Map<PdfValue, PdfFont>): ReadPage {
  // What is cut off around the trimmed page of a print copy does not count.
  const box = file.array(page.get('TrimBox') ?? page.get('MediaBox'));
  const [left, bottom, right, top] = [0, 1, 2, 3].map((at) => file.number(box[at]));
  if (left === undefined || bottom === undefined || right === undefined || top === undefined)
    throw new PdfFault('a page without its size');
  const contents = file.resolve(page.get('Contents'));
  const streams = isStream(contents) ? [contents] : file.array(page.get('Contents'));
  const content = streams
    .map((part) => file.resolve(part))
    .map((stream) => (isStream(stream) ? file.content(stream) : ''))
    .join('\n');
  const text = new PageText(file, index, { left, top }, fonts);
  text.read(content, file.dict(page.get('Resources')));
  return { width: right - left, height: top - bottom, pieces: text.pieces };
}
