// The structure tree that a file must have, and the one that it has -> where they differ, in reading order.

import type { LayoutMap } from '../../document/layout-map.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { TreeContent, TreeElement, TreeLink } from '../pdf/structure-tree.ts';
import type { Destination } from './destinations.ts';
import type { ExpectedContent, ExpectedElement, ExpectedLink, LinkTarget } from './expected-tree.ts';
import { contentKey, type MarkedContent, type MarkedPages } from './marked-content.ts';

/** What is heard otherwise than it should be; `near` is the content next to it, for its place. */
export type HeardFault = { readonly near: ExpectedContent | undefined } & (
  | { readonly kind: 'type'; readonly own: string; readonly right: string }
  | {
      readonly kind: 'attribute';
      readonly key: string;
      readonly own: string | undefined;
      readonly right: string | undefined;
    }
  | { readonly kind: 'text'; readonly own: string; readonly right: string }
  | { readonly kind: 'order'; readonly own: string | undefined; readonly right: string | undefined }
  | { readonly kind: 'picture' }
  | { readonly kind: 'link'; readonly called: string }
);

/** Of one file that are told one by one. */
const MOST_FAULTS = 10;
/** Points by which a place may stand above the block that it leads to, and by which numbers are rounded. */
const ABOVE = 8;
const ROUNDING = 1;
/** How far above its baseline the place of a note or a reference is, in type sizes. */
const RISE = 2;

type Group<Content, Other> = { readonly kind: 'contents'; readonly contents: readonly Content[] } | Other;

export class TreeComparison {
  readonly faults: HeardFault[] = [];
  readonly #file: PdfFile;
  readonly #layout: LayoutMap;
  readonly #marked: MarkedPages;
  readonly #places: ReadonlyMap<string, Destination>;
  /** Marks that an element holds. */
  readonly held = new Set<string>();
  /** Where the numbers of notes, and of their first references, are drawn. */
  readonly #spots = new Map<string, MarkedContent>();
  #last: MarkedContent | undefined;
  readonly #links: {
    readonly link: ExpectedLink;
    readonly own: TreeLink;
    readonly near: ExpectedContent | undefined;
  }[] = [];

  constructor(
    file: PdfFile,
    layout: LayoutMap,
    marked: MarkedPages,
    places: ReadonlyMap<string, Destination>,
  ) {
    this.#file = file;
    this.#layout = layout;
    this.#marked = marked;
    this.#places = places;
  }

  compare(right: ExpectedElement, own: TreeElement): void {
    this.#element(right, own);
    for (const {
      link,
      own: { annotation },
      near,
    } of this.#links) {
      const place = this.#places.get(this.#file.text(annotation.get('Dest')));
      if (!this.#leadsTo(place, link.to) || this.#file.text(annotation.get('Contents')) !== link.called)
        this.#tell({ kind: 'link', called: link.called, near });
    }
  }

  #tell(fault: HeardFault): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }

  #element(right: ExpectedElement, own: TreeElement): void {
    const near = firstContent(right);
    if (right.type !== own.type) {
      this.#tell({ kind: 'type', own: own.type, right: right.type, near });
      return;
    }
    const { BBox, ...attributes } = own.attributes;
    for (const key of new Set([...Object.keys(right.attributes), ...Object.keys(attributes)]))
      if (right.attributes[key] !== attributes[key])
        this.#tell({ kind: 'attribute', key, own: attributes[key], right: right.attributes[key], near });
    if (right.type === 'Figure' && !this.#isBox(BBox, near))
      this.#tell({ kind: 'attribute', key: 'BBox', own: BBox, right: undefined, near });
    const rights = grouped<ExpectedContent, ExpectedElement | ExpectedLink>(right.kids).filter(isHeard);
    const owns = joinedLinks(grouped<TreeContent, TreeElement | TreeLink>(own.kids));
    for (let at = 0; at < Math.max(rights.length, owns.length); at++) {
      const [one, other] = [rights[at], owns[at]];
      if (one?.kind === 'contents' && other?.kind === 'contents')
        this.#contents(one.contents, other.contents, own.type);
      else if (one?.kind === 'element' && other?.kind === 'element') this.#element(one, other);
      else if (one?.kind === 'link' && other?.kind === 'links') this.#noteLinks(one, other.links, near);
      else {
        this.#tell({ kind: 'order', own: named(other), right: named(one), near });
        return;
      }
    }
  }

  /** The words of neighbouring content are one text, however many lines and pages it goes over. */
  #contents(rights: readonly ExpectedContent[], owns: readonly TreeContent[], type: string): void {
    const [near] = rights;
    const marked = owns.map(({ page, id }) => {
      this.held.add(contentKey(page, id));
      return this.#marked.contents.get(contentKey(page, id));
    });
    this.#last = marked.find((one) => one !== undefined);
    for (const one of marked)
      if (one !== undefined && one.tag !== type)
        this.#tell({ kind: 'type', own: one.tag, right: type, near });
    if (rights.some(({ is }) => is === 'picture')) {
      if (!this.#isPicture(near, marked)) this.#tell({ kind: 'picture', near });
      return;
    }
    const right = spoken(rights.map((one) => this.#textOf(one)).join(''));
    const own = spoken(marked.map((one) => one?.text ?? '').join(''));
    if (right !== own) this.#tell({ kind: 'text', own, right, near });
  }

  #textOf(content: ExpectedContent): string {
    switch (content.is) {
      case 'text':
        return content.text;
      case 'page-number': {
        const page = this.#layout.blocks.get(content.target)?.[0]?.page ?? -1;
        return ` ${this.#layout.pageLabels[page] ?? ''}`;
      }
      case 'picture':
        return '';
    }
  }

  /** One mark, on a page of its block, within its boxes. */
  #isPicture(
    picture: ExpectedContent | undefined,
    [marked, ...more]: readonly (MarkedContent | undefined)[],
  ): boolean {
    if (marked === undefined || more.length > 0 || marked.shapes.length + marked.pieces.length === 0)
      return false;
    const boxes = (this.#layout.blocks.get(picture?.block ?? '') ?? []).filter(
      ({ page }) => page === marked.page,
    );
    return [
      ...marked.shapes.map(({ top, bottom }) => (top + bottom) / 2),
      ...marked.pieces.map(({ y }) => y),
    ].every((at) => boxes.some(({ y, height }) => at > y - ROUNDING && at < y + height + ROUNDING));
  }

  /** Whether the box has an extent, on the page of what it is the box of. */
  #isBox(box: string | undefined, near: ExpectedContent | undefined): boolean {
    const [left = 0, bottom = 0, right = 0, top = 0] = (box ?? '').split(' ').map(Number);
    const chart = this.#layout.charts.find(({ block }) => block === near?.block);
    if (!(left < right && bottom < top)) return false;
    if (chart !== undefined) return Math.abs(left - chart.x) < ROUNDING;
    return this.#layout.shapes.some(
      ({ block, picture, outline }) =>
        block === near?.block &&
        picture !== undefined &&
        outline.kind === 'box' &&
        Math.abs(left - outline.x) < ROUNDING &&
        Math.abs(right - left - outline.width) < ROUNDING &&
        Math.abs(top - bottom - outline.height) < ROUNDING,
    );
  }

  #noteLinks(link: ExpectedLink, owns: readonly TreeLink[], near: ExpectedContent | undefined): void {
    for (const own of owns) this.#links.push({ link, own, near });
    if (link.to.kind === 'block' || this.#last === undefined) return;
    // A reference leads to the note, whose number leads back.
    const spot = spotKey(link.to.kind === 'note' ? 'reference' : 'note', link.to.note);
    if (!this.#spots.has(spot)) this.#spots.set(spot, this.#last);
  }

  #leadsTo(place: Destination | undefined, target: LinkTarget): boolean {
    if (place === undefined) return false;
    if (target.kind === 'block') {
      const [box] = this.#layout.blocks.get(target.block) ?? [];
      return box !== undefined && isAbove(place, box.page, box.y);
    }
    const spot = this.#spots.get(spotKey(target.kind, target.note));
    const [piece] = spot?.pieces ?? [];
    if (spot === undefined || piece === undefined || spot.page !== place.page) return false;
    return Math.abs(place.top - Math.max(0, piece.y - RISE * piece.size)) < ROUNDING;
  }
}

