// The header of a file for 한글 -> what each id of its lists looks like, one line each, and what of them is no look at all.
import type { XmlNode } from '../xlsx/xml.ts';
import { lettersLine, paragraphLine } from './canonical-looks.ts';
import { child, number } from './read-text.ts';

/** Lines by ids. */
export interface HeaderLooks {
  readonly letters: ReadonlyMap<string, string>;
  readonly paragraphs: ReadonlyMap<string, string>;
  readonly borders: ReadonlyMap<string, string>;
  readonly styles: readonly {
    readonly name: string;
    readonly english: string;
    readonly next: string;
    readonly letters: string;
    readonly paragraph: string;
  }[];
}

export function listOf(header: XmlNode, name: string): readonly XmlNode[] {
  return child(child(header, 'hh:refList'), name)?.children ?? [];
}

export function readLooks(header: XmlNode): HeaderLooks {
  const lines = (list: string, line: (node: XmlNode) => string) =>
    new Map(listOf(header, list).map((node) => [idOf(node), line(node)]));
  const borders = lines('hh:borderFills', borderOf);
  const tabs = lines('hh:tabProperties', tabOf);
  const letters = lines('hh:charProperties', lettersOf);
  const paragraphs = lines('hh:paraProperties', (node) => paragraphOf(node, borders, tabs));
  const styles = listOf(header, 'hh:styles').map(({ attributes }) => {
    const of = (name: string) => attributes.get(name) ?? '';
    return {
      ...{ name: of('name'), english: of('engName'), next: of('nextStyleIDRef') },
      letters: letters.get(of('charPrIDRef')) ?? '',
      paragraph: paragraphs.get(of('paraPrIDRef')) ?? '',
    };
  });
  return { letters, paragraphs, borders, styles };
}

function idOf({ attributes }: XmlNode): string {
  return attributes.get('id') ?? '';
}

/** The one value of all languages, or none. */
function forAll(node: XmlNode | undefined): number {
  const [first, ...others] = new Set(node?.attributes.values());
  return others.length === 0 ? Number(first) : Number.NaN;
}

function lettersOf(node: XmlNode): string {
  const colour = node.attributes.get('textColor') ?? '';
  const underline = child(node, 'hh:underline')?.attributes;
  const line = lettersLine({
    size: number(node, 'height') / 100,
    bold: child(node, 'hh:bold') !== undefined,
    colour,
    shade: node.attributes.get('shadeColor') ?? '',
    spacing: forAll(child(node, 'hh:spacing')),
    raised: child(node, 'hh:supscript') !== undefined,
    underlined: underline?.get('type') === 'BOTTOM',
  });
  return underline?.get('color') === colour ? line : `${line} ?`;
}

function borderOf(node: XmlNode): string {
  const side = (name: string) => {
    const { type, width, color } = Object.fromEntries(child(node, name)?.attributes ?? []);
    return type === 'NONE' ? 'NONE' : `${type} ${width} ${color}`;
  };
  const fill = child(child(node, 'hc:fillBrush'), 'hc:winBrush')?.attributes.get('faceColor');
  const sides = ['hh:leftBorder', 'hh:rightBorder', 'hh:topBorder', 'hh:bottomBorder'].map(side);
  return [...sides, fill ?? 'none'].join(', ');
}

/** What those that know the unit read, and the others: twice as much. */
function casesOf(node: XmlNode): readonly [XmlNode | undefined, XmlNode | undefined] {
  const own = child(node, 'hp:switch');
  return [child(own, 'hp:case'), child(own, 'hp:default')];
}

function tabOf(node: XmlNode): string {
  const [own, other] = casesOf(node).map((one) => child(one, 'hh:tabItem'));
  if (own === undefined) return '';
  const leader = own.attributes.get('leader');
  const doubled =
    number(other, 'pos') === 2 * number(own, 'pos') && other?.attributes.get('leader') === leader;
  return `${number(own, 'pos')}${leader === 'DOT' ? '…' : ''}${doubled ? '' : ' ?'}`;
}

const SIDES = ['intent', 'left', 'right', 'prev', 'next'] as const;

function paragraphOf(
  node: XmlNode,
  borders: ReadonlyMap<string, string>,
  tabs: ReadonlyMap<string, string>,
): string {
  const [own, other] = casesOf(node);
  const lengths = (one: XmlNode | undefined) =>
    SIDES.map((name) => number(child(child(one, 'hh:margin'), `hc:${name}`), 'value'));
  const line = (one: XmlNode | undefined) => number(child(one, 'hh:lineSpacing'), 'value');
  const [intent = 0, left = 0, right = 0, before = 0, after = 0] = lengths(own);
  const doubled =
    lengths(own)
      .map((one) => 2 * one)
      .join() === lengths(other).join() && line(own) === line(other);
  const heading = child(node, 'hh:heading')?.attributes;
  const isHeading = heading?.get('type') === 'OUTLINE';
  const border = child(node, 'hh:border');
  const [align, keep] = [child(node, 'hh:align'), child(node, 'hh:breakSetting')].map(
    (one) => one?.attributes,
  );
  // Numbers stand in the line as they are; borders and tabs are those of other lists.
  const plain = paragraphLine({
    align: 'left',
    ...{ left, hang: -intent, right, before, after, line: line(own) },
    keepWithNext: keep?.get('keepWithNext') === '1',
    ...(isHeading && { outline: Number(heading.get('level')) }),
    inset: { top: number(border, 'offsetTop'), bottom: number(border, 'offsetBottom') },
  }).split('|');
  plain[0] = align?.get('horizontal')?.toLowerCase() ?? '';
  plain[9] = borders.get(border?.attributes.get('borderFillIDRef') ?? '') ?? '';
  plain[12] = tabs.get(node.attributes.get('tabPrIDRef') ?? '') ?? '';
  const isSound =
    doubled && (heading?.get('idRef') === '1') === isHeading && (isHeading || heading?.get('level') === '0');
  return `${plain.join('|')}${isSound ? '' : ' ?'}`;
}
