// templates/theme.yaml -> the look of the publication.
import * as v from 'valibot';
import type { Outcome } from '../diagnostic.ts';
import type { TextStyle, TextStyleName, Theme, ThemeColour } from '../document/theme.ts';
import { didYouMean, Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { choice, entriesOf, list, mapping, number, scalar, textLike } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { readYaml } from './yaml-source.ts';

const WEIGHTS = ['regular', 'semibold', 'bold', 'extrabold'] as const;
const ALIGNS = ['left', 'center', 'right'] as const;

const STYLE = mapping({
  size: number,
  leading: number,
  weight: choice(...WEIGHTS),
  colour: scalar,
  indent: number,
  hang: number,
  before: number,
  after: number,
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

const THEME_FILE = mapping({
  page: numbers('width', 'height', 'top', 'bottom', 'left', 'right', 'runningHead', 'pageNumber'),
  letterSpacing: number,
  styles: mapping(STYLES),
  colours: entriesOf(
    mapping({
      rgb: textLike(/^#[0-9A-Fa-f]{6}$/, "따옴표로 묶은 '#RRGGBB'"),
      cmyk: v.pipe(
        list(number),
        v.check((inks) => inks.length === 4, '[C, M, Y, K]의 네 수, 0에서 100까지'),
      ),
    }),
    scalar,
  ),
  table: numbers('paddingX', 'paddingY', 'minRow', 'outerRule', 'headRule', 'innerRule'),
  footnote: numbers('ruleWidth', 'ruleLength', 'gap'),
  part: numbers('band', 'numeralAt', 'titleAt', 'barWidth', 'barHeight', 'textAt'),
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
  return {
    page: numbersOf(file.page),
    letterSpacing: Number(file.letterSpacing.text),
    styles: mapValues(file.styles, styleOf),
    colours: Object.fromEntries(colours),
    table: numbersOf(file.table),
    footnote: numbersOf(file.footnote),
    part: numbersOf(file.part),
  };
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
  return { rgb: rgb.text, cmyk: [cyan, magenta, yellow, black] };
}

/** A mapping of these keys to numbers. */
function numbers<const Key extends string>(...keys: readonly Key[]) {
  return mapping(Object.fromEntries(keys.map((key) => [key, number])) as Record<Key, typeof number>);
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
