// A finished PDF -> its structure tree (ISO 32000-1, 14.7) with what each element holds, in the order in which it is heard.
import type { PdfFile } from './pdf-file.ts';
import {
  isArray,
  isDict,
  isString,
  nameOf,
  type PdfDict,
  PdfFault,
  type PdfValue,
  refOf,
} from './pdf-value.ts';
import type { ReadPage } from './read-pdf.ts';

/** An element with the attributes that are told of it; lengths and edges as the file has them. */
export interface TreeElement {
  readonly kind: 'element';
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly kids: readonly (TreeElement | TreeContent | TreeLink)[];
}

/** Marked content of a page. */
export interface TreeContent {
  readonly kind: 'content';
  /** Index of the page; -1 where it is none of the file's. */
  readonly page: number;
  readonly id: number;
}

/** An annotation. */
export interface TreeLink {
  readonly kind: 'link';
  readonly annotation: PdfDict;
}

interface StructureTree {
  readonly root: TreeElement;
  /** Where the tree contradicts itself, as paths of keys: what two elements hold, what leads up otherwise than down. */
  readonly faults: readonly string[];
}

/** Elements within one another that a tree of this program has at most; more are a circle, or made to be one. */
const DEEPEST = 200;

/** Undefined for a file without one. `pages` in their order. Throws a PdfFault where it cannot be read. */
export function readStructure(file: PdfFile, pages: readonly ReadPage[]): StructureTree | undefined {
  const root = file.dict(file.trailer.get('Root')).get('StructTreeRoot');
  const tree = file.resolve(root);
  return isDict(tree) ? new StructureReader(file, pages, tree).read(refOf(root ?? null)) : undefined;
}

class StructureReader {
  readonly #file: PdfFile;
  readonly #tree: PdfDict;
  /** Indexes by the number of the page's object. */
  readonly #pages: ReadonlyMap<number, number>;
  /** What leads from pages and annotations up to elements. */
  readonly #parents: ReadonlyMap<number, PdfValue>;
  readonly #keys: readonly (number | undefined)[];
  readonly #held = new Set<string>();
  readonly #faults: string[] = [];
  readonly #ids = new Map<string, number>();

