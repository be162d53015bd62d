// A file with a block of every kind -> what 한글 asks of a file, fact by fact (shared knowledge of the format: package, header, sections, tables, pictures).
import { beforeAll, describe, expect, it } from 'vitest';
import { screenColour } from '../../../src/write/pdf/file/colours.ts';
import { fonts, theme } from '../pdf/documents.ts';
import { everyKindDocument, everyKindWritten, type Written, written } from './written.ts';

let file: Written;
let header: string;
let sections: readonly string[];
let whole: string;

beforeAll(async () => {
  file = await everyKindWritten();
  header = file.parts.get('Contents/header.xml') ?? '';
  sections = [...file.parts].filter(([name]) => name.startsWith('Contents/section')).map(([, xml]) => xml);
  whole = sections.join('');
}, 60_000);

/** Each occurrence of an element's opening tag. */
const openings = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<${name}[ />][^>]*`, 'g')) ?? [];
const attribute = (opening: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(opening)?.[1] ?? '';
const childrenOf = (xml: string): readonly string[] => {
  const names: string[] = [];
  let depth = 0;
  for (const [, end, name, closed] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (end === '/') depth--;
    else {
      if (depth === 1 && name !== undefined) names.push(name);
      if (closed !== '/') depth++;
    }
  }
  return names;
};
const element = (xml: string, name: string): string =>
  new RegExp(`<${name}[ >].*?</${name}>`).exec(xml)?.[0] ?? '';
/** How the parts lie in the archive: name and method, in order. */
function entriesOf(bytes: Uint8Array): readonly (readonly [string, number])[] {
  const archive = Buffer.from(bytes);
  const entries: [string, number][] = [];
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size, length] = [
      archive.readUInt16LE(at + 8),
      archive.readUInt32LE(at + 18),
      archive.readUInt16LE(at + 26),
    ];
    entries.push([archive.toString('utf8', at + 30, at + 30 + length), method]);
    at += 30 + length + archive.readUInt16LE(at + 28) + size;
  }
  return entries;
}

describe('the package', () => {
  it('begins with its type, which is stored as it is, and so are the version and pictures', () => {
    const entries = entriesOf(file.bytes);
    expect(entries[0]).toEqual(['mimetype', 0]);
    expect(file.parts.get('mimetype')).toBe('application/hwp+zip');
    for (const [name, method] of entries)
      expect(method, name).toBe(/^(?:mimetype|version\.xml|BinData\/.*)$/.test(name) ? 0 : 8);
  });

  it('lists its parts under the namespace with a slash, pictures as embedded with ids that end in their number', () => {
    const contents = file.parts.get('Contents/content.hpf') ?? '';
    expect(contents).toContain('xmlns:opf="http://www.idpf.org/2007/opf/"');
    const items = openings(contents, 'opf:item').map((one) => [attribute(one, 'id'), attribute(one, 'href')]);
    expect(items.map(([, href]) => href).sort()).toEqual(
      [...file.parts.keys()]
        .filter((name) => /^(?:BinData|Contents\/(?!content)|settings)/.test(name))
        .sort(),
    );
    const pictures = openings(contents, 'opf:item').filter((one) => one.includes('image/png'));
    expect(pictures).toHaveLength(2);
    for (const one of pictures) {
      expect(one).toContain('isEmbeded="1"');
      expect(attribute(one, 'id')).toMatch(/^image\d+$/);
    }
    expect(openings(contents, 'opf:itemref').map((one) => attribute(one, 'idref'))).toEqual([
      'header',
      ...sections.map((_, index) => `section${index}`),
    ]);
    expect(attribute(header, 'secCnt')).toBe(String(sections.length));
    expect(contents).toContain('>일자리, 청년 &amp; 여성<');
  });

  it('is spelt as 한글 spells it, with no blank between elements and no layout cache', () => {
    expect(file.parts.get('version.xml')).toContain(' tagetApplication="WORDPROCESSOR"');
    expect(header).toContain('<hh:trackchageConfig');
    for (const [name, xml] of file.parts)
      if (/\.(?:xml|hpf)$/.test(name)) {
        expect(xml, name).toMatch(/^<\?xml version="1\.0" encoding="UTF-8" standalone="yes" \?></);
        expect(xml.replaceAll(/<hp:t>[^<]*<\/hp:t>/g, ''), name).not.toMatch(/>\s+</);
      }
    expect(whole).not.toContain('linesegarray');
    expect(header.match(/xmlns:\w+=/g)).toHaveLength(15);
  });

  it('is the same, byte for byte, each time', async () => {
    const again = await written(everyKindDocument());
    expect(Buffer.from(again.bytes).equals(Buffer.from(file.bytes))).toBe(true);
  });
});

describe('the header', () => {
  it('has its lists in order, counted, borders from 1 and all else from 0', () => {
    const lists = element(header, 'hh:refList');
    expect(childrenOf(lists)).toEqual([
      'hh:fontfaces',
      'hh:borderFills',
      'hh:charProperties',
      'hh:tabProperties',
      'hh:numberings',
      'hh:paraProperties',
      'hh:styles',
    ]);
    for (const [list, member, first] of [
      ['hh:borderFills', 'hh:borderFill', 1],
      ['hh:charProperties', 'hh:charPr', 0],
      ['hh:tabProperties', 'hh:tabPr', 0],
      ['hh:numberings', 'hh:numbering', 1],
      ['hh:paraProperties', 'hh:paraPr', 0],
      ['hh:styles', 'hh:style', 0],
    ] as const) {
      const xml = element(lists, list);
      const ids = openings(xml, member).map((one) => Number(attribute(one, 'id')));
      expect(ids).toEqual(ids.map((_, index) => index + first));
      expect(Number(attribute(xml, 'itemCnt'))).toBe(ids.length);
    }
  });

  it('draws no rule around runs, paragraphs and pages', () => {
    const [pages, runs] = header.match(/<hh:borderFill .*?<\/hh:borderFill>/g) ?? [];
    for (const one of [pages, runs]) expect(one?.match(/Border type="NONE"/g)).toHaveLength(4);
    expect(pages).not.toContain('winBrush');
    expect(runs).toContain('<hc:winBrush faceColor="none"');
    expect(openings(header, 'hh:charPr').every((one) => attribute(one, 'borderFillIDRef') === '2')).toBe(
      true,
    );
    for (const width of header.match(/Border type="[^"]*" width="([^"]*)"/g) ?? [])
      expect(width).toMatch(/width="\d(?:\.\d+)? mm"/);
  });

  it('names the styles in Korean, the first of them 바탕글', () => {
    const names = openings(header, 'hh:style').map((one) => attribute(one, 'name'));
    expect(names[0]).toBe('바탕글');
    expect(names).toEqual(
      expect.arrayContaining(['각주', '○ 항목', '표 글', '과제 제목', '차례 1', '머리말']),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('tells every length of a paragraph twice, doubled for who does not know the unit, and hangs from the left', () => {
    const looks = header.match(/<hh:paraPr .*?<\/hh:paraPr>/g) ?? [];
    let hanging = 0;
    for (const look of looks) {
      const [own, other] = [element(look, 'hp:case'), element(look, 'hp:default')].map((xml) =>
        Object.fromEntries(
          [...xml.matchAll(/<hc:(\w+) value="(-?\d+)"/g)].map(([, name = '', value]) => [
            name,
            Number(value),
          ]),
        ),
      );
      expect(own).toBeDefined();
      expect(other).toEqual(
        Object.fromEntries(Object.entries(own ?? {}).map(([name, value]) => [name, 2 * value])),
      );
      expect(element(look, 'hp:case')).toMatch(/lineSpacing type="PERCENT" value="(\d+)"/);
      expect(look).toContain('breakNonLatinWord="BREAK_WORD"');
      expect(look).toContain('snapToGrid="0"');
      if ((own?.intent ?? 0) < 0) hanging++;
    }
    expect(hanging).toBeGreaterThan(3);
  });

  it('makes headings of the outline, and no number of its own before them', () => {
    const levels = [...header.matchAll(/<hh:heading type="OUTLINE" idRef="1" level="(\d)"/g)].map(
      ([, level]) => level,
    );
    expect(new Set(levels)).toEqual(new Set(['0', '1', '2', '3']));
    expect(header.match(/<hh:paraHead [^>]*\/>/g)).toHaveLength(10);
    expect(openings(whole, 'hp:secPr').every((one) => attribute(one, 'outlineShapeIDRef') === '1')).toBe(
      true,
    );
  });

  it('leaves the ground of a task sheet the room that it takes above and below its texts', () => {
    const looks = header.match(/<hh:paraPr .*?<\/hh:paraPr>/g) ?? [];
    const boxes = looks.filter((look) => /offsetTop="[1-9]|offsetBottom="[1-9]/.test(look));
    expect(boxes.length).toBeGreaterThan(1);
    for (const look of boxes) {
      const [own = ''] = [element(look, 'hp:case')];
      const room = ['prev', 'next'].map((side) => new RegExp(`<hc:${side} value="(\\d+)"`).exec(own)?.[1]);
      const [, top, bottom] = /offsetTop="(\d+)" offsetBottom="(\d+)"/.exec(look) ?? [];
      expect(Number(room[0])).toBeGreaterThanOrEqual(Number(top));
      expect(Number(room[1])).toBeGreaterThanOrEqual(Number(bottom));
    }
  });

  it('has letters in the order of the standard, bold and raised by elements', () => {
    const raised = header.match(/<hh:charPr .*?<\/hh:charPr>/g)?.find((one) => one.includes('supscript'));
    expect(childrenOf(raised ?? '').map((name) => name.slice(3))).toEqual([
      ...[
        'fontRef',
        'ratio',
        'spacing',
        'relSz',
        'offset',
        ...(raised?.includes('<hh:bold') ? ['bold'] : []),
      ],
      ...['underline', 'strikeout', 'outline', 'shadow', 'supscript'],
    ]);
    expect(header).toContain(
      '<hh:font id="0" face="맑은 고딕" type="TTF" isEmbedded="0"><hh:substFont face="함초롬돋움"',
    );
  });
});

describe('a section', () => {
  it('begins with its page and columns in the first run of its first paragraph', () => {
    for (const xml of sections)
      expect(xml).toMatch(
        /^<\?xml[^>]*><hs:sec [^>]*><hp:p [^>]*><hp:run [^>]*><hp:secPr .*?<\/hp:secPr><hp:ctrl><hp:colPr [^>]*sameSz="1"/,
      );
    expect(childrenOf(element(whole, 'hp:secPr'))).toEqual([
      ...[
        'hp:grid',
        'hp:startNum',
        'hp:visibility',
        'hp:lineNumberShape',
        'hp:pagePr',
        'hp:footNotePr',
        'hp:endNotePr',
      ],
      ...['hp:pageBorderFill', 'hp:pageBorderFill', 'hp:pageBorderFill'],
    ]);
  });

  it('has the margins of the theme; the sizes of a turned page stay', () => {
    const pages = openings(whole, 'hp:pagePr');
    expect(new Set(pages.map((one) => [attribute(one, 'width'), attribute(one, 'height')].join()))).toEqual(
      new Set(['59528,84189']),
    );
    expect(pages.map((one) => attribute(one, 'landscape'))).toEqual([
      'WIDELY',
      'WIDELY',
      'NARROWLY',
      'NARROWLY',
    ]);
    const margin = element(whole, 'hp:pagePr');
    const of = (name: string) => Number(attribute(margin.slice(margin.indexOf('<hp:margin')), name));
    expect(of('top') + of('header')).toBeCloseTo((theme.page.top * 7200) / 25.4, -1);
    expect(of('bottom') + of('footer')).toBeCloseTo((theme.page.bottom * 7200) / 25.4, -1);
  });

  it('numbers the pages of the body as the plan says, and hides head and number outside', () => {
    expect(whole.match(/<hp:newNum num="(\d+)"/g)).toEqual(['<hp:newNum num="3"']);
    expect(sections[0]).not.toContain('<hp:pageNum');
    expect(sections[1]).toContain('<hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" sideChar="-"/>');
    expect(sections.at(-1)?.match(/<hp:pageHiding hideHeader="1"[^>]*hidePageNum="1"/g)).toHaveLength(2);
  });

  it('heads its pages with edition, part and the mark of a review copy', () => {
    const head = sections[1]?.match(/<hp:header .*?<\/hp:header>/)?.[0] ?? '';
    expect(head).toContain('applyPageType="BOTH"');
    expect(head.replaceAll(/<[^>]*>/g, '')).toBe(
      '[검토본] 시험 문서 · 제1회 추가경정예산(2023. 5. 12.)Ⅰ. 요약과 여건',
    );
    expect(sections[0]).toContain('[검토본]');
  });

  it('writes a note where it is first referred to, with all that 한글 needs to show it', () => {
    const notes = whole.match(/<hp:ctrl><hp:footNote .*?<\/hp:footNote><\/hp:ctrl>/g) ?? [];
    expect(notes.map((note) => attribute(note, 'number'))).toEqual(['1', '2', '3']);
    for (const [index, note] of notes.entries()) {
      expect(note).toContain(' suffixChar="41" instId="');
      expect(note).toContain(
        `<hp:autoNum num="${index + 1}" numType="FOOTNOTE"><hp:autoNumFormat type="DIGIT"`,
      );
    }
    // The second reference to the first note.
    expect(whole).toMatch(/<hp:t>1\)<\/hp:t>/);
  });

  it('leads from the contents to paragraphs of the outline by fields that 한글 knows', () => {
    const fields = openings(whole, 'hp:fieldBegin');
    expect(fields.map((one) => attribute(one, 'type'))).toEqual(['CROSSREF', 'CROSSREF', 'CROSSREF']);
    const ends = openings(whole, 'hp:fieldEnd').map((one) => attribute(one, 'beginIDRef'));
    expect(ends).toEqual(fields.map((one) => attribute(one, 'id')));
    const targets = [...whole.matchAll(/name="Command">\?#(\d+);5;0;0;0;</g)].map(([, id]) => id);
    for (const id of targets) {
      const look = new RegExp(`<hp:p id="${id}" paraPrIDRef="(\\d+)"`).exec(whole)?.[1];
      expect(header).toMatch(new RegExp(`<hh:paraPr id="${look}" .*?<hh:heading type="OUTLINE"`));
    }
    expect(element(whole, 'hp:parameters')).toContain('cnt="8"');
    expect(element(whole, 'hp:parameters')).toContain('name="Fiexde"');
    const numbers = openings(whole, 'hp:p')
      .map((one) => attribute(one, 'id'))
      .filter((id) => id !== '0');
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('a table', () => {
  const tables = () => whole.match(/<hp:tbl [^>]*>/g) ?? [];

  it('has all that 한글 asks for, is cut between rows and repeats its head', () => {
    for (const one of tables())
      expect(one).toMatch(
        /^<hp:tbl id="\d+" zOrder="0" numberingType="TABLE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" pageBreak="(?:TABLE|CELL)" repeatHeader="[01]" rowCnt="\d+" colCnt="\d+" cellSpacing="0" borderFillIDRef="1" noAdjust="0">$/,
      );
    expect(tables().filter((one) => one.includes('pageBreak="CELL"'))).toHaveLength(1);
    const people = whole.slice(whole.indexOf('구분') - 4000);
    expect(/<hp:tbl [^>]*>/.exec(people)?.[0]).toContain('repeatHeader="1"');
    expect(whole.match(/<hp:tc name="[^"]*" header="1"/g)?.length).toBe(4 + 13);
  });

  it('adds up: columns to the width, spanning cells too; covered cells are absent', () => {
    const sizes = [
      ...whole.matchAll(
        /<hp:cellSpan colSpan="(\d+)" rowSpan="(\d+)"\/><hp:cellSz width="(\d+)" height="(\d+)"\/>/g,
      ),
    ];
    expect(sizes.length).toBe(openings(whole, 'hp:tc').length);
    for (const [, , , width, height] of sizes) expect(Number(width) * Number(height)).toBeGreaterThan(0);
  });

  it('names cells by the addresses of their figures', () => {
    const names = openings(whole, 'hp:tc')
      .map((one) => attribute(one, 'name'))
      .filter((name) => name !== '');
    expect(names).toEqual(['tables/people/2022/men', 'tables/people/2022/women']);
  });

  it('leaves no line of its own above it, and an empty cell has a paragraph', () => {
    const holder = /<hp:run charPrIDRef="(\d+)"><hp:tbl /.exec(whole)?.[1];
    expect(header).toContain(`<hh:charPr id="${holder}" height="100" `);
    expect(whole).not.toMatch(/<hp:subList [^>]*\/>/);
  });
});

describe('a picture', () => {
  it('is PNG at 300 dpi without a resolution of its own, clipped by 75 a pixel, with its words', () => {
    const pictures = whole.match(/<hp:pic .*?<\/hp:pic>/g) ?? [];
    // Emblem and photograph are one file, the chart is another.
    expect(pictures.map((one) => attribute(openings(one, 'hc:img')[0] ?? '', 'binaryItemIDRef'))).toEqual([
      'image1',
      'image2',
      'image1',
    ]);
    expect(pictures.map((one) => /<hp:shapeComment>(.*?)</.exec(one)?.[1])).toEqual([
      '가람시 상징',
      '막대 둘: 가는 1, 나는 2',
      '회색 네모',
    ]);
    const [, chart = ''] = pictures;
    expect(childrenOf(chart)).toEqual([
      ...[
        'hp:offset',
        'hp:orgSz',
        'hp:curSz',
        'hp:flip',
        'hp:rotationInfo',
        'hp:renderingInfo',
        'hp:imgRect',
      ],
      ...[
        'hp:imgClip',
        'hp:inMargin',
        'hp:imgDim',
        'hc:img',
        'hp:effects',
        'hp:sz',
        'hp:pos',
        'hp:outMargin',
      ],
      'hp:shapeComment',
    ]);
    const [entry] = [...file.parts.keys()].filter((name) => name.endsWith('image2.png'));
    const png = file.parts.get(entry ?? '') ?? '';
    expect(png).not.toContain('pHYs');
    const at = (index: number) =>
      [0, 1, 2, 3].reduce((sum, byte) => sum * 256 + png.charCodeAt(index + byte), 0);
    const [width, height] = [at(16), at(20)];
    expect(openings(chart, 'hp:imgDim')[0]).toContain(`dimwidth="${width * 75}" dimheight="${height * 75}"`);
    // 4 1/6 pixels a point.
    expect(
      Math.abs(width - (Number(attribute(openings(chart, 'hp:orgSz')[0] ?? '', 'width')) / 100) * (300 / 72)),
    ).toBeLessThan(1);
  });
});

it('writes no shape, since one without its whole geometry ends 한글', () => {
  expect(whole).not.toMatch(/<hp:(?:rect|line|ellipse|polygon|curve|container|textart|ole)\b/);
});

it('prints colours of the theme', () => {
  const main = screenColour(theme, 'main')
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
  expect(header).toContain(`textColor="#${main}"`);
  expect(fonts.size).toBeGreaterThan(3);
});
