// Every reference of a file for 한글, and how its tables lie -> what leads nowhere, stands twice or does not tile.
import type { XmlNode } from '../xlsx/xml.ts';
import type { ReadPackage } from './read-package.ts';
import { child, number, type ReadBody, type ReadTable } from './read-text.ts';

/** Lists of the header: the first id of each, and the attributes by which others refer to its members. */
const LISTS = [
  ['hh:borderFills', 1, 'borderFillIDRef'],
  ['hh:charProperties', 0, 'charPrIDRef'],
  ['hh:tabProperties', 0, 'tabPrIDRef'],
  ['hh:paraProperties', 0, 'paraPrIDRef'],
  ['hh:styles', 0, 'styleIDRef'],
] as const;
const LANGUAGES = ['HANGUL', 'LATIN', 'HANJA', 'JAPANESE', 'OTHER', 'SYMBOL', 'USER'];
const FACES = ['0 맑은 고딕', '1 함초롬바탕'];
/** Of a heading without a look of its own letters. */
const NONE = '4294967295';

export function* referenceFaults(file: ReadPackage, body: ReadBody): Generator<string> {
  const lists = child(file.header, 'hh:refList');
  const nodes = [...descendants(file.header), ...body.nodes];
  for (const [name, first, reference] of LISTS) {
    const list = child(lists, name);
    const members = list?.children ?? [];
    const ids = new Set(members.map(({ attributes }) => attributes.get('id') ?? ''));
    if (members.some((one, index) => number(one, 'id') !== index + first))
      yield `${name}: 번호가 ${first}부터 차례로 이어지지 않음`;
    if (number(list, 'itemCnt') !== members.length) yield `${name}: 개수가 다름`;
    for (const { name: owner, attributes } of nodes) {
      const id = attributes.get(reference);
      if (id !== undefined && id !== NONE && !ids.has(id)) yield `<${owner}> ${reference}="${id}": 없는 모양`;
    }
  }
  if (number(file.header, 'secCnt') !== file.sections.length) yield '구역의 수가 다름';
  yield* faceFaults(file.header);
  yield* numberFaults(body);
  yield* fieldFaults(file, body);
  yield* manifestFaults(file, body);
  for (const table of body.tables) yield* tableFaults(table);
}

/** Both faces in their order, for every language; the levels of the outline from 1. */
function* faceFaults(header: XmlNode): Generator<string> {
  const lists = child(header, 'hh:refList');
  const faces = child(lists, 'hh:fontfaces')?.children ?? [];
  const said = faces.map(({ attributes, children }) =>
    [
      attributes.get('lang'),
      ...children.map((font) => `${font.attributes.get('id')} ${font.attributes.get('face')}`),
    ].join(),
  );
  if (said.join('\n') !== LANGUAGES.map((lang) => [lang, ...FACES].join()).join('\n'))
    yield '글꼴의 목록이 다름';
  const levels = child(child(lists, 'hh:numberings'), 'hh:numbering')?.children ?? [];
  if (levels.some((level, index) => number(level, 'level') !== index + 1)) yield '개요 번호의 수준이 다름';
}

function descendants(node: XmlNode): readonly XmlNode[] {
  return [node, ...node.children.flatMap(descendants)];
}

/** Numbers by which objects and paragraphs are told apart. */
function* numberFaults({ nodes }: ReadBody): Generator<string> {
  const seen = new Set<string>();
  for (const { name, attributes } of nodes) {
    const id = attributes.get(name === 'hp:footNote' ? 'instId' : 'id') ?? '';
    if (id === '' || id === '0') continue;
    if (seen.has(id)) yield `<${name}> 번호 ${id}: 두 번 쓰임`;
    seen.add(id);
  }
}

/** Each field ends, and each reference leads to a heading of the outline. */
function* fieldFaults({ header }: ReadPackage, { nodes }: ReadBody): Generator<string> {
  const idsOf = (wanted: string, key: string) =>
    nodes.flatMap(({ name, attributes }) => (name === wanted ? [attributes.get(key) ?? ''] : []));
  const [begun, ended] = [idsOf('hp:fieldBegin', 'id'), idsOf('hp:fieldEnd', 'beginIDRef')];
  if (begun.join() !== ended.join()) yield '끝나지 않았거나 시작하지 않은 필드가 있음';
  const outlined = outlineOf(header);
  const headings = new Set(
    nodes.flatMap(({ name, attributes }) =>
      name === 'hp:p' && outlined.has(attributes.get('paraPrIDRef') ?? '') ? [attributes.get('id')] : [],
    ),
  );
  const targets = new Set(['0']);
  for (const { name, attributes, text } of nodes) {
    if (name !== 'hp:stringParam' || !/^(?:Command|RefPath)$/.test(attributes.get('name') ?? '')) continue;
    const [, id] = /^\?#(\d+);/.exec(text) ?? [];
    if (id === undefined || !headings.has(id)) yield `차례가 가리키는 제목이 없음: ${text}`;
    targets.add(id ?? '');
  }
  for (const { name, attributes } of nodes)
    if (name === 'hp:p' && !targets.has(attributes.get('id') ?? ''))
      yield '아무도 가리키지 않는 문단에 번호가 있음';
}

