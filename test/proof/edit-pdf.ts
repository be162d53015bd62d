// A finished PDF and what to do to its objects -> a whole new file, with a plain table of cross-references (ISO 32000-1, 7.5.4).
import { PdfFile } from '../../src/proof/pdf/pdf-file.ts';
import {
  isArray,
  isDict,
  isStream,
  type PdfStream,
  type PdfValue,
  refOf,
} from '../../src/proof/pdf/pdf-value.ts';

export type Dict = Map<string, PdfValue>;

/** The objects of a file, to be changed in place. */
export class EditedPdf {
  readonly trailer: Dict;
  readonly #file: PdfFile;
  readonly #objects = new Map<number, PdfValue>();
  /** Unpacked, one character a byte. */
  readonly #data = new Map<PdfStream, string>();

  constructor(bytes: Uint8Array) {
    this.#file = new PdfFile(bytes);
    const kept = ['Root', 'Info', 'ID'].map((key) => [key, this.#file.trailer.get(key) ?? null] as const);
    this.trailer = new Map(kept);
    const { containers } = this.#file;
    for (const number of this.#file.numbers) {
      if (containers.has(number)) continue;
      const value = this.#file.resolve({ kind: 'ref', number });
      this.#objects.set(number, value);
      if (isStream(value)) this.#data.set(value, this.#file.content(value));
    }
  }

  /** The object that a value is, or that it refers to. */
  at(value: PdfValue | undefined): PdfValue {
    const number = refOf(value ?? null);
    return number === undefined ? (value ?? null) : (this.#objects.get(number) ?? null);
  }

  /** Follows keys and indexes; throws where they lead nowhere. */
  dict(from: PdfValue | undefined, ...keys: readonly (string | number)[]): Dict {
    let value = this.at(from);
    for (const key of keys) {
      if (isStream(value)) value = value.dict;
      if (typeof key === 'number') value = this.at(isArray(value) ? value[key] : undefined);
      else value = this.at(isDict(value) ? value.get(key) : undefined);
    }
    if (isStream(value)) value = value.dict;
    if (!isDict(value)) throw new Error(`no dictionary: ${keys.join('/')}`);
    return value as Dict;
  }

  get catalog(): Dict {
    return this.dict(this.trailer.get('Root'));
  }

  page(index: number): Dict {
    return this.dict(this.catalog, 'Pages', 'Kids', index);
  }

  /** The characters of a text string. */
  text(value: PdfValue | undefined): string {
    return this.#file.text(this.at(value));
  }

  stream(value: PdfValue | undefined): string {
    return this.#data.get(this.#stream(value)) ?? '';
  }

  setStream(value: PdfValue | undefined, data: string): void {
    this.#data.set(this.#stream(value), data);
  }

  /** The content of a page. */
  content(page: number): string {
    return this.stream(this.page(page).get('Contents'));
  }

  setContent(page: number, data: string): void {
    this.setStream(this.page(page).get('Contents'), data);
  }

  /** A new object; with data it is a stream. */
  add(dict: Readonly<Record<string, PdfValue>>, data?: string): PdfValue {
    const number = Math.max(...this.#objects.keys()) + 1;
    const value = new Map(Object.entries(dict));
    if (data === undefined) this.#objects.set(number, value);
    else {
      const stream: PdfStream = { kind: 'stream', dict: value, start: 0 };
      this.#objects.set(number, stream);
      this.#data.set(stream, data);
    }
    return { kind: 'ref', number };
  }

  /** All dictionaries of the file. */
  get dicts(): readonly Dict[] {
    return [...this.#objects.values()].flatMap((value) => (isDict(value) ? [value as Dict] : []));
  }

  #stream(value: PdfValue | undefined): PdfStream {
    const stream = this.at(value);
    if (!isStream(stream)) throw new Error('no stream');
    return stream;
  }

  get bytes(): Uint8Array {
    let text = `%PDF-${this.#file.version}\n%\xff\xff\xff\xff\n`;
    const offsets = new Map<number, number>();
    for (const [number, value] of this.#objects) {
      offsets.set(number, text.length);
      text += `${number} 0 obj\n${this.#object(value)}\nendobj\n`;
    }
    const size = Math.max(...this.#objects.keys()) + 1;
    const start = text.length;
    text += `xref\n0 ${size}\n`;
    for (let number = 0; number < size; number++) {
      const offset = offsets.get(number);
      text +=
        offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
    }
    text += `trailer\n${written(new Map([...this.trailer, ['Size', size]]))}\nstartxref\n${start}\n%%EOF\n`;
    return Buffer.from(text, 'latin1');
  }

  #object(value: PdfValue): string {
    if (!isStream(value)) return written(value);
    const data = this.#data.get(value) ?? '';
    const dict = new Map([...value.dict].filter(([key]) => key !== 'Filter' && key !== 'DecodeParms'));
    return `${written(dict.set('Length', data.length))}\nstream\n${data}\nendstream`;
  }
}

/** The whole file written anew with one thing changed. */
export function edited(bytes: Uint8Array, edit: (pdf: EditedPdf) => void): Uint8Array {
  const pdf = new EditedPdf(bytes);
  edit(pdf);
  return pdf.bytes;
}

export const named = (name: string): PdfValue => ({ kind: 'name', name });
export const string = (bytes: string): PdfValue => ({ kind: 'string', bytes });

function written(value: PdfValue): string {
  if (value === null || typeof value !== 'object') return String(value);
  if (isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (isDict(value))
    return `<<${[...value].map(([key, item]) => `/${nameText(key)} ${written(item)}`).join(' ')}>>`;
  switch (value.kind) {
    case 'name':
      return `/${nameText(value.name)}`;
    case 'string':
      return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
    case 'ref':
      return `${value.number} 0 R`;
    case 'word':
    case 'stream':
      throw new Error(`a ${value.kind} in an object`);
  }
}

function nameText(name: string): string {
  return name.replaceAll(/[^\w+-]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
