// Pages -> running heads and page numbers.
import type { Document } from '../../document/document.ts';
import type { TextStyle } from '../../document/theme.ts';
import { type DrawItem, moved } from './drawing.ts';
import type { LayoutContext } from './layout-context.ts';
import type { MadePage, PlacedItem } from './page-maker.ts';
import type { TypesetLine, Typesetter } from './typesetter.ts';
import { MM } from './units.ts';

/** From the running head's baseline to its rule, in mm; the rule in points. */
const HEAD_RULE_BELOW = 2.6;
const HEAD_RULE = 0.4;
/** Between the document's title and the part's, in mm at least. */
const HEAD_GAP = 6;

/** The number printed on a page, by its index. */
export function pageNumber(document: Document, index: number): number {
  return document.firstPage + index;
}

/** Head and foot of a page. A page that opens a part has no head: its band stands there. */
export function furniture(
  context: LayoutContext,
  document: Document,
  page: MadePage,
  index: number,
): PlacedItem[] {
  const { theme, typesetter } = context;
  const { runningHead, pageNumber: footStyle } = theme.styles;
  const left = theme.page.left * MM;
  const items: DrawItem[] = [];
  if (!page.opensPart) {
    const baseline = theme.page.runningHead * MM;
    const top = baseline - runningHead.leading * 0.7;
    const part = shortened(typesetter, page.runningHead ?? '', runningHead, context.width / 2);
    items.push(...part.items.map((item) => moved(item, left + context.width - part.width, top)));
    const room = context.width - (part.width === 0 ? 0 : part.width + HEAD_GAP * MM);
    const title = shortened(typesetter, document.title, runningHead, room);
    items.unshift(...title.items.map((item) => moved(item, left, top)));
    const y = baseline + HEAD_RULE_BELOW * MM;
    items.push({
      kind: 'line',
      x1: left,
      y1: y,
      x2: left + context.width,
      y2: y,
      width: HEAD_RULE,
      colour: 'rule',
    });
  }
  const number = typesetter.label(`- ${pageNumber(document, index)} -`, footStyle);
  const y = (theme.page.height - theme.page.pageNumber) * MM - footStyle.leading * 0.7;
  items.push(...number.items.map((item) => moved(item, left + (context.width - number.width) / 2, y)));
  return items.map((item) => ({ item, role: 'furniture', block: '' }));
}

/** A label no wider than `room` points; what is cut off its end shows as …. */
function shortened(typesetter: Typesetter, text: string, style: TextStyle, room: number): TypesetLine {
  const characters = [...text];
  let label = typesetter.label(text, style);
  while (label.width > room && characters.length > 0) {
    characters.pop();
    label = typesetter.label(`${characters.join('').trimEnd()}…`, style);
  }
  return label;
}
