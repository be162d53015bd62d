// A pdfkit document whose objects without a stream are packed into object streams, found by a cross-reference stream
// (ISO 32000-1, 7.5.7 and 7.5.8): tags are thousands of small objects that compress well together.
import { deflateSync } from 'node:zlib';
import { PDFDocument } from './pdfmake.ts';

/** Objects in one stream: many compress better, few are faster to find one in. */
const IN_STREAM = 500;

/** An object's text, where pdfkit would write the value of a key itself. */
export class RawValue {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** pdfkit writes what is no plain object by its own text. */
  get [Symbol.toStringTag](): string {
    return 'RawValue';
  }

  toString(): string {
    return this.#text;
  }
}

interface Packing {
  /** The pieces of the object that is being written, from its `obj` on. */
  open: { readonly head: string; readonly pieces: string[] } | undefined;
  /** Objects waiting for their stream. */
  readonly waiting: { readonly id: number; readonly text: string }[];
  /** Stream and index of packed objects. */
  readonly packed: Map<number, readonly [stream: number, index: number]>;
}

export class CompactDocument extends PDFDocument {
  /** Made when first asked for: the base class writes before our own fields would be. */
  declare _packing: Packing | undefined;

  get packing(): Packing {
    this._packing ??= { open: undefined, waiting: [], packed: new Map() };
    return this._packing;
  }

  /** The number of an object that is defined later. */
  reserve(): number {
    this._offsets.push(null);
    return this._offsets.length;
  }

  /** Writes an object without a stream. */
  define(id: number, text: string): void {
    this.packing.waiting.push({ id, text });
  }

  override _write(data: string | Uint8Array): void {
    const packing = this.packing;
    if (typeof data !== 'string') super._write(data);
    else if (packing.open === undefined) {
      if (/^\d+ 0 obj$/.test(data)) packing.open = { head: data, pieces: [] };
      else super._write(data);
    } else this.#collect(packing.open, data);
  }

  #collect({ head, pieces }: NonNullable<Packing['open']>, data: string): void {
    if (data === 'endobj') {
      this.packing.open = undefined;
      this.define(Number.parseInt(head, 10), pieces.join('\n'));
    } else if (data === 'stream') {
      // Only a stream stands by itself; its place in the file begins here, since nothing was written yet.
      this.packing.open = undefined;
      for (const piece of [head, ...pieces, data]) super._write(piece);
    } else pieces.push(data);
  }

  override _finalize(): void {
    const { waiting } = this.packing;
    for (let from = 0; from < waiting.length; from += IN_STREAM)
      this.#writeObjectStream(waiting.slice(from, from + IN_STREAM));
    this.#writeCrossReferences();
  }

  #writeObjectStream(objects: readonly { readonly id: number; readonly text: string }[]): void {
    const stream = this.reserve();
    let offset = 0;
    const places = objects.map(({ id, text }, index) => {
      this.packing.packed.set(id, [stream, index]);
      const place = `${id} ${offset}`;
      offset += text.length + 1;
      return place;
    });
    const head = `${places.join(' ')}\n`;
    const body = Buffer.from(`${head}${objects.map(({ text }) => text).join('\n')}\n`, 'latin1');
    this.#writeStream(stream, `/Type /ObjStm /N ${objects.length} /First ${head.length}`, body);
  }

  #writeCrossReferences(): void {
    const id = this.reserve();
    const { packed } = this.packing;
    this._offsets[id - 1] = this._offset;
    const entries = [entry(0, 0, 0xffff)];
    this._offsets.forEach((offset, index) => {
      const place = packed.get(index + 1);
      if (place !== undefined) entries.push(entry(2, place[0], place[1]));
      else if (offset === null) throw new Error(`object ${index + 1} was never written`);
      else entries.push(entry(1, offset, 0));
    });
    const file = this._id.toString('hex');
    const start = this._offset;
    this.#writeStream(
      id,
      `/Type /XRef /Size ${entries.length} /W [1 4 2] /Root ${this._root} /Info ${this._info} /ID [<${file}> <${file}>]` +
        ' /DecodeParms << /Predictor 12 /Columns 7 >>',
      differences(entries),
    );
    super._write('startxref');
    super._write(String(start));
    super._write('%%EOF');
    this.push(null);
  }

  #writeStream(id: number, entries: string, body: Uint8Array): void {
    this._offsets[id - 1] = this._offset;
    const packed = deflateSync(body);
    super._write(`${id} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream`);
    super._write(packed);
    super._write('\nendstream\nendobj');
  }
}

function entry(kind: number, place: number, more: number): Uint8Array {
  const bytes = new Uint8Array(7);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, kind);
  view.setUint32(1, place);
  view.setUint16(5, more);
  return bytes;
}

/** Each row as its differences from the row above, which compress better (PNG filter Up). */
function differences(rows: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    rows.map((row, index) => {
      const above = rows[index - 1];
      return Uint8Array.from([2, ...row.map((byte, column) => byte - (above?.[column] ?? 0))]);
    }),
  );
}
