// A file of 한글 (HWPX, KS X 6101) -> its blocks: paragraphs, tables with merged cells, notes, pictures.

import { plainMarker } from '../../plan/typed-markers.ts';
import { readZip, type ZipRefusal } from '../../zip/read-zip.ts';
import { type Block, type Cell, cellOf } from '../block.ts';
import { markup, RAW } from '../inline-text.ts';
import { gridOf } from './html-table.ts';
import { markedLine } from './marked-line.ts';
import { allNamed, elementsOf, textOf, type XmlElement, xmlTree } from './xml-tree.ts';

/** Far above any publication of an office (pictures are never inflated for what they show), far below what fills a machine. */
const LIMITS = { entries: 5_000, entryBytes: 80_000_000, totalBytes: 400_000_000, ratio: 1_000 } as const;

type HwpxResult =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly refusal: ZipRefusal['reason'] | 'no-hwpx' | 'damaged' };

/** Every section in order. What is hidden (memos, commands of fields, heads and feet of pages) is left out. */
export function readHwpx(bytes: Uint8Array): HwpxResult {
  const zip = readZip(bytes, LIMITS);
  if (!zip.ok) return { ok: false, refusal: zip.refusal.reason };
  const sections = [...zip.entries]
    .flatMap(([name, part]) => {
      const [, number] = /^Contents\/section(\d{1,4})\.xml$/i.exec(name) ?? [];
      return number === undefined ? [] : [{ number: Number(number), part }];
    })
    .sort((a, b) => a.number - b.number);
  if (sections.length === 0) return { ok: false, refusal: 'no-hwpx' };
  try {
    const header = zip.entries.get('Contents/header.xml');
    const looks = looksOf(header === undefined ? undefined : xmlTree(header));
    const reader = new SectionReader(looks);
    for (const { number, part } of sections) reader.section(number, xmlTree(part));
    return { ok: true, blocks: reader.blocks };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, refusal: 'damaged' };
  }
}

/** By the ids that sections refer to. */
interface Looks {
  readonly bold: ReadonlySet<string>;
  readonly raised: ReadonlySet<string>;
  /** Levels of the outline, from 1. */
  readonly outline: ReadonlyMap<string, number>;
  readonly styles: ReadonlyMap<string, string>;
}

function looksOf(header: XmlElement | undefined): Looks {
  const all = (name: string) => (header === undefined ? [] : allNamed(header, name));
  const having = (mark: string) =>
    new Set(
      all('charPr').flatMap((one) =>
        elementsOf(one).some(({ name }) => name === mark) ? [one.attributes.id ?? ''] : [],
      ),
    );
  const outline = all('paraPr').flatMap((one) => {
    const [heading] = allNamed(one, 'heading');
    const level = Number(heading?.attributes.level ?? 0) + 1;
    return heading?.attributes.type === 'OUTLINE' ? [[one.attributes.id ?? '', level] as const] : [];
  });
  const styles = all('style').map(({ attributes: { id = '', name = '' } }) => [id, name] as const);
  return {
    bold: having('bold'),
    raised: having('supscript'),
    outline: new Map(outline),
    styles: new Map(styles),
  };
}

/** Of all cells of a table together, and of a row. */
const MOST_PLACES = 100_000;
const MOST_COLUMNS = 1_000;

/** What stands in a paragraph beside its text. */
const HIDDEN = new Set([
  'header',
  'footer',
  'fieldBegin',
  'fieldEnd',
  'autoNum',
  'newNum',
  'pageNum',
  'pageHiding',
  'secPr',
  'colPr',
  'linesegarray',
  'shapeComment',
]);

class SectionReader {
  readonly blocks: Block[] = [];
  readonly #looks: Looks;
  #notes = 0;
  #paragraphs = 0;
  #section = 0;

  constructor(looks: Looks) {
    this.#looks = looks;
  }

  section(number: number, tree: XmlElement): void {
    this.#section = number;
    this.#paragraphs = 0;
    for (const root of elementsOf(tree))
      for (const one of elementsOf(root)) if (one.name === 'p') this.#paragraph(one);
  }

