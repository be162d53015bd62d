// The bytes of a PDF -> its objects by number, from cross-reference tables and streams, plain or in object streams.
import { PdfParser } from './pdf-parser.ts';
import {
  isArray,
  isDict,
  isStream,
  isString,
  isWord,
  type PdfDict,
  PdfFault,
  type PdfStream,
  type PdfValue,
  refOf,
  textOf,
} from './pdf-value.ts';
import { unpacked } from './unpacked.ts';

/** The version and a line of bytes that are no text (7.5.2). */
const HEADER = /^%PDF-(\d\.\d)\s+%[\x80-\xff]+\s+/;
const BLANKS = /^\s*$/;
/** What ends an object, and how long it may be. */
const END = /^\s*(?:endstream\s*)?(?:\d+ R\s*)?endobj\s*/;
const MOST_END = 64;

const endlessTable = () => new PdfFault('객체의 자리를 적은 표가 끝나지 않습니다(trailer가 없음)');
const brokenTable = () => new PdfFault('객체의 자리를 적은 표가 깨졌습니다(xref)');

type Entry =
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

export class PdfFile {
  readonly trailer: PdfDict;
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #entries = new Map<number, Entry>();
  readonly #objects = new Map<number, PdfValue>();
  readonly #packs = new Map<number, readonly PdfValue[]>();
  /** Where the value of the object at an offset ends; a stream, whose end its length tells. */
  readonly #ends = new Map<number, number | PdfStream>();
  /** Where cross-references begin, the newest first. */
  readonly #starts: number[] = [];

