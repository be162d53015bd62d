// The bytes of a PDF file -> its objects, read by the file's own cross-references and nothing of ours.
import { inflateSync } from 'node:zlib';
import { PdfScanner } from './pdf-scanner.ts';

export class PdfName {
  constructor(readonly name: string) {}
}
export class PdfRef {
  constructor(readonly id: number) {}
}
export class PdfOperator {
  constructor(readonly operator: string) {}
}
export type PdfDict = ReadonlyMap<string, PdfValue>;
export interface PdfStream {
  readonly dict: PdfDict;
  /** As it stands in the file. */
  readonly raw: Buffer;
}
/** Strings are their bytes in Latin-1. */
export type PdfValue =
  | null
  | boolean
  | number
  | string
  | PdfName
  | PdfRef
  | PdfOperator
  | readonly PdfValue[]
  | PdfDict
  | PdfStream;

export class PdfFile {
  readonly version: string;
  readonly trailer: PdfDict;
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #places = new Map<
    number,
    { readonly offset: number } | { readonly stream: number; readonly index: number }
  >();
  readonly #objects = new Map<number, PdfValue>();

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes);
    this.#text = this.#bytes.toString('latin1');
    this.version = this.#bytes.toString('latin1', 5, 8);
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text)?.[1]);
    this.trailer =
      this.#bytes.toString('latin1', start, start + 4) === 'xref' ? this.#table(start) : this.#stream(start);
  }

  get ids(): readonly number[] {
    return [...this.#places.keys()];
  }

  get root(): PdfDict {
    return this.dict(this.trailer.get('Root'));
  }

  /** The value behind references. */
  get(value: PdfValue | undefined): PdfValue {
    if (value === undefined) return null;
    return value instanceof PdfRef ? this.get(this.object(value.id)) : value;
  }

  dict(value: PdfValue | undefined): PdfDict {
    const found = this.get(value);
    if (found instanceof Map) return found;
    if (isStream(found)) return found.dict;
    throw new Error(`no dictionary: ${String(found)}`);
  }

  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.get(value);
    if (found === null) return [];
    return Array.isArray(found) ? found : [found];
  }

  name(value: PdfValue | undefined): string | undefined {
    const found = this.get(value);
    return found instanceof PdfName ? found.name : undefined;
  }

  text(value: PdfValue | undefined): string | undefined {
    const found = this.get(value);
    if (typeof found !== 'string') return undefined;
    return found.startsWith('\u00FE\u00FF')
      ? Buffer.from(found, 'latin1').subarray(2).swap16().toString('utf16le')
      : found;
  }

  data(value: PdfValue | undefined): Buffer {
    const found = this.get(value);
    if (!isStream(found)) throw new Error('no stream');
    return this.name(found.dict.get('Filter')) === 'FlateDecode' ? inflateSync(found.raw) : found.raw;
  }

  object(id: number): PdfValue {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const place = this.#places.get(id);
    if (place === undefined) throw new Error(`no object ${id}`);
    if ('offset' in place) {
      const value = this.#indirect(place.offset, id);
      this.#objects.set(id, value);
      return value;
    }
    const stream = this.get(new PdfRef(place.stream));
    if (!isStream(stream)) throw new Error(`no object stream ${place.stream}`);
    const data = this.data(stream).toString('latin1');
    const heads = new PdfScanner(data);
    const first = Number(stream.dict.get('First'));
    for (let index = 0; index < Number(stream.dict.get('N')); index++) {
      const member = Number(heads.value());
      this.#objects.set(member, new PdfScanner(data, first + Number(heads.value())).value());
    }
    return this.#objects.get(id) ?? null;
  }

  #indirect(offset: number, id: number): PdfValue {
    const scanner = new PdfScanner(this.#text, offset);
    const head = [scanner.value(), scanner.value(), scanner.value()];
    if (head[0] !== id || !(head[2] instanceof PdfOperator))
      throw new Error(`object ${id} is not at ${offset}`);
    const value = scanner.value();
    if (!(value instanceof Map)) return value;
    const start = scanner.streamStart();
    if (start === undefined) return value;
    const length = Number(this.get(value.get('Length')));
    const end = this.#bytes.toString('latin1', start + length, start + length + 10);
    if (!/^\r?\nendstream/.test(end)) throw new Error(`the stream of object ${id} has another length`);
    return { dict: value, raw: this.#bytes.subarray(start, start + length) };
  }

  #table(start: number): PdfDict {
    const scanner = new PdfScanner(this.#text, start + 4);
    for (;;) {
      const first = scanner.value();
      if (first instanceof PdfOperator) break;
      const count = Number(scanner.value());
      for (let index = 0; index < count; index++) {
        const [offset, , kind] = [scanner.value(), scanner.value(), scanner.value()];
        if (kind instanceof PdfOperator && kind.operator === 'n')
          this.#places.set(Number(first) + index, { offset: Number(offset) });
      }
    }
    return this.dict(scanner.value());
  }

  #stream(start: number): PdfDict {
    const id = Number(new PdfScanner(this.#text, start).value());
    const stream = this.#indirect(start, id);
    if (!isStream(stream)) throw new Error('no cross-reference stream');
    const rows = this.data(stream);
    const above = Buffer.alloc(7);
    for (let index = 0; index < rows.length / 8; index++) {
      const row = rows.subarray(index * 8 + 1, index * 8 + 8);
      for (let column = 0; column < row.length; column++)
        above[column] = (above[column] ?? 0) + (row[column] ?? 0);
      const [kind, place, more] = [above[0], above.readUInt32BE(1), above.readUInt16BE(5)];
      if (kind === 1) this.#places.set(index, { offset: place });
      if (kind === 2) this.#places.set(index, { stream: place, index: more });
    }
    return stream.dict;
  }
}

export function isStream(value: PdfValue): value is PdfStream {
  return typeof value === 'object' && value !== null && 'raw' in value;
}
