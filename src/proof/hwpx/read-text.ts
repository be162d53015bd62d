// Sections of a file for 한글 -> paragraphs in their order with what stands in them, tables with their cells, notes, heads, pictures.
import type { XmlNode } from '../xlsx/xml.ts';

/** Characters of one run. */
interface ReadPiece {
  readonly text: string;
  /** The id of its look. */
  readonly letters: string;
  /** Whether anything but texts is in it. */
  readonly holds: boolean;
}

/** `text` has the numbers of notes at their references, and line feeds. */
export interface ReadParagraph {
  readonly node: XmlNode;
  readonly pieces: readonly ReadPiece[];
  readonly text: string;
  /** The innermost cell that it stands in. */
  readonly cell: ReadCell | undefined;
  readonly section: number;
}

/** A paragraph without a text: it holds a table, a picture or nothing. */
interface ReadHolder extends ReadParagraph {
  readonly table: XmlNode | undefined;
  readonly picture: XmlNode | undefined;
}

export interface ReadCell {
  readonly node: XmlNode;
  readonly name: string;
  readonly isHead: boolean;
  readonly column: number;
  readonly row: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly width: number;
  readonly height: number;
  readonly border: string;
  /** Of all its paragraphs, of those in tables within it too. */
  readonly texts: string[];
}

export interface ReadTable {
  readonly node: XmlNode;
  readonly alt: string | undefined;
  readonly rows: readonly (readonly ReadCell[])[];
}

interface ReadNote {
  readonly number: string;
  /** As its own paragraphs begin: 1) */
  readonly text: string;
  readonly paragraphs: readonly ReadParagraph[];
}

interface ReadHead {
  readonly node: XmlNode;
  readonly text: string;
  readonly section: number;
  readonly paragraphs: readonly ReadParagraph[];
}

/** What a control does to pages, and in which paragraph it stands. */
interface ReadControl {
  readonly node: XmlNode;
  readonly letters: string;
  readonly paragraph: XmlNode;
  readonly section: number;
}

export interface ReadBody {
  readonly paragraphs: ReadParagraph[];
  readonly holders: ReadHolder[];
  readonly tables: ReadTable[];
  readonly notes: ReadNote[];
  readonly heads: ReadHead[];
  readonly controls: ReadControl[];
  readonly pictures: XmlNode[];
  /** Every element, for who looks at their references. */
  readonly nodes: XmlNode[];
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

export function number(node: XmlNode | undefined, name: string): number {
  return Number(node?.attributes.get(name));
}

/** Between a label and what stands at the end of the line; with dots or none. */
export const TAB = '\t';
export const DOTS = '\t…';
/** What is no text of ours, whatever it says. */
const STRANGE = '\uffff';

export function readBody(sections: readonly XmlNode[]): ReadBody {
  const body: ReadBody = {
    paragraphs: [],
    holders: [],
    tables: [],
    notes: [],
    heads: [],
    controls: [],
    pictures: [],
    nodes: [],
  };
  sections.forEach((section, index) => {
    new BodyReader(body, index).paragraphs(section, []);
    collect(section, body.nodes);
  });
  return body;
}

function collect(node: XmlNode, into: XmlNode[]): void {
  into.push(node);
  for (const one of node.children) collect(one, into);
}

class BodyReader {
  readonly #body: ReadBody;
  readonly #section: number;

  constructor(body: ReadBody, section: number) {
    this.#body = body;
    this.#section = section;
  }

  /** `cells`: those around, the innermost last. */
  paragraphs(parent: XmlNode, cells: readonly ReadCell[]): void {
    for (const node of parent.children) {
      if (node.name !== 'hp:p') continue;
      const paragraph = this.#paragraph(node, cells);
      const held = node.children.flatMap(({ children }) => children);
      const table = held.find(({ name }) => name === 'hp:tbl');
      const picture = held.find(({ name }) => name === 'hp:pic');
      if (paragraph.text === '') this.#body.holders.push({ ...paragraph, table, picture });
      else {
        this.#body.paragraphs.push(paragraph);
        for (const { texts } of cells) texts.push(paragraph.text);
      }
      for (const one of held) {
        if (one.name === 'hp:tbl') this.#table(one, cells);
        if (one.name === 'hp:pic') this.#body.pictures.push(one);
      }
    }
  }

