// Pages -> running heads and page numbers.
import type { Document } from '../../../document/document.ts';
import { editionInHead, pageFoot, REVIEW_LABEL, WATERMARK } from '../../../document/print-words.ts';
import type { TextStyle } from '../../../document/theme.ts';
import { type DrawItem, moved } from '../type/drawing.ts';
import type { TypesetLine, Typesetter } from '../type/typesetter.ts';
import { MM } from '../type/units.ts';
import type { LayoutContext } from './layout-context.ts';
import type { MadePage, PlacedItem } from './made-page.ts';

/** From the running head's baseline to its rule, in mm; the rule in points. */
const HEAD_RULE_BELOW = 2.6;
const HEAD_RULE = 0.4;
/** Between the document's title and the part's, in mm at least. */
const HEAD_GAP = 6;

/** Behind the label in the head, in mm. */
const REVIEW_GAP = 2;
const WATERMARK_ANGLE = 45;

/**
 * Head and foot of a page of the body. A page that opens a part has no head: its band stands there. `number` is undefined on pages
 * outside the body, which have neither. In a review copy every page is marked as one.
 */
export function furniture(
  context: LayoutContext,
  document: Document,
  page: MadePage,
  number: number | undefined,
): PlacedItem[] {
  if (number === undefined) return document.reviewCopy ? reviewTag(context) : [];
  const { theme, typesetter } = context;
  const { runningHead, pageNumber: footStyle } = theme.styles;
  const left = theme.page.left * MM;
  const head: DrawItem[] = [];
  if (!page.hidesHead) {
    const baseline = theme.page.runningHead * MM;
    const top = baseline - runningHead.leading * 0.7;
    const review = document.reviewCopy
      ? typesetter.label(`[${REVIEW_LABEL}]`, { ...runningHead, weight: 'bold', colour: 'change' })
      : undefined;
    const shift = review === undefined ? 0 : review.width + REVIEW_GAP * MM;
    const part = shortened(typesetter, page.runningHead, runningHead, (context.width - shift) / 2);
    head.push(...part.items.map((item) => moved(item, left + context.width - part.width, top)));
    const room = context.width - shift - (part.width === 0 ? 0 : part.width + HEAD_GAP * MM);
    // The title gives way to the edition: it is on the cover, and which edition a page belongs to must be seen.
    const suffix = shortened(typesetter, editionInHead(document), runningHead, room);
    const title = shortened(typesetter, document.title, runningHead, room - suffix.width);
    head.unshift(
      ...(review?.items ?? []).map((item) => moved(item, left, top)),
      ...title.items.map((item) => moved(item, left + shift, top)),
      ...suffix.items.map((item) => moved(item, left + shift + title.width, top)),
    );
    const y = baseline + HEAD_RULE_BELOW * MM;
    head.push({
      kind: 'line',
      x1: left,
      y1: y,
      x2: left + context.width,
      y2: y,
      width: HEAD_RULE,
      colour: 'rule',
    });
  }
  const label = typesetter.label(pageFoot(number), footStyle);
  const y = (theme.page.height - theme.page.pageNumber) * MM - footStyle.leading * 0.7;
  const foot = label.items.map((item) => moved(item, left + (context.width - label.width) / 2, y));
  const tag = document.reviewCopy && page.hidesHead ? reviewTag(context) : [];
  return [...tag, ...head.map(asRole('header')), ...foot.map(asRole('footer'))];
}

const asRole =
  (role: PlacedItem['role']) =>
  (item: DrawItem): PlacedItem => ({ item, role, block: '' });

/** 검토본 in a box at the upper right of a page without a head, seen on any ground. */
function reviewTag({ theme, typesetter, width }: LayoutContext): PlacedItem[] {
  const style: TextStyle = { ...theme.styles.runningHead, weight: 'bold', colour: 'change' };
  const label = typesetter.label(REVIEW_LABEL, style);
  const padding = 1.6 * MM;
  const right = theme.page.left * MM + width;
  const left = right - label.width - 2 * padding;
  const top = theme.page.runningHead * MM - style.leading;
  const box: DrawItem = {
    kind: 'rect',
    x: left,
    y: top - padding / 2,
    width: right - left,
    height: style.leading + padding,
    fill: 'white',
    stroke: 'change',
    lineWidth: 0.8,
  };
  const items = [box, ...label.items.map((item) => moved(item, left + padding, top))];
  return items.map(asRole('header'));
}

/** 검토용 across the page, to be drawn before everything else. */
export function watermark({ theme, typesetter }: LayoutContext): PlacedItem[] {
  const style = theme.styles.watermark;
  const label = typesetter.label(WATERMARK, style);
  const radians = (WATERMARK_ANGLE * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  // The middle of the letters stands in the middle of the page.
  const half = label.width / 2;
  const rise = style.size * 0.35;
  const x = (theme.page.width * MM) / 2 - half * cos + rise * sin;
  const y = (theme.page.height * MM) / 2 + half * sin + rise * cos;
  return label.items.map((item) => ({
    item: { ...item, x, y, angle: WATERMARK_ANGLE },
    role: 'watermark',
    block: '',
  }));
}

/** A label no wider than `room` points; what is cut off its end shows as …. */
function shortened(typesetter: Typesetter, text: string, style: TextStyle, room: number): TypesetLine {
  const whole = typesetter.label(text, style);
  if (whole.width <= room || text === '') return whole;
  const characters = [...text];
  const cut = (length: number) =>
    typesetter.label(`${characters.slice(0, length).join('').trimEnd()}…`, style);
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (cut(middle).width <= room) fits = middle;
    else tooLong = middle;
  }
  return cut(fits);
}
