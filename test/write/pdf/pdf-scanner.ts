// The text of a PDF file or of page content (bytes as Latin-1) -> values and operators, one after the other.
import { PdfName, PdfOperator, PdfRef, type PdfValue } from './pdf-file.ts';

const BLANK = /(?:[\s\0]+|%[^\r\n]*)*/y;
const WORD = /[^\s()<>[\]{}/%]+/y;
const NUMBER = /^[+-]?[\d.]+$/;
const REFERENCE = /\s0\sR(?![^\s()<>[\]{}/%])/y;
const STREAM = /stream\r?\n/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

export class PdfScanner {
  readonly #text: string;
  #at: number;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.#at = at;
  }

  get done(): boolean {
    this.#match(BLANK);
    return this.#at >= this.#text.length;
  }

  /** Where the bytes of a stream begin, when one follows. */
  streamStart(): number | undefined {
    this.#match(BLANK);
    return this.#match(STREAM) === undefined ? undefined : this.#at;
  }

  value(): PdfValue {
    this.#match(BLANK);
    switch (this.#text[this.#at]) {
      case '/':
        this.#at++;
        return new PdfName(
          (this.#match(WORD) ?? '').replace(/#(..)/g, (_, hex) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          ),
        );
      case '(':
        return this.#string();
      case '<':
        return this.#text[this.#at + 1] === '<' ? this.#dict() : this.#hex();
      case '[':
        this.#at++;
        return this.#until(']');
    }
    const word = this.#match(WORD);
    if (word === undefined) throw new Error(`unexpected ${this.#text[this.#at]} at ${this.#at}`);
    if (NUMBER.test(word)) {
      if (word.includes('.')) return Number(word);
      return this.#match(REFERENCE) === undefined ? Number(word) : new PdfRef(Number(word));
    }
    if (word === 'null') return null;
    return word === 'true' || word === 'false' ? word === 'true' : new PdfOperator(word);
  }

  #until(end: string): PdfValue[] {
    const values: PdfValue[] = [];
    for (;;) {
      this.#match(BLANK);
      if (this.#text.startsWith(end, this.#at)) {
        this.#at += end.length;
        return values;
      }
      values.push(this.value());
    }
  }

  #dict(): PdfValue {
    this.#at += 2;
    const values = this.#until('>>');
    const entries = new Map<string, PdfValue>();
    for (let index = 0; index < values.length; index += 2) {
      const key = values[index];
      if (!(key instanceof PdfName)) throw new Error('a key is no name');
      if (entries.has(key.name)) throw new Error(`a dictionary has the key ${key.name} twice`);
      entries.set(key.name, values[index + 1] ?? null);
    }
    return entries;
  }

  #hex(): string {
    const end = this.#text.indexOf('>', this.#at);
    const hex = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return Buffer.from(hex, 'hex').toString('latin1');
  }

  #string(): string {
    let text = '';
    let depth = 0;
    for (;;) {
      const char = this.#text[this.#at++] ?? '';
      if (char === '') throw new Error('a string does not end');
      if (char === '\\') {
        const next = this.#text[this.#at++] ?? '';
        text += ESCAPES[next] ?? next;
        continue;
      }
      if (char === '(' && depth++ === 0) continue;
      if (char === ')' && --depth === 0) return text;
      text += char;
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match[0];
  }
}
