// What is drawn with leaves of the logical structure -> marked content on the pages, and the structure tree of the file.
import type { PdfReference } from 'pdfmake/js/PDFDocument.js';
import { type CompactDocument, RawValue } from '../file/compact-document.ts';
import { pdfText } from '../file/pdf-text.ts';
import type { Leaf, Tag } from './tag.ts';

/** What is on a page without being content (ISO 32000-1, 14.8.2.2.2). */
export type Artifact = 'Header' | 'Footer' | 'Watermark' | 'Layout';

interface Mark {
  readonly page: PdfReference;
  readonly mcid: number;
}

interface PageMarks {
  readonly key: number;
  /** The element of each marked content, by its number. */
  readonly tags: Tag[];
}

interface Figure {
  readonly page: PdfReference;
  /** Left, bottom, right and top in points of the page. */
  readonly box: readonly number[];
}

/** Marks content while pages are drawn, and writes the tree when all of them are. */
export class Tagger {
  readonly #pdf: CompactDocument;
  readonly #marks = new Map<Leaf, Mark[]>();
  readonly #annotations = new Map<
    Leaf,
    { readonly page: PdfReference; readonly annotation: PdfReference }[]
  >();
  readonly #figures = new Map<Tag, Figure>();
  readonly #parents = new Map<number, PageMarks | Tag>();
  readonly #ids = new Map<Tag, number>();
  #page: PageMarks | undefined;
  #open: Leaf | Artifact | undefined;

  constructor(pdf: CompactDocument) {
    this.#pdf = pdf;
  }

  /** Begins the page that the document is on. */
  beginPage(): void {
    const page: PageMarks = { key: this.#parents.size, tags: [] };
    this.#parents.set(page.key, page);
    this.#page = page;
    const { data } = this.#pdf.page.dictionary;
    data.StructParents = page.key;
    data.Tabs = 'S';
  }

  /** Whatever is drawn next belongs to this leaf, or is an artifact. */
  mark(what: Leaf | Artifact): void {
    if (what === this.#open) return;
    this.endMark();
    this.#open = what;
    if (typeof what === 'string') {
      const type = what === 'Layout' ? what : `Pagination/Subtype/${what}`;
      this.#pdf.addContent(`/Artifact <</Type/${type}>> BDC`);
      return;
    }
    if (this.#page === undefined) throw new Error('content is marked on a page that has not begun');
    const mcid = this.#page.tags.length;
    this.#page.tags.push(what.tag);
    this.#add(this.#marks, what, { page: this.#pdf.page.dictionary, mcid });
    this.#pdf.addContent(`/${what.tag.type} <</MCID ${mcid}>> BDC`);
  }

  endMark(): void {
    if (this.#open !== undefined) this.#pdf.addContent('EMC');
    this.#open = undefined;
  }

  /** Makes an annotation content of a leaf; its key among the parents goes into the annotation. */
  annotationKey(leaf: Leaf): number {
    const key = this.#parents.size;
    this.#parents.set(key, leaf.tag);
    return key;
  }

  addAnnotation(leaf: Leaf, annotation: PdfReference): void {
    this.#add(this.#annotations, leaf, { page: this.#pdf.page.dictionary, annotation });
  }

  addFigure(tag: Tag, box: readonly number[]): void {
    this.#figures.set(tag, { page: this.#pdf.page.dictionary, box });
  }

  /** Writes the tree below its root and gives its reference. Throws where something of it was not drawn: nobody would hear it. */
  write(root: Tag): RawValue {
    const tree = this.#pdf.reserve();
    const document = this.#element(root, tree);
    const parents = this.#pdf.reserve();
    const numbers = [...this.#parents].map(([key, parent]) =>
      'tags' in parent
        ? `${key} [${parent.tags.map((tag) => this.#reference(tag)).join(' ')}]`
        : `${key} ${this.#reference(parent)}`,
    );
    this.#pdf.define(parents, `<</Nums [${numbers.join('\n')}]>>`);
    const named = [...this.#ids]
      .flatMap(([tag, id]) => (tag.id === undefined ? [] : [`(${tag.id}) ${id} 0 R`]))
      .sort();
    const names = named.length === 0 ? '' : `/IDTree <</Kids [${this.#idLeaf(named)} 0 R]>>`;
    this.#pdf.define(
      tree,
      `<</Type/StructTreeRoot/K ${document}/ParentTree ${parents} 0 R/ParentTreeNextKey ${this.#parents.size}${names}>>`,
    );
    return new RawValue(`${tree} 0 R`);
  }

  #idLeaf(named: readonly string[]): number {
    const id = this.#pdf.reserve();
    const limit = (entry = ''): string => entry.slice(0, entry.indexOf(')') + 1);
    this.#pdf.define(
      id,
      `<</Limits [${limit(named[0])} ${limit(named.at(-1))}]/Names [${named.join(' ')}]>>`,
    );
    return id;
  }

  /** Writes an element with what is below it; gives its reference. */
  #element(tag: Tag, parent: number): string {
    const id = this.#pdf.reserve();
    this.#ids.set(tag, id);
    const kids = tag.kids.flatMap((kid): (string | Mark)[] =>
      kid.kind === 'leaf' ? this.#content(kid) : [this.#element(kid, id)],
    );
    // Where all content of an element is on one page, the element names the page, and else each piece does.
    const marks = kids.filter((kid): kid is Mark => typeof kid !== 'string');
    const page = marks[0]?.page ?? this.#figures.get(tag)?.page;
    const written = kids.map((kid) =>
      typeof kid === 'string'
        ? kid
        : kid.page === page
          ? String(kid.mcid)
          : `<</Type/MCR/Pg ${kid.page}/MCID ${kid.mcid}>>`,
    );
    const [only] = written;
    const content =
      written.length === 0 ? '' : `/K ${written.length === 1 ? only : `[${written.join(' ')}]`}`;
    this.#pdf.define(
      id,
      `<</S/${tag.type}/P ${parent} 0 R${page === undefined ? '' : `/Pg ${page}`}${this.#attributes(tag)}${content}>>`,
    );
    return `${id} 0 R`;
  }

