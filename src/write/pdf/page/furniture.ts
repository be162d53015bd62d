// Pages -> running heads and page numbers.
import type { Document } from '../../../document/document.ts';
import {
  editionInHead,
  editionName,
  pageFoot,
  REVIEW_LABEL,
  WATERMARK,
} from '../../../document/print-words.ts';
import type { TextStyle } from '../../../document/theme.ts';
import { type DrawItem, moved } from '../type/drawing.ts';
import type { TypesetLine, Typesetter } from '../type/typesetter.ts';
import { MM } from '../type/units.ts';
import type { LayoutContext } from './layout-context.ts';
import type { MadePage, PlacedItem } from './made-page.ts';

/** Behind the label in the head, in mm. */
const REVIEW_GAP = 2;
const WATERMARK_ANGLE = 45;

/**
 * Head and foot of a page of the body: at the outer edge, at the left the document's title, at the right `name`, what the page is part of. A page that opens
 * a part has no head: its band stands there. `number` is undefined on pages outside the body, which have neither. In a review copy every page is marked as one.
 */
export function furniture(
  context: LayoutContext,
  document: Document,
  page: MadePage,
  number: number | undefined,
  name: string,
): PlacedItem[] {
  if (number === undefined) return document.reviewCopy ? reviewTag(context) : [];
  const tag = document.reviewCopy && page.hidesHead ? reviewTag(context) : [];
  const head = page.hidesHead ? [] : headItems(context, document, page.isLeft, name);
  return [
    ...tag,
    ...head.map(asRole('header')),
    ...footItems(context, page.isLeft, number).map(asRole('footer')),
  ];
}

function headItems(context: LayoutContext, document: Document, isLeft: boolean, name: string): DrawItem[] {
  const { theme, typesetter, width } = context;
  const { headRule, headRuleBelow, headGap } = theme.furniture;
  const style = theme.styles.runningHead;
  const left = theme.page.left * MM;
  const baseline = theme.page.runningHead * MM;
  const top = baseline - style.leading * 0.7;
  const gap = headGap * MM;
  const review = document.reviewCopy
    ? typesetter.label(`[${REVIEW_LABEL}]`, { ...style, weight: 'bold', colour: 'change' })
    : undefined;
  const taken = review === undefined ? 0 : review.width + gap;
  const room = width - taken;
  const put = (line: TypesetLine | undefined, x: number): DrawItem[] =>
    (line?.items ?? []).map((item) => moved(item, left + x, top));
  const y = baseline + headRuleBelow * MM;
  const rule: DrawItem = {
    kind: 'line',
    x1: left,
    y1: y,
    x2: left + width,
    y2: y,
    width: headRule,
    colour: 'rule',
  };
  if (isLeft) {
    // The title gives way to the edition: it is on the cover, and which edition a page belongs to must be seen.
    const suffix = shortened(typesetter, editionInHead(document), style, room);
    const title = shortened(typesetter, document.title, style, room - suffix.width);
    return [
      ...put(review, width - (review?.width ?? 0)),
      ...put(title, 0),
      ...put(suffix, title.width),
      rule,
    ];
  }
  const edition = editionName(document);
  const part = shortened(typesetter, name || document.title, style, edition === '' ? room : (room - gap) / 2);
  const beside = shortened(typesetter, edition, style, room - gap - part.width);
  return [
    ...put(review, 0),
    ...put(beside, review === undefined ? 0 : review.width + REVIEW_GAP * MM),
    ...put(part, width - part.width),
    rule,
  ];
}

/** The page number under a short rule at the outer edge, or in the middle. */
function footItems({ theme, typesetter, width }: LayoutContext, isLeft: boolean, number: number): DrawItem[] {
  const style = theme.styles.pageNumber;
  const label = typesetter.label(pageFoot(number, theme), style);
  const left = theme.page.left * MM;
  const baseline = (theme.page.height - theme.page.pageNumber) * MM;
  const isCentred = theme.folio === 'centre';
  const atEdge = (wide: number): number => (isLeft ? left : left + width - wide);
  const x = isCentred ? left + (width - label.width) / 2 : atEdge(label.width);
  const items = label.items.map((item) => moved(item, x, baseline - style.leading * 0.7));
  if (isCentred) return items;
  const { folioRule, folioRuleLength, folioRuleAbove } = theme.furniture;
  const from = atEdge(folioRuleLength * MM);
  const y = baseline - folioRuleAbove * MM;
  const ends = { x1: from, y1: y, x2: from + folioRuleLength * MM, y2: y };
  return [...items, { kind: 'line', ...ends, width: folioRule, colour: 'main' }];
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
  // What opens a page begins at the line of the heads.
  const top = (theme.page.runningHead / 2) * MM - style.leading * 0.7;
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
