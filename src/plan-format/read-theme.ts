// templates/theme.yaml -> the look of the publication.
import type { Outcome } from '../diagnostic.ts';
import { LAYOUT_COLOURS, type TextStyle, type Theme, type ThemeColour } from '../document/theme.ts';
import type { Memo } from '../memo.ts';
import { didYouMean, Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { readShape } from './shape-fault.ts';
import { laterParts, turnedMargins } from './theme-later.ts';
import { themeMisfits } from './theme-misfits.ts';
import { ALIGNS, type StyleShape, THEME_FILE, WEIGHTS } from './theme-shape.ts';
import { readYaml, type YamlTree } from './yaml-source.ts';

/** Reads the theme. Undefined when anything in it is wrong: a layout with a size that is no number would never end. */
export function readTheme(
  { file, text }: { readonly file: string; readonly text: string },
  trees?: Memo<YamlTree>,
): Outcome<Theme> {
  const faults = new Faults();
  const root = readYaml(file, text, faults, trees);
  const theme = root && themeOf(root, faults);
  return { value: faults.count === 0 ? theme : undefined, diagnostics: faults.sorted() };
}

function themeOf(root: Mapping, faults: Faults): Theme | undefined {
  const file = readShape(root, THEME_FILE, faults);
  // What is at fault may be absent from the shape.
  if (file === undefined || faults.count > 0) return undefined;
  const typed = file.colours.map(({ key, value }) => [key.text, colourOf(value)] as const);
  // A theme of before has one pale colour for what is marked and for totals.
  const total = typed.find(([name]) => name === 'total')?.[1];
  const colours = new Map([...(total === undefined ? [] : [['warm', total] as const]), ...typed]);
  const names = new Set(colours.keys());
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
  const used = Object.values(file.styles).map(({ colour }) => colour);
  for (const colour of [...used, ...(file.strategies ?? [])]) {
    if (names.has(colour.text)) continue;
    faults.add({
      rule: 'unknown-id',
      place: colour.place,
      message: `없는 색입니다: ${colour.text}`,
      expected: didYouMean(colour.text, names, [...names].join(', ')),
    });
  }
  const { turned, ...page } = file.page;
  const theme: Theme = {
    page: { ...numbersOf(page), turned: turnedMargins(turned) },
    letterSpacing: Number(file.letterSpacing.text),
    styles: mapValues(file.styles, styleOf),
    colours: Object.fromEntries(colours),
    ...laterParts(file),
    table: numbersOf(file.table),
    footnote: numbersOf(file.footnote),
    part: numbersOf(file.part),
  };
  for (const { at, message, expected } of themeMisfits(theme, {
    page,
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
