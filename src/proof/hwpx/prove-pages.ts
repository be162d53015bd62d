// Sections, heads and properties of a file for 한글 -> pages of another size or turn, other numbers, other heads, other words about the file.
import type { Block, Document } from '../../document/document.ts';
import { plainText } from '../../document/inline.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import { textsOf } from '../../document/reading.ts';
import type { Theme } from '../../document/theme.ts';
import { shown } from '../pdf-fault.ts';
import type { XmlNode } from '../xlsx/xml.ts';
import { hexOf, lettersLine, ruleWidth, styleLook, units } from './canonical-looks.ts';
import type { ExpectedBody } from './expected-body.ts';
import { controlLine, expectedPages } from './expected-pages.ts';
import type { HwpxFinding } from './finding.ts';
import type { HeaderLooks } from './read-looks.ts';
import type { ReadPackage } from './read-package.ts';
import { child, number, type ReadBody } from './read-text.ts';

/** From the foot of the page to where its number may stand, in mm. */
const FOOT = 8;
/** Of its leading, how far a running head reaches above its baseline. */
const ABOVE = 0.7;
const MM = 25.4 / 72;
/** What viewers show before they open a file: so many characters. */
const PREVIEW = 1000;

export function* pageFaults(
  document: Document,
  layout: LayoutMap,
  expected: ExpectedBody,
  file: ReadPackage,
  body: ReadBody,
  looks: HeaderLooks,
): Generator<HwpxFinding> {
  const words = wordsByBlock(expected);
  const pages = expectedPages(document, layout, (block) => words.get(block) ?? '', expected.entries);
  for (const what of sizeFaults(document.theme, pages.sections, file, body)) yield { rule: 'page-box', what };
  const hosts = hostsOf(body);
  const found = body.controls
    .filter(({ node }) => node.name !== 'hp:footNote')
    .map(({ node, paragraph, section }) =>
      controlLine(section, said(node, body), hosts.get(paragraph) ?? ''),
    );
  yield* differences(
    'page-control',
    '쪽에 관한 것이 없거나 더 있거나 다른 자리에 있습니다',
    pages.controls,
    found,
  );
  const breaks = body.nodes
    .filter(({ name, attributes }) => name === 'hp:p' && attributes.get('pageBreak') === '1')
    .map((node) => `${sectionOf(file, node)} ${hosts.get(node) ?? ''}`);
  yield* differences('page-control', '새 쪽에서 시작하는 곳이 다릅니다', pages.breaks, breaks);
  const foot = lettersLine(styleLook(document.theme, document.theme.styles.pageNumber).letters);
  for (const { node, letters } of body.controls)
    if (node.attributes.get('pos') === 'BOTTOM_CENTER' && looks.letters.get(letters) !== foot)
      yield { rule: 'page-number', what: '쪽 번호의 글자가 다릅니다.' };
  for (const [name, own, right] of propertiesOf(document, file))
    if (own !== right)
      yield { rule: 'file-property', what: `파일 속성 ${name} ‘${own}’. 바른 값: ‘${right}’` };
}

/** The first of two lists that differ, where they do. */
function* differences(
  rule: string,
  what: string,
  wanted: readonly string[],
  found: readonly string[],
): Generator<HwpxFinding> {
  const index = wanted.findIndex((line, at) => line !== found[at]);
  const at = index < 0 && found.length > wanted.length ? wanted.length : index;
  if (at >= 0)
    yield {
      rule,
      what: `${what}: ‘${shown(found[at] ?? '없음')}’. 바른 것: ‘${shown(wanted[at] ?? '없음')}’`,
    };
}

/** What the first paragraph of each block says; an image without a caption says nothing there. */
function wordsByBlock({ paragraphs }: ExpectedBody): ReadonlyMap<Block, string> {
  const words = new Map<Block, string>();
  for (const { block, words: own } of paragraphs)
    if (block !== undefined && !words.has(block))
      words.set(block, block.kind === 'image' && block.caption === undefined ? '' : own);
  return words;
}

/** What the paragraphs at the top say, those that hold a table by its first text. */
function hostsOf({ paragraphs, holders, tables }: ReadBody): ReadonlyMap<XmlNode, string> {
  const first = new Map(
    tables.map(({ node, rows }) => [node, rows.flat().flatMap(({ texts }) => texts)[0] ?? '']),
  );
  return new Map([
    ...paragraphs.map(({ node, text }) => [node, text] as const),
    ...holders.map(({ node, table }) => [node, (table && first.get(table)) ?? ''] as const),
  ]);
}

function sectionOf({ sections }: ReadPackage, paragraph: XmlNode): number {
  return sections.findIndex(({ children }) => children.includes(paragraph));
}

