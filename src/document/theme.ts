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
  'second',
  'header',
  'total',
  'warm',
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

/** A page of the theme, and the same turned, with margins of its own at head and foot. One that is wider than high is landscape as it is. */
export function pageOf(page: Theme['page'], landscape: boolean): Theme['page'] {
  const { width, height, turned } = page;
  return landscape && width < height ? { ...page, ...turned, width: height, height: width } : page;
}

export type TurnedMargins = Readonly<
  Partial<Record<'top' | 'bottom' | 'runningHead' | 'pageNumber', number>>
>;

export interface Theme {
  /** All in mm. A right-hand page is bound at its left edge; a left-hand one has `left` and `right` exchanged. */
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
    /** What a turned page has otherwise: it may be bound at head or foot. */
    readonly turned: TurnedMargins;
  };
  /** Em fraction added between characters, e.g. -0.02. */
  readonly letterSpacing: number;
  /** Where page numbers stand: in the middle between dashes, or at the outer edge under a short rule. */
  readonly folio: 'centre' | 'outer';
  /** Of heads and page numbers: rules in points; all else in mm, the rules' places from the baselines. */
  readonly furniture: {
    readonly headRule: number;
    readonly headRuleBelow: number;
    /** Between two texts of a head, at least. */
    readonly headGap: number;
    readonly folioRule: number;
    readonly folioRuleLength: number;
    readonly folioRuleAbove: number;
  };
  /** A section's number box and the rule below its title: mm, the rule in points. */
  readonly section: {
    readonly box: number;
    /** Beside a number that is wider than the box, both sides together. */
    readonly boxPadding: number;
    readonly rule: number;
    readonly ruleBelow: number;
  };
  /** Names of the strategies' colours, in order; more strategies take main and second in turn. */
  readonly strategies: readonly string[];
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
  /** A part's own contents beside its title: left edge, top and height of a line in mm, the rule below each in points; none where the height is 0. */
  readonly partContents: {
    readonly left: number;
    readonly top: number;
    readonly row: number;
    readonly rule: number;
    /** A part of more lines shows none. */
    readonly most: number;
  };
  /** Head of a task sheet: its rule in points; spaces below banner, rule and title in mm. */
  readonly sheet: { readonly rule: number; readonly ruleBelow: number; readonly after: number };
}

/** The page of the theme as it is bound: a left-hand page has its inner margin at the right. */
export function boundPage(page: Theme['page'], isLeft: boolean): Theme['page'] {
  return isLeft ? { ...page, left: page.right, right: page.left } : page;
}

/** The colour of a strategy, from 0. */
export function strategyColour({ strategies }: Pick<Theme, 'strategies'>, index: number): string {
  return strategies[index] ?? (index % 2 === strategies.length % 2 ? 'main' : 'second');
}
