// Files for 한글: as they were written they prove without a word; whatever is done to one is told.

import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/document.ts';
import { textsOf } from '../../src/document/reading.ts';
import { encodePng } from '../../src/picture/write-png.ts';
import { proveHwpx } from '../../src/proof/hwpx/prove-hwpx.ts';
import { writeHwpx } from '../../src/write/hwpx/write-hwpx.ts';
import { zipOf } from '../../src/zip/write-zip.ts';
import { bundledPlan } from '../commands/bundled-plan.ts';
import { someOf } from '../whole.ts';
import { everyKindWritten, type Written, written } from '../write/hwpx/written.ts';
import { cell, documentOf, header, rich, table } from '../write/pdf/documents.ts';
import { randomDraft } from '../write/pdf/random-author.ts';

const STORED = /^(?:mimetype|version\.xml|BinData\/.*)$/;

let file: Written;

beforeAll(async () => {
  file = await everyKindWritten();
}, 60_000);

const told = (bytes: Uint8Array) =>
  proveHwpx(file.document, { ...file, bytes, name: 'plan.hwpx' }).map(
    ({ rule, message }) => `${rule} ${message}`,
  );

type Parts = Map<string, Uint8Array>;

/** The file with its parts changed, packed as they have to be unless said otherwise. */
function harmed(change: (parts: Parts) => void, isStored = (name: string) => STORED.test(name)): Uint8Array {
  const parts: Parts = new Map(Object.entries(unzipSync(file.bytes)));
  change(parts);
  return zipOf(parts, '2023-03-31', { isStored });
}

/** With a few words behind the last record. */
function commented(bytes: Uint8Array): Uint8Array {
  const words = Buffer.from('hidden');
  const longer = Buffer.concat([bytes, words]);
  longer.writeUInt16LE(words.length, bytes.length - 2);
  return longer;
}

/** One change in the first part that has what is looked for. */
function edited(before: string | RegExp, after: string): Uint8Array {
  return harmed((parts) => {
    for (const [name, part] of parts) {
      if (!/\.(?:xml|hpf|txt)$/.test(name)) continue;
      const text = strFromU8(part);
      const changed = text.replace(before, after);
      if (changed !== text) return void parts.set(name, strToU8(changed));
    }
    throw new Error(`nothing was changed: ${before}`);
  });
}

/** Notes in the order in which they are referred to, as plans number them. */
function inOrder(blocks: readonly Block[], notes: Readonly<Record<string, string>>): Record<string, string> {
  const referred = blocks
    .flatMap(textsOf)
    .flatMap(({ inlines }) => inlines.flatMap((one) => (one.kind === 'note-reference' ? [one.note] : [])));
  return Object.fromEntries([...new Set(referred)].map((id) => [id, notes[id] ?? '']));
}

describe('without a word', () => {
  it('proves a block of every kind, in a review copy of an edition', () => {
    expect(told(file.bytes)).toEqual([]);
  });

  it('proves the bundled plan', { timeout: 60_000 }, async () => {
    const { document, pdf, sources } = await bundledPlan();
    const { layout } = pdf;
    const file = writeHwpx(document, layout, pdf.charts, sources.fonts);
    expect(proveHwpx(document, { ...file, layout, name: 'plan.hwpx' })).toEqual([]);
  });

  it('proves a table that is too wide as the parts that the page has', async () => {
    const columns = Array.from({ length: 20 }, (_, column) => column);
    const years = columns.slice(1).map((column) => header(column, `${2000 + column}년[^source]`));
    const figures = columns.slice(1).map((column) => cell(column, `${12_345_678 + column}`));
    const wide = table(
      'wide',
      1,
      [
        [header(0, '구분'), ...years],
        [cell(0, '청년'), ...figures],
      ],
      20,
    );
    const file = await written(documentOf([{ ...wide, caption: rich('< 넓은 표 >') }], { source: '출처' }));
    expect(proveHwpx(file.document, { ...file, name: 'plan.hwpx' })).toEqual([]);
    const [section = ''] = [...file.parts].flatMap(([name, xml]) => (name.includes('section') ? [xml] : []));
    expect(section.match(/<hp:tbl /g)?.length).toBeGreaterThan(1);
    expect(section.match(/>구분</g)?.length).toBe(section.match(/<hp:tbl /g)?.length);
    const [first, ...others] = file.map.parts.get('wide') ?? [];
    const parts = new Map([['wide', [{ columns: [0, 1], heads: 1 }, ...others]]]);
    expect(first?.columns.length).toBeGreaterThan(2);
    const rules = proveHwpx(file.document, { ...file, map: { ...file.map, parts }, name: 'x' }).map(
      ({ rule }) => rule,
    );
    expect(rules).toContain('cell-not-in-file');
  });

  it('proves documents by chance', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 0x7fffffff }), async (seed) => {
        const { blocks, notes } = randomDraft(seed, 6);
        const file = await written(documentOf(blocks, inOrder(blocks, notes)));
        expect(proveHwpx(file.document, { ...file, name: 'plan.hwpx' }), `seed ${seed}`).toEqual([]);
      }),
      { numRuns: Number(process.env.DOCUMENT_RUNS ?? 4), seed: 20261130, endOnFailure: true },
    );
  });
});

