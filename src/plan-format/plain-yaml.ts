// The text of a YAML file in its plainest forms -> the same tree as the library's, at a fifth of its cost.
import type { Entry, Mapping, Node, Scalar, Sequence } from './node.ts';
import { MOST_DEEP, MOST_ENTRIES, UNSAFE_KEYS } from './yaml-tree.ts';

/** Thrown at whatever is to be left to the library: other forms of YAML, and faults of every kind. */
const NOT_PLAIN = new Error('other than plain YAML');

/** Longer keys are faults. */
const MOST_IN_KEY = 1_000;

/**
 * Reads block mappings and lists, collections in brackets, and scalars of one line, plain or in quotes with few escapes: what plans are
 * written in. Undefined for all else: empty values, block scalars, texts over several lines, anchors, anything wrong. The text has to be fit to be read (`refuseText`).
 */
export function readPlainYaml(file: string, text: string): Mapping | undefined {
  if (['\t', '\r', '\uFEFF'].some((character) => text.includes(character))) return undefined;
  try {
    return new Reader(file, text).read();
  } catch (fault) {
    if (fault === NOT_PLAIN) return undefined;
    throw fault;
  }
}

class Reader {
  readonly #file: string;
  readonly #text: string;
  #at = 0;
  /** From 1. */
  #line = 1;
  /** The offset of the line's first character. */
  #lineStart = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  read(): Mapping {
    this.#toContent();
    const root = this.#text[this.#at] === '{' ? this.#bracketed(Number.POSITIVE_INFINITY, 0) : this.#block(0);
    if (this.#text[this.#at - 1] === '}') this.#endLine();
    if (root.kind !== 'mapping' || this.#at < this.#text.length) throw NOT_PLAIN;
    return root;
  }

  get #column(): number {
    return this.#at - this.#lineStart;
  }

  #place() {
    return { file: this.#file, line: this.#line, column: this.#column + 1 };
  }