function said(node: XmlNode, { heads }: ReadBody): string {
  const { name, attributes } = node;
  if (name === 'hp:pageNum') return `${name} ${attributes.get('pos')}`;
  if (name === 'hp:newNum') return `${name} ${attributes.get('num')}`;
  if (name === 'hp:pageHiding') return `${name} ${attributes.get('hidePageNum')}`;
  return name === 'hp:header' ? `${name} ${heads.find((head) => head.node === node)?.text ?? ''}` : name;
}

/** Sizes and margins are the theme's, sizes those of the upright page; each section says them once, where it begins. */
function* sizeFaults(
  theme: Theme,
  turned: readonly boolean[],
  { sections }: ReadPackage,
  { nodes }: ReadBody,
): Generator<string> {
  const { page, footnote, styles } = theme;
  const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)];
  const head = Math.min(page.runningHead - styles.runningHead.leading * MM * ABOVE, page.top);
  const foot = Math.min(FOOT, page.bottom);
  const line = [units(footnote.ruleLength), ruleWidth(footnote.ruleWidth), hexOf(theme, 'rule')];
  const margins = {
    ...{ left: units(page.left), right: units(page.right), top: units(head), bottom: units(foot) },
    ...{ header: units(page.top) - units(head), footer: units(page.bottom) - units(foot) },
  };
  if (nodes.filter(({ name }) => name === 'hp:secPr').length !== sections.length)
    yield '구역의 설정이 구역마다 하나가 아닙니다.';
  if (sections.length !== turned.length)
    yield `구역이 ${turned.length}개여야 하는데 ${sections.length}개입니다.`;
  for (const [index, section] of sections.entries()) {
    const own = child(child(child(section, 'hp:p'), 'hp:run'), 'hp:secPr');
    const size = child(own, 'hp:pagePr');
    const margin = child(size, 'hp:margin');
    const notes = ['hp:footNotePr', 'hp:endNotePr'].map((name) => child(own, name));
    const frames = own?.children.filter(({ name }) => name === 'hp:pageBorderFill');
    const isWide = turned[index] === true || page.width > page.height;
    const pairs = [
      [number(size, 'width'), units(short)],
      [number(size, 'height'), units(long)],
      ...Object.entries(margins).map(([name, length]) => [number(margin, name), length] as const),
      ...notes.flatMap((one) => {
        const [rule, gaps] = [child(one, 'hp:noteLine'), child(one, 'hp:noteSpacing')];
        return [
          [
            [number(rule, 'length'), ...['width', 'color'].map((name) => rule?.attributes.get(name))].join(),
            line.join(),
          ],
          [
            ['betweenNotes', 'belowLine', 'aboveLine'].map((name) => number(gaps, name)).join(),
            `0,${units(1)},${units(footnote.gap - 1)}`,
          ],
        ] as const;
      }),
      [frames?.map(({ attributes }) => attributes.get('type')).join(), 'BOTH,EVEN,ODD'],
    ] as const;
    if (pairs.some(([found, wanted]) => found !== wanted))
      yield `구역 ${index + 1}: 쪽의 크기, 여백이나 각주의 자리가 다릅니다.`;
    if ((size?.attributes.get('landscape') === 'NARROWLY') !== isWide)
      yield `구역 ${index + 1}: 쪽의 방향이 다릅니다.`;
  }
}

/** Name, what the file says, what it has to say. */
function propertiesOf(
  { title, issuer, language, issueDate, keywords = [], summary = '', blocks }: Document,
  { contents, preview }: ReadPackage,
): readonly (readonly [string, string, string])[] {
  const metadata = child(contents, 'opf:metadata');
  const meta = (name: string) =>
    metadata?.children.find(({ attributes }) => attributes.get('name') === name)?.text ?? '';
  const date = `${issueDate}T00:00:00Z`;
  const texts = blocks.flatMap(textsOf).map(({ inlines }) => plainText(inlines));
  return [
    ['title', child(metadata, 'opf:title')?.text ?? '', title],
    ['language', child(metadata, 'opf:language')?.text ?? '', language],
    ['creator', meta('creator'), issuer],
    ['lastsaveby', meta('lastsaveby'), issuer],
    ['subject', meta('subject'), summary],
    ['description', meta('description'), ''],
    ['keyword', meta('keyword'), keywords.join(', ')],
    ['CreatedDate', meta('CreatedDate'), date],
    ['ModifiedDate', meta('ModifiedDate'), date],
    ['PrvText', preview, [...texts.join('\r\n')].slice(0, PREVIEW).join('')],
  ];
}
