// The parts of styles and strings -> how each style shows a cell, and each text with the faces of its stretches.
import type { XmlNode } from './xml.ts';

/** A cell's look in words, which say all of it; empty for the look of a cell that has none. */
export interface ReadStyle {
  readonly look: string;
  /** The code of its number format. */
  readonly format: string;
  /** The face of its text. */
  readonly face: string;
}

export interface ReadText {
  readonly text: string;
  /** The faces of its stretches, where it has its own. */
  readonly stretches: readonly { readonly text: string; readonly face: string }[] | undefined;
}

/** What the words are made of: a face as `faceText` says it, a fill, rules as `thin FF808080`, colours as eight digits. */
interface LookParts {
  readonly face: string;
  readonly align: string;
  readonly indent: number;
  readonly wrap: boolean;
  readonly fill: string | undefined;
  /** Left, right, top, bottom. */
  readonly rules: readonly (string | undefined)[];
  readonly format: string;
}

export function lookText({ face, align, indent, wrap, fill, rules, format }: LookParts): string {
  const lines = rules.map((rule) => rule ?? '없음').join('/');
  return `글자 ${face}, 맞춤 ${align} ${indent}, 줄 바꿈 ${wrap ? '함' : '안 함'}, 바탕 ${fill ?? '없음'}, 선 ${lines}, 형식 ${format}`;
}

export function faceText(size: number, colour: string, ...marks: readonly string[]): string {
  return [`${size}포인트`, colour, ...marks].join(' ');
}

/** Number formats that are not written out (18.8.30), as far as this program uses them. */
const BUILT_IN = new Map([
  ['0', 'General'],
  ['1', '0'],
  ['2', '0.00'],
  ['3', '#,##0'],
  ['4', '#,##0.00'],
  ['9', '0%'],
  ['10', '0.00%'],
  ['49', '@'],
]);

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

function listed(root: XmlNode, name: string): readonly XmlNode[] {
  return child(root, name)?.children ?? [];
}

function attributeOf(node: XmlNode | undefined, name: string): string {
  return node?.attributes.get(name) ?? '';
}

/** Whether the first font of xl/styles.xml, by whose digits columns are measured (18.3.1.13), is the library's own. */
export function isUsualFont(root: XmlNode): boolean {
  const [font] = listed(root, 'fonts');
  const theme = attributeOf(child(font, 'color'), 'theme');
  return font !== undefined && theme === '1' && readFace(font) === faceText(11, '', 'Calibri');
}

/** Of xl/styles.xml, by the number that cells give. */
export function readStyles(root: XmlNode): readonly ReadStyle[] {
  const formats = new Map(BUILT_IN);
  for (const node of listed(root, 'numFmts'))
    formats.set(attributeOf(node, 'numFmtId'), attributeOf(node, 'formatCode'));
  const [fonts, fills, borders] = ['fonts', 'fills', 'borders'].map((name) => listed(root, name));
  const faces = fonts?.map(readFace) ?? [];
  return listed(root, 'cellXfs').map((xf): ReadStyle => {
    const at = (name: string) => Number(attributeOf(xf, name));
    const format = formats.get(attributeOf(xf, 'numFmtId')) ?? '';
    const face = faces[at('fontId')] ?? '';
    const pattern = child(fills?.[at('fillId')], 'patternFill');
    const alignment = child(xf, 'alignment');
    // Only a style of its own is aligned.
    if (alignment === undefined && at('fontId') + at('fillId') + at('borderId') === 0 && format === 'General')
      return { look: '', format, face };
    const border = borders?.[at('borderId')];
    const look = lookText({
      face,
      align: attributeOf(alignment, 'horizontal'),
      indent: Number(attributeOf(alignment, 'indent')),
      wrap: attributeOf(alignment, 'wrapText') === '1',
      fill:
        attributeOf(pattern, 'patternType') === 'none'
          ? undefined
          : `${attributeOf(pattern, 'patternType')} ${attributeOf(child(pattern, 'fgColor'), 'rgb')}`,
      rules: ['left', 'right', 'top', 'bottom'].map((side) => readRule(child(border, side))),
      format,
    });
    return { look, format, face };
  });
}

function readRule(side: XmlNode | undefined): string | undefined {
  const style = side?.attributes.get('style');
  return style === undefined ? undefined : `${style} ${attributeOf(child(side, 'color'), 'rgb')}`;
}

/** Of a font, or of a stretch's own. */
function readFace(font: XmlNode): string {
  const marks = font.children.flatMap(({ name, attributes }) =>
    name === 'b' || name === 'u' ? [name] : name === 'vertAlign' ? [attributes.get('val') ?? ''] : [],
  );
  const name = attributeOf(child(font, 'name') ?? child(font, 'rFont'), 'val');
  const colour = attributeOf(child(font, 'color'), 'rgb');
  const size = Number(attributeOf(child(font, 'sz'), 'val'));
  return faceText(size, colour, ...marks, ...(name === '맑은 고딕' ? [] : [name]));
}

/** Of xl/sharedStrings.xml, by the number that cells give. */
export function readTexts(root: XmlNode): readonly ReadText[] {
  return root.children.map(({ children }) => {
    const stretches = children
      .filter(({ name }) => name === 'r')
      .map((run) => {
        const face = child(run, 'rPr');
        return { text: characters(child(run, 't')), face: face === undefined ? '' : readFace(face) };
      });
    if (stretches.length > 0) return { text: stretches.map(({ text }) => text).join(''), stretches };
    return { text: characters(children[0]), stretches: undefined };
  });
}

/** What looks like an escaped character is written with its first one escaped (22.9.2.19). */
function characters(node: XmlNode | undefined): string {
  return (node?.text ?? '').replaceAll(/_x005F_(?=x[0-9A-Fa-f]{4}_)/g, '_');
}
