// Outline text, the way officials write -> blocks. A line grammar: the marker that opens a line is the block.
import { korean } from '../diagnostic/particle.ts';
import type { SourceLocation } from '../diagnostic.ts';
import type { Block } from '../document/document.ts';
import type { RichText } from '../document/inline.ts';
import { isBlank } from '../figure/characters.ts';
import { headingLine } from '../plan/heading-line.ts';
import { lineFault } from '../plan/line-fault.ts';
import { ITEM, kindOfMarker, markersDownTo, plainMarker } from '../plan/typed-markers.ts';
import { OutlineGroups } from './outline-groups.ts';
import { numberedLine } from './outline-numbers.ts';
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

const REMARK = /^([※*])\s+/u;
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
  #markers: readonly string[] = [];
  #level: 0 | 1 | 2 | 3 | 4 = 0;
  readonly #groups: OutlineGroups;
  #path: string[] = [];
  /** How many ids stand before those of headings. */
  #aboveHeadings = 2;
  /** The text line that continuation lines are added to. */
  #open:
    | { text: string; readonly place: SourceLocation; readonly close: (content: RichText) => Block }
    | undefined;

  constructor(session: Session, make: BlockMaker, path: readonly string[]) {
    this.#path = [...path];
    this.#inner = path.length > 0;
    this.#session = session;
    this.#make = make;
    this.#groups = new OutlineGroups(session, this.#inner);
  }

  parse(lines: readonly Line[]): Block[] {
    for (const line of lines) this.#line(line);
    this.#close();
    this.#groups.tellUnclosed();
    return this.#blocks;
  }

  #line(line: Line): void {
    const handled =
      this.#blockLine(line) ||
      this.#groupLine(line) ||
      this.#numberedHeading(line) ||
      this.#heading(line) ||
      this.#remark(line) ||
      this.#item(line) ||
      this.#notRead(line) ||
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

  /** Opens or closes a group of lines. */
  #groupLine(line: Line): boolean {
    const [token, more] = this.#session.tokens.split(line.text);
    if (more !== undefined || typeof token !== 'object' || token.kind !== 'group') return false;
    this.#session.tokens.take(token);
    this.#close();
    this.#groups.edge(token, this.#blocks, () => this.#id(token.group));
    this.#markers = [];
    this.#level = 0;
    return true;
  }

  /** A part, a section or what is below it. */
  #numberedHeading(line: Line): boolean {
    const heading = this.#inner ? undefined : headingLine(line.text);
    if (heading === undefined) return false;
    const { depth, number, title } = heading;
    const above = this.#path.slice(0, depth);
    const own = heading.id ?? `x${this.#count([...above, 'unnumbered'].join('-'))}`;
    const name = `${['part-', '', 's'][depth]}${own}`;
    // A number may be typed twice; what is one below the other must not be taken for one.
    const times = this.#count(`${[...above, name].join('-')} numbered`);
    this.#enter(depth, times === 1 ? name : `${name}x${times}`);
    this.#aboveHeadings = Math.max(2, depth + 1);
    const id = this.#path.join('-');
    this.#start(line, title, (text) =>
      depth === 0
        ? { kind: 'part', id, numeral: number, title: text }
        : { kind: depth === 1 ? 'section' : 'subsection', id, number, title: text },
    );
    return true;
  }

  #heading(line: Line): boolean {
    if (!/^□\s*\S/u.test(line.text)) return false;
    const above = this.#path.slice(0, this.#aboveHeadings).join('-');
    this.#enter(this.#aboveHeadings, `h${this.#count(`${above} headings`)}`);
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
    const [opening, , sign] = ITEM.exec(line.text) ?? [];
    const counted = this.#session.plan.numberedItems === true ? numberedLine(line.text) : undefined;
    const marker = sign ?? counted?.marker;
    if (marker === undefined) return false;
    const text = counted?.text ?? line.text.slice(opening?.length).trimStart();
    const kind = counted?.kind ?? kindOfMarker(marker);
    const markers = markersDownTo(kind, this.#markers);
    const level = LEVELS[markers.length - 1];
    if (level === undefined) {
      this.#session.fault({
        rule: 'too-deep',
        message: korean`‘${marker}’이(가) 다섯째 단계의 글머리표입니다. 네 단계까지 쓸 수 있습니다.`,
        expected: markers.slice(0, LEVELS.length).join(' '),
        place: line.place,
      });
      return true;
    }
    const id = this.#id('item');
    this.#start(line, text, (content) => ({
      kind: 'item',
      id,
      level,
      marker,
      content,
    }));
    this.#level = level;
    // What stands below another item next begins its own order of markers.
    this.#markers = markers;
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

  /** What is meant as a heading or a marker, and is none. */
  #notRead(line: Line): boolean {
    const fault = lineFault(line.text, this.#inner);
    if (fault === undefined) return false;
    this.#session.fault({ ...fault, place: line.place });
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
    const isTitle = ['part', 'section', 'subsection', 'heading'].includes(block.kind);
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
    const trimmed = plainMarker(text.trim());
    return trimmed === '' ? [] : [{ text: trimmed, indented: /^( {2}|\t)/u.test(text), place }];
  });
}
