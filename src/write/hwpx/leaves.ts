// The reading of a document -> what of it a file has not shown yet.
import type { Document } from '../../document/document.ts';
import { plainText, type RichText } from '../../document/inline.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import { leavesIn, readingOf } from '../../document/reading.ts';
import { type FigurePart, isPart, type ReadingNode } from '../../document/reading-node.ts';

/** Every leaf is written once: one that is left out stops the program, and so does one that is written again. */
export class Leaves {
  readonly #texts = new Set<RichText>();
  readonly #numbers = new Set<RichText>();
  readonly #pictures = new Set<object>();
  readonly #figures = new Map<object, FigurePart>();
  readonly #written = new Set<object>();

  /** `drawn`: the charts as they were drawn, of which the words tell. */
  constructor(document: Document, drawn: LayoutMap['charts']) {
    const { nodes } = readingOf(document, drawn);
    this.#findFigures(nodes);
    for (const leaf of leavesIn(nodes)) {
      if (leaf.kind === 'text') this.#texts.add(leaf.text);
      if (leaf.kind === 'page-number') this.#numbers.add(leaf.of);
      if (leaf.kind === 'picture') this.#pictures.add(leaf.of);
    }
  }

  text(text: RichText): void {
    if (this.#texts.delete(text)) this.#written.add(text);
    else if (this.#written.has(text)) throw new Error('a text is written twice');
  }

  pageNumber(of: RichText): void {
    this.#numbers.delete(of);
  }

  /** The words for who cannot see a picture; it counts as written with them. */
  picture(of: object): string {
    this.#pictures.delete(of);
    const figure = this.#figures.get(of);
    for (const leaf of figure === undefined ? [] : leavesIn(figure.nodes))
      if (leaf.kind === 'text' && leaf.audience === 'heard') this.text(leaf.text);
    return figure === undefined ? '' : plainText(figure.alt.inlines);
  }

  #findFigures(nodes: readonly ReadingNode[]): void {
    for (const node of nodes.filter(isPart)) {
      const picture = node.kind === 'figure' ? node.nodes.find(({ kind }) => kind === 'picture') : undefined;
      if (node.kind === 'figure' && picture?.kind === 'picture') this.#figures.set(picture.of, node);
      this.#findFigures(node.nodes);
    }
  }

  /** Throws when something was not written. */
  end(): void {
    const [first] = [...this.#texts];
    if (first !== undefined) throw new Error(`a text is not written: ${JSON.stringify(first.place)}`);
    if (this.#numbers.size + this.#pictures.size > 0) throw new Error('a picture or a number is not written');
  }
}
