// A document, its layout and the bytes of its file for 한글 -> proof that all of it stands there, and nothing else.
import type { Diagnostic } from '../../diagnostic.ts';
import type { Document } from '../../document/document.ts';
import type { HwpxMap } from '../../document/hwpx-map.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import { withParts } from '../../document/table-part.ts';
import { shown } from '../pdf-fault.ts';
import { type ExpectedBody, type ExpectedParagraph, expectedBody } from './expected-body.ts';
import type { HwpxFinding } from './finding.ts';
import { lookFaults } from './prove-looks.ts';
import { pageFaults } from './prove-pages.ts';
import { pictureLookFaults } from './prove-pictures.ts';
import { tableContentFaults } from './prove-tables.ts';
import { readLooks } from './read-looks.ts';
import { HwpxFault, type ReadPackage, readPackage } from './read-package.ts';
import { type ReadBody, type ReadParagraph, readBody } from './read-text.ts';
import { outlineOf, referenceFaults } from './references.ts';
import { unseenFaults } from './unseen.ts';

/** What one kind of fault is told of at most. */
const MOST_TOLD = 20;
/** How far ahead a text is looked for that was moved by one that is missing or more. */
const AHEAD = 50;

/** A file for 한글 with what it was written from. */
interface HwpxFile {
  /** For messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly layout: LayoutMap;
  readonly map: HwpxMap;
}

export function proveHwpx(whole: Document, { name, bytes, layout, map }: HwpxFile): readonly Diagnostic[] {
  const tell = ({ rule, what, place }: HwpxFinding): Diagnostic => ({
    rule,
    severity: 'error',
    message: `${name}: ${what}`,
    place: place ?? { file: name, line: 1, column: 1 },
  });
  let file: ReadPackage;
  try {
    file = readPackage(bytes);
  } catch (fault) {
    if (!(fault instanceof HwpxFault)) throw fault;
    return [tell({ rule: 'file-unreadable', what: `열 수 없습니다: ${fault.message}` })];
  }
  const body = readBody(file.sections);
  const document = withParts(whole, map.parts);
  const expected = expectedBody(document, layout, map);
  const looks = readLooks(file.header);
  const pairs: [ExpectedParagraph, ReadParagraph][] = [];
  const texts = [...textFaults(expected, body, pairs)];
  const groups: readonly Iterable<HwpxFinding>[] = [
    file.foreign.map(({ part, what }) => ({
      rule: 'file-foreign',
      what: `이 프로그램이 쓰지 않는 것이 들어 있습니다: ${part} ${what}`,
    })),
    findings('hwpx-reference', referenceFaults(file, body)),
    partFaults(whole, map),
    texts,
    noteFaults(expected, body),
    headingFaults(expected, body, file),
    linkFaults(expected, body),
    pictureFaults(expected, body),
    tableContentFaults(document, expected, looks, body),
    pageFaults(document, layout, expected, file, body, looks),
    lookFaults(document, map, expected, pairs, file, body, looks),
    pictureLookFaults(map, file, body),
    unseenFaults(looks, body),
  ];
  return groups.flatMap((group) => [...group].slice(0, MOST_TOLD).map(tell));
}

/** Parts of a table show each of its columns, and the heads of its rows each time. */
function* partFaults({ blocks }: Document, { parts }: HwpxMap): Generator<HwpxFinding> {
  for (const block of blocks) {
    const own = block.kind === 'table' ? parts.get(block.id) : undefined;
    if (block.kind !== 'table' || own === undefined) continue;
    const heads = Array.from({ length: own[0]?.heads ?? 0 }, (_, index) => index);
    const shown = [...heads, ...own.flatMap(({ columns }) => columns.slice(heads.length))];
    const isHeaded = own.every(
      ({ columns, heads: count }) =>
        columns.slice(0, count).join() === heads.join() && columns.length > count,
    );
    if (!isHeaded || shown.join() !== [...block.widths.keys()].join())
      yield {
        rule: 'cell-not-in-file',
        what: `표 ‘${block.id}’의 나뉜 열이 다릅니다.`,
        place: block.caption?.place,
      };
  }
}

function* findings(rule: string, faults: Iterable<string>): Generator<HwpxFinding> {
  for (const what of faults) yield { rule, what };
}

/** Paragraph by paragraph, in reading order. `pairs`: those that say the same, for who looks at them. */
function* textFaults(
  { paragraphs }: ExpectedBody,
  body: ReadBody,
  pairs: [ExpectedParagraph, ReadParagraph][],
): Generator<HwpxFinding> {
  const found = body.paragraphs;
  let at = 0;
  for (let index = 0; index < paragraphs.length; index++) {
    const wanted = paragraphs[index];
    const own = found[at];
    if (wanted === undefined || wanted.words === own?.text) {
      if (wanted !== undefined && own !== undefined) pairs.push([wanted, own]);
      at++;
      continue;
    }
    const later = found.slice(at, at + AHEAD).findIndex(({ text }) => text === wanted.words);
    if (later > 0) {
      for (const { text } of found.slice(at, at + later)) yield foreignText(text);
      at += later + 1;
      continue;
    }
    const next = paragraphs.slice(index + 1, index + AHEAD).some(({ words }) => words === found[at]?.text);
    const instead = next || found[at] === undefined ? '' : ` (있는 글: ‘${shown(found[at]?.text ?? '')}’)`;
    yield {
      rule: 'text-not-in-file',
      what: `글이 없거나 달라졌습니다: ‘${shown(wanted.words)}’${instead}`,
      place: wanted.place,
    };
    if (!next) at++;
  }
  for (const { text } of found.slice(at)) yield foreignText(text);
}

function foreignText(text: string): HwpxFinding {
  return { rule: 'text-foreign', what: `자료에 없는 글이 있습니다: ‘${shown(text)}’` };
}

/** A program counts notes by their places: they stand in the order of their numbers. */
function* noteFaults({ notes }: ExpectedBody, body: ReadBody): Generator<HwpxFinding> {
  for (const [index, { number, words, place }] of notes.entries()) {
    const found = body.notes[index];
    if (found?.number === String(number) && found.text === words) continue;
    const instead = found === undefined ? '없음' : `‘${shown(found.text)}’`;
    yield { rule: 'note-not-in-file', what: `각주 ${number} ‘${shown(words)}’의 자리에 ${instead}`, place };
  }
  if (body.notes.length > notes.length)
    yield { rule: 'note-not-in-file', what: `각주가 ${body.notes.length - notes.length}개 더 있습니다.` };
}

/** Levels of the outline; none in cells. */
function* headingFaults(
  { paragraphs }: ExpectedBody,
  body: ReadBody,
  { header }: ReadPackage,
): Generator<HwpxFinding> {
  const outline = outlineOf(header);
  const found = body.paragraphs.flatMap(({ node, text }) => {
    const level = outline.get(node.attributes.get('paraPrIDRef') ?? '');
    return level === undefined ? [] : [`${level + 1} ${text}`];
  });
  const wanted = paragraphs.flatMap(({ words, depth, place }) =>
    depth === undefined ? [] : [{ text: `${depth} ${words}`, place }],
  );
  for (const [index, { text, place }] of wanted.entries())
    if (found[index] !== text) {
      yield { rule: 'heading-not-in-file', what: `제목의 개요 수준이 다릅니다: ‘${shown(text)}’`, place };
      return;
    }
  if (found.length > wanted.length)
    yield {
      rule: 'heading-not-in-file',
      what: `제목이 아닌 글에 개요 수준이 있습니다: ‘${shown(found[wanted.length] ?? '')}’`,
    };
}

/** Each entry of the contents leads to its own heading. */
function* linkFaults({ links }: ExpectedBody, { nodes, paragraphs }: ReadBody): Generator<HwpxFinding> {
  const words = new Map(paragraphs.map(({ node, text }) => [node.attributes.get('id') ?? '', text]));
  const found = nodes.flatMap(({ name, attributes, text }) =>
    name === 'hp:stringParam' && attributes.get('name') === 'Command'
      ? [words.get(/^\?#(\d+);/.exec(text)?.[1] ?? '') ?? '']
      : [],
  );
  const index = links.findIndex((link, at) => link !== found[at]);
  const at = index < 0 && found.length > links.length ? links.length : index;
  if (at >= 0)
    yield {
      rule: 'hwpx-reference',
      what: `차례가 ‘${shown(links[at] ?? '없음')}’이 아니라 ‘${shown(found[at] ?? '없음')}’으로 이어집니다.`,
    };
}

function* pictureFaults({ pictures }: ExpectedBody, body: ReadBody): Generator<HwpxFinding> {
  const found = body.pictures.map(
    ({ children }) => children.find(({ name }) => name === 'hp:shapeComment')?.text,
  );
  for (let index = 0; index < Math.max(pictures.length, found.length); index++)
    if (pictures[index] !== found[index])
      yield {
        rule: 'picture-not-in-file',
        what: `그림의 설명이 없거나 달라졌습니다: ‘${shown(pictures[index] ?? '없음')}’ (있는 것: ‘${shown(found[index] ?? '없음')}’)`,
      };
}