/** The looks of paragraphs that are headings: their levels, from 0. */
export function outlineOf(header: XmlNode): ReadonlyMap<string, number> {
  const looks = child(child(header, 'hh:refList'), 'hh:paraProperties')?.children ?? [];
  return new Map(
    looks.flatMap((look) => {
      const heading = child(look, 'hh:heading');
      if (heading?.attributes.get('type') !== 'OUTLINE') return [];
      return [[look.attributes.get('id') ?? '', number(heading, 'level')] as const];
    }),
  );
}

/** The manifest lists what there is. */
function* manifestFaults(
  { contents, pictures, sections, types }: ReadPackage,
  body: ReadBody,
): Generator<string> {
  const items = child(contents, 'opf:manifest')?.children ?? [];
  const listed = items.map(({ attributes }) => attributes.get('id') ?? '');
  const own = ['header', 'settings', ...sections.map((_, index) => `section${index}`), ...pictures.keys()];
  if ([...listed].sort().join() !== own.sort().join()) yield '목록(manifest)이 들어 있는 것과 다름';
  for (const { attributes } of items) {
    const id = attributes.get('id') ?? '';
    if (pictures.has(id) !== (attributes.get('isEmbeded') === '1')) yield `목록의 ${id}: isEmbeded가 다름`;
    const own = [attributes.get('href'), attributes.get('media-type')];
    if (own.join() !== pathOf(id, types).join()) yield `목록의 ${id}: 다른 파일(${own.join(', ')})`;
  }
  const spine = child(contents, 'opf:spine')?.children.map(({ attributes }) => attributes.get('idref'));
  if (spine?.join() !== ['header', ...sections.map((_, index) => `section${index}`)].join())
    yield '차례(spine)가 다름';
  for (const picture of body.pictures) {
    const id = child(picture, 'hc:img')?.attributes.get('binaryItemIDRef') ?? '';
    if (!pictures.has(id)) yield `그림 ${id}: 파일이 없음`;
  }
}

/** Where the file of an item lies, and what it is. */
function pathOf(id: string, types: ReadPackage['types']): readonly [string, string] {
  const type = types.get(id);
  if (type !== undefined) return [`BinData/${id}.${type}`, `image/${type}`];
  return [id === 'settings' ? 'settings.xml' : `Contents/${id}.xml`, 'application/xml'];
}

/** Far above those of any table; a cell over millions of places would be looked at place by place. */
const MOST_COLUMNS = 1000;

/** Each place of the grid has one cell, and widths add up. */
function* tableFaults({ node, rows }: ReadTable): Generator<string> {
  const [height, width] = [number(node, 'rowCnt'), number(node, 'colCnt')];
  const called = `표 ${node.attributes.get('id')}`;
  if (rows.length !== height) yield `${called}: 행이 ${height}개가 아님`;
  else if (width > MOST_COLUMNS) yield `${called}: 열이 지나치게 많음`;
  if (rows.length !== height || width > MOST_COLUMNS) return;
  const taken = new Set<string>();
  const edges = new Map<number, number>([[0, 0]]);
  for (const [index, row] of rows.entries())
    for (const cell of row) {
      if (cell.row !== index) yield `${called}: 칸의 행 번호가 다름`;
      const [right, bottom] = [cell.column + cell.colSpan, cell.row + cell.rowSpan];
      for (let y = cell.row; y < bottom; y++)
        for (let x = cell.column; x < right; x++) {
          if (right > width || bottom > height || taken.has(`${x} ${y}`)) {
            yield `${called}: 겹치거나 벗어난 칸(${y + 1}행 ${x + 1}열)`;
            return;
          }
          taken.add(`${x} ${y}`);
        }
    }
  if (taken.size !== width * height) yield `${called}: 빈 자리가 있음`;
  // What one row says of a column's edge, the others say too.
  for (let known = 0; known !== edges.size; ) {
    known = edges.size;
    for (const { column, colSpan, width: own } of rows.flat()) {
      const from = edges.get(column);
      if (from === undefined) continue;
      const end = edges.get(column + colSpan);
      if (end === undefined) edges.set(column + colSpan, from + own);
      else if (end !== from + own) {
        yield `${called}: 칸의 너비가 서로 맞지 않음`;
        return;
      }
    }
  }
  if (edges.get(width) !== number(child(node, 'hp:sz'), 'width')) yield `${called}: 너비의 합이 다름`;
}