  #paragraph(node: XmlNode, cells: readonly ReadCell[]): ReadParagraph {
    const pieces = node.children.flatMap((run) => {
      const letters = run.attributes.get('charPrIDRef') ?? '';
      const texts = run.children.map((one) => this.#textOf(one, node, letters));
      const holds = run.children.some(({ name }) => name !== 'hp:t');
      return [{ text: texts.join(''), letters, holds }];
    });
    const text = pieces.map((one) => one.text).join('');
    return { node, pieces, text, cell: cells.at(-1), section: this.#section };
  }

  /** Of what stands in a run. A text is alone in its element: where a line ends within one is not known. */
  #textOf(node: XmlNode, paragraph: XmlNode, letters: string): string {
    if (node.name === 'hp:ctrl')
      return node.children.map((one) => this.#controlled(one, paragraph, letters)).join('');
    if (node.name !== 'hp:t') return '';
    const [inner, more] = node.children;
    if (inner === undefined) return node.text;
    if (more !== undefined || node.text !== '') return STRANGE;
    if (inner.name === 'hp:lineBreak') return '\n';
    return inner.attributes.get('leader') === '3' ? DOTS : TAB;
  }

  /** What a control shows in its place: the number of a note. */
  #controlled(node: XmlNode, paragraph: XmlNode, letters: string): string {
    if (node.name === 'hp:autoNum') {
      const form = child(node, 'hp:autoNumFormat')?.attributes;
      return `${form?.get('prefixChar') ?? ''}${node.attributes.get('num') ?? ''}${form?.get('suffixChar') ?? ''}`;
    }
    this.#body.controls.push({ node, letters, paragraph, section: this.#section });
    if (node.name !== 'hp:footNote' && node.name !== 'hp:header') return '';
    const inner = child(node, 'hp:subList')?.children ?? [];
    const paragraphs = inner.map((one) => this.#paragraph(one, []));
    const text = paragraphs.map((one) => one.text).join(STRANGE);
    if (node.name === 'hp:header') {
      this.#body.heads.push({ node, text, section: this.#section, paragraphs });
      return '';
    }
    const own = node.attributes.get('number') ?? '';
    this.#body.notes.push({ number: own, text, paragraphs });
    return `${own}${String.fromCharCode(number(node, 'suffixChar'))}`;
  }

  #table(node: XmlNode, cells: readonly ReadCell[]): void {
    const rows: ReadCell[][] = [];
    this.#body.tables.push({ node, alt: child(node, 'hp:shapeComment')?.text, rows });
    for (const row of node.children.filter(({ name }) => name === 'hp:tr')) {
      const own = row.children.map((cell): ReadCell => {
        const [address, span] = [child(cell, 'hp:cellAddr'), child(cell, 'hp:cellSpan')];
        return {
          node: cell,
          name: cell.attributes.get('name') ?? '',
          isHead: cell.attributes.get('header') === '1',
          column: number(address, 'colAddr'),
          row: number(address, 'rowAddr'),
          colSpan: number(span, 'colSpan'),
          rowSpan: number(span, 'rowSpan'),
          width: number(child(cell, 'hp:cellSz'), 'width'),
          height: number(child(cell, 'hp:cellSz'), 'height'),
          border: cell.attributes.get('borderFillIDRef') ?? '',
          texts: [],
        };
      });
      rows.push(own);
      for (const cell of own) {
        const inner = child(cell.node, 'hp:subList');
        if (inner !== undefined) this.paragraphs(inner, [...cells, cell]);
      }
    }
  }
}
