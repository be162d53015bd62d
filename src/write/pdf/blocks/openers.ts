// Parts, sections and what is below them -> the band that opens a page, and the numbered headings.
import { numberOf, partName } from '../../../document/blocks/part.ts';
import type { PartBlock, SectionBlock, SubsectionBlock } from '../../../document/document.ts';
import type { PageOpening } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { type DrawItem, moved, type Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { partContents } from './part-contents.ts';
import { drawnNumeral } from './roman-numeral.ts';
import { markerLabel, paragraphSlugs, textVariation } from './text-blocks.ts';

/** A band over the page's whole width with numeral and title, and an accent bar at its foot. */
export function partOpening(context: LayoutContext, block: PartBlock): PageOpening {
  const { theme, typesetter, structure } = context;
  const leaves = structure.text(block.title);
  const { page, part, styles } = theme;
  const left = page.left * MM;
  const numeral = markerLabel(context, block.numeral, styles.partNumeral, leaves);
  const contents = partContents(context, context.partEntries.get(block.id) ?? []);
  const title = typesetter.lines(
    block.title,
    styles.partTitle,
    contents.titleWidth,
    textVariation(structure, block.title),
  );
  // White letters below the band would be white on white, and on the bar hard to read.
  const band = Math.max(
    part.band * MM,
    (part.titleAt + part.barHeight) * MM + title.reduce((sum, { height }) => sum + height, 0),
    contents.bottom,
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
    ...numeral.items
      .map((item) => (item.kind === 'text' ? (drawnNumeral(item) ?? item) : item))
      .map((item) => moved(item, left, part.numeralAt * MM)),
    ...title.flatMap((line, index) =>
      line.items.map((item) => moved(item, left, part.titleAt * MM + index * line.height)),
    ),
  ];
  return {
    block: block.id,
    items,
    furniture: contents.items,
    cursor: part.textAt * MM + band - part.band * MM,
    part: 'body',
    hidesHead: true,
    runningHead: partName(block),
    notes: title.flatMap((line) => line.notes),
  };
}

/** Number box, title, rule below; kept with the next line. */
export function sectionSlugs(context: LayoutContext, block: SectionBlock, width: number): Slug[] {
  const { styles, section } = context.theme;
  const style = styles.section;
  const leaves = context.structure.text(block.title);
  const number = markerLabel(context, block.number, { ...style, size: style.size * 0.85 }, leaves, {
    colour: 'white',
  });
  const box = section.box * MM;
  const boxWidth = Math.max(box, number.width + section.boxPadding * MM);
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
    const extra = last ? section.ruleBelow * MM : 0;
    if (last) {
      const y = slug.height + extra;
      items.push({ kind: 'line', x1: 0, y1: y, x2: width, y2: y, width: section.rule, colour: 'main' });
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