  #content(leaf: Leaf): (string | Mark)[] {
    const annotations = (this.#annotations.get(leaf) ?? []).map(
      ({ page, annotation }) => `<</Type/OBJR/Pg ${page}/Obj ${annotation}>>`,
    );
    const marks = this.#marks.get(leaf) ?? [];
    if (leaf.says !== undefined && marks.length === 0)
      throw new Error(`‘${leaf.says}’ is read but not drawn`);
    return [...marks, ...annotations];
  }

  #attributes(tag: Tag): string {
    const table = [
      tag.scope === undefined ? '' : `/Scope/${tag.scope}`,
      tag.colSpan === undefined ? '' : `/ColSpan ${tag.colSpan}`,
      tag.rowSpan === undefined ? '' : `/RowSpan ${tag.rowSpan}`,
      tag.heads === undefined ? '' : `/Headers [${tag.heads.map((id) => `(${id})`).join(' ')}]`,
    ].join('');
    const figure = this.#figures.get(tag);
    return [
      tag.alt === undefined ? '' : `/Alt ${pdfText(tag.alt)}`,
      tag.actualText === undefined ? '' : `/ActualText ${pdfText(tag.actualText)}`,
      tag.id === undefined ? '' : `/ID (${tag.id})`,
      table === '' ? '' : `/A <</O/Table${table}>>`,
      tag.listNumbering === undefined ? '' : `/A <</O/List/ListNumbering/${tag.listNumbering}>>`,
      figure === undefined ? '' : `/A <</O/Layout/Placement/Block/BBox [${figure.box.join(' ')}]>>`,
    ].join('');
  }

  #reference(tag: Tag): string {
    const id = this.#ids.get(tag);
    if (id === undefined) throw new Error('content was drawn for an element that is not in the tree');
    return `${id} 0 R`;
  }

  #add<T>(map: Map<Leaf, T[]>, leaf: Leaf, value: T): void {
    const known = map.get(leaf);
    if (known === undefined) map.set(leaf, [value]);
    else known.push(value);
  }
}
