// The map of a layout -> every line, box, path and picture that a page must show, in order, as a reader of the file meets them.
import type { Document } from '../document/document.ts';
import type { LayoutMap, Outline, PlacedShape, PlacedText } from '../document/layout-map.ts';
import { pageOf } from '../document/theme.ts';
import type { Picture } from '../picture/picture.ts';
import { isBlackInk, type PaintColours } from './paint-colours.ts';
import type { Colour, PaintedImage, Segment } from './pdf/page-shapes.ts';
import { MM, type PdfPurpose, type Shift, UNMOVED } from './pdf-purpose.ts';
import { SRGB } from './prove-properties.ts';

export interface ExpectedPaint {
  readonly segments: readonly Segment[];
  /** Undefined where it is not filled, or not drawn along. */
  readonly fill: Colour | undefined;
  readonly stroke: Colour | undefined;
  /** Of a press file: black lines are printed over what lies below. */
  readonly overprint: boolean;
  /** Set for a picture, whose box the path is. */
  readonly image?: PaintedImage;
  /** Points. */
  readonly lineWidth: number;
  readonly dash: readonly number[];
  /** The block it belongs to; empty for heads and feet. */
  readonly block: string;
  /** Texts of the page that are painted before it. */
  readonly textsBefore: number;
}

/** Of the line below a marked text, in em: from the baseline, and its width. */
const UNDERLINE_BELOW = 0.16;
const UNDERLINE = 0.07;
/** Baseline of a text below its top, in em, as the map has it. */
const RISE = 0.8;
/** Rounding noise of lengths in points. */
const NEAR = 0.01;
/** A quarter of a circle by a Bézier curve. */
const KAPPA = 0.5523;

/** By page. `shifts`: how far each page of the file stands from the layout. */
export function expectedPaint(
  { theme }: Document,
  layout: LayoutMap,
  purpose: PdfPurpose,
  colours: PaintColours,
  shifts: readonly Shift[],
): readonly (readonly ExpectedPaint[])[] {
  const pages = layout.pageLabels.map((): (PlacedShape | PlacedText)[] => []);
  for (const shape of layout.shapes) pages[shape.page]?.push(shape);
  for (const text of layout.texts) pages[text.page]?.push(text);
  return pages.map((painted, index) => {
    let textsBefore = 0;
    return painted
      .sort((a, b) => a.order - b.order)
      .flatMap((one): ExpectedPaint[] => {
        if ('text' in one) textsBefore++;
        const shape = 'text' in one ? underlineOf(one, theme.letterSpacing) : one;
        if (shape === undefined || isUnpainted(shape)) return [];
        const { fill, stroke, picture, lineWidth, dash, block } = shape;
        const drawn = stroke === undefined ? undefined : colours.of(stroke, 'stroke', lineWidth);
        return [
          {
            segments: segmentsOf(purpose.kind === 'press' ? bled(shape.outline, index) : shape.outline),
            fill: fill === undefined ? undefined : colours.of(fill, 'fill'),
            stroke: drawn,
            overprint: fill === undefined && isBlackInk(drawn),
            ...(picture && { image: imageOf(picture, purpose) }),
            lineWidth: stroke === undefined ? lineWidth : colours.lineWidth(stroke, lineWidth),
            dash,
            block,
            textsBefore,
          },
        ];
      });
  });

  /** What reaches the edge of the page goes on into the bleed, and is not shifted there. */
  function bled(outline: Outline, index: number): Outline {
    if (outline.kind !== 'box' || purpose.kind !== 'press') return outline;
    const page = pageOf(theme.page, layout.turned[index] === true);
    const [width, height, bleed] = [page.width * MM, page.height * MM, purpose.bleed * MM];
    const shift = shifts[index] ?? UNMOVED;
    const { x, y } = outline;
    const left = x <= NEAR ? -bleed - shift.right : x;
    const right = x + outline.width >= width - NEAR ? width + bleed - shift.right : x + outline.width;
    const top = y <= NEAR ? -bleed - shift.down : y;
    const bottom = y + outline.height >= height - NEAR ? height + bleed - shift.down : y + outline.height;
    return { ...outline, x: left, y: top, width: right - left, height: bottom - top };
  }
}

function isUnpainted({ fill, stroke, picture }: Pick<PlacedShape, 'fill' | 'stroke' | 'picture'>): boolean {
  return fill === undefined && stroke === undefined && picture === undefined;
}

/** A picture as the file must hold it: colours are told to a press, which has none of a screen's. */
function imageOf({ width, height, components, coding, data }: Picture, { kind }: PdfPurpose): PaintedImage {
  const space = components === 1 ? 'DeviceGray' : kind === 'press' ? `ICCBased ${SRGB}` : 'DeviceRGB';
  return { width, height, space, filter: coding === 'dct' ? 'DCTDecode' : 'FlateDecode', data };
}

function underlineOf(
  text: PlacedText,
  letterSpacing: number,
): Omit<PlacedShape, 'page' | 'order'> | undefined {
  if (!text.marked) return undefined;
  const { x, y, width, height: size, colour, block } = text;
  const at = y + size * (RISE + UNDERLINE_BELOW);
  const outline = { kind: 'line', x1: x, y1: at, x2: x + width - letterSpacing * size, y2: at } as const;
  return { block, outline, stroke: colour, lineWidth: size * UNDERLINE, dash: [] };
}

function segmentsOf(outline: Outline): readonly Segment[] {
  switch (outline.kind) {
    case 'line':
      return [
        { operator: 'm', points: [outline.x1, outline.y1] },
        { operator: 'l', points: [outline.x2, outline.y2] },
      ];
    case 'box':
      return boxOf(outline);
    case 'path':
      return pathOf(outline);
  }
}

function boxOf({
  x,
  y,
  width: w,
  height: h,
  radius,
}: Extract<Outline, { readonly kind: 'box' }>): readonly Segment[] {
  const r = Math.min(radius, w / 2, h / 2);
  const to = (operator: 'm' | 'l' | 'c', ...points: readonly number[]): Segment => ({ operator, points });
  const end: Segment = { operator: 'h', points: [] };
  if (r === 0) return [to('m', x, y), to('l', x + w, y), to('l', x + w, y + h), to('l', x, y + h), end];
  const k = r * (1 - KAPPA);
  const [right, foot] = [x + w, y + h];
  return [
    to('m', x + r, y),
    to('l', right - r, y),
    to('c', right - k, y, right, y + k, right, y + r),
    to('l', right, foot - r),
    to('c', right, foot - k, right - k, foot, right - r, foot),
    to('l', x + r, foot),
    to('c', x + k, foot, x, foot - k, x, foot - r),
    to('l', x, y + r),
    to('c', x, y + k, x + k, y, x + r, y),
    end,
  ];
}

function pathOf({ x, y, operators }: Extract<Outline, { readonly kind: 'path' }>): readonly Segment[] {
  const segments: Segment[] = [];
  let numbers: number[] = [];
  for (const word of operators.split(/\s+/)) {
    if (word === 'm' || word === 'l' || word === 'c' || word === 'h') {
      segments.push({ operator: word, points: numbers.map((value, at) => value + (at % 2 === 0 ? x : y)) });
      numbers = [];
    } else if (word === 're') {
      const [left = 0, top = 0, width = 0, height = 0] = numbers;
      segments.push(...boxOf({ kind: 'box', x: x + left, y: y + top, width, height, radius: 0 }));
      numbers = [];
    } else if (word !== '') numbers.push(Number(word));
  }
  return segments;
}
