// Outline text, the way officials write -> blocks. A line grammar: the marker that opens a line is the block.
import { korean } from '../diagnostic/particle.ts';
import type { SourceLocation } from '../diagnostic.ts';
import type { Block } from '../document/document.ts';
import type { RichText } from '../document/inline.ts';
import { isBlank } from '../figure/characters.ts';
import { parseInlines } from './parse-inlines.ts';
import type { Session } from './session.ts';
import type { Token } from './tokens.ts';

type BlockToken = Extract<Token, { kind: 'block' }>;
/** Makes the blocks that a token names; none when they cannot be made. */
export type BlockMaker = (token: BlockToken) => readonly Block[];

interface Line {
  /** Without leading and trailing blanks. */
  readonly text: string;
  readonly indented: boolean;
  readonly place: SourceLocation;
}

/** A sign that is nothing but a marker, where the blank or the text behind it is missing; ㅇ is often typed for ○. */
const BARE_MARKER = /^(?:([□○•▶▷※①-⑳])|([ㅇoO])(?=\s))/u;
const ITEM = /^([○\-·•▶▷①-⑳])\s+/u;
const CIRCLED = /^[①-⑳]$/u;
const REMARK = /^([※*])\s+/u;
const PART = /^#\s+([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[IVX]+)\.?\s+((?:\S.*)?)$/u;
const SECTION = /^##\s+(\d+)\.?\s+((?:\S.*)?)$/u;
/** A symbol and a blank at the head of a line: meant as a marker. */
const MARKER_LIKE = /^([^\p{L}\p{N}\s\uE000([{<〈《「『【'"‘“\\*~]+)\s/u;
/** Levels of items by the order in which their markers appear. */
const LEVELS = [1, 2, 3, 4] as const;

/** Parses rendered outline text into blocks; ids come from the headings' order, behind those of `path`. */
export function parseOutline(
  session: Session,
  rendered: string,
  start: SourceLocation,
  make: BlockMaker,
  path: readonly string[] = [],
): Block[] {
  return new OutlineParser(session, make, path).parse(linesOf(session, rendered, start));
}

class OutlineParser {
  readonly #session: Session;
  readonly #make: BlockMaker;
  /** Whether the text is a part of a page that is made elsewhere: a task sheet has no parts and sections. */
  readonly #inner: boolean;
  readonly #blocks: Block[] = [];
  readonly #ids = new Map<string, number>();
  /** Markers from the heading down to the last item, in order of first appearance. */
  #markers: string[] = [];
  #level: 0 | 1 | 2 | 3 | 4 = 0;
  #path: string[] = [];
  /** The text line that continuation lines are added to. */
  #open:
    | { text: string; readonly place: SourceLocation; readonly close: (content: RichText) => Block }
    | undefined;

  constructor(session: Session, make: BlockMaker, path: readonly string[]) {
    this.#path = [...path];
    this.#inner = path.length > 0;
    this.#session = session;
    this.#make = make;
  }

  parse(lines: readonly Line[]): Block[] {
    for (const line of lines) this.#line(line);
    this.#close();
    return this.#blocks;
  }

  #line(line: Line): void {
    const handled =
      this.#blockLine(line) ||
      this.#part(line) ||
      this.#section(line) ||
      this.#badHeading(line) ||
      this.#heading(line) ||
      this.#remark(line) ||
      this.#item(line) ||
      this.#bareMarker(line) ||
      this.#unknownMarker(line) ||
      this.#continuation(line);
    if (!handled) {
      this.#start(line, line.text, (content) => ({ kind: 'paragraph', id: this.#id('text'), content }));
    }
  }

  #blockLine(line: Line): boolean {
    const [token, more] = this.#session.tokens.split(line.text);
    if (more !== undefined || typeof token !== 'object' || token.kind !== 'block') return false;
    this.#session.tokens.take(token);
    this.#close();
    const level = line.indented ? this.#level : 0;
    for (const made of this.#make(token)) {
      const block = { ...made, calledAt: token.place };
      this.#blocks.push(block.kind === 'table' && level !== 0 ? { ...block, inset: level } : block);
    }
    return true;
  }

  #part(line: Line): boolean {
    const [, numeral, title] = PART.exec(line.text) ?? [];
    if (this.#inner || numeral === undefined || title === undefined) return false;
    this.#enter(0, `part-${roman(numeral)}`);
    const id = this.#path.join('-');
    this.#start(line, title, (text) => ({ kind: 'part', id, numeral, title: text }));
    return true;
  }

  #section(line: Line): boolean {
    const [, number, title] = SECTION.exec(line.text) ?? [];
    if (this.#inner || number === undefined || title === undefined) return false;
    this.#enter(1, number);
    const id = this.#path.join('-');
    this.#start(line, title, (text) => ({ kind: 'section', id, number, title: text }));
    return true;
  }

  #heading(line: Line): boolean {
    if (!/^□\s*\S/u.test(line.text)) return false;
    const count = this.#count(`${this.#path.slice(0, 2).join('-')} headings`);
    this.#enter(2, `h${count}`);
    const id = this.#path.join('-');
    this.#start(line, line.text.slice(1).trim(), (title) => ({ kind: 'heading', id, title }));
    return true;
  }

  #remark(line: Line): boolean {
    const match = REMARK.exec(line.text);
    if (match === null) return false;
    const [opening, marker = ''] = match;
    const level = line.indented ? this.#level : 0;
    const id = this.#id('remark');
    this.#start(line, line.text.slice(opening.length), (content) => ({
      kind: 'remark',
      id,
      level,
      marker,
      content,
    }));
    return true;
  }

  #item(line: Line): boolean {
    const match = ITEM.exec(line.text);
    if (match === null) return false;
    const [opening, marker = ''] = match;
    const kind = CIRCLED.test(marker) ? '①' : marker;
    if (!this.#markers.includes(kind)) this.#markers.push(kind);
    const level = LEVELS[this.#markers.indexOf(kind)];
    if (level === undefined) {
      this.#session.fault({
        rule: 'too-deep',
        message: korean`‘${marker}’이(가) 다섯째 단계의 글머리표입니다. 네 단계까지 쓸 수 있습니다.`,
        expected: this.#markers.slice(0, LEVELS.length).join(' '),
        place: line.place,
      });
      return true;
    }
    const id = this.#id('item');
    this.#start(line, line.text.slice(opening.length), (content) => ({
      kind: 'item',
      id,
      level,
      marker,
      content,
    }));
    this.#level = level;
    // What stands below another item next begins its own order of markers.
    this.#markers.length = level;
    return true;
  }

  /** A line that continues the text above it. */
  #continuation(line: Line): boolean {
    if (!line.indented || this.#open === undefined) return false;
    // A backslash at the end of a line keeps the break in print.
    const broken = this.#open.text.endsWith('\\');
    this.#open.text = broken
      ? `${this.#open.text.slice(0, -1).trimEnd()}\n${line.text}`
      : `${this.#open.text} ${line.text}`;
    return true;
  }

  #badHeading(line: Line): boolean {
    if (!line.text.startsWith('#')) return false;
    this.#session.fault({
      rule: 'heading-form',
      message: '제목 줄의 꼴이 맞지 않습니다.',
      expected: this.#inner ? '과제 시트에서는 □ 소제목' : '# Ⅱ 부 제목, ## 1 절 제목, □ 소제목',
      place: line.place,
    });
    return true;
  }

  #bareMarker(line: Line): boolean {
    const [, marker, letter] = BARE_MARKER.exec(line.text) ?? [];
    if (marker === undefined && letter === undefined) return false;
    const sign = marker ?? '○';
    this.#session.fault({
      rule: 'unknown-marker',
      message:
        letter === undefined
          ? `글머리표 ‘${sign}’ 뒤에 빈칸과 글이 없습니다.`
          : korean`글자 ‘${letter}’이(가) 글머리표 자리에 있습니다.`,
      expected: `‘${sign} 글’ (글자 그대로라면 앞에 \\)`,
      place: line.place,
    });
    return true;
  }

  #unknownMarker(line: Line): boolean {
    const marker = MARKER_LIKE.exec(line.text)?.[1];
    if (marker === undefined) return false;
    this.#session.fault({
      rule: 'unknown-marker',
      message: `모르는 글머리표 ‘${marker}’입니다.`,
      expected: '# ## □ ○ - · • ▶ ▷ ① ※ * 가운데 하나, 글자 그대로라면 앞에 \\',
      place: line.place,
    });
    return true;
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
    const unescaped = text.replace(/^\\(?=[^*[\\{])/u, '');
    const block = close({ inlines: parseInlines(this.#session, unescaped, place), place });
    this.#blocks.push(block);
    const isTitle = block.kind === 'part' || block.kind === 'section' || block.kind === 'heading';
    if (isTitle && isBlank(unescaped))
      this.#session.fault({
        rule: 'blank-text',
        message: '제목에 보이는 글자가 없습니다.',
        expected: '보이는 글자가 있는 제목',
        place,
      });
  }

  #enter(depth: number, id: string): void {
    this.#close();
    this.#path = [...this.#path.slice(0, depth), id];
    this.#markers = [];
    this.#level = 0;
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
