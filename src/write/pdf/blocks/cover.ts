// The cover, the colophon and the back cover -> pages of their own.
import type { BackCoverBlock, ColophonBlock, CoverBlock } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import { PAGE_NAMES } from '../../../document/print-words.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { FlowItem, PageOpening } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { type DrawItem, moved } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { coverMarks } from './cover-marks.ts';
import { textVariation } from './text-blocks.ts';

/** Heights and distances on the cover, in mm. */
const COVER = {
  registrationAt: 20,
  tagAt: 44,
  band: 86,
  barWidth: 36,
  barHeight: 2.5,
  /** Between the pieces of text. */
  gap: 5,
  /** From the band's upper edge to the text in it. */
  bandText: 20,
  /** From the foot of the page to the issuer's. */
  issuerFoot: 24,
  editionWidth: 46,
} as const;

/** Text from `top` on; gives the items and where they end. */
function block(
  { typesetter, structure }: LayoutContext,
  text: RichText | undefined,
  style: TextStyle,
  box: { readonly left: number; readonly top: number; readonly width: number },
): { readonly items: DrawItem[]; readonly bottom: number; readonly notes: readonly string[] } {
  if (text === undefined) return { items: [], bottom: box.top, notes: [] };
  const lines = typesetter.lines(text, style, box.width, textVariation(structure, text));
  const items = lines.flatMap((line, index) =>
    line.items.map((item) => moved(item, box.left, box.top + index * style.leading)),
  );
  return {
    items,
    bottom: box.top + lines.length * style.leading,
    notes: lines.flatMap((line) => line.notes),
  };
}

/** A page of its own. What does not fit on it is told like any block that is taller than a page. */
function page(
  context: LayoutContext,
  made: {
    readonly id: string;
    readonly name: string;
    readonly items: DrawItem[];
    readonly part: PageOpening['part'];
    readonly fits: boolean;
    readonly notes?: readonly string[];
  },
): FlowItem[] {
  const { page } = context.theme;
  const { id, name, items, part, fits, notes = [] } = made;
  return [
    {
      kind: 'opening',
      opening: {
        block: id,
        items,
        // The page is full, as far as what follows is concerned.
        cursor: fits ? (page.height - page.bottom) * MM : page.height * MM,
        part,
        pageName: name,
        hidesHead: true,
        notes,
      },
    },
    { kind: 'break', part: part === 'cover' ? 'body' : part },
  ];
}

/** Tag, slogan, series and title above; vision and issuer on a band of the main colour below. */
export function coverFlow(context: LayoutContext, cover: CoverBlock): FlowItem[] {
  const { theme } = context;
  const { styles } = theme;
  const pageWidth = theme.page.width * MM;
  const pageHeight = theme.page.height * MM;
  const left = theme.page.left * MM;
  const width = pageWidth - 2 * left;
  const gap = COVER.gap * MM;
  const put = (text: RichText | undefined, style: TextStyle, top: number) =>
    block(context, text, style, { left, top, width });

  const edition = editionBox(context, cover);
  const registration = block(context, cover.registration, styles.coverSmall, {
    left,
    top: COVER.registrationAt * MM,
    width: edition.items.length === 0 ? width : width - (COVER.editionWidth + COVER.gap) * MM,
  });
  const tagTop = Math.max(COVER.tagAt * MM, Math.max(registration.bottom, edition.bottom) + gap);
  const tag = put(cover.tag, { ...styles.coverSeries, colour: 'main' }, tagTop);
  const slogan = put(cover.slogan, styles.coverSlogan, tag.bottom + (cover.tag === undefined ? 0 : 1.5 * MM));

  // The title stands in the middle of what is free above the band, and the band gives way to a long one.
  const vision = put(cover.vision, styles.coverVision, 0);
  const issuer = put(cover.issuer, styles.coverIssuer, 0);
  const needed = COVER.bandText * MM + vision.bottom + gap + issuer.bottom + COVER.issuerFoot * MM;
  const band = pageHeight - Math.max(COVER.band * MM, needed);
  const series = put(cover.series, styles.coverSeries, 0);
  const titleGap = cover.series === undefined ? 0 : gap;
  const title = put(cover.title, styles.coverTitle, series.bottom + titleGap);
  const marks = coverMarks(context, cover, { left, width, bottom: band - gap }, gap);
  const free = band - slogan.bottom - marks.height;
  const top = slogan.bottom + Math.max(gap, (free - title.bottom) * 0.55);
  const raised = [...series.items, ...title.items].map((item) => moved(item, 0, top));
  const issuerTop = pageHeight - COVER.issuerFoot * MM - issuer.bottom;
  return page(context, {
    id: cover.id,
    name: PAGE_NAMES.cover,
    part: 'cover',
    fits: top + title.bottom + gap + marks.height <= band,
    notes: [registration, edition, tag, slogan, series, title, vision, issuer].flatMap(({ notes }) => notes),
    items: [
      { kind: 'rect', x: 0, y: band, width: pageWidth, height: pageHeight - band, fill: 'main' },
      {
        kind: 'rect',
        x: left,
        y: band,
        width: COVER.barWidth * MM,
        height: COVER.barHeight * MM,
        fill: 'accent',
      },
      ...registration.items,
      ...edition.items,
      ...tag.items,
      ...slogan.items,
      ...raised,
      ...vision.items.map((item) => moved(item, 0, band + COVER.bandText * MM)),
      ...issuer.items.map((item) => moved(item, 0, issuerTop)),
      ...marks.items,
    ],
  });
}

