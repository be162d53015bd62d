// A fault of a PDF -> a diagnostic with its page and place: what all of them share.
import type { Diagnostic, SourceLocation } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import { placeOf } from '../document/reading.ts';

/** Characters of a text that a message shows. */
const SHOWN = 40;

/** Points from the left and top edges of a page. */
export type Spot = readonly [x: number, y: number];
export type Related = NonNullable<Diagnostic['related']>[number];

export class FaultsOfFile {
  protected readonly name: string;
  protected readonly document: Document;
  protected readonly layout: LayoutMap;

  /** `name`: of the file, for messages. */
  constructor(name: string, document: Document, layout: LayoutMap) {
    this.name = name;
    this.document = document;
    this.layout = layout;
  }

  protected pagesOf(block: string): readonly number[] {
    return [...new Set((this.layout.blocks.get(block) ?? []).map(({ page }) => page))];
  }

  /** Undefined for what belongs to no block, as heads and feet. */
  placeOfBlock(block: string): SourceLocation | undefined {
    const known = this.document.blocks.find(({ id }) => id === block);
    return known && placeOf(known);
  }

  protected where(pages: readonly number[]): string {
    if (pages.length === 0) return this.name;
    return `${this.name} ${pages.map((page) => this.called(page)).join(', ')}`;
  }

  protected spot(page: number, [x, y]: Spot): string {
    return `${this.where([page])} 왼쪽에서 ${x.toFixed(0)}pt, 위에서 ${y.toFixed(0)}pt:`;
  }

  /** As viewers count, and as it is printed where that differs. */
  protected called(page: number): string {
    const label = this.layout.pageLabels[page];
    return label === undefined || label === String(page + 1) ? `${page + 1}쪽` : `${page + 1}쪽(‘${label}’)`;
  }

  protected fault(
    rule: string,
    message: string,
    place: SourceLocation | undefined,
    related: readonly Related[] = [],
  ): Diagnostic {
    const first = { rule, severity: 'error', message, place: place ?? this.ofFile() } as const;
    return related.length === 0 ? first : { ...first, related };
  }

  protected ofFile(): SourceLocation {
    return { file: this.name, line: 1, column: 1 };
  }
}

export function shown(text: string): string {
  const characters = [...text];
  return characters.length <= SHOWN ? text : `${characters.slice(0, SHOWN).join('')}…`;
}
