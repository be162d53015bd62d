// The bytes of a stream as they stand in a PDF -> its bytes, inflated and without prediction.
import { inflateSync } from 'node:zlib';
import {
  isArray,
  isDict,
  nameOf,
  type PdfDict,
  PdfFault,
  type PdfStream,
  type PdfValue,
} from './pdf-value.ts';

/** Where references lead. */
interface Objects {
  resolve(value: PdfValue | undefined): PdfValue;
  number(value: PdfValue | undefined): number | undefined;
}

/** A stream that is larger than this when inflated is none of ours. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Throws a PdfFault where they are damaged or packed in a way that this program does not use. */
export function unpacked(file: Objects, { dict }: PdfStream, packed: Buffer): Buffer {
  let bytes = packed;
  const filter = file.resolve(dict.get('Filter'));
  const filters = isArray(filter) ? filter : filter === null ? [] : [filter];
  const parameters = file.resolve(dict.get('DecodeParms'));
  for (const name of filters) {
    if (nameOf(file.resolve(name)) !== 'FlateDecode')
      throw new PdfFault('알 수 없는 방법으로 압축한 곳이 있습니다');
    try {
      bytes = inflateSync(bytes, { maxOutputLength: MOST_BYTES });
    } catch {
      throw new PdfFault('압축한 곳이 깨졌습니다');
    }
  }
  const first = isArray(parameters) ? file.resolve(parameters[0]) : parameters;
  return isDict(first) ? unpredicted(file, bytes, first) : bytes;
}

/** Undoes PNG prediction (7.4.4.4), which cross-reference streams are often packed with. */
function unpredicted(file: Objects, bytes: Buffer, parameters: PdfDict): Buffer {
  const predictor = file.number(parameters.get('Predictor')) ?? 1;
  if (predictor === 1) return bytes;
  const columns = file.number(parameters.get('Columns')) ?? 1;
  if (predictor < 10 || !Number.isInteger(columns) || columns < 1)
    throw new PdfFault('알 수 없는 방법으로 압축한 곳이 있습니다');
  const rows = Math.floor(bytes.length / (columns + 1));
  const result = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)];
    if (kind !== 0 && kind !== 2) throw new PdfFault('알 수 없는 방법으로 압축한 곳이 있습니다');
    for (let column = 0; column < columns; column++) {
      const above = kind === 2 && row > 0 ? (result[(row - 1) * columns + column] ?? 0) : 0;
      const value = bytes[row * (columns + 1) + 1 + column] ?? 0;
      result[row * columns + column] = (value + above) & 0xff;
    }
  }
  return result;
}
