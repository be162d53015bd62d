// Sections of a file for 한글 -> paragraphs in their order with what stands in them, tables with their cells, notes, heads, pictures.
import type { XmlNode } from '../xlsx/xml.ts';

/** Without any blank: `text` has the numbers of notes at their references. */
interface ReadParagraph {
  readonly node: XmlNode;
  readonly text: string;
  /** The innermost cell that it stands in. */
  readonly cell: ReadCell | undefined;
  readonly section: number;
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
  /** As its own paragraph begins: 1) */
  readonly text: string;
}

export interface ReadBody {
  readonly paragraphs: ReadParagraph[];
  readonly tables: ReadTable[];
  readonly notes: ReadNote[];
  readonly heads: { readonly text: string; readonly section: number }[];
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

export function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

export function readBody(sections: readonly XmlNode[]): ReadBody {
  const body: ReadBody = { paragraphs: [], tables: [], notes: [], heads: [], pictures: [], nodes: [] };
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
    for (const node of parent.children) if (node.name === 'hp:p') this.#paragraph(node, cells);
  }

  #paragraph(node: XmlNode, cells: readonly ReadCell[]): void {
    const later: (() => void)[] = [];
    const text = squeezed(this.#textOf(node, later, cells));
    if (text !== '') {
      this.#body.paragraphs.push({ node, text, cell: cells.at(-1), section: this.#section });
      for (const { texts } of cells) texts.push(text);
    }
    for (const one of later) one();
  }

  #textOf(paragraph: XmlNode, later: (() => void)[], cells: readonly ReadCell[]): string {
    let text = '';
    for (const node of paragraph.children.flatMap((run) => run.children)) {
      if (node.name === 'hp:t') text += node.text;
      else if (node.name === 'hp:tbl') later.push(() => this.#table(node, cells));
      else if (node.name === 'hp:pic') this.#body.pictures.push(node);
      else if (node.name === 'hp:ctrl') text += this.#controlled(node);
    }
    return text;
  }

  /** What a control shows in its place: the number of a note. */
  #controlled(control: XmlNode): string {
    const [node] = control.children;
    if (node?.name === 'hp:autoNum') {
      const form = child(node, 'hp:autoNumFormat')?.attributes;
      return `${form?.get('prefixChar') ?? ''}${node.attributes.get('num') ?? ''}${form?.get('suffixChar') ?? ''}`;
    }
    if (node?.name !== 'hp:footNote' && node?.name !== 'hp:header') return '';
    const inner = child(node, 'hp:subList')?.children ?? [];
    const text = squeezed(inner.map((one) => this.#textOf(one, [], [])).join(''));
    if (node.name === 'hp:header') {
      this.#body.heads.push({ text, section: this.#section });
      return '';
    }
    const own = node.attributes.get('number') ?? '';
    this.#body.notes.push({ number: own, text });
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
