// Sections, heads and properties of a file for 한글 -> pages of another size or turn, other numbers, other heads, other words about the file.
import type { Document } from '../../document/document.ts';
import { plainText } from '../../document/inline.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import { pageZone } from '../../document/page-zone.ts';
import { textsOf } from '../../document/reading.ts';
import type { XmlNode } from '../xlsx/xml.ts';
import type { ExpectedBody } from './expected-body.ts';
import type { HwpxFinding } from './finding.ts';
import type { ReadPackage } from './read-package.ts';
import { child, number, type ReadBody, squeezed } from './read-text.ts';

const UNITS_PER_MM = 7200 / 25.4;
/** HWPUNIT by which a length may be rounded. */
const ROUNDING = 2;

export function* pageFaults(
  document: Document,
  layout: LayoutMap,
  expected: ExpectedBody,
  file: ReadPackage,
  body: ReadBody,
): Generator<HwpxFinding> {
  for (const what of sizeFaults(document, file)) yield { rule: 'page-box', what };
  for (const what of numberFaults(document, layout, expected, file, body))
    yield { rule: 'page-number', what };
  const heads = withoutRepeats(body.heads.map(({ text }) => text));
  if (heads.join('\n') !== withoutRepeats(expected.heads).join('\n'))
    yield { rule: 'head-not-in-file', what: `머리말이 다릅니다: ${heads.join(', ')}` };
  for (const [name, own, right] of propertiesOf(document, file))
    if (own !== right)
      yield { rule: 'file-property', what: `파일 속성 ${name} ‘${own}’. 바른 값: ‘${right}’` };
}

function withoutRepeats(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => word !== words[index - 1]);
}

function pageOf(section: XmlNode): XmlNode | undefined {
  const run = child(child(section, 'hp:p'), 'hp:run');
  return child(child(run, 'hp:secPr'), 'hp:pagePr');
}

/** The sizes and the margins of the theme; sizes are those of the upright page. */
function* sizeFaults({ theme: { page } }: Document, { sections }: ReadPackage): Generator<string> {
  const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)];
  for (const [index, section] of sections.entries()) {
    const own = pageOf(section);
    const margin = child(own, 'hp:margin');
    const of = (name: string) => number(margin, name);
    const pairs = [
      [number(own, 'width'), short],
      [number(own, 'height'), long],
      [of('left'), page.left],
      [of('right'), page.right],
      [of('top') + of('header'), page.top],
      [of('bottom') + of('footer'), page.bottom],
    ] as const;
    if (pairs.some(([units, mm]) => !(Math.abs(units - mm * UNITS_PER_MM) <= ROUNDING)))
      yield `구역 ${index + 1}: 쪽의 크기나 여백이 다릅니다.`;
  }
}

/** Sections are turned as the pages of their blocks are; those of the body, and no others, have numbers, and the first begins with the plan's. */
function* numberFaults(
  { theme: { page } }: Document,
  layout: LayoutMap,
  { paragraphs, begins: wanted }: ExpectedBody,
  { sections }: ReadPackage,
  body: ReadBody,
): Generator<string> {
  const inBody = new Set<number>();
  const outside = new Set<number>();
  const told = new Set<number>();
  for (const [index, { block }] of paragraphs.entries()) {
    const section = body.paragraphs[index]?.section ?? 0;
    if (block === undefined) continue;
    (pageZone(block) === 'body' ? inBody : outside).add(section);
    const at = layout.blocks.get(block.id)?.[0]?.page;
    const turned = at !== undefined && layout.turned[at] === true;
    const own = pageOf(sections[section] ?? { name: '', attributes: new Map(), children: [], text: '' });
    const isWide = own?.attributes.get('landscape') === 'NARROWLY';
    if (isWide !== (turned || page.width > page.height) && !told.has(section)) {
      told.add(section);
      yield `구역 ${section + 1}: 쪽의 방향이 다릅니다.`;
    }
  }
  const begins: string[] = [];
  for (const [index, section] of sections.entries()) {
    const controls = child(section, 'hp:p')?.children.flatMap((run) =>
      run.children.flatMap(({ name, children }) => (name === 'hp:ctrl' ? children : [])),
    );
    const isNumbered = controls?.some(
      ({ name, attributes }) => name === 'hp:pageNum' && attributes.get('pos') !== 'NONE',
    );
    if (inBody.has(index) && outside.has(index)) yield `구역 ${index + 1}: 본문과 본문 밖이 섞여 있습니다.`;
    else if ((isNumbered === true) !== inBody.has(index) && paragraphs.length > 0)
      yield `구역 ${index + 1}: 쪽 번호가 있거나 없습니다.`;
  }
  for (const { name, attributes } of body.nodes)
    if (name === 'hp:newNum') begins.push(attributes.get('num') ?? '');
  if (inBody.size > 0 && begins.join() !== wanted.join())
    yield `본문의 첫 쪽 번호가 ${begins.join() || '없음'}입니다. 바른 값: ${wanted.join()}`;
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
  const texts = squeezed(
    blocks
      .flatMap(textsOf)
      .map(({ inlines }) => plainText(inlines))
      .join(''),
  );
  const shown = squeezed(preview);
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
    ['PrvText', shown, texts.slice(0, shown.length)],
  ];
}
