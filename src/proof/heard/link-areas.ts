// The structure tree of a finished PDF -> links that cannot be clicked where their words stand.

import type { Diagnostic } from '../../diagnostic.ts';
import { LETTER_MIDDLE } from '../pdf/page-text.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { PdfDict } from '../pdf/pdf-value.ts';
import type { ReadPage } from '../pdf/read-pdf.ts';
import type { TreeElement } from '../pdf/structure-tree.ts';
import type { PdfFaults } from '../pdf-faults.ts';
import { contentKey, type MarkedPages } from './marked-content.ts';

interface Spot {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** An area in points from the top left corner of its page. */
interface LinkArea {
  readonly page: number;
  readonly holds: (spot: Spot) => boolean;
}

/** Each word of a link stands in an area of it, in each area stands one of its words, and none of another link. Faults in the order of the tree. */
export function proveLinkAreas(
  faults: PdfFaults,
  file: PdfFile,
  pages: readonly ReadPage[],
  { contents }: MarkedPages,
  root: TreeElement,
): readonly Diagnostic[] {
  const areaOf = areasOf(file, pages);
  const links = linksBelow(root).map((link) => {
    const { marks, annotations } = partsOf(link);
    return {
      called: annotations.map((one) => file.text(one.get('Contents'))),
      spots: marks.flatMap((key) =>
        (contents.get(key)?.pieces ?? []).map(
          ({ page, x, y, width, size }): Spot => ({ page, x: x + width / 2, y: y - size * LETTER_MIDDLE }),
        ),
      ),
      areas: annotations.flatMap((annotation) => areaOf.get(annotation) ?? []),
    };
  });
  const onPage = pages.map((): Spot[] => []);
  for (const { spots } of links) for (const spot of spots) onPage[spot.page]?.push(spot);
  return links.flatMap(({ spots, areas, called }) => {
    const own = new Set(spots);
    const isRight =
      areas.length === called.length &&
      spots.every((spot) => areas.some((area) => area.holds(spot))) &&
      areas.every((area) => {
        const held = (onPage[area.page] ?? []).filter((spot) => area.holds(spot));
        return held.length > 0 && held.every((spot) => own.has(spot));
      });
    const page = areas[0]?.page ?? spots[0]?.page ?? 0;
    return isRight ? [] : [faults.heard.linkArea(page, called[0] ?? '')];
  });
}

function areasOf(file: PdfFile, pages: readonly ReadPage[]): ReadonlyMap<PdfDict, LinkArea> {
  return new Map(
    pages.flatMap(({ dict, height }, page) =>
      file.array(dict.get('Annots')).map((link): readonly [PdfDict, LinkArea] => {
        const annotation = file.dict(link);
        const [left = 0, bottom = 0, right = 0, top = 0] = file
          .array(annotation.get('Rect'))
          .map((edge) => file.number(edge));
        const holds = (spot: Spot) =>
          spot.page === page &&
          left <= spot.x &&
          spot.x <= right &&
          height - top <= spot.y &&
          spot.y <= height - bottom;
        return [annotation, { page, holds }];
      }),
    ),
  );
}

/** In the order of the tree; no recursion over what a file says. */
function linksBelow(root: TreeElement): readonly TreeElement[] {
  const found: TreeElement[] = [];
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === 'Link') found.push(next);
    else open.push(...elementsOf(next).toReversed());
  }
  return found;
}

function partsOf(link: TreeElement): { readonly marks: string[]; readonly annotations: PdfDict[] } {
  const parts = { marks: [] as string[], annotations: [] as PdfDict[] };
  const open = [link];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const kid of next.kids)
      if (kid.kind === 'content') parts.marks.push(contentKey(kid.page, kid.id));
      else if (kid.kind === 'link') parts.annotations.push(kid.annotation);
    open.push(...elementsOf(next));
  }
  return parts;
}

const elementsOf = ({ kids }: TreeElement): readonly TreeElement[] =>
  kids.filter((kid) => kid.kind === 'element');
