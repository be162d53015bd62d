// The bytes of a PDF -> its pages with the text and the shapes of each. Shares nothing with the writer.
import type { Area } from '../area.ts';
import { KnownOperators } from './known-operators.ts';
import type { PaintedShape } from './page-shapes.ts';
import { PageText, type TextPiece } from './page-text.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PdfFont } from './pdf-font.ts';
import { isStream, nameOf, type PdfDict, PdfFault, type PdfValue, refOf } from './pdf-value.ts';

export interface ReadPage {
  /** The number of its object. */
  readonly object: number;
  readonly dict: PdfDict;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** The edges of the sheet, which a print copy is cut out of; from the top left corner of the page. */
  readonly sheet: Area;
  /** Its boxes as the file has them: left, bottom, right and top. */
  readonly boxes: ReadonlyMap<string, readonly number[]>;
  /** Operators that this program never writes. */
  readonly foreign: readonly string[];
  /** In drawing order. */
  readonly pieces: readonly TextPiece[];
  readonly shapes: readonly PaintedShape[];
}

/** The pages in order. Throws a PdfFault when they cannot be read. */
export function readPages(file: PdfFile): readonly ReadPage[] {
  const fonts = new Map<PdfValue, PdfFont>();
  const pages = leaves(file, file.dict(file.trailer.get('Root')).get('Pages'), new Map(), new Set());
  return pages.map(([object, page], index) => ({ object, ...readPage(file, page, index, fonts) }));
}

const BOXES = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'];

/** Pages inherit these from the nodes above them (7.7.3.4). */
const INHERITED = ['Resources', 'MediaBox', 'CropBox'];

function leaves(
  file: PdfFile,
  value: PdfValue | undefined,
  above: PdfDict,
  seen: Set<number>,
): readonly (readonly [object: number, page: PdfDict])[] {
  const number = value === undefined ? undefined : refOf(value);
  if (number !== undefined && seen.has(number)) throw new PdfFault('쪽의 목록이 서로를 돌아 가리킵니다');
  if (number !== undefined) seen.add(number);
  const node = file.dict(value);
  const inherited = new Map(
    INHERITED.flatMap((key): [string, PdfValue][] => {
      const own = node.get(key) ?? above.get(key);
      return own === undefined ? [] : [[key, own]];
    }),
  );
  if (nameOf(file.resolve(node.get('Type'))) === 'Page')
    return [[number ?? -1, new Map([...inherited, ...node])]];
  return file.array(node.get('Kids')).flatMap((kid) => leaves(file, kid, inherited, seen));
}

function readPage(
  file: PdfFile,
  page: PdfDict,
  index: number,
  fonts: Map<PdfValue, PdfFont>,
): Omit<ReadPage, 'object'> {
  // What is cut off around the trimmed page of a print copy does not count.
  const { left, bottom, right, top } = boxOf(file, page.get('TrimBox') ?? page.get('MediaBox'));
  const media = boxOf(file, page.get('MediaBox'));
  const contents = file.resolve(page.get('Contents'));
  const streams = isStream(contents) ? [contents] : file.array(page.get('Contents'));
  const content = streams
    .map((part) => file.resolve(part))
    .map((stream) => (isStream(stream) ? file.content(stream) : ''))
    .join('\n');
  const resources = file.dict(page.get('Resources'));
  const within = (key: string): PdfDict => (resources.has(key) ? file.dict(resources.get(key)) : new Map());
  const known = new KnownOperators(top, within('ColorSpace'), within('ExtGState'));
  const text = new PageText(file, index, { left, top }, fonts, known);
  text.read(content, resources);
  const sheet = {
    left: media.left - left,
    right: media.right - left,
    top: top - media.top,
    bottom: top - media.bottom,
  };
  const boxes = new Map(
    BOXES.flatMap((key) => {
      const edges = file.array(page.get(key)).map((edge) => file.number(edge) ?? Number.NaN);
      return edges.length === 0 ? [] : [[key, edges] as const];
    }),
  );
  const { pieces, shapes } = text;
  return {
    dict: page,
    width: right - left,
    height: top - bottom,
    sheet,
    boxes,
    foreign: known.foreign,
    pieces,
    shapes,
  };
}

/** Edges as the file has them: upwards and to the right. */
function boxOf(file: PdfFile, value: PdfValue | undefined) {
  const [left, bottom, right, top] = file.array(value).map((edge) => file.number(edge));
  if (left === undefined || bottom === undefined || right === undefined || top === undefined)
    throw new PdfFault('크기가 없는 쪽이 있습니다');
  return { left, bottom, right, top };
}
