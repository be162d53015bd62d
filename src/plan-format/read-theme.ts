// templates/theme.yaml -> the look of the publication.
import * as v from 'valibot';
import type { Outcome } from '../diagnostic.ts';
import {
  LAYOUT_COLOURS,
  type TextStyle,
  type TextStyleName,
  type Theme,
  type ThemeColour,
} from '../document/theme.ts';
import { didYouMean, Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { choice, entriesOf, list, mapping, scalar, textLike, within } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { themeMisfits } from './theme-misfits.ts';
import { readYaml } from './yaml-source.ts';

const WEIGHTS = ['regular', 'semibold', 'bold', 'extrabold'] as const;
const ALIGNS = ['left', 'center', 'right'] as const;

/** Sizes in points, lengths in mm: what a page of paper and a reader can do with. */
const STYLE = mapping({
  size: within(4, 144),
  leading: within(4, 200),
  weight: choice(...WEIGHTS),
  colour: scalar,
  indent: within(0, 60),
  hang: within(0, 60),
  before: within(0, 60),
  after: within(0, 60),
  align: choice(...ALIGNS),
});

type StyleShape = v.InferOutput<typeof STYLE>;

/** Typed by the names, so that a style the theme needs and this lacks does not compile. */
const STYLES = {
  partNumeral: STYLE,
  partTitle: STYLE,
  section: STYLE,
  heading: STYLE,
  item1: STYLE,
  item2: STYLE,
  item3: STYLE,
  item4: STYLE,
  remark: STYLE,
  paragraph: STYLE,
  caption: STYLE,
  unitLine: STYLE,
  table: STYLE,
  tableDense: STYLE,
  footnote: STYLE,
  runningHead: STYLE,
  pageNumber: STYLE,
  boxTitle: STYLE,
  boxItem: STYLE,
  chart: STYLE,
  coverSmall: STYLE,
  coverSlogan: STYLE,
  coverSeries: STYLE,
  coverTitle: STYLE,
  coverVision: STYLE,
  coverIssuer: STYLE,
  contentsTitle: STYLE,
  contents1: STYLE,
  contents2: STYLE,
  contents3: STYLE,
  banner: STYLE,
  sheetPurpose: STYLE,
  sheetTitle: STYLE,
  label: STYLE,
  visionLabel: STYLE,
  visionText: STYLE,
  visionTitle: STYLE,
  visionBox: STYLE,
  schedule: STYLE,
  colophon: STYLE,
  watermark: STYLE,
} satisfies Record<TextStyleName, typeof STYLE>;

/** A side of the paper in mm: from about a fourth of A4 to beyond A1. */
const SIDE = within(100, 1000);
/** The width of a rule in points; one of 0 would be as thin as the printer can (ISO 32000-1, 8.4.3.2). */
const RULE = within(0.05, 10);

const THEME_FILE = mapping({
  page: mapping({
    width: SIDE,
    height: SIDE,
    top: within(0, 300),
    bottom: within(0, 300),
    left: within(0, 300),
    right: within(0, 300),
    runningHead: within(0, 300),
    pageNumber: within(0, 300),
  }),
  letterSpacing: within(-0.1, 0.5),
  styles: mapping(STYLES),
  colours: entriesOf(
    mapping({
      rgb: textLike(/^#[0-9A-Fa-f]{6}$/, "따옴표로 묶은 '#RRGGBB'"),
      cmyk: v.pipe(
        list(within(0, 100)),
        v.check((inks) => inks.length === 4, '[C, M, Y, K]의 네 수, 0에서 100까지'),
      ),
    }),
  ),
  table: mapping({
    paddingX: within(0, 10),
    paddingY: within(0, 10),
    minRow: within(0, 40),
    outerRule: RULE,
    headRule: RULE,
    innerRule: RULE,
  }),
  footnote: mapping({ ruleWidth: RULE, ruleLength: within(0, 1000), gap: within(0, 30) }),
  part: mapping({
    band: within(0, 1000),
    numeralAt: within(0, 1000),
    titleAt: within(0, 1000),
    barWidth: within(0, 1000),
    barHeight: within(0, 30),
    textAt: within(0, 1000),
  }),
});

/** Reads the theme. Undefined when anything in it is wrong: a layout with a size that is no number would never end. */
export function readTheme({ file, text }: { readonly file: string; readonly text: string }): Outcome<Theme> {
  const faults = new Faults();
  const root = readYaml(file, text, faults);
  const theme = root && themeOf(root, faults);
  return { value: faults.count === 0 ? theme : undefined, diagnostics: faults.sorted() };
}

function themeOf(root: Mapping, faults: Faults): Theme | undefined {
  const file = readShape(root, THEME_FILE, faults);
  // What is at fault may be absent from the shape.
  if (file === undefined || faults.count > 0) return undefined;
  const colours = file.colours.map(({ key, value }) => [key.text, colourOf(value)] as const);
  const names = new Set(colours.map(([name]) => name));
  for (const name of LAYOUT_COLOURS) {
    if (names.has(name)) continue;
    const message = `필요한 키가 없습니다: ${name}`;
    faults.add({
      rule: 'missing-key',
      place: root.place,
      message,
      expected: `colours: 아래의 ${name}: { rgb: …, cmyk: … }`,
    });
  }
  for (const { colour } of Object.values(file.styles)) {
    if (!names.has(colour.text)) {
      faults.add({
        rule: 'unknown-id',
        place: colour.place,
        message: `없는 색입니다: ${colour.text}`,
        expected: didYouMean(colour.text, names, [...names].join(', ')),
      });
    }
  }
  const theme: Theme = {
    page: numbersOf(file.page),
    letterSpacing: Number(file.letterSpacing.text),
    styles: mapValues(file.styles, styleOf),
    colours: Object.fromEntries(colours),
    table: numbersOf(file.table),
    footnote: numbersOf(file.footnote),
    part: numbersOf(file.part),
  };
  for (const { at, message, expected } of themeMisfits(theme, {
    page: file.page,
    styles: file.styles,
    footnote: file.footnote,
    part: file.part,
  }))
    faults.add({ rule: 'wrong-type', place: at.place, message, expected });
  return theme;
}

function styleOf({ weight, colour, align, ...sizes }: StyleShape): TextStyle {
  return {
    ...numbersOf(sizes),
    weight: WEIGHTS.find((one) => one === weight.text) ?? 'regular',
    colour: colour.text,
    align: ALIGNS.find((one) => one === align.text) ?? 'left',
  };
}

function colourOf({ rgb, cmyk }: { readonly rgb: Scalar; readonly cmyk: readonly Scalar[] }): ThemeColour {
  const [cyan = 0, magenta = 0, yellow = 0, black = 0] = cmyk.map((ink) => Number(ink.text));
  return { rgb: rgb.text, cmyk: [cyan, magenta, yellow, black], place: rgb.place };
}

function numbersOf<Key extends string>(scalars: Readonly<Record<Key, Scalar>>): Record<Key, number> {
  return mapValues(scalars, (one) => Number(one.text));
}

function mapValues<Key extends string, From, To>(
  values: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Record<Key, To> {
  const changed = Object.entries<From>(values).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(changed) as Record<Key, To>;
}