const spotKey = (kind: 'note' | 'reference', note: string): string => `${kind} ${note}`;

/** Whether a viewer that goes there shows what stands there at the top. */
export function isAbove({ page, top }: Destination, on: number, at: number): boolean {
  return page === on && top < at + ROUNDING && top > at - ABOVE;
}

function grouped<Content extends { readonly kind: 'content' }, Other extends { readonly kind: string }>(
  kids: readonly (Content | Other)[],
): readonly Group<Content, Other>[] {
  const groups: ({ readonly kind: 'contents'; readonly contents: Content[] } | Other)[] = [];
  for (const kid of kids) {
    const last = groups.at(-1);
    if (!isContent<Content, Other>(kid)) groups.push(kid);
    else if (last !== undefined && 'contents' in last) last.contents.push(kid);
    else groups.push({ kind: 'contents', contents: [kid] });
  }
  return groups;
}

function isContent<Content extends { readonly kind: 'content' }, Other extends { readonly kind: string }>(
  kid: Content | Other,
): kid is Content {
  return kid.kind === 'content';
}

interface Links {
  readonly kind: 'links';
  readonly links: TreeLink[];
}

/** Links of one text, one for each of its lines, are one. */
function joinedLinks(groups: readonly Group<TreeContent, TreeElement | TreeLink>[]) {
  const joined: (Exclude<(typeof groups)[number], TreeLink> | Links)[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (group.kind !== 'link') joined.push(group);
    else if (last?.kind === 'links') last.links.push(group);
    else joined.push({ kind: 'links', links: [group] });
  }
  return joined;
}

/** A blank alone between two other things is not. */
function isHeard(group: Group<ExpectedContent, ExpectedElement | ExpectedLink>): boolean {
  return (
    group.kind !== 'contents' || group.contents.some((one) => one.is !== 'text' || one.text.trim() !== '')
  );
}

/** As it is heard: words apart, by however many blanks. */
function spoken(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ');
}

function named(one: { readonly kind: string; readonly type?: string } | undefined): string | undefined {
  return one?.type ?? one?.kind;
}

function firstContent(element: ExpectedElement): ExpectedContent | undefined {
  for (const kid of element.kids) {
    const found: ExpectedContent | undefined =
      kid.kind === 'content' ? kid : kid.kind === 'element' ? firstContent(kid) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