  /** The section and its last paragraph, each from 1. */
  #at(): string {
    return `${this.#section + 1}-${this.#paragraphs}`;
  }

  #paragraph(paragraph: XmlElement): void {
    this.#paragraphs++;
    const at = this.#at();
    const { text, objects, notes } = this.#contents(paragraph);
    const { paraPrIDRef = '', styleIDRef = '' } = paragraph.attributes;
    const said = markup(text);
    if (said !== '') {
      const style = this.#looks.styles.get(styleIDRef);
      const heading = this.#looks.outline.get(paraPrIDRef) ?? 0;
      const line = markedLine(said);
      const loud = heading > 0 || line.loud;
      this.blocks.push({ kind: 'line', ...line, loud, heading, at, ...(style !== undefined && { style }) });
    }
    this.blocks.push(...notes);
    for (const object of objects) this.#object(object, at);
  }

  /** Its own text, what is set in it, and the notes that it refers to. */
  #contents(paragraph: XmlElement) {
    const objects: XmlElement[] = [];
    const notes: Block[] = [];
    let text = '';
    for (const run of elementsOf(paragraph)) {
      if (run.name !== 'run') continue;
      const letters = run.attributes.charPrIDRef ?? '';
      const visit = (element: XmlElement): void => {
        for (const child of elementsOf(element)) {
          if (child.name === 't') text += this.#runText(child, letters);
          else if (child.name === 'ctrl') visit(child);
          else if (child.name === 'footNote' || child.name === 'endNote') text += this.#note(child, notes);
          else if (!HIDDEN.has(child.name)) objects.push(child);
        }
      };
      visit(run);
    }
    return { text, objects, notes };
  }

  #runText(run: XmlElement, letters: string): string {
    const text = run.children
      .map((child) => {
        if (typeof child === 'string') return child;
        if (child.name === 'lineBreak') return '\n';
        return child.name === 'tab' ? '\t' : /space/i.test(child.name) ? ' ' : textOf(child);
      })
      .join('');
    if (this.#looks.raised.has(letters)) {
      const [, number] = /^\s*(\d{1,4})\)\s*$/.exec(text) ?? [];
      if (number !== undefined) return RAW.note(number);
    }
    return this.#looks.bold.has(letters) && text.trim() !== '' ? bold(text) : text;
  }

  #note(note: XmlElement, notes: Block[]): string {
    const number = ++this.#notes;
    const text = allNamed(note, 'p').map((one) => this.#contents(one).text);
    notes.push({
      kind: 'note',
      number,
      text: markup(text.join('\n')),
      at: this.#at(),
    });
    return RAW.note(String(number));
  }

  #object(object: XmlElement, at: string): void {
    this.#captions(object);
    if (object.name === 'tbl') {
      this.blocks.push({ kind: 'table', grid: this.#grid(object), at });
      return;
    }
    const [comment] = allNamed(object, 'shapeComment');
    if (object.name === 'pic' || object.name === 'chart')
      this.blocks.push({ kind: 'picture', alt: markup(comment === undefined ? '' : textOf(comment)), at });
    // What is written in a drawn shape, or in a switch between two forms of one thing, of which the first is the newer.
    const inside = object.name === 'switch' ? elementsOf(object).slice(0, 1) : allNamed(object, 'drawText');
    for (const one of inside) for (const paragraph of allNamed(one, 'p')) this.#paragraph(paragraph);
  }

  #captions(object: XmlElement): void {
    for (const caption of elementsOf(object))
      if (caption.name === 'caption') for (const one of allNamed(caption, 'p')) this.#caption(one);
  }

  #caption(paragraph: XmlElement): void {
    const before = this.blocks.length;
    this.#paragraph(paragraph);
    const made = this.blocks[before];
    if (made?.kind === 'line') this.blocks[before] = { ...made, style: CAPTION_STYLE };
  }

  /** Throws a SyntaxError for a table of more cells than any page holds. */
  #grid(table: XmlElement) {
    const rows = elementsOf(table)
      .filter(({ name }) => name === 'tr')
      .map((row) => elementsOf(row).flatMap((cell) => (cell.name === 'tc' ? this.#cell(cell) : [])));
    const places = rows.flat().reduce((sum, { rowSpan, colSpan }) => sum + rowSpan * colSpan, 0);
    const widest = Math.max(0, ...rows.map((row) => row.reduce((sum, { colSpan }) => sum + colSpan, 0)));
    if (places > MOST_PLACES || widest > MOST_COLUMNS) throw new SyntaxError('too many cells');
    return gridOf(rows);
  }

  /** Paragraphs of a cell one a line; a table within it line by line. */
  #cell(cell: XmlElement): Cell {
    const [span] = elementsOf(cell).filter(({ name }) => name === 'cellSpan');
    const lines = elementsOf(cell)
      .filter(({ name }) => name === 'subList')
      .flatMap((list) => elementsOf(list).flatMap((one) => (one.name === 'p' ? this.#cellLines(one) : [])));
    const count = (typed: string | undefined) => Math.min(Math.max(1, Number(typed) || 1), 1_000);
    return cellOf(lines.join('\n'), {
      rowSpan: count(span?.attributes.rowSpan),
      colSpan: count(span?.attributes.colSpan),
      head: cell.attributes.header === '1',
    });
  }

  #cellLines(paragraph: XmlElement): readonly string[] {
    const { text, objects, notes } = this.#contents(paragraph);
    this.blocks.push(...notes);
    const inner = objects.flatMap((object) => allNamed(object, 'p').flatMap((one) => this.#cellLines(one)));
    const said = markup(text);
    return [...(said === '' ? [] : said.split('\n').map(plainMarker)), ...inner];
  }
}

/** What a caption of an object is called, whatever its own style. */
const CAPTION_STYLE = '캡션';

/** The blanks around stay outside. */
function bold(text: string): string {
  const [, before = '', inside = '', behind = ''] = /^(\s*)(\S|\S[\s\S]*\S)(\s*)$/.exec(text) ?? [];
  return `${before}${RAW.bold}${inside}${RAW.bold}${behind}`;
}
