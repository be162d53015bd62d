// Documents in words of their own -> plans that say the same.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../src/zip/write-zip.ts';
import { adoptedFiles as adopt } from './adopted-files.ts';

const text = (source: string) => adopt('말.md', new TextEncoder().encode(source));

describe('a document as extracted', () => {
  const { files, diagnostics, value } = adopt(
    '가온.md',
    readFileSync(path.join(import.meta.dirname, 'coastal-county.md')),
  );

  it('loses nothing, and says what it could not know', () => {
    expect(diagnostics).toEqual([]);
    expect(value?.questions.map(({ at, what }) => `${at} ${what}`)).toEqual([
      '35 쪽에서 나뉜 표의 머리가 앞뒤에서 다릅니다.',
      '62 그림의 자료가 없습니다.',
      '30 이 표의 ‘합계’에 산식이 있는 듯합니다(맞는 칸 1개, 어긋나는 칸 0개).',
      '30 이 표의 ‘합계’에 산식이 있는 듯합니다(맞는 칸 1개, 어긋나는 칸 0개).',
    ]);
  });

  it('has its head, cover and contents', () => {
    expect(files.get('plan.yaml')).toBe(
      "id: coast\ntitle: '{{year 0}}년도 일자리 시행계획'\nissuer: 가온군\nyear: 2031\nissue-date: 2031-02-14\nlanguage: ko-KR\noffice: any\n",
    );
    expect(files.get('cover.yaml')).toContain('tag: 한빛으로 여는 바다의 군\n');
    expect(files.get('cover.yaml')).toContain('바람과 사람이 머무는 고장');
    expect(files.get('contents.yaml')).toBe('title: 차례\n');
  });

  it('has a word of welcome between cover and contents as a text of its own, and a name of several lines whole', () => {
    const cover = '2031년도 가온군\n\n일자리대책\n\n세부계획\n\n바람의 고장\n\n가온군\n';
    const welcome = '여는 말\n\n군민 여러분, 반갑습니다.\n';
    const { files } = text(
      `${cover}\n${welcome}\n# 차례\n\n여는 말 ........ 1\n제1장 일 ........ 2\n\n# 제1장 일\n\n○ 일함\n`,
    );
    expect(files.get('cover.yaml')).toContain(
      'title: "{{year 0}}년도 가온군\\n일자리대책\\n세부계획"\nvision: 바람의 고장\n',
    );
    expect(files.get('cover.yaml')).not.toContain('반갑습니다');
    expect([...files.values()].filter((one) => one.includes('반갑습니다'))).toHaveLength(1);
  });

  it('has its texts as an outline, with years that move and signs that stay letters', () => {
    const narrative = [...files].filter(([name]) => name.startsWith('narrative/')).map(([, one]) => one);
    expect(narrative[0]).toContain(
      '# 제1장 둘러보기\n\n## 1 사람\n\n□ 어업에 드는 사람\n○ (어촌) {{year -1}}년 어업에',
    );
    expect(narrative[0]).toContain('- 한 해 앞보다 3.1% 줄었음[^');
    expect(narrative[0]).toContain('**가장 적다**{\\{ 그대로 }}');
    expect(narrative[1]).toContain('\\★ 별로 시작하는 줄\n\\# 우물 정으로 시작하는 줄');
  });

  it('has a table that a page cut in two as one, with the unit of each number', () => {
    const [, table = ''] = [...files].find(([, one]) => one.includes('배의 크기별')) ?? [];
    expect(table).toContain('{ id: cheok, label: 척, unit: 척 }');
    expect(table).toContain('{ id: share, label: 구성비, digits: 1 }');
    expect(table).toContain("{ value: 2590, as: '2590' }");
    expect(table).toMatch(/emphasis: total/);
    expect(table.match(/^ {2}[a-z0-9-]+: \[/gm)).toHaveLength(3);
  });

  it('reads tables of pipes and of HTML', () => {
    const [, pipes = ''] = [...files].find(([, one]) => one.includes('샛말')) ?? [];
    expect(pipes).toContain('period-labels: short\nunit: 백만원\n');
    expect(pipes).toContain('{ id: 2030, period: 2030 }');
    expect(pipes).toContain('[120, -15, 항만과]');
    expect(pipes).toContain("['-', 80.5, '항만과, 수산과']");
    const [, html = ''] = [...files].find(([, one]) => one.includes('윗말')) ?? [];
    expect(html).toContain('with-unit: true');
    expect(html).toMatch(/label: 빈집\n {4}columns:/);
  });
});

it('asks for the source line of what it takes for notes, titles and units, whatever fits nothing', () => {
  const { diagnostics, value } = text('아무 말\n\n가\t나\n1\t2\n3\t4\n\n9) 홀로 선 것\n');
  expect(diagnostics).toEqual([]);
  const asked = (value?.questions ?? []).map(({ what }) => what);
  expect(asked).toContain('발행 기관의 이름을 찾지 못하였습니다.');
  expect(asked).toContain('수의 단위를 알 수 없습니다.');
});

it('refuses what is no document, with the way out', () => {
  const told = (bytes: Uint8Array) =>
    adopt('x', bytes).diagnostics.map(({ rule, expected }) => `${rule} ${expected}`);
  expect(told(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toEqual([
    'unknown-document 한글에서 ‘다른 이름으로 저장하기’로 저장한 HWPX 파일',
  ]);
  expect(told(new TextEncoder().encode('%PDF-1.7'))[0]).toContain('unknown-document');
  expect(told(new Uint8Array([0xff, 0xfe, 0x00]))[0]).toContain('unknown-document');
  expect(told(new TextEncoder().encode(' \n'))[0]).toContain('unknown-document');
  expect(told(zipOf(new Map([['a', '']]), '2031-01-01'))[0]).toContain('unknown-document');
});

it('refuses a table of 한글 whose cells reach over more places than any page has, at once', () => {
  const cell = '<hp:tc><hp:subList/><hp:cellSpan colSpan="1000" rowSpan="1000"/></hp:tc>';
  const section = `<hs:sec xmlns:hs="s" xmlns:hp="p"><hp:p><hp:run><hp:tbl><hp:tr>${cell}</hp:tr></hp:tbl></hp:run></hp:p></hs:sec>`;
  const file = zipOf(new Map([['Contents/section0.xml', section]]), '2031-01-01');
  expect(adopt('x.hwpx', file).diagnostics.map(({ rule }) => rule)).toEqual(['damaged-document']);
});

it('reads a file of 한글: merged cells, notes, captions, and nothing that is hidden', () => {
  const p = (inner: string, more = '') => `<hp:p paraPrIDRef="0"${more}>${inner}</hp:p>`;
  const run = (inner: string, letters = '0') => `<hp:run charPrIDRef="${letters}">${inner}</hp:run>`;
  const cell = (words: string, over = 1, down = 1) =>
    `<hp:tc><hp:subList>${p(run(`<hp:t>${words}</hp:t>`))}</hp:subList><hp:cellSpan colSpan="${over}" rowSpan="${down}"/></hp:tc>`;
  const note = `<hp:ctrl><hp:footNote number="1"><hp:subList>${p(run('<hp:ctrl><hp:autoNum/></hp:ctrl><hp:t>출처: 항만 대장</hp:t>'))}</hp:subList></hp:footNote></hp:ctrl>`;
  const memo = `<hp:ctrl><hp:fieldBegin type="MEMO"><hp:subList>${p(run('<hp:t>숨은 메모</hp:t>'))}</hp:subList></hp:fieldBegin></hp:ctrl>`;
  const table = `<hp:tbl><hp:caption><hp:subList>${p(run('<hp:t>배와 사람</hp:t>'))}</hp:subList></hp:caption>
<hp:tr>${cell('구분', 1, 2)}${cell('2030년', 2)}</hp:tr><hp:tr>${cell('배(척)')}${cell('사람(명)')}</hp:tr><hp:tr>${cell('샛말')}${cell('12')}${cell('340')}</hp:tr></hp:tbl>`;
  const section = `<hs:sec xmlns:hs="s" xmlns:hp="p">${p(run(`${memo}<hp:t>○ 항구의 </hp:t>`) + run('<hp:t>배</hp:t>', '1') + run(`${note}<hp:t> 이야기</hp:t>`))}${p(run(table))}</hs:sec>`;
  const header =
    '<hh:head xmlns:hh="h"><hh:charPr id="0"/><hh:charPr id="1"><hh:bold/></hh:charPr></hh:head>';
  const { files, diagnostics } = adopt(
    '배.hwpx',
    zipOf(
      new Map([
        ['Contents/header.xml', header],
        ['Contents/section0.xml', section],
      ]),
      '2031-01-01',
    ),
  );
  expect(diagnostics).toEqual([]);
  const all = [...files.values()].join('\n');
  expect(all).toContain('○ 항구의 **배**[^');
  expect(all).toContain('항만 대장');
  expect(all).not.toContain('숨은 메모');
  expect(all).toContain('caption: 배와 사람');
  expect(all).toMatch(/period: 2030\n {4}columns:\n {6}- \{ id: [a-z-]+, label: 배\(척\) \}/);
});

it('applies relations that the numbers bear out, and calls long numbers of texts from their table, and asks for the rest', () => {
  const rows = [
    ['윗말', 1204, 40, 11.1],
    ['아랫말', 2410, 31, 22.3],
    ['샘말', 3115, 22, 28.8],
    ['돌말', 4090, 53, 37.8],
  ];
  const table = [['마을', '나무', '우물', '나무 구성비'], ['합계', 10819, 146, 100], ...rows].map((row) =>
    row.join('\t'),
  );
  const source = `2031년도 가온군 시행계획\n\n가온군\n\n□ 나무\n\n○ 나무는 10,819그루이고 우물은 146개이며 샘말에 3,115그루, 다른 곳에 3,115명\n\n(단위 : 그루, 개, %)\n\n${table.join('\n')}\n`;
  const { files, diagnostics } = text(source);
  expect(diagnostics).toEqual([]);
  const all = [...files.values()].join('\n');
  const [, id] = /\{\{table "([a-z0-9-]+)"\}\}/.exec(all) ?? [];
  expect(all).toMatch(/relations:\n {2}'\*\/[a-z-]+': share\(\.\/[a-z-]+, total\/[a-z-]+\)\n/);
  expect(all).toContain(`{{fig "tables/${id}/total/`);
  expect(all).toMatch(
    /나무는 \{\{fig "[^"]+" as="10,819"\}\}그루이고 우물은 146개이며 샘말에 \{\{fig "[^"]+" as="3,115"\}\}그루, 다른 곳에 3,115명/,
  );
});
