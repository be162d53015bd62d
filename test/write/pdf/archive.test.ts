// Small documents with odd content -> files that meet PDF/A-2a and PDF/UA-1 all the same.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { archiveFaults } from './archive-rules.ts';
import {
  backCover,
  colophon,
  contents,
  cover,
  label,
  part,
  phase,
  project,
  schedule,
  sheet,
  vision,
} from './blocks.ts';
import { cell, documentOf, header, item, paragraph, rich, table } from './documents.ts';
import { PdfFile } from './pdf-file.ts';
import { print, type Settings } from './print.ts';
import {
  attributeOf,
  contentOf,
  type Element,
  isElement,
  type TaggedFile,
  taggedFile,
  textOf,
} from './structure-tree.ts';

async function archived(blocks: readonly Block[], more: Settings = {}): Promise<TaggedFile> {
  const { bytes } = await print(blocks, more);
  const tagged = taggedFile(new PdfFile(bytes));
  expect(archiveFaults(tagged, bytes)).toEqual([]);
  return tagged;
}

function all({ elements }: TaggedFile, type: string): readonly Element[] {
  return elements.filter((element) => element.type === type);
}

/** The types below an element, nested as they are. */
function shape(element: Element): string {
  const kids = element.kids.filter(isElement).map(shape);
  return kids.length === 0 ? element.type : `${element.type}(${kids.join(' ')})`;
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a file with odd content', () => {
  it('holds for a title with & and <, in the properties and the XMP', async () => {
    const title = '일자리 & 복지 <2023> "계획"';
    const { file } = await archived([paragraph('p', '글')], { title });
    expect(file.text(file.dict(file.trailer.get('Info')).get('Title'))).toBe(title);
    expect(file.data(file.root.get('Metadata')).toString('utf8')).toContain(
      '일자리 &amp; 복지 &lt;2023&gt; &quot;계획&quot;',
    );
  });

  it('holds for no content at all', async () => {
    await archived([]);
  });

  it('holds for landscape pages, whose headings and lists go on in order', async () => {
    const turn = (landscape: boolean): Block => ({ kind: 'page-turn', id: `turn-${landscape}`, landscape });
    const tagged = await archived(
      [
        part('one', '부'),
        turn(true),
        { kind: 'section', id: 's', number: '1', title: rich('절') },
        item('a', 1, '가로[^n]'),
        turn(false),
        { kind: 'subsection', id: 't', number: '가', title: rich('항') },
      ],
      { notes: documentOf([], { n: '각주' }).notes },
    );
    const types = tagged.elements
      .filter(({ type }) => /^(H\d|LBody|Note)$/.test(type))
      .map(({ type }) => type);
    expect(types).toEqual(['H1', 'H2', 'LBody', 'Note', 'H3']);
  });

  it('holds for a part with nothing in it, and headings that would skip a level', async () => {
    const tagged = await archived([
      part('one', '빈 부'),
      part('two', '다음 부'),
      { kind: 'heading', id: 'h', title: rich('절이 없는 제목') },
      { kind: 'section', id: 's', number: '1', title: rich('절') },
      { kind: 'heading', id: 'h2', title: rich('절의 제목') },
      sheet('task', '과제', { opensStrategy: '1. 청년' }),
      { kind: 'heading', id: 'h3', title: rich('과제의 제목') },
      label('l', '【추진계획】'),
    ]);
    expect(tagged.elements.filter(({ type }) => /^H\d$/.test(type)).map(({ type }) => type)).toEqual([
      'H1',
      'H1',
      'H2',
      'H2',
      'H3',
      'H2',
      'H3',
      'H4',
      'H4',
    ]);
  });

  it('holds for a table of one cell, without and with text', async () => {
    await archived([table('empty', 0, [[cell(0, '')]], 1), table('one', 0, [[cell(0, '하나')]], 1)]);
    await archived([table('head', 1, [[header(0, '머리')]], 1)]);
    await archived([schedule([])]);
  });

  it('has one table, one head and one cell for a cell of three pages', async () => {
    const long = numbered(150).map((line) => item(`i${line}`, 1, `${line}째 줄`));
    const tagged = await archived([
      table(
        'tall',
        1,
        [
          [header(0, '구분'), header(1, '내용')],
          [cell(0, '이름', { role: 'row-header' }), cell(1, '', { blocks: long })],
        ],
        2,
      ),
    ]);
    const tables = all(tagged, 'Table');
    expect(tables).toHaveLength(1);
    expect(all(tagged, 'TH').map(textOf)).toEqual(['구분', '내용', '이름']);
    expect(all(tagged, 'TD')).toHaveLength(1);
    expect(all(tagged, 'LBody').map(textOf)).toEqual(numbered(150).map((line) => `${line}째 줄`));
    expect(new Set(tables.flatMap(contentOf).map(({ page }) => page)).size).toBeGreaterThanOrEqual(3);
  });

  it('has each of sixty notes behind the text that refers to it, once', async () => {
    const ids = numbered(60).map((index) => `n${index}`);
    const blocks = ids.map((id) => paragraph(`p-${id}`, `글 ${id}[^${id}] 뒤[^${id}]`));
    const { notes } = documentOf([], Object.fromEntries(ids.map((id) => [id, `출처 ${id}`])));
    const tagged = await archived(blocks, { notes });
    expect(all(tagged, 'Note').map((note) => textOf(note))).toEqual(
      ids.map((id, index) => `${index + 1}) 출처 ${id}`),
    );
    expect(all(tagged, 'Reference')).toHaveLength(120);
    expect(all(tagged, 'P').map(shape)).toEqual(
      ids.map(() => 'P(Reference(Link) Reference(Link) Note(Lbl(Link)))'),
    );
  });

  it('reads a table that is called twice, and a cell that is used twice, at each of their places', async () => {
    const dash = cell(0, '-').blocks;
    const one = {
      ...table('one', 0, [[cell(0, '', { blocks: dash }), cell(1, '', { blocks: dash })]], 2),
      caption: rich('표'),
    };
    const tagged = await archived([one, { ...one, id: 'two' }]);
    expect(all(tagged, 'Caption').map(textOf)).toEqual(['표', '표']);
    expect(all(tagged, 'TD').map(textOf)).toEqual(['-', '-', '-', '-']);
  });

  it('nests lists as their levels are, and hangs a table under its item', async () => {
    const inner = { ...table('t', 0, [[cell(0, '칸')]], 1), inset: 1 as const };
    const tagged = await archived([
      item('a', 1, '하나'),
      item('b', 2, '둘'),
      item('c', 3, '셋'),
      { kind: 'remark', id: 'r', level: 2, marker: '※', content: rich('둘의 붙임') },
      item('d', 1, '넷'),
      inner,
      paragraph('p', '끝'),
    ]);
    expect(shape(tagged.root)).toBe(
      'Document(L(LI(Lbl LBody(L(LI(Lbl LBody(L(LI(Lbl LBody)) P))))) LI(Lbl LBody(Table(TBody(TR(TD)))))) P)',
    );
  });

  it('holds for a whole publication: covers, contents, maps, schedule', async () => {
    const tagged = await archived([
      cover,
      contents([
        [1, '첫째 부', 'one'],
        [3, '셋째 수준', 'one'],
        [2, '둘째 수준', 'one'],
      ]),
      part('one', '첫째 부'),
      vision(7, 40),
      {
        kind: 'swot',
        id: 'swot',
        alt: { inlines: [], place: { file: 'swot.yaml', line: 1, column: 1 } },
        factors: [{ title: rich('강점'), items: [], unknown: rich('자료 없음') }],
        boxes: [],
      },
      schedule([
        { kind: 'strategy', label: rich('1. 전략') },
        project('① 사업', [phase(1, 3, '접수'), phase(4, 12, '운영')], [phase(5, 6, '점검')]),
        project('② 빈 사업', []),
      ]),
      sheet('s1', '과제 하나', { purpose: rich('일자리를 위한'), opensStrategy: '1. 청년' }),
      sheet('s2', '과제 둘'),
      colophon,
      backCover,
    ]);
    // The banner is read on the first sheet of its strategy and only printed on the second.
    expect(all(tagged, 'H2').map(textOf)).toEqual(['[전략1. 청년]']);
    expect(all(tagged, 'H3').map(textOf)).toEqual(['일자리를 위한 과제 하나', '과제 둘']);
    expect(all(tagged, 'TOCI').map((entry) => textOf(entry))).toEqual([
      '첫째 부 1셋째 수준 1둘째 수준 1',
      '셋째 수준 1',
      '둘째 수준 1',
    ]);
  });

  it('says which words are of other languages, which only look so, and what signs stand for', async () => {
    const { pages } = await archived([
      paragraph(
        'p',
        '청년 Start-up 지원, Green서구, MOU와 Job Fair를 Café에서 연다. Ⅰ부 Привет과 おすすめ, α값',
      ),
      paragraph('signs', '※ 125㎡가 △5.2%p 줄었다. △는 빈 세모'),
    ]);
    const told = pages.flatMap(({ operations }) =>
      operations.flatMap(({ marks, text }) => {
        const own = marks.map(({ language, expansion }) => language ?? expansion).find((one) => one);
        return text === '' || own === undefined ? [] : [`${text}: ${own}`];
      }),
    );
    expect(told).toEqual([
      'Start-up: en',
      'Job Fair: en',
      'Café: en',
      'Привет: ru',
      'おすすめ: ja',
      '※: 참고',
      '㎡: 제곱미터',
      '△: 마이너스',
      '%p: 퍼센트포인트',
    ]);
  });

  it('has the notes of heads behind their table, and ties bars to their strategy', async () => {
    const tagged = await archived(
      [
        table('t', 1, [[header(0, '연도[^n]')], [cell(0, '2023년')]], 1),
        schedule([
          { kind: 'strategy', label: rich('1. 청년') },
          { kind: 'task', label: rich('과제') },
          project('① 사업', [phase(1, 3, '접수')]),
        ]),
      ],
      { notes: documentOf([], { n: '각주' }).notes },
    );
    expect(tagged.root.kids.filter(isElement).map(({ type }) => type)).toEqual(['Table', 'Note', 'Table']);
    const named = new Map(
      all(tagged, 'TH').map((head) => [tagged.file.text(head.dict.get('ID')), textOf(head).trim()]),
    );
    const heads = all(tagged, 'TD').map((one) =>
      tagged.file
        .array(attributeOf(tagged, one, 'Headers') ?? [])
        .map((head) => named.get(tagged.file.text(head))),
    );
    expect(heads.slice(1)).toEqual([
      ['구분', '1. 청년', '과제', '① 사업'],
      ['1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월', '1. 청년', '과제', '① 사업'],
    ]);
  });

  it('parts words at the ends of lines, as the text does', async () => {
    const text = numbered(60)
      .map((index) => `낱말${index}`)
      .join(' ');
    const tagged = await archived([paragraph('p', text)]);
    expect(all(tagged, 'P').map(textOf)).toEqual([text]);
  });

  it('parts what one heading of a sheet is made of', async () => {
    const words = { banner: rich('[전략1. 청년][^n]'), purpose: rich('첫 **일터**를 잇는') };
    const tagged = await archived([{ ...sheet('sheet', '과제 하나', {}), ...words }], {
      notes: documentOf([], { n: '각주' }).notes,
    });
    const heads = ['H1', 'H2', 'H3'].flatMap((type) => all(tagged, type)).map(textOf);
    expect(heads).toEqual(['[전략1. 청년]1) 첫 일터를 잇는 과제 하나']);
  });
});