describe('is told:', () => {
  const FOREIGN = 'file-foreign';
  const REFERENCE = 'hwpx-reference';
  const TEXT = 'text-not-in-file';
  const NOTE = 'note-not-in-file';
  const CELL = 'cell-not-in-file';

  const HARMS: readonly [string, string, () => Uint8Array][] = [
    [
      'the type packed',
      FOREIGN,
      () =>
        harmed(
          () => {},
          (name) => STORED.test(name) && name !== 'mimetype',
        ),
    ],
    [
      'the version packed',
      FOREIGN,
      () =>
        harmed(
          () => {},
          (name) => STORED.test(name) && name !== 'version.xml',
        ),
    ],
    [
      'the type behind another part',
      FOREIGN,
      () =>
        harmed((parts) => {
          const type = parts.get('mimetype') ?? new Uint8Array();
          parts.delete('mimetype');
          parts.set('mimetype', type);
        }),
    ],
    ['a comment on its files', FOREIGN, () => commented(file.bytes)],
    ['a part more', FOREIGN, () => harmed((parts) => void parts.set('Scripts/run.js', strToU8('1')))],
    ['a part less', 'file-unreadable', () => harmed((parts) => void parts.delete('settings.xml'))],
    ['a control character', 'file-unreadable', () => edited('<hp:t>', '<hp:t>&#x1;')],
    ['a raw ampersand', 'file-unreadable', () => edited('재외동포', '& 재외동포')],
    [
      'letters of no look',
      REFERENCE,
      () => edited(/<hp:run charPrIDRef="\d+"/, '<hp:run charPrIDRef="9999"'),
    ],
    [
      'a cell without its border',
      REFERENCE,
      () => edited(/dirty="0" borderFillIDRef="\d+"/, 'dirty="0" borderFillIDRef="999"'),
    ],
    ['a cell over millions of places', REFERENCE, () => edited(/colSpan="\d+"/, 'colSpan="999999999"')],
    ['a table of millions of columns', REFERENCE, () => edited(/colCnt="\d+"/, 'colCnt="999999999"')],
    [
      'a text within texts, and on and on',
      'file-unreadable',
      () => edited('<hp:t>', `${'<hp:t>'.repeat(100_000)}${'</hp:t>'.repeat(100_000)}<hp:t>`),
    ],
    ['a paragraph of no style', REFERENCE, () => edited(/styleIDRef="\d+"/, 'styleIDRef="400"')],
    ['a list miscounted', REFERENCE, () => edited(/<hh:styles itemCnt="\d+"/, '<hh:styles itemCnt="3"')],
    [
      'two objects of one number',
      REFERENCE,
      () => edited(/<hp:tbl id="\d+"(.*?<hp:tbl id=")\d+"/, '<hp:tbl id="7"$17"'),
    ],
    ['a first border with rules', REFERENCE, () => edited('<hh:borderFill id="1"', '<hh:borderFill id="0"')],
    [
      'a margin outside its switch',
      FOREIGN,
      () => edited(/<hp:switch><hp:case [^>]*>(<hh:margin>.*?)<\/hp:case>.*?<\/hp:switch>/, '$1'),
    ],
    [
      'the cache of a layout',
      FOREIGN,
      () => edited('</hp:run></hp:p>', '</hp:run><hp:linesegarray/></hp:p>'),
    ],
    ['a field that 한글 does not know', FOREIGN, () => edited('type="CROSSREF"', 'type="TABLE_OF_CONTENTS"')],
    ['a field without an end', REFERENCE, () => edited(/<hp:ctrl><hp:fieldEnd [^>]*\/><\/hp:ctrl>/, '')],
    ['a reference that leads nowhere', REFERENCE, () => edited(/\?#\d+;5;/, '?#77;5;')],
    ['a drawn shape', FOREIGN, () => edited('<hp:t/>', '<hp:rect/><hp:t/>')],
    ['a table without its margin', FOREIGN, () => edited(/<hp:inMargin [^>]*\/><hp:tr>/, '<hp:tr>')],
    [
      'a note without its number',
      NOTE,
      () => edited(/<hp:ctrl><hp:autoNum .*?<\/hp:autoNum><\/hp:ctrl>/, '<hp:ctrl/>'),
    ],
    ['a note without its bracket', FOREIGN, () => edited(' suffixChar="41"', '')],
    ['a note out of order', NOTE, () => edited('<hp:footNote number="2"', '<hp:footNote number="3"')],
    ['another number before a note', NOTE, () => edited('<hp:autoNum num="2"', '<hp:autoNum num="1"')],
    ['a note that says something else', NOTE, () => edited('주민등록 기준', '주민등록 아님')],
    ['a note lost', NOTE, () => edited(/<hp:ctrl><hp:footNote number="3".*?<\/hp:footNote><\/hp:ctrl>/, '')],
    ['a word lost', TEXT, () => edited('인구는 늘고', '인구는')],
    [
      'a paragraph more',
      'text-foreign',
      () =>
        edited(
          /(<hp:p [^>]*><hp:run [^>]*><hp:t>【)/,
          '<hp:p id="0" paraPrIDRef="0" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0"><hp:run charPrIDRef="0"><hp:t>덧붙임</hp:t></hp:run></hp:p>$1',
        ),
    ],
    ['a marker lost', TEXT, () => edited('<hp:t>□</hp:t>', '<hp:t/>')],
    [
      'another page in the contents',
      TEXT,
      () => edited(/(<\/hp:ctrl><hp:t>)\d+(<\/hp:t><hp:ctrl>)/, '$199$2'),
    ],
    ['a digit changed', CELL, () => edited('1,234', '1,235')],
    [
      'the figure of another cell',
      CELL,
      () => edited('name="tables/people/2022/men"', 'name="tables/people/2022/women"'),
    ],
    ['a head cell that is none', CELL, () => edited(' header="1" ', ' header="0" ')],
    ['a head that is not repeated', CELL, () => edited('repeatHeader="1"', 'repeatHeader="0"')],
    [
      'a cell over its neighbour',
      REFERENCE,
      () => edited('<hp:cellSpan colSpan="2" rowSpan="1"/>', '<hp:cellSpan colSpan="3" rowSpan="1"/>'),
    ],
    ['a hole in a table', REFERENCE, () => edited(/<hp:tc .*?<\/hp:tc>/, '')],
    [
      'widths that do not add up',
      REFERENCE,
      () => edited(/(colSpan="2" rowSpan="1"\/><hp:cellSz width=")\d+/, '$11234'),
    ],
    ['a bar a month later', CELL, () => edited(/(준비.*?<hp:cellAddr colAddr=")1"/, '$12"')],
    ['the words of a diagram lost', CELL, () => edited('<hp:shapeComment>강점과 약점</hp:shapeComment>', '')],
    [
      'a heading that is text',
      'heading-not-in-file',
      () => edited(/type="OUTLINE" idRef="1" level="3"/g, 'type="NONE" idRef="0" level="0"'),
    ],
    [
      'a heading of another level',
      'heading-not-in-file',
      () => edited(/type="OUTLINE" idRef="1" level="1"/g, 'type="OUTLINE" idRef="1" level="2"'),
    ],
    ['other words for a picture', 'picture-not-in-file', () => edited('회색 네모', '파란 네모')],
    [
      'a picture with other pixels',
      'picture-looks',
      () =>
        harmed((parts) => {
          const size = { width: 4, height: 2, components: 3 } as const;
          parts.set('BinData/image1.png', encodePng(new Uint8Array(24), size));
        }),
    ],
    [
      'a control behind another',
      'page-control',
      () => edited(/(<hp:ctrl><hp:pageNum [^>]*\/>)/, '$1<hp:newNum num="9" numType="PAGE"/>'),
    ],
    [
      'a picture cut',
      'picture-looks',
      () => edited(/<hp:imgClip left="0" right="\d+"/, '<hp:imgClip left="0" right="75"'),
    ],
    ['a picture that is not shown', REFERENCE, () => edited(' isEmbeded="1"', '')],
    ['a picture lost', REFERENCE, () => harmed((parts) => void parts.delete('BinData/image2.png'))],
    ['other margins', 'page-box', () => edited(/(<hp:margin [^>]*left=")\d+"/, '$11234"')],
    ['a page turned', 'page-box', () => edited('landscape="NARROWLY"', 'landscape="WIDELY"')],
    ['another first page', 'page-control', () => edited('<hp:newNum num="3"', '<hp:newNum num="1"')],
    ['pages without numbers', 'page-control', () => edited(/<hp:ctrl><hp:pageNum [^>]*\/><\/hp:ctrl>/, '')],
    [
      'a review copy that does not say so',
      'page-control',
      () => edited(/<hp:t>\[검토본\] ?<\/hp:t>/, '<hp:t/>'),
    ],
    ['another title', 'file-property', () => edited('<opf:title>시험 문서', '<opf:title>다른 문서')],
    [
      'another preview',
      'file-property',
      () => harmed((parts) => void parts.set('Preview/PrvText.txt', strToU8('다른 글'))),
    ],
    [
      'an entry of the contents that leads to another heading',
      REFERENCE,
      () => edited(/\?#1000;5;/, '?#1001;5;'),
    ],
    [
      'white letters',
      'text-unseen',
      () => edited(/(<hh:charPr id="0" height="\d+" textColor=")#\w+/, '$1#FFFFFF'),
    ],
    ['letters too small', 'text-unseen', () => edited(/(<hh:charPr id="0" height=")\d+/, '$1100')],
  ];

  it.each(someOf(HARMS, 30))('%s', (_, rule, harm) => {
    expect(told(harm()).join('\n')).toMatch(new RegExp(`^${rule} plan\\.hwpx: \\S`, 'm'));
  });
});
