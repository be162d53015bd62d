// Parts, sections and what is below them -> the band that opens a page, and the numbered headings.
import { numberOf, partName } from '../../../document/blocks/part.ts';
import type { PartBlock, SectionBlock, SubsectionBlock } from '../../../document/document.ts';
import type { PageOpening } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { type DrawItem, moved, type Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { markerLabel, paragraphSlugs, textVariation } from './text-blocks.ts';

/** Side of a section's number box, and the rule under the title, in mm and points. */
const NUMBER_BOX = 8.5;
const SECTION_RULE = 1.2;
/** Beside a number that is wider than the box, both sides together, in mm. */
const NUMBER_PADDING = 3;

/** A band over the page's whole width with numeral and title, and an accent bar at its foot. */
export function partOpening(context: LayoutContext, block: PartBlock): PageOpening {
  const { theme, typesetter, structure } = context;
  const leaves = structure.text(block.title);
  const { page, part, styles } = theme;
  const left = page.left * MM;
  const numeral = markerLabel(context, block.numeral, styles.partNumeral, leaves);
  const title = typesetter.lines(
    block.title,
    styles.partTitle,
    context.width,
    textVariation(structure, block.title),
  );
  // White letters below the band would be white on white, and on the bar hard to read.
  const band = Math.max(
    part.band * MM,
    (part.titleAt + part.barHeight) * MM + title.reduce((sum, { height }) => sum + height, 0),
  );
  const items: DrawItem[] = [
    { kind: 'rect', x: 0, y: 0, width: page.width * MM, height: band, fill: 'main' },
    {
      kind: 'rect',
      x: left,
      y: band - part.barHeight * MM,
      width: part.barWidth * MM,
      height: part.barHeight * MM,
      fill: 'accent',
    },
    ...numeral.items.map((item) => moved(item, left, part.numeralAt * MM)),
    ...title.flatMap((line, index) =>
      line.items.map((item) => moved(item, left, part.titleAt * MM + index * line.height)),
    ),
  ];
  return {
    block: block.id,
    items,
    cursor: Math.max(part.textAt * MM + Math.max(0, title.length - 1) * styles.partTitle.leading, band),
    part: 'body',
    hidesHead: true,
    runningHead: partName(block),
    notes: title.flatMap((line) => line.notes),
  };
}

/** Number box, title, rule below; kept with the next line. */
export function sectionSlugs(context: LayoutContext, block: SectionBlock, width: number): Slug[] {
  const style = context.theme.styles.section;
  const leaves = context.structure.text(block.title);
  const number = markerLabel(context, block.number, { ...style, size: style.size * 0.85 }, leaves, {
    colour: 'white',
  });
  const box = NUMBER_BOX * MM;
  const boxWidth = Math.max(box, number.width + NUMBER_PADDING * MM);
  const slugs = paragraphSlugs(
    context,
    {
      block: block.id,
      text: block.title,
      style:
        block.number === '' ? { ...style, hang: 0 } : { ...style, hang: style.hang + (boxWidth - box) / MM },
      marker: { text: '' },
      leaves,
      keepWithNext: true,
    },
    width,
  );
  return slugs.map((slug, index) => {
    const items = [...slug.items];
    if (index === 0 && block.number !== '') {
      // The number is drawn first: it is read before the title.
      items.unshift(
        { kind: 'rect', x: 0, y: (slug.height - box) / 2, width: boxWidth, height: box, fill: 'main' },
        ...number.items.map((item) => moved(item, (boxWidth - number.width) / 2, 0)),
      );
    }
    const last = index === slugs.length - 1;
    const extra = last ? 2.2 * MM : 0;
    if (last) {
      const y = slug.height + extra;
      items.push({ kind: 'line', x1: 0, y1: y, x2: width, y2: y, width: SECTION_RULE, colour: 'main' });
    }
    return { ...slug, items, height: slug.height + extra, keepWithNext: true };
  });
}

/** 가. and the title; kept with the next line. */
export function subsectionSlugs(context: LayoutContext, block: SubsectionBlock, width: number): Slug[] {
  const { number, title } = block;
  return paragraphSlugs(
    context,
    {
      block: block.id,
      text: title,
      style: context.theme.styles.subsection,
      leaves: context.structure.text(title),
      ...(number !== '' && { marker: { text: numberOf(number).trimEnd() } }),
      keepWithNext: true,
    },
    width,
  );
}
