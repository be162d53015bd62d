// A block of every kind: a kind without one does not compile.

import { deflateSync } from 'node:zlib';
import type { Block } from '../../../src/document/document.ts';
import type { Address } from '../../../src/figure/address.ts';
import type { Picture } from '../../../src/picture/picture.ts';
import { digestOfPixels } from '../../../src/picture/picture.ts';
import { pixelsOf } from '../../../src/picture/write-png.ts';
import {
  backCover,
  colophon,
  contents,
  cover,
  phase,
  project,
  schedule,
  sheet,
  vision,
} from '../pdf/blocks.ts';
import { cell, header, item, paragraph, rich, table } from '../pdf/documents.ts';

const address = (text: string) => text as Address;

const data = deflateSync(new Uint8Array(3 * 4 * 2).fill(120));

const picture: Picture = {
  width: 4,
  height: 2,
  components: 3,
  coding: 'flate',
  data,
  digest: digestOfPixels(pixelsOf({ data })),
};

/** A Vega-Lite chart of two bars. */
const spec = {
  width: 120,
  height: 60,
  data: {
    name: 'rows',
    values: [
      { row: '가', value: 1 },
      { row: '나', value: 2 },
    ],
  },
  mark: { type: 'bar', color: 'theme:main' },
  encoding: {
    x: { field: 'row', type: 'nominal' },
    y: { field: 'value', type: 'quantitative' },
  },
};

/** In an order in which they may stand in a document. */
export const EVERY_KIND: { readonly [K in Block['kind']]: Extract<Block, { kind: K }> } = {
  cover: {
    ...cover,
    marks: [{ id: 'emblem', alt: rich('가람시 상징'), side: 'left', picture, width: 30 }],
  },
  contents: contents([
    [1, 'Ⅰ. 요약', 'part'],
    [2, '1. 인구 변화', 'section'],
    [3, '청년 과제', 'task-sheet'],
  ]),
  'key-figures': {
    kind: 'key-figures',
    id: 'key-figures',
    title: rich('한눈에'),
    figures: [
      { label: rich('일자리'), value: rich('12,345개'), note: rich('직접 일자리 포함') },
      { label: rich('고용률'), value: rich('69.1%') },
      { label: rich('취업자'), value: rich('31만 명') },
    ],
  },
  part: { kind: 'part', id: 'part', numeral: 'Ⅰ', title: rich('요약과 여건') },
  section: { kind: 'section', id: 'section', number: '1', title: rich('인구 변화[^population]') },
  subsection: { kind: 'subsection', id: 'subsection', number: '가', title: rich('나이별') },
  heading: { kind: 'heading', id: 'heading', title: rich('인구 현황') },
  item: item('item', 1, '**(규모)** 인구는 늘고\n있음[^population]'),
  remark: { kind: 'remark', id: 'remark', level: 1, marker: '※', content: rich('외국인 & 재외동포 제외') },
  paragraph: paragraph('paragraph', '아래 표와 같음 <참고>'),
  table: {
    ...table(
      'table',
      2,
      [
        [header(0, '구분', { rowSpan: 2 }), header(1, '인구[^source]', { colSpan: 2 })],
        [header(1, '남자'), header(2, '여자')],
        [
          cell(0, '계', { role: 'row-header', emphasis: 'total' }),
          cell(1, '1,234', { align: 'right', figure: address('tables/people/2022/men') }),
          cell(2, '1,111', { align: 'right', figure: address('tables/people/2022/women') }),
        ],
        [
          cell(0, '', {
            blocks: [item('inner', 1, '전일제'), table('nested', 0, [[cell(0, '속표')]], 1)],
          }),
          cell(1, '', { colSpan: 2 }),
        ],
      ],
      3,
    ),
    caption: rich('< 인구 >'),
    unitLine: rich('(단위: 명)'),
  },
  chart: {
    kind: 'chart',
    id: 'chart',
    caption: rich('< 흐름 >'),
    unitLine: rich('(단위: 개)'),
    alt: rich('막대 둘: 가는 1, 나는 2'),
    spec,
    rows: {},
  },
  image: {
    kind: 'image',
    id: 'image',
    caption: rich('< 사진 >'),
    alt: rich('회색 네모'),
    source: rich('자료: 가람시'),
    picture,
    width: 400,
  },
  missing: { kind: 'missing', id: 'missing', caption: rich('< 예정 >'), needed: rich('통계청 자료') },
  diagram: {
    kind: 'diagram',
    id: 'diagram',
    alt: rich('조직도: 시장 아래 국장과 담당관'),
    form: 'tree',
    boxes: [
      {
        name: rich('시장'),
        children: [
          {
            name: rich('경제국'),
            note: rich('국장[^council]'),
            children: [
              { name: rich('일자리과'), children: [] },
              { name: rich('기업과'), children: [] },
            ],
          },
          { name: rich('감사담당관'), children: [] },
        ],
      },
    ],
  },
  swot: {
    kind: 'swot',
    id: 'swot',
    alt: rich('강점과 약점'),
    factors: [
      { title: rich('강점'), items: [rich('젊은 인구')] },
      { title: rich('약점'), items: [], unknown: rich('자료 없음') },
      { title: rich('기회'), items: [], hidden: true },
    ],
    boxes: [{ title: rich('SO'), items: [rich('청년 창업'), rich('산업 단지')] }],
  },
  vision: vision(6, 13),
  box: {
    kind: 'box',
    id: 'box',
    title: rich('알림'),
    blocks: [paragraph('boxed', '모든 수는 공시일 기준'), item('boxed-item', 2, '일부는 추정')],
  },
  'page-turn': { kind: 'page-turn', id: 'turn', landscape: true },
  'task-sheet': sheet('task-sheet', '청년 과제', {
    purpose: rich('청년의 첫 일터를 위한'),
    opensStrategy: '1. 청년',
  }),
  label: { kind: 'label', id: 'label', title: rich('【’23년 추진계획】') },
  'page-break': { kind: 'page-break', id: 'break' },
  schedule: schedule([project('① 사업', [phase(1, 3, '준비'), phase(5, 12, '운영')], [phase(2, 2, '공고')])]),
  colophon,
  'back-cover': backCover,
};

export const NOTES = {
  population: '주민등록 기준',
  source: '출처: 통계청 <인구동향> & 자체 집계',
  council: '조례 제3조',
};