  constructor(file: PdfFile, pages: readonly ReadPage[], tree: PdfDict) {
    this.#file = file;
    this.#tree = tree;
    this.#pages = new Map(pages.map(({ object }, index) => [object, index]));
    this.#keys = pages.map(({ dict }) => file.number(dict.get('StructParents')));
    const parents = file.array(file.dict(tree.get('ParentTree')).get('Nums'));
    this.#parents = new Map(
      parents.flatMap((key, at): readonly (readonly [number, PdfValue])[] =>
        at % 2 === 0 ? [[file.number(key) ?? -1, parents[at + 1] ?? null]] : [],
      ),
    );
  }

  /** `number`: of the tree's own object. */
  read(number: number | undefined): StructureTree {
    const root = this.#element(this.#tree.get('K') ?? null, number, 0);
    const pages = new Map(this.#keys.map((key, page) => [key, page]));
    for (const [key, parent] of this.#parents) {
      const page = pages.get(key);
      if (page === undefined) {
        if (!this.#held.has(`link ${key}`)) this.#faults.push(`ParentTree/${key}`);
        continue;
      }
      for (const id of this.#file.array(parent).keys())
        if (!this.#held.has(`${page} ${id}`)) this.#faults.push(`ParentTree/${key}/${id}`);
    }
    this.#faults.push(...this.#otherNames());
    return { root, faults: this.#faults };
  }

  #element(value: PdfValue, above: number | undefined, depth: number): TreeElement {
    const number = refOf(value);
    if (number === undefined || depth > DEEPEST) throw new PdfFault('읽는 차례(태그)를 따라갈 수 없습니다');
    if (this.#held.has(`${number}`)) throw new PdfFault('읽는 차례(태그)의 한 요소가 두 곳에 있습니다');
    this.#held.add(`${number}`);
    const dict = this.#file.dict(value);
    if (above !== undefined && refOf(dict.get('P') ?? null) !== above) this.#faults.push('StructElem/P');
    const page = dict.get('Pg');
    const below = this.#file.resolve(dict.get('K'));
    const kids = below === null ? [] : isArray(below) ? below : [dict.get('K') ?? null];
    const { ID: id } = this.#attributes(dict);
    if (id !== undefined) this.#ids.set(id, number);
    return {
      kind: 'element',
      type: nameOf(this.#file.resolve(dict.get('S'))) ?? '',
      attributes: this.#attributes(dict),
      kids: kids.map((kid) => this.#kid(kid, number, page, depth)),
    };
  }

  #kid(kid: PdfValue, above: number, page: PdfValue | undefined, depth: number): TreeElement['kids'][number] {
    const value = this.#file.resolve(kid);
    if (typeof value === 'number') return this.#content(page, value, above);
    const dict = this.#file.dict(kid);
    switch (nameOf(this.#file.resolve(dict.get('Type')))) {
      case 'MCR':
        return this.#content(dict.get('Pg') ?? page, this.#file.number(dict.get('MCID')) ?? -1, above);
      case 'OBJR': {
        const annotation = this.#file.dict(dict.get('Obj'));
        const key = this.#file.number(annotation.get('StructParent')) ?? -1;
        if (refOf(this.#parents.get(key) ?? null) !== above || this.#held.has(`link ${key}`))
          this.#faults.push('Annot/StructParent');
        this.#held.add(`link ${key}`);
        return { kind: 'link', annotation };
      }
      default:
        return this.#element(kid, above, depth + 1);
    }
  }

  #content(page: PdfValue | undefined, id: number, above: number): TreeContent {
    const index = this.#pages.get(refOf(page ?? null) ?? -1) ?? -1;
    const held = `${index} ${id}`;
    if (this.#held.has(held)) this.#faults.push('StructElem/K');
    this.#held.add(held);
    const parents = this.#file.array(this.#parents.get(this.#keys[index] ?? -1));
    if (refOf(parents[id] ?? null) !== above) this.#faults.push('ParentTree/Nums');
    return { kind: 'content', page: index, id };
  }

  #attributes(dict: PdfDict): Readonly<Record<string, string>> {
    const told: Record<string, string> = {};
    for (const key of ['Alt', 'ActualText', 'ID']) {
      const value = this.#file.resolve(dict.get(key));
      if (isString(value)) told[key] = this.#file.text(value);
    }
    const more = this.#file.resolve(dict.get('A'));
    for (const [key, value] of isDict(more) ? more : []) told[key] = this.#written(value);
    return told;
  }

  #written(value: PdfValue): string {
    const own = this.#file.resolve(value);
    if (isArray(own)) return own.map((member) => this.#written(member)).join(' ');
    if (isString(own)) return this.#file.text(own);
    return nameOf(own) ?? (typeof own === 'number' ? String(own) : '');
  }

  /** Names of elements that lead elsewhere than to them, or stand twice. */
  #otherNames(): readonly string[] {
    const leaves = this.#file.array(this.#file.dict(this.#tree.get('IDTree') ?? new Map()).get('Kids'));
    const named = new Map<string, number | undefined>();
    for (const leaf of leaves) {
      const names = this.#file.array(this.#file.dict(leaf).get('Names'));
      for (let at = 0; at + 1 < names.length; at += 2) {
        const name = this.#file.text(names[at]);
        if (named.has(name)) this.#faults.push(`IDTree/${name}`);
        named.set(name, refOf(names[at + 1] ?? null));
      }
    }
    const keys = new Set([...named.keys(), ...this.#ids.keys()]);
    return [...keys].filter((key) => named.get(key) !== this.#ids.get(key)).map((key) => `IDTree/${key}`);
  }
}
