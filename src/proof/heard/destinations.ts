// A finished PDF -> its bookmarks and named places (ISO 32000-1, 12.3), each with the spot that it leads to.
import type { PdfFile } from '../pdf/pdf-file.ts';
import { nameOf, PdfFault, type PdfValue, refOf } from '../pdf/pdf-value.ts';
import type { ReadPage } from '../pdf/read-pdf.ts';

/** Where a viewer goes. */
export interface Destination {
  /** Index of the page; -1 where it is none of the file's. */
  readonly page: number;
  /** Points from the top edge of the page, as seen. */
  readonly top: number;
}

interface Bookmark {
  readonly title: string;
  /** 1 for the outermost. */
  readonly depth: number;
  /** Of the entries that are seen below it when it is open, less than none while it is not. */
  readonly count: number | undefined;
  readonly leadsTo: Destination | undefined;
}

/** More, and deeper, than a file of this program has them: what goes on longer goes in a circle. */
const MOST_BOOKMARKS = 100_000;
const DEEPEST = 20;

export class Destinations {
  readonly #file: PdfFile;
  readonly #pages: readonly ReadPage[];
  readonly #byObject: ReadonlyMap<number, number>;

  constructor(file: PdfFile, pages: readonly ReadPage[]) {
    this.#file = file;
    this.#pages = pages;
    this.#byObject = new Map(pages.map(({ object }, index) => [object, index]));
  }

  /** In the order in which they are listed. */
  get bookmarks(): readonly Bookmark[] {
    const found: Bookmark[] = [];
    const outlines = this.#catalog('Outlines');
    const visit = (parent: PdfValue | undefined, depth: number): void => {
      if (depth > DEEPEST) throw new PdfFault('책갈피가 서로를 돌아 가리킵니다');
      let before: number | undefined;
      const above = this.#file.dict(parent);
      for (
        let next = above.get('First');
        this.#file.resolve(next) !== null && found.length < MOST_BOOKMARKS;
      ) {
        const item = this.#file.dict(next);
        if (
          refOf(item.get('Prev') ?? null) !== before ||
          refOf(item.get('Parent') ?? null) !== refOf(parent ?? null)
        )
          throw new PdfFault('책갈피가 앞이나 위의 것을 가리키지 않습니다');
        before = refOf(next ?? null);
        found.push({
          title: this.#file.text(item.get('Title')),
          depth,
          count: this.#file.number(item.get('Count')),
          leadsTo: this.spot(item.get('Dest')),
        });
        visit(next, depth + 1);
        next = item.get('Next');
      }
      if (refOf(above.get('Last') ?? null) !== before)
        throw new PdfFault('책갈피의 끝이 다른 것을 가리킵니다');
    };
    if (outlines !== null) visit(this.#file.dict(this.#file.trailer.get('Root')).get('Outlines'), 1);
    return found;
  }

  /** How many bookmarks the file says to be seen at first. */
  get seenBookmarks(): number | undefined {
    const outlines = this.#catalog('Outlines');
    return outlines === null ? undefined : this.#file.number(this.#file.dict(outlines).get('Count'));
  }

  /** By name. */
  get places(): ReadonlyMap<string, Destination> {
    const names = this.#catalog('Names');
    const places = names === null ? undefined : this.#file.dict(names).get('Dests');
    const list = places === undefined ? [] : this.#file.array(this.#file.dict(places).get('Names'));
    const found = new Map<string, Destination>();
    for (let at = 0; at + 1 < list.length; at += 2) {
      const spot = this.spot(list[at + 1]);
      if (spot !== undefined) found.set(this.#file.text(list[at]), spot);
    }
    return found;
  }

  /** Undefined for what leads to no spot of a page. */
  spot(value: PdfValue | undefined): Destination | undefined {
    const [page, form, , top] = this.#file.array(value);
    const index = this.#byObject.get(refOf(page ?? null) ?? -1) ?? -1;
    const height = this.#file.number(top);
    if (nameOf(this.#file.resolve(form)) !== 'XYZ' || height === undefined) return undefined;
    return { page: index, top: (this.#pages[index]?.height ?? 0) - height };
  }

  #catalog(key: string): PdfValue {
    return this.#file.resolve(this.#file.dict(this.#file.trailer.get('Root')).get(key));
  }
}