/** 수정공시 and its date in a box, upper right. */
function editionBox(
  context: LayoutContext,
  { edition }: CoverBlock,
): { readonly items: DrawItem[]; readonly bottom: number; readonly notes: readonly string[] } {
  if (edition === undefined || edition.length === 0) return { items: [], bottom: 0, notes: [] };
  const { theme } = context;
  const style: TextStyle = {
    ...theme.styles.coverSmall,
    size: 11,
    leading: 16,
    weight: 'bold',
    colour: 'main',
  };
  const width = COVER.editionWidth * MM;
  const left = (theme.page.width - theme.page.left) * MM - width;
  const top = COVER.registrationAt * MM;
  const padding = 3 * MM;
  let y = top + padding;
  const notes: string[] = [];
  const items = edition.flatMap((text) => {
    const lines = context.typesetter.lines(
      text,
      style,
      width - 2 * padding,
      textVariation(context.structure, text),
    );
    return lines.flatMap((line) => {
      const placed = line.items.map((item) => moved(item, left + (width - line.width) / 2, y));
      y += style.leading;
      notes.push(...line.notes);
      return placed;
    });
  });
  const bottom = y + padding;
  return {
    items: [
      { kind: 'rect', x: left, y: top, width, height: bottom - top, stroke: 'main', lineWidth: 1 },
      ...items,
    ],
    bottom,
    notes,
  };
}

/** A box in the lower part of a page of its own. */
export function colophonFlow(context: LayoutContext, colophon: ColophonBlock): FlowItem[] {
  const { theme, typesetter, structure } = context;
  const style = theme.styles.colophon;
  const left = theme.page.left * MM;
  const padding = 5 * MM;
  const label = 30 * MM;
  const title = typesetter.lines(
    colophon.title,
    { ...style, size: 13, leading: 20, weight: 'bold' },
    context.width,
    textVariation(structure, colophon.title),
  );
  const rows = colophon.rows.map((row) => ({
    labels: typesetter.lines(
      row.label,
      { ...style, weight: 'semibold', colour: 'main' },
      label - 2 * MM,
      textVariation(structure, row.label),
    ),
    texts: typesetter.lines(
      row.text,
      style,
      context.width - 2 * padding - label,
      textVariation(structure, row.text),
    ),
  }));
  const heights = rows.map(
    ({ labels, texts }) => Math.max(labels.length, texts.length) * style.leading + 1.2 * MM,
  );
  const height = heights.reduce((sum, one) => sum + one, 0) + 2 * padding;
  const bottom = (theme.page.height - theme.page.bottom) * MM;
  const top = bottom - height;
  const items: DrawItem[] = [
    ...title.flatMap((line, index) =>
      line.items.map((item) => moved(item, left, top - (title.length - index) * 20 - 3 * MM)),
    ),
    { kind: 'line', x1: left, y1: top, x2: left + context.width, y2: top, width: 1, colour: 'main' },
    { kind: 'line', x1: left, y1: bottom, x2: left + context.width, y2: bottom, width: 1, colour: 'main' },
  ];
  let y = top + padding;
  rows.forEach(({ labels, texts }, index) => {
    const put = (lines: typeof labels, x: number) =>
      lines.flatMap((line, row) => line.items.map((item) => moved(item, x, y + row * style.leading)));
    items.push(...put(labels, left + padding), ...put(texts, left + padding + label));
    y += heights[index] ?? 0;
  });
  return page(context, {
    id: colophon.id,
    name: PAGE_NAMES.colophon,
    part: 'back',
    fits: top - title.length * 20 >= theme.page.top * MM,
    notes: [...title, ...rows.flatMap(({ labels, texts }) => [...labels, ...texts])].flatMap(
      (line) => line.notes,
    ),
    items,
  });
}

/** A page in the main colour, issuer and lines at its foot. */
export function backCoverFlow(context: LayoutContext, cover: BackCoverBlock): FlowItem[] {
  const { theme, typesetter, structure } = context;
  const { styles } = theme;
  const left = theme.page.left * MM;
  const width = theme.page.width * MM - 2 * left;
  const small: TextStyle = { ...styles.coverSmall, colour: 'white', size: 10, leading: 15 };
  const lines = cover.lines.flatMap((text) =>
    typesetter.lines(text, small, width, textVariation(structure, text)),
  );
  const issuer = typesetter.lines(
    cover.issuer,
    styles.coverIssuer,
    width,
    textVariation(structure, cover.issuer),
  );
  const foot = theme.page.height * MM - COVER.issuerFoot * MM;
  const linesTop = foot - lines.length * small.leading;
  const issuerTop = linesTop - 3 * MM - issuer.length * styles.coverIssuer.leading;
  return page(context, {
    id: cover.id,
    name: PAGE_NAMES['back-cover'],
    part: 'back',
    fits: issuerTop >= theme.page.top * MM,
    notes: [...issuer, ...lines].flatMap((line) => line.notes),
    items: [
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width: theme.page.width * MM,
        height: theme.page.height * MM,
        fill: 'main',
      },
      {
        kind: 'rect',
        x: left,
        y: issuerTop - 6 * MM,
        width: COVER.barWidth * MM,
        height: COVER.barHeight * MM,
        fill: 'accent',
      },
      ...issuer.flatMap((line, index) =>
        line.items.map((item) => moved(item, left, issuerTop + index * styles.coverIssuer.leading)),
      ),
      ...lines.flatMap((line, index) =>
        line.items.map((item) => moved(item, left, linesTop + index * small.leading)),
      ),
    ],
  });
}
