// The look: page, type and colours as data. Values live in templates/theme.yaml, never in code.
import type { SourceLocation } from '../diagnostic.ts';

/** A colour for screens and for the press. */
export interface ThemeColour {
  /** #RRGGBB */
  readonly rgb: string;
  /** Percent of cyan, magenta, yellow, black. */
  readonly cmyk: readonly [number, number, number, number];
  /** Where it was chosen. */
  readonly place: SourceLocation;
}

/** The colours that layouts and workbooks ask for by name; texts and charts may use more. */
export const LAYOUT_COLOURS = [
  'main',
  'header',
  'total',
  'accent',
  'change',
  'text',
  'grey',
  'rule',
  'bar',
  'white',
] as const;
export type LayoutColour = (typeof LAYOUT_COLOURS)[number];

/** One kind of text. Sizes in points. */
export interface TextStyle {
  readonly size: number;
  /** Distance of baselines, in points. */
  readonly leading: number;
  readonly weight: 'regular' | 'semibold' | 'bold' | 'extrabold';
  /** Name of a theme colour. */
  readonly colour: string;
  /** Left edge of the text, in mm from the edge of the text area. */
  readonly indent: number;
  /** Distance from the marker's left edge to the text, in mm; 0 without a marker. */
  readonly hang: number;
  /** Space above and below, in mm. */
  readonly before: number;
  readonly after: number;
  readonly align: 'left' | 'center' | 'right';
}

export type TextStyleName =
  | 'partNumeral'
  | 'partTitle'
  | 'section'
  | 'subsection'
  | 'heading'
  | 'item1'
  | 'item2'
  | 'item3'
  | 'item4'
  | 'remark'
  | 'paragraph'
  | 'caption'
  | 'unitLine'
  | 'table'
  | 'tableDense'
  | 'footnote'
  | 'runningHead'
  | 'pageNumber'
  | 'boxTitle'
  | 'boxItem'
  | 'chart'
  | 'coverSmall'
  | 'coverSlogan'
  | 'coverSeries'
  | 'coverTitle'
  | 'coverVision'
  | 'coverIssuer'
  | 'contentsTitle'
  | 'contents1'
  | 'contents2'
  | 'contents3'
  | 'banner'
  | 'sheetPurpose'
  | 'sheetTitle'
  | 'label'
  | 'visionLabel'
  | 'visionText'
  | 'visionTitle'
  | 'visionBox'
  | 'schedule'
  | 'colophon'
  | 'watermark';

/** A page of the theme, and the same turned: head and foot keep their margins. One that is wider than high is landscape as it is. */
export function pageOf(page: Theme['page'], landscape: boolean): Theme['page'] {
  const { width, height } = page;
  return landscape && width < height ? { ...page, width: height, height: width } : page;
}

export interface Theme {
  /** All in mm. */
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    /** From the top edge to the running head's baseline. */
    readonly runningHead: number;
    /** From the foot to the page number's baseline. */
    readonly pageNumber: number;
  };
  /** Em fraction added between characters, e.g. -0.02. */
  readonly letterSpacing: number;
  readonly styles: Readonly<Record<TextStyleName, TextStyle>>;
  readonly colours: Readonly<Record<string, ThemeColour>>;
  readonly table: {
    /** mm */
    readonly paddingX: number;
    readonly paddingY: number;
    readonly minRow: number;
    /** Rule widths in points. */
    readonly outerRule: number;
    readonly headRule: number;
    readonly innerRule: number;
  };
  readonly footnote: { readonly ruleWidth: number; readonly ruleLength: number; readonly gap: number };
  /** Band of a part opener, mm. */
  readonly part: {
    readonly band: number;
    readonly numeralAt: number;
    readonly titleAt: number;
    readonly barWidth: number;
    readonly barHeight: number;
    readonly textAt: number;
  };
}