  /** Throws a PdfFault when the file is none that can be read. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#text = this.#bytes.toString('latin1');
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.slice(-64))?.[1];
    if (start === undefined) throw new PdfFault('파일이 끝까지 있지 않습니다(startxref가 없음)');
    this.trailer = this.#sections(Number(start));
    if (this.trailer.has('Encrypt')) throw new PdfFault('암호가 걸려 있습니다');
  }

  /** `1.7` */
  get version(): string {
    return HEADER.exec(this.#text)?.[1] ?? '';
  }

  /** The numbers of all objects. */
  get numbers(): Iterable<number> {
    return this.#entries.keys();
  }

  /** The streams that hold other objects or tell where they are: no object refers to them. */
  get containers(): ReadonlySet<number> {
    const numbers = new Set<number>();
    for (const [number, entry] of this.#entries) {
      if (entry.kind === 'packed') numbers.add(entry.stream);
      else if (this.#starts.includes(entry.offset)) numbers.add(number);
    }
    return numbers;
  }

  /** How often the file was written to (7.5.6). */
  get sections(): number {
    return this.#starts.length;
  }

  /** Offset of the first byte that belongs to no object and no cross-reference; undefined where there is none. */
  get strayByte(): number | undefined {
    const offsets = [...this.#entries.values()]
      .flatMap((entry) => (entry.kind === 'plain' ? [entry.offset] : []))
      .concat(this.#starts)
      .sort((a, b) => a - b);
    let end = HEADER.exec(this.#text)?.[0].length ?? 0;
    for (const offset of offsets) {
      if (!BLANKS.test(this.#text.slice(end, offset))) return end;
      if (!this.#starts.includes(offset) || !this.#text.startsWith('xref', offset)) end = this.#endOf(offset);
      else end = this.#text.length;
    }
    const tail = this.#text.slice(end);
    return end === this.#text.length || /^\s*startxref\s+\d+\s+%%EOF\s*$/.test(tail) ? undefined : end;
  }

  /** Where an object ends. */
  #endOf(offset: number): number {
    if (!this.#ends.has(offset)) this.#plain(offset);
    const stream = this.#ends.get(offset) ?? offset;
    const from =
      typeof stream === 'number' ? stream : stream.start + (this.number(stream.dict.get('Length')) ?? 0);
    const end = END.exec(this.#text.slice(from, from + MOST_END))?.[0];
    if (end === undefined) throw new PdfFault(`${offset}번째 바이트의 객체가 끝나지 않습니다`);
    return from + end.length;
  }

  /** The value itself, or the object that a reference names; null for one that is not there. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (value === undefined) return null;
    const number = refOf(value);
    if (number === undefined) return value;
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const entry = this.#entries.get(number);
    // Who names itself, round about or at once, is not there.
    this.#objects.set(number, null);
    const object = entry === undefined ? null : this.#object(number, entry);
    this.#objects.set(number, object);
    return object;
  }

  dict(value: PdfValue | undefined): PdfDict {
    const resolved = this.resolve(value);
    if (isDict(resolved)) return resolved;
    if (isStream(resolved)) return resolved.dict;
    throw new PdfFault('있어야 할 객체가 없습니다');
  }

  array(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.resolve(value);
    return isArray(resolved) ? resolved : [];
  }

  number(value: PdfValue | undefined): number | undefined {
    const resolved = this.resolve(value);
    return typeof resolved === 'number' ? resolved : undefined;
  }

  /** A text string (7.9.2.2): UTF-16 with its mark, or one byte a letter. Nothing where the value is none. */
  text(value: PdfValue | undefined): string {
    const string = this.resolve(value);
    return isString(string) ? textOf(string) : '';
  }

  /** The characters of a stream, one a byte, unpacked. */
  content(stream: PdfStream): string {
    return this.data(stream).toString('latin1');
  }

  /** The bytes of a stream, unpacked. */
  data(stream: PdfStream): Buffer {
    return unpacked(this, stream, this.packed(stream));
  }

  /** The bytes of a stream as they are in the file. */
  packed(stream: PdfStream): Buffer {
    const length = this.number(stream.dict.get('Length'));
    if (length === undefined || stream.start + length > this.#bytes.length)
      throw new PdfFault('길이를 알 수 없는 객체가 있습니다');
    return this.#bytes.subarray(stream.start, stream.start + length);
  }

  /** The trailer of the newest section, with the entries of all of them; older ones do not replace newer ones. */
  #sections(newest: number): PdfDict {
    let trailer: PdfDict | undefined;
    const seen = new Set<number>();
    const queue = [newest];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (seen.has(at)) continue;
      seen.add(at);
      this.#starts.push(at);
      const section = this.#text.startsWith('xref', at) ? this.#table(at) : this.#xrefStream(at);
      trailer ??= section;
      for (const key of ['XRefStm', 'Prev']) {
        const more = section.get(key);
        if (typeof more === 'number') queue.push(more);
      }
    }
    if (trailer === undefined) throw endlessTable();
    return trailer;
  }

  /** Tells of a number that one section gives twice: some readers take the first place, some the last. */
  #once(): (number: number, entry: Entry | undefined) => void {
    const own = new Set<number>();
    return (number, entry) => {
      if (own.has(number)) throw new PdfFault(`한 표에 자리가 두 번 적힌 객체가 있습니다(${number})`);
      own.add(number);
      if (entry !== undefined && !this.#entries.has(number)) this.#entries.set(number, entry);
    };
  }

  #table(at: number): PdfDict {
    const add = this.#once();
    const parser = new PdfParser(this.#text, at + 'xref'.length);
    for (;;) {
      const first = parser.next();
      if (first !== undefined && isWord(first, 'trailer')) break;
      const count = parser.next();
      if (typeof first !== 'number' || typeof count !== 'number') throw brokenTable();
      for (let index = 0; index < count; index++) {
        const [offset, generation, use] = [parser.next(), Number(parser.next()), parser.next()];
        if (typeof offset !== 'number' || use === undefined) throw brokenTable();
        add(first + index, isWord(use, 'n') ? { kind: 'plain', offset, generation } : undefined);
      }
    }
    const trailer = parser.next();
    if (trailer === undefined || !isDict(trailer)) throw endlessTable();
    return trailer;
  }

  #xrefStream(at: number): PdfDict {
    const stream = this.#plain(at);
    if (!isStream(stream)) throw new PdfFault('객체의 자리를 적은 표가 있어야 할 곳에 없습니다(xref)');
    const add = this.#once();
    const content = this.content(stream);
    const widths = this.array(stream.dict.get('W')).map((width) => (typeof width === 'number' ? width : 0));
    const index = this.array(stream.dict.get('Index'));
    const ranges = index.length > 0 ? index : [0, this.number(stream.dict.get('Size')) ?? 0];
    let offset = 0;
    const field = (width: number): number => {
      let value = 0;
      for (let left = width; left > 0; left--) value = value * 256 + content.charCodeAt(offset++);
      return value;
    };
    for (let range = 0; range + 1 < ranges.length; range += 2) {
      const [first, count] = [ranges[range], ranges[range + 1]];
      if (typeof first !== 'number' || typeof count !== 'number') throw brokenTable();
      for (let number = first; number < first + count && offset < content.length; number++) {
        const kind = widths[0] ? field(widths[0]) : 1;
        const [second, third] = [field(widths[1] ?? 0), field(widths[2] ?? 0)];
        if (kind === 1) add(number, { kind: 'plain', offset: second, generation: third });
        if (kind === 2) add(number, { kind: 'packed', stream: second, index: third });
      }
    }
    return stream.dict;
  }

  #object(number: number, entry: Entry): PdfValue {
    switch (entry.kind) {
      case 'plain':
        return this.#plain(entry.offset, `${number} ${entry.generation}`);
      case 'packed':
        return this.#pack(entry.stream)[entry.index] ?? null;
    }
  }

  /** `named`: the number and generation by which it is found; what stands there must be that very object. */
  #plain(offset: number, named?: string): PdfValue {
    const parser = new PdfParser(this.#text, offset);
    const [number, generation, word, value] = [1, 2, 3, 4].map(() => parser.next());
    const isNumbered = typeof number === 'number' && typeof generation === 'number';
    if (!isNumbered || !word || !isWord(word, 'obj') || value === undefined)
      throw new PdfFault(`${offset}번째 바이트에 있어야 할 객체가 없습니다`);
    if (named !== undefined && named !== `${number} ${generation}`)
      throw new PdfFault(`${offset}번째 바이트에 다른 객체가 있습니다(${number}, 바른 것: ${named})`);
    this.#ends.set(offset, parser.at);
    if (typeof value === 'number') return this.#referenceOr(value, parser);
    if (!isDict(value)) return value;
    const after = parser.next();
    if (after === undefined || !isWord(after, 'stream')) return value;
    let start = parser.at;
    if (this.#text[start] === '\r') start++;
    if (this.#text[start] === '\n') start++;
    const stream: PdfStream = { kind: 'stream', dict: value, start };
    this.#ends.set(offset, stream);
    return stream;
  }

  /** An object may be a number, or a reference to another one. */
  #referenceOr(value: number, parser: PdfParser): PdfValue {
    const generation = parser.next();
    const word = parser.next();
    if (typeof generation === 'number' && word !== undefined && isWord(word, 'R'))
      return this.resolve({ kind: 'ref', number: value });
    return value;
  }

  #pack(number: number): readonly PdfValue[] {
    const known = this.#packs.get(number);
    if (known !== undefined) return known;
    const stream = this.resolve({ kind: 'ref', number });
    if (!isStream(stream)) throw new PdfFault('있어야 할 객체가 없습니다');
    const parser = new PdfParser(this.content(stream));
    const count = this.number(stream.dict.get('N')) ?? 0;
    const first = this.number(stream.dict.get('First')) ?? 0;
    const offsets: number[] = [];
    for (let index = 0; index < count; index++) {
      parser.next();
      const offset = parser.next();
      if (typeof offset !== 'number') throw new PdfFault('객체를 묶어 담은 곳이 깨졌습니다');
      offsets.push(offset);
    }
    const values = offsets.map((offset) => {
      parser.seek(first + offset);
      return parser.next() ?? null;
    });
    this.#packs.set(number, values);
    return values;
  }
}
