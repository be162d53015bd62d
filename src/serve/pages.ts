// A plan's document -> its pages, laid out once for all that is asked of them: pictures, and places in words with their boxes.
import type { DisposedFinding } from '../check/disposed.ts';
import type { CheckInput } from '../check/rule.ts';
import { type PlaceInWords, type PlaceTeller, pageInWords, placeInWords } from '../commands/place-words.ts';
import { layOutPages, type PlanPages } from '../commands/plan-pages.ts';
import type { SourceLocation } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { ChartDrawer } from '../draw/chart-drawer.ts';
import { keptDrawer } from '../draw/kept-drawer.ts';
import type { Place } from './api.ts';
import type { Look } from './look.ts';
import { plainWords } from './plain-words.ts';

/** Characters of a page's texts that are told in place of its picture. */
const MOST_ALT = 500;
const NONE: Place = { words: '', boxes: [] };

interface LaidOut {
  /** Undefined where the pages cannot be made. */
  readonly pages: PlanPages | undefined;
  readonly where: PlaceTeller;
}

export class PageShelf {
  readonly #fonts: () => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly #open: () => ChartDrawer;
  /** The same document is the same pages, whatever was decided about it. */
  readonly #known = new WeakMap<Document, Promise<LaidOut>>();
  #drawer: ChartDrawer | undefined;

  constructor(fonts: () => Promise<ReadonlyMap<string, Uint8Array>>, open: () => ChartDrawer) {
    this.#fonts = fonts;
    this.#open = open;
  }

  /** Undefined for a plan that cannot be put together. */
  of({ inspected }: Look): Promise<LaidOut> | undefined {
    const checked = inspected.value?.checked;
    if (checked === undefined) return undefined;
    const known = this.#known.get(checked.document);
    if (known !== undefined) return known;
    const made = this.#layOut(checked);
    this.#known.set(checked.document, made);
    return made;
  }

  /** SVG of a page, counted from 1, and its texts; undefined where there is none. */
  async picture(
    look: Look,
    page: number,
  ): Promise<{ readonly svg: string; readonly words: string } | undefined> {
    const pages = (await this.of(look))?.pages;
    if (pages?.sizes[page - 1] === undefined) return undefined;
    const { texts, pageLabels } = pages.layout;
    const own = texts
      .filter((one) => one.page === page - 1 && one.role !== 'watermark')
      .map(({ text }) => text);
    const words = [pageInWords(pageLabels[page - 1] ?? ''), own.join(' ')]
      .filter((one) => (one ?? '') !== '')
      .join('. ')
      .replaceAll(/\s+/g, ' ');
    return { svg: pages.picture(page - 1), words: [...words].slice(0, MOST_ALT).join('') };
  }

  async placeOf(look: Look, finding: DisposedFinding): Promise<Place> {
    const laid = await this.of(look);
    return laid === undefined ? NONE : shown(laid.where.of(finding));
  }

  async placeAt(look: Look, place: SourceLocation, said: string): Promise<Place> {
    const laid = await this.of(look);
    return laid === undefined ? NONE : shown(laid.where.at(place, said));
  }

  async end(): Promise<void> {
    await this.#drawer?.close();
  }

  async #layOut(checked: CheckInput): Promise<LaidOut> {
    this.#drawer ??= keptDrawer(this.#open());
    const { value: pages } = await layOutPages(checked.document, await this.#fonts(), this.#drawer);
    // A chart that never ends takes its thread with it.
    if (pages === undefined) {
      await this.#drawer.close();
      this.#drawer = undefined;
    }
    return { pages, where: placeInWords(checked, pages) };
  }
}

function shown({ words, page, boxes }: PlaceInWords): Place {
  return {
    words: plainWords(words) ?? '',
    ...(page !== undefined && { page }),
    boxes: boxes.map((box) => ({ ...box, page: box.page + 1 })),
  };
}
