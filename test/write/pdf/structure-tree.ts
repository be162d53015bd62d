// A tagged PDF file -> its structure tree with the text of each element, in reading order.
import { type Operation, operationsOf, pagesOf } from './page-content.ts';
import { type PdfDict, type PdfFile, PdfRef, type PdfValue } from './pdf-file.ts';

export interface Element {
  readonly type: string;
  readonly id: number;
  readonly parent: Element | undefined;
  readonly dict: PdfDict;
  readonly kids: readonly (Element | Content | Annotation)[];
}

export interface Content {
  readonly kind: 'content';
  readonly page: number;
  readonly mcid: number;
  readonly text: string;
}

export interface Annotation {
  readonly kind: 'annotation';
  readonly dict: PdfDict;
}

export interface TaggedFile {
  readonly file: PdfFile;
  readonly pages: readonly {
    readonly id: number;
    readonly dict: PdfDict;
    readonly operations: readonly Operation[];
  }[];
  readonly root: Element;
  /** In reading order. */
  readonly elements: readonly Element[];
}

/** Throws where an element names content that is not there, or is named by two parents. */
export function taggedFile(file: PdfFile): TaggedFile {
  const pages = pagesOf(file).map(({ id, dict }) => ({ id, dict, operations: operationsOf(file, dict) }));
  const texts = new Map<string, string>();
  for (const { id, operations } of pages) {
    for (const { marks, text } of operations) {
      const mcid = marks.find((mark) => mark.mcid !== undefined)?.mcid;
      if (mcid === undefined) continue;
      texts.set(`${id} ${mcid}`, (texts.get(`${id} ${mcid}`) ?? '') + text);
    }
  }
  const elements: Element[] = [];
  const seen = new Set<number>();
  const read = (value: PdfValue, parent: Element | undefined): Element => {
    if (!(value instanceof PdfRef)) throw new Error('an element is no object of its own');
    if (seen.has(value.id)) throw new Error(`element ${value.id} has two parents`);
    seen.add(value.id);
    const dict = file.dict(value);
    const kids: (Element | Content | Annotation)[] = [];
    const element = { type: file.name(dict.get('S')) ?? '', id: value.id, parent, dict, kids };
    elements.push(element);
    const below = dict.get('K') ?? [];
    // A single kid stands by itself; its reference is what tells an element from content.
    for (const kid of Array.isArray(below) ? below : [below]) kids.push(kidOf(kid, element));
    return element;
  };
  const content = (page: PdfValue | undefined, mcid: PdfValue | undefined): Content => {
    if (!(page instanceof PdfRef)) throw new Error('content is on no page');
    const text = texts.get(`${page.id} ${Number(mcid)}`);
    if (text === undefined) throw new Error(`page ${page.id} has no content ${Number(mcid)}`);
    return { kind: 'content', page: page.id, mcid: Number(mcid), text };
  };
  const kidOf = (kid: PdfValue, element: Element): Element | Content | Annotation => {
    if (typeof kid === 'number') return content(element.dict.get('Pg'), kid);
    const dict = file.dict(kid);
    const type = file.name(dict.get('Type'));
    if (type === 'MCR') return content(dict.get('Pg'), dict.get('MCID'));
    if (type === 'OBJR') return { kind: 'annotation', dict: file.dict(dict.get('Obj')) };
    return read(kid, element);
  };
  const tree = file.dict(file.root.get('StructTreeRoot'));
  return { file, pages, root: read(tree.get('K') ?? null, undefined), elements };
}

export function isElement(kid: Element | Content | Annotation): kid is Element {
  return 'type' in kid;
}

export function contentOf(element: Element): readonly Content[] {
  return element.kids.flatMap((kid) =>
    isElement(kid) ? contentOf(kid) : kid.kind === 'content' ? [kid] : [],
  );
}

/** What is heard of an element; notes are read where they are asked for. */
export function textOf(element: Element): string {
  return element.kids
    .map((kid) => (isElement(kid) ? (kid.type === 'Note' ? '' : textOf(kid)) : 'text' in kid ? kid.text : ''))
    .join('');
}

/** An attribute of an element, of whatever owner. */
export function attributeOf({ file }: TaggedFile, element: Element, name: string): PdfValue {
  const attributes = element.dict.get('A');
  return attributes === undefined ? null : file.get(file.dict(attributes).get(name));
}
