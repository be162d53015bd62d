// Characters of a PDF, one a byte -> its values, one after the other.
import { isWord, PdfFault, type PdfName, type PdfValue, type PdfWord } from './pdf-value.ts';

const MOST_NUMBER = 2 ** 31 - 1;

const CODE = (char: string): number => char.charCodeAt(0);
const [OPEN, CLOSE, BACKSLASH, SLASH, LESS, GREATER] = [...'()\\/<>'].map(CODE);
const [LEFT, RIGHT, PERCENT, PLUS, MINUS, DOT, ZERO, NINE] = [...'[]%+-.09'].map(CODE);
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** Deeper than any file nests; a damaged one may open brackets for ever. */
const MOST_DEPTH = 50;

const isBlank = (code: number): boolean =>
  code <= 32 && (code === 32 || (code >= 9 && code <= 13) || code === 0);
const DELIMITERS = new Set([...'()<>[]{}/%'].map(CODE));

/** Reads values from a place on; words of content streams are values of their own. */
export class PdfParser {
  readonly #text: string;
  #at: number;
  /** Names and words by their characters: content streams say the same few again and again. */
  readonly #names = new Map<string, PdfName>();
  readonly #words = new Map<string, PdfWord>();

  constructor(text: string, at = 0) {
    this.#text = text;
    this.#at = at;
  }

  get at(): number {
    return this.#at;
  }

  /** Goes on from another place. */
  seek(at: number): void {
    this.#at = at;
  }

  /** The next value; undefined at the end. `]`, `>>`, `{` and `}` come as words. Throws a PdfFault where nothing can be read. */
  next(depth = 0): PdfValue | undefined {
    if (depth > MOST_DEPTH) throw new PdfFault('값이 지나치게 깊이 겹쳐 있습니다');
    this.#skipBlanks();
    const text = this.#text;
    if (this.#at >= text.length) return undefined;
    const code = text.charCodeAt(this.#at);
    if ((code >= (ZERO ?? 0) && code <= (NINE ?? 0)) || code === MINUS || code === DOT || code === PLUS)
      return this.#number();
    switch (code) {
      case SLASH:
        this.#at++;
        return this.#name();
      case OPEN:
        return this.#string();
      case LESS:
        if (text.charCodeAt(this.#at + 1) === LESS) {
          this.#at += 2;
          return this.#dict(depth);
        }
        return this.#hexString();
      case GREATER:
        this.#at += text.charCodeAt(this.#at + 1) === GREATER ? 2 : 1;
        return { kind: 'word', word: '>>' };
      case LEFT:
        this.#at++;
        return this.#array(depth);
      default:
        return this.#word();
    }
  }

  #skipBlanks(): void {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (isBlank(code)) this.#at++;
      // Nobody reads a remark, and other objects could lie in it.
      else if (code === PERCENT) throw new PdfFault(`${this.#at}번째 글자에 주석이 있습니다`);
      else return;
    }
  }

  #number(): number {
    const text = this.#text;
    const from = this.#at++;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if ((code >= (ZERO ?? 0) && code <= (NINE ?? 0)) || code === DOT || code === MINUS) this.#at++;
      else break;
    }
    const value = Number(text.slice(from, this.#at));
    // Larger ones are cut by some readers and not by others (ISO 32000-1, annex C.2).
    if (!(Math.abs(value) <= MOST_NUMBER)) throw new PdfFault(`수가 아닙니다: ${text.slice(from, this.#at)}`);
    return value;
  }

  #regular(): string {
    const text = this.#text;
    const from = this.#at;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (isBlank(code) || DELIMITERS.has(code)) break;
      this.#at++;
    }
    return text.slice(from, this.#at);
  }

  #name(): PdfName {
    const characters = this.#regular();
    let known = this.#names.get(characters);
    if (known === undefined) {
      const name = characters.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      known = { kind: 'name', name };
      this.#names.set(characters, known);
    }
    return known;
  }

  #word(): PdfValue {
    const characters = this.#regular();
    if (characters === '') return { kind: 'word', word: this.#text[this.#at++] ?? '' };
    if (characters === 'true') return true;
    if (characters === 'false') return false;
    if (characters === 'null') return null;
    let known = this.#words.get(characters);
    if (known === undefined) {
      known = { kind: 'word', word: characters };
      this.#words.set(characters, known);
    }
    return known;
  }

  #string(): PdfValue {
    const text = this.#text;
    let bytes = '';
    let open = 1;
    for (this.#at++; this.#at < text.length; this.#at++) {
      const code = text.charCodeAt(this.#at);
      if (code === OPEN) open++;
      else if (code === CLOSE && --open === 0) {
        this.#at++;
        return { kind: 'string', bytes };
      }
      if (code !== BACKSLASH) {
        bytes += text[this.#at];
        continue;
      }
      const octal = /^[0-7]{1,3}/.exec(text.slice(this.#at + 1, this.#at + 4))?.[0];
      const next = text[++this.#at] ?? '';
      if (octal !== undefined) {
        bytes += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
        this.#at += octal.length - 1;
      } else if (next === '\r' && text[this.#at + 1] === '\n') this.#at++;
      else if (next !== '\n' && next !== '\r') bytes += ESCAPES[next] ?? next;
    }
    throw new PdfFault('글이 끝나지 않습니다');
  }

  #hexString(): PdfValue {
    const end = this.#text.indexOf('>', this.#at);
    if (end < 0) throw new PdfFault('글이 끝나지 않습니다');
    const digits = this.#text.slice(this.#at + 1, end).replaceAll(/\s/g, '');
    this.#at = end + 1;
    return {
      kind: 'string',
      bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1'),
    };
  }

  #array(depth: number): PdfValue {
    const items: PdfValue[] = [];
    for (;;) {
      this.#skipBlanks();
      if (this.#text.charCodeAt(this.#at) === RIGHT) {
        this.#at++;
        return items;
      }
      const item = this.next(depth + 1);
      if (item === undefined) throw new PdfFault('목록이 끝나지 않습니다');
      pushed(items, item);
    }
  }

  #dict(depth: number): PdfValue {
    const items: PdfValue[] = [];
    for (;;) {
      const item = this.next(depth + 1);
      if (item === undefined) throw new PdfFault('객체가 끝나지 않습니다');
      if (isWord(item, '>>')) break;
      pushed(items, item);
    }
    const dict = new Map<string, PdfValue>();
    for (let index = 0; index + 1 < items.length; index += 2) {
      const key = items[index];
      const value = items[index + 1];
      if (key === null || typeof key !== 'object' || !('kind' in key) || key.kind !== 'name')
        throw new PdfFault('객체에 이름 없는 값이 있습니다');
      // Readers differ in which of two they take.
      if (dict.has(key.name)) throw new PdfFault(`객체에 같은 이름이 둘입니다: ${key.name}`);
      dict.set(key.name, value ?? null);
    }
    return dict;
  }
}

/** Adds an item; a number, a number and R are a reference. */
function pushed(items: PdfValue[], item: PdfValue): void {
  if (!isWord(item, 'R')) {
    items.push(item);
    return;
  }
  items.pop();
  const number = items.pop();
  if (typeof number !== 'number') throw new PdfFault('가리키는 객체의 번호가 없습니다');
  items.push({ kind: 'ref', number });
}