  /** From the beginning of a line to the next one's first character that is no comment. */
  #toContent(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      while (text[this.#at] === ' ') this.#at++;
      if (this.#at === text.length) return;
      if (text[this.#at] === '#') this.#comment();
      if (text[this.#at] !== '\n') break;
      this.#newLine();
    }
    if (this.#column === 0 && (text[this.#at] === '%' || this.#isMark('---') || this.#isMark('...')))
      throw NOT_PLAIN;
  }

  #comment(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #isMark(mark: string): boolean {
    return this.#text.startsWith(mark, this.#at);
  }

  #newLine(): void {
    this.#at++;
    this.#line++;
    this.#lineStart = this.#at;
  }

  /** Past the end of the line, where nothing but a comment may stand, to the next content. */
  #endLine(): void {
    const from = this.#at;
    while (this.#text[this.#at] === ' ') this.#at++;
    if (this.#text[this.#at] === '#' && this.#at > from) this.#comment();
    if (this.#isOver()) return;
    if (this.#text[this.#at] !== '\n') throw NOT_PLAIN;
    this.#newLine();
    this.#toContent();
  }

  #isItem(): boolean {
    return this.#text[this.#at] === '-' && isBlank(this.#text[this.#at + 1]);
  }

  #isOver(): boolean {
    return this.#at === this.#text.length;
  }

  #block(depth: number): Node {
    if (depth >= MOST_DEEP || this.#isOver()) throw NOT_PLAIN;
    const column = this.#column;
    return this.#isItem() ? this.#items(depth) : this.#mapping(column, this.#scalar(false), depth);
  }

  /** Whose first key was read, which begins in the column. */
  #mapping(column: number, first: Scalar, depth: number): Mapping {
    const entries = new Map<string, Entry>();
    for (let key = first; ; key = this.#scalar(false)) {
      this.#colon(key);
      const here = this.#at;
      while (this.#text[this.#at] === ' ') this.#at++;
      if (this.#text[this.#at] === '\n') {
        this.#endLine();
        // A list may begin where its key does.
        if (this.#column < column || (this.#column === column && !this.#isItem())) throw NOT_PLAIN;
        add(entries, key, this.#block(depth + 1));
      } else {
        if (here === this.#at) throw NOT_PLAIN;
        add(entries, key, this.#value(column, depth));
        this.#endLine();
      }
      if (this.#isOver() || this.#column < column) break;
      if (this.#column > column || this.#isItem()) {
        // Of the list that this mapping stands in.
        if (this.#column === column) break;
        throw NOT_PLAIN;
      }
    }
    return { kind: 'mapping', place: first.place, entries: [...entries.values()] };
  }

  #items(depth: number): Sequence {
    const column = this.#column;
    const place = this.#place();
    const items: Node[] = [];
    while (!this.#isOver() && this.#column === column && this.#isItem()) {
      this.#at++;
      while (this.#text[this.#at] === ' ') this.#at++;
      if (this.#isItem() || items.length === MOST_ENTRIES) throw NOT_PLAIN;
      const inside = this.#column;
      const value = this.#value(column, depth);
      if (this.#text[this.#at] === ':' && value.kind === 'scalar')
        items.push(this.#mapping(inside, value, depth + 1));
      else {
        items.push(value);
        this.#endLine();
      }
    }
    if (!this.#isOver() && this.#column > column) throw NOT_PLAIN;
    return { kind: 'sequence', place, items };
  }

  /** What stands on the line, or in brackets from there on. */
  #value(column: number, depth: number): Node {
    const character = this.#text[this.#at];
    return character === '{' || character === '[' ? this.#bracketed(column, depth + 1) : this.#scalar(false);
  }

  /** `column`: that of what it stands in; its lines begin further in. */
  #bracketed(column: number, depth: number): Node {
    if (depth >= MOST_DEEP) throw NOT_PLAIN;
    const place = this.#place();
    const isMapping = this.#text[this.#at++] === '{';
    const end = isMapping ? '}' : ']';
    const entries = new Map<string, Entry>();
    const items: Node[] = [];
    this.#blanks(column);
    while (this.#text[this.#at] !== end || entries.size + items.length > 0) {
      const key = isMapping ? this.#scalar(true) : undefined;
      if (key !== undefined) {
        this.#colon(key);
        if (this.#text[this.#at] !== ' ') throw NOT_PLAIN;
        while (this.#text[this.#at] === ' ') this.#at++;
      }
      const character = this.#text[this.#at];
      const value =
        character === '{' || character === '[' ? this.#bracketed(column, depth + 1) : this.#scalar(true);
      if (key === undefined) items.push(value);
      else add(entries, key, value);
      if (items.length > MOST_ENTRIES) throw NOT_PLAIN;
      this.#blanks(column);
      if (this.#text[this.#at] === end) break;
      if (this.#text[this.#at] !== ',') throw NOT_PLAIN;
      this.#at++;
      if (!isBlank(this.#text[this.#at])) throw NOT_PLAIN;
      this.#blanks(column);
    }
    this.#at++;
    return isMapping
      ? { kind: 'mapping', place, entries: [...entries.values()] }
      : { kind: 'sequence', place, items };
  }

  #blanks(column: number): void {
    for (;;) {
      while (this.#text[this.#at] === ' ') this.#at++;
      if (this.#text[this.#at] !== '\n') break;
      this.#newLine();
      while (this.#text[this.#at] === ' ') this.#at++;
      if (this.#column <= column || this.#isMark('---') || this.#isMark('...')) throw NOT_PLAIN;
    }
  }

  #colon({ text }: Scalar): void {
    if (this.#text[this.#at] !== ':' || text.length > MOST_IN_KEY) throw NOT_PLAIN;
    this.#at++;
  }

  /** Of one line; behind it stands the end of the line, the colon of a key, or within brackets what parts or ends. */
  #scalar(inBrackets: boolean): Scalar {
    const place = this.#place();
    const from = this.#at;
    const quote = this.#text[from];
    const plain = quote !== '"' && quote !== "'";
    const text = plain ? this.#plain(inBrackets) : quote === '"' ? this.#escaped() : this.#quoted();
    const verbatim = plain || (!text.includes('\n') && this.#text.startsWith(text, from + 1));
    return { kind: 'scalar', text, plain, verbatim, place };
  }

  #quoted(): string {
    const text = this.#text;
    const end = text.indexOf("'", this.#at + 1);
    const inside = text.slice(this.#at + 1, end);
    if (end < 0 || text[end + 1] === "'" || inside.includes('\n')) throw NOT_PLAIN;
    this.#at = end + 1;
    return inside;
  }

  #escaped(): string {
    const text = this.#text;
    let inside = '';
    let from = this.#at + 1;
    for (let at = from; at < text.length; at++) {
      const character = text[at];
      if (character === '\n') break;
      if (character !== '"' && character !== '\\') continue;
      inside += text.slice(from, at);
      if (character === '"') {
        this.#at = at + 1;
        return inside;
      }
      at++;
      const meant = ESCAPES.get(text[at] ?? '');
      if (meant === undefined) throw NOT_PLAIN;
      inside += meant;
      from = at + 1;
    }
    throw NOT_PLAIN;
  }

  #plain(inBrackets: boolean): string {
    const text = this.#text;
    const from = this.#at;
    const first = text[from] ?? '\n';
    if (INDICATORS.includes(first) || ('-?:'.includes(first) && isBlank(text[from + 1]))) throw NOT_PLAIN;
    if (inBrackets && '-?:'.includes(first)) {
      if (FLOW.includes(text[from + 1] ?? '')) throw NOT_PLAIN;
    }
    let at = from;
    for (; at < text.length; at++) {
      const character = text[at] ?? '';
      if (character === '\n') break;
      if (character === '#' && text[at - 1] === ' ') break;
      if (inBrackets && FLOW.includes(character)) break;
      if (character !== ':') continue;
      if (isBlank(text[at + 1])) break;
      if (inBrackets && FLOW.includes(text[at + 1] ?? '')) throw NOT_PLAIN;
    }
    let end = at;
    while (text[end - 1] === ' ') end--;
    // A blank before a colon belongs to nothing, and is rare.
    if (end === from || (end < at && text[at] === ':')) throw NOT_PLAIN;
    this.#at = at;
    return text.slice(from, end);
  }
}

/** What no plain scalar begins with. */
const INDICATORS = ',[]{}#&*!|>\'"%@`\n ';
const FLOW = ',[]{}';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['"', '"'],
  ['\\', '\\'],
]);

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === undefined;
}

function add(entries: Map<string, Entry>, key: Scalar, value: Node): void {
  if (entries.has(key.text) || UNSAFE_KEYS.has(key.text) || entries.size === MOST_ENTRIES) throw NOT_PLAIN;
  entries.set(key.text, { kind: 'entry', key, value });
}
