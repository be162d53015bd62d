// Outline text, the way officials write -> blocks. A line grammar: the marker that opens a line is the block.
import type { SourceLocation } from '../diagnostic.ts';
import type { Block } from '../document/document.ts';
import type { RichText } from '../document/inline.ts';
import { parseInlines } from './inline.ts';
import type { Session } from './session.ts';
import type { Token } from './tokens.ts';

type BlockToken = Extract<Token, { kind: 'block' }>;
/** Makes the block that a token names; undefined when it cannot be made. */
export type BlockMaker = (token: BlockToken) => Block | undefined;

interface Line {
  /** Without leading and trailing blanks. */
  readonly text: string;
  readonly indented: boolean;
  readonly place: SourceLocation;
}

const ITEM = /^([○●◦\-·•▶▷◆◇■①-⑳])\s+/u;
const KNOWN_ITEMS = new Set('○-·•▶▷');
const CIRCLED = /^[①-⑳]$/u;
const REMARK = /^([※*])\s+/u;
const PART = /^#\s+([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[IVX]+)\.?\s+(.*)$/u;
const SECTION = /^##\s+(\d+)\.?\s+(.*)$/u;
/** A symbol and a blank at the head of a line: meant as a marker. */
const MARKER_LIKE = /^([^\p{L}\p{N}\s\uE000([{<〈《「『【'"‘“\\*~]+)\s/u;
const DEEPEST = 4;

/** Parses rendered outline text into blocks; ids come from the headings' order. */
export function parseOutline(session: Session, rendered: string, start: SourceLocation, make: BlockMaker): Block[] {
  return new OutlineParser(session, make).parse(linesOf(session, rendered, start));
}

class OutlineParser {
  readonly #session: Session;
  readonly #make: BlockMaker;
  readonly #blocks: Block[] = [];
  readonly #ids = new Map<string, number>();
  /** Markers of the enclosing block in order of first appearance. */
  #markers: string[] = [];
  #level: 0 | 1 | 2 | 3 | 4 = 0;
  #path: string[] = [];
  /** The text line that continuation lines are added to. */
  #open: { text: string; readonly place: SourceLocation; readonly close: (content: RichText) => Block } | undefined;

  constructor(session: Session, make: BlockMaker) {
    this.#session = session;
    this.#make = make;
  }

  parse(lines: readonly Line[]): Block[] {
    for (const line of lines) this.#line(line);
    this.#close();
    return this.#blocks;
  }

  #line(line: Line): void {
    const token = this.#blockToken(line);
    if (token !== undefined) {
      this.#close();
      const block = this.#make(token);
      if (block !== undefined) this.#blocks.push(block);
      return;
    }
    const part = PART.exec(line.text);
    if (part !== null) return this.#part(line, part[1] ?? '', part[2] ?? '');
    const section = SECTION.exec(line.text);
    if (section !== null) return this.#section(line, section[1] ?? '', section[2] ?? '');
    if (line.text.startsWith('#')) return this.#badHeading(line);
    if (line.text.startsWith('□')) return this.#heading(line);
    const remark = REMARK.exec(line.text);
    if (remark !== null) return this.#remark(line, remark[1] ?? '', line.text.slice(remark[0].length));
    const item = ITEM.exec(line.text);
    if (item !== null && (KNOWN_ITEMS.has(item[1] ?? '') || CIRCLED.test(item[1] ?? ''))) {
      return this.#item(line, item[1] ?? '', line.text.slice(item[0].length));
    }
    const like = MARKER_LIKE.exec(line.text);
    if (like !== null) return this.#unknownMarker(line, like[1] ?? '');
    if (line.indented && this.#open !== undefined) {
      this.#open.text += ` ${line.text}`;
      return;
    }
    this.#start(line, line.text, (content) => ({ kind: 'paragraph', id: this.#id('text'), content }));
  }

  #part(line: Line, numeral: string, title: string): void {
    this.#enter(0, `part-${roman(numeral)}`);
    this.#start(line, title, (text) => ({ kind: 'part', id: this.#path.join('-'), numeral, title: text }));
  }

  #section(line: Line, number: string, title: string): void {
    this.#enter(1, number);
    this.#start(line, title, (text) => ({ kind: 'section', id: this.#path.join('-'), number, title: text }));
  }

  #heading(line: Line): void {
    this.#enter(2, String.fromCharCode(96 + this.#count(`${this.#path.slice(0, 2).join('-')}#`)));
    this.#start(line, line.text.slice(1).trim(), (title) => ({ kind: 'heading', id: this.#path.join('-'), title }));
  }

  #remark(line: Line, marker: string, content: string): void {
    const level = line.indented ? this.#level : 0;
    this.#start(line, content, (text) => ({ kind: 'remark', id: this.#id('remark'), level, marker, content: text }));
  }

  #item(line: Line, marker: string, content: string): void {
    const kind = CIRCLED.test(marker) ? '①' : marker;
    if (!this.#markers.includes(kind)) this.#markers.push(kind);
    const depth = this.#markers.indexOf(kind) + 1;
    if (depth > DEEPEST) {
      this.#session.fault({
        rule: 'too-deep',
        message: `‘${marker}’ 줄이 ${depth}단계입니다. 한 제목 아래 글머리표는 네 가지까지 쓸 수 있습니다.`,
        expected: this.#markers.slice(0, DEEPEST).join(' '),
        place: line.place,
      });
      return;
    }
    const level = ([1, 2, 3, 4] as const)[depth - 1] ?? 4;
    this.#start(line, content, (text) => ({ kind: 'item', id: this.#id('item'), level, marker, content: text }));
    this.#level = level;
  }

  #badHeading(line: Line): void {
    this.#session.fault({
      rule: 'heading-form',
      message: '제목 줄의 꼴이 맞지 않습니다.',
      expected: '# Ⅱ 부 제목, ## 1 절 제목, □ 소제목',
      place: line.place,
    });
  }

  #unknownMarker(line: Line, marker: string): void {
    this.#session.fault({
      rule: 'unknown-marker',
      message: `모르는 글머리표 ‘${marker}’입니다.`,
      expected: '# ## □ ○ - · • ▶ ▷ ① ※ * 가운데 하나, 글자 그대로라면 앞에 \\',
      place: line.place,
    });
  }

  /** Closes the line above and begins one that may be continued. */
  #start(line: Line, text: string, close: (content: RichText) => Block): void {
    this.#close();
    this.#open = { text, place: line.place, close };
  }

  #close(): void {
    if (this.#open === undefined) return;
    const { text, place, close } = this.#open;
    this.#open = undefined;
    // A backslash at the head keeps a marker as text; the inline grammar knows its own escapes.
    const unescaped = text.replace(/^\\(?=[^*[\\])/u, '');
    this.#blocks.push(close({ inlines: parseInlines(this.#session, unescaped, place), place }));
  }

  #enter(depth: number, id: string): void {
    this.#close();
    this.#path = [...this.#path.slice(0, depth), id];
    this.#markers = [];
    this.#level = 0;
  }

  #blockToken(line: Line): BlockToken | undefined {
    const pieces = this.#session.tokens.split(line.text);
    const only = pieces[0];
    return pieces.length === 1 && typeof only === 'object' && only.kind === 'block' ? only : undefined;
  }

  #id(kind: string): string {
    const path = [...this.#path, kind].join('-');
    return `${path}-${this.#count(path)}`;
  }

  #count(key: string): number {
    const count = (this.#ids.get(key) ?? 0) + 1;
    this.#ids.set(key, count);
    return count;
  }
}

/** Cuts rendered text into lines that are not blank, each with the place its tokens tell. */
function linesOf(session: Session, rendered: string, start: SourceLocation): Line[] {
  let place = start;
  return rendered.split('\n').flatMap((raw): Line[] => {
    let text = raw;
    for (;;) {
      const [first] = session.tokens.split(text);
      if (typeof first !== 'object' || first.kind !== 'place') break;
      place = first.place;
      text = text.slice(text.indexOf('\uE001') + 1);
    }
    const trimmed = text.trim();
    return trimmed === '' ? [] : [{ text: trimmed, indented: /^( {2}|\t)/u.test(text), place }];
  });
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** A Roman numeral in lowercase Latin letters, for ids. */
function roman(numeral: string): string {
  return [...numeral].map((char) => ROMAN['ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'.indexOf(char)] ?? char.toLowerCase()).join('');
}
