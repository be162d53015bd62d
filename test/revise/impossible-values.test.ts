// Values that cannot be, in base data -> refused where they were typed, as editions refuse them; what offices rightly print is taken.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatLocation } from '../../src/diagnostic.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { readRateWords } from '../../src/plan-format/read-rate-words.ts';
import { reviseFigures } from '../../src/revise/apply/revise-figures.ts';
import { KEPT } from '../kept.ts';
import { type Files, PROGRAMME } from '../plan-format/programme-files.ts';

const FILE = path.resolve(import.meta.dirname, '../../templates/rate-words.yaml');
const WORDS = readRateWords({ name: FILE, text: readFileSync(FILE, 'utf8') }).value;

/** `place rule` of each error. */
function faultsOf(over: Files): readonly string[] {
  const files = new Map(Object.entries({ ...PROGRAMME, ...over }));
  const { value: plan, diagnostics } = readPlan(
    { displayRoot: 'data', kept: KEPT, files },
    { edition: 'latest' },
  );
  const revised = plan && reviseFigures(plan, undefined, WORDS);
  return [...diagnostics, ...(revised?.diagnostics ?? [])].map(
    ({ rule, place }) => `${formatLocation(place)} ${rule}`,
  );
}

/** A task file with another text in it. */
function startup(before: string, after: string): Files {
  const text = PROGRAMME['tasks/startup.yaml'] ?? '';
  expect(text).toContain(before);
  return { 'tasks/startup.yaml': text.replace(before, () => after) };
}

interface Table {
  readonly caption: string;
  readonly columns: string;
  /** The cells of two rows. */
  readonly cells: readonly [string, string];
  readonly rows?: string;
}

function table({
  caption,
  columns,
  cells,
  rows = '[{ id: a, label: 서구 }, { id: b, label: 전국 }]',
}: Table): Files {
  return {
    'statistics/one.yaml': `id: one
caption: ${caption}
corner: 구분
unit: 명
columns: ${columns}
rows: ${rows}
cells:
  a: ${cells[0]}
  b: ${cells[1]}
`,
  };
}

describe('is refused', () => {
  it.each<[string, Files, string]>([
    ...['마리', 'ha', '톤', '척', '호'].map((unit): [string, Files, string] => [
      `fewer ${unit} than none`,
      table({ caption: '현황', columns: `[{ id: x, label: 수, unit: ${unit} }]`, cells: ['[-13]', '[120]'] }),
      'statistics/one.yaml:8:7',
    ]),
    ['a target below 0', startup('target: 5', 'target: -5'), 'startup.yaml:7:13'],
    ['the target of a task', startup('target: 12', 'target: -1'), 'startup.yaml:3:9'],
    ['half of a person', startup('target: 5', 'target: 2.5'), 'startup.yaml:7:13'],
    [
      'half of a person, told more of',
      startup('target: 5', 'target: { value: 0.5, about: true }'),
      'startup.yaml:7:22',
    ],
    ['an amount below 0', startup('national: 1500', 'national: -300'), 'startup.yaml:8:26'],
    ['a total below 0', startup('total: 700, district: 700', 'total: -700'), 'startup.yaml:12:23'],
    ['an amount finer than 원', startup('district: 300', 'district: 300.0005'), 'startup.yaml:8:42'],
    ['last year’s target', startup('target: 6', 'target: 6\n    last-target: -2'), 'startup.yaml:12:18'],
    [
      'a rate of a part that is more than the whole',
      table({
        caption: '고용',
        columns: "[{ id: x, label: 고용률, unit: '%' }]",
        cells: ['[690]', '[69.4]'],
      }),
      'one.yaml:8:7',
    ],
    [
      'one that only the caption names',
      table({
        caption: '연도별 실업률',
        columns: "[{ id: x, period: 2021, unit: '%' }, { id: y, period: 2022, unit: '%' }]",
        cells: ['[3.1, -3.2]', '[3.0, 2.9]'],
      }),
      'one.yaml:8:12',
    ],
    [
      'one beside its growth',
      table({
        caption: '고용률 현황',
        columns:
          "[{ id: x, label: 작년, unit: '%' }, { id: y, label: 올해, unit: '%' }, { id: z, label: 증감률, unit: '%' }]",
        cells: ['[61.2, 612, -3.1]', '[60.1, 60.4, 110]'],
      }),
      'one.yaml:8:13',
    ],
    [
      'half of a person among whole ones',
      table({
        caption: '구직자',
        columns: '[{ id: x, label: 남 }, { id: y, label: 여 }]',
        cells: ['[120, 33.5]', '[140, 41]'],
      }),
      'one.yaml:8:12',
    ],
    [
      'fewer people than none',
      table({
        caption: '구직자',
        columns: '[{ id: x, label: 남 }, { id: y, label: 여 }]',
        cells: ['[120, -33]', '[140, 41]'],
      }),
      'one.yaml:8:12',
    ],
    [
      'fewer than none beside a column of changes',
      table({
        caption: '구직자',
        columns: '[{ id: x, period: 2021 }, { id: y, period: 2022 }, { id: z, label: 증감 }]',
        cells: ['[120, -33, -153]', '[140, 41, -99]'],
      }),
      'one.yaml:8:12',
    ],
    [
      'fewer than none beside a difference and a growth that are worked out',
      {
        'statistics/one.yaml': `id: one
caption: 사업체
corner: 구분
unit: 개소
columns: [{ id: x, period: 2021 }, { id: y, period: 2022 }, { id: z, label: 늘어난 수 }, { id: g, label: 비율, unit: '%' }]
rows: [{ id: a, label: 서구 }, { id: b, label: 전국 }]
cells:
  a: [120, -33, ~, ~]
  b: [140, 41, ~, ~]
relations:
  '*/z': difference(./y, ./x)
  '*/g': growth(./y, ./x)
`,
      },
      'one.yaml:8:12',
    ],
    [
      'half of a person of no table',
      { 'statistics/figures.yaml': 'job-seekers: { value: 1234.5, unit: 명 }\n' },
      'figures.yaml:1:23',
    ],
    [
      'half of a person in prose about means of others',
      {
        'statistics/figures.yaml': 'workers: { value: 12.3, unit: 명 }\n',
        'narrative/labour.hbs':
          '□ 평균 임금\n○ 일하는 사람은 모두 {{fig "figures/workers"}}명이고 하루 평균은 알 수 없다.\n',
      },
      'figures.yaml:1:19',
    ],
    [
      'half of a person as the sum of whole ones',
      {
        'statistics/figures.yaml':
          "men: { value: 3, unit: 명 }\nwomen: { value: 4, unit: 명 }\nboth: { value: 7.5, unit: 명, is: 'sum(figures/men, figures/women)' }\n",
      },
      'figures.yaml:3:16',
    ],
  ])('%s', (_, files, place) => {
    expect(faultsOf(files)).toEqual([expect.stringMatching(new RegExp(`/${place} impossible-value$`))]);
  });

  it('what a decision puts in its place', () => {
    const decision = `findings:
  - { finding: sum-mismatch tasks/startup/target, decision: correct, address: tasks/startup/projects/room/target,
      value: -4, from: 0, values: [], edition: 0, by: 담당자, date: 2023-01-02, reason: 잘못 적음 }
`;
    const found = faultsOf({ 'dispositions.yaml': decision });
    expect(found.filter((line) => line.endsWith('impossible-value'))).toHaveLength(1);
  });
});

describe('is taken', () => {
  it.each<[string, Files]>([
    [
      'nothing, 0 and what is not known',
      startup('national: 1500, district: 300', "national: 0, district: '-'"),
    ],
    [
      'natural increase below 0',
      table({
        caption: '인구 동향',
        columns: '[{ id: x, label: 자연증가 }, { id: y, label: 순이동 }]',
        cells: ['[-120, 30]', '[-4000, -12]'],
      }),
    ],
    [
      'a balance by the whole label or the id of a column',
      table({
        caption: '구인과 구직',
        columns: '[{ id: x, label: 차 }, { id: net-jobs, label: 남음 }]',
        cells: ['[-120, 30]', '[30, -12]'],
      }),
    ],
    [
      'what is printed with a triangle',
      table({
        caption: '구직자',
        columns: '[{ id: x, label: 남 }, { id: y, label: 여 }]',
        cells: ["[120, { value: -33, as: '△33' }]", '[140, 41]'],
      }),
    ],
    [
      'numbers less than 0 that stand beside one another, whatever they are',
      table({
        caption: '구직자',
        columns: '[{ id: x, label: 남 }, { id: y, label: 여 }]',
        cells: ['[120, -33]', '[140, -41]'],
      }),
    ],
    [
      'what a relation gives, and what is typed in its row',
      {
        'statistics/one.yaml': `id: one
caption: 사업체
corner: 구분
unit: 개소
columns: [{ id: x, period: 2021 }, { id: y, period: 2022 }]
rows: [{ id: a, label: 문 연 곳 }, { id: b, label: 닫은 곳 }, { id: c, label: 남은 곳 }]
cells:
  a: [20, 33]
  b: [41, 41]
  c: [-21, -8]
relations:
  'c/x': difference(a/x, b/x)
`,
      },
    ],
    [
      'money',
      table({
        caption: '결산',
        columns: '[{ id: x, label: 작년, unit: 백만원 }, { id: y, label: 올해, unit: 백만원 }]',
        cells: ['[-120, 30]', '[30, 12]'],
      }),
    ],
    [
      'growth',
      table({
        caption: '고용률 증감',
        columns: "[{ id: x, label: 전년 대비, unit: '%' }]",
        cells: ['[-3.5]', '[120]'],
      }),
    ],
    [
      'a rate that may be more than all',
      table({
        caption: '목표',
        columns: "[{ id: x, label: 달성률, unit: '%' }]",
        cells: ['[103.5]', '[690]'],
      }),
    ],
    [
      'a rate of which nobody knows',
      table({ caption: '현황', columns: "[{ id: x, label: 비율, unit: '%' }]", cells: ['[180]', '[12]'] }),
    ],
    [
      'a mean by its label',
      table({
        caption: '가구',
        columns: '[{ id: x, label: 가구수 }, { id: y, label: 평균 가구원수 }]',
        cells: ['[500, 2.3]', '[900, 2]'],
      }),
    ],
    [
      'a mean by its unit line',
      table({
        caption: '종사자 (사업체당)',
        columns: '[{ id: x, label: 작년 }, { id: y, label: 올해 }]',
        cells: ['[5.4, 6]', '[5, 5]'],
      }),
    ],
    [
      'a mean beside others',
      table({
        caption: '자녀',
        columns: '[{ id: x, label: 작년 }, { id: y, label: 올해 }]',
        cells: ['[0.8, 0.7]', '[1, 1]'],
      }),
    ],
    [
      'thousands',
      table({
        caption: '취업자',
        columns: '[{ id: x, label: 남, unit: 천명 }, { id: y, label: 여, unit: 천명 }]',
        cells: ['[12.5, 30]', '[14, 41]'],
      }),
    ],
    [
      'rates that are none of parts, whatever they are called',
      table({
        caption: '목표',
        columns: "[{ id: x, label: 실적, unit: '%' }, { id: y, label: 고용률, unit: '%' }]",
        cells: ['[1200, 1200]', '[1200, 1200]'],
      }),
    ],
    [
      'a rate of a table that has others like it',
      table({
        caption: '취업률과 그 밖의 비율',
        columns: "[{ id: x, label: 작년, unit: '%' }, { id: y, label: 올해, unit: '%' }]",
        cells: ['[130, 150]', '[20, 30]'],
      }),
    ],
    [
      'the difference of means',
      {
        'statistics/figures.yaml':
          "mean-now: { value: 2.3, unit: 명 }\nmean-then: { value: 1.9, unit: 명 }\ngap: { value: 0.4, unit: 명, is: 'difference(figures/mean-now, figures/mean-then)' }\n",
      },
    ],
    [
      'a mean of no table that the prose calls one',
      {
        'statistics/figures.yaml': 'workers: { value: 12.3, unit: 명 }\n',
        'narrative/labour.hbs': '□ 사업체\n○ 한 곳의 평균 {{fig "figures/workers"}}명이 일한다.\n',
      },
    ],
    ['a mean of no table', { 'statistics/figures.yaml': 'household-size: { value: 2.3, unit: 명 }\n' }],
    [
      'rounded shares that add up to more',
      table({
        caption: '구성비',
        columns: "[{ id: x, label: 구성비, unit: '%' }]",
        cells: ['[100.0]', '[0]'],
      }),
    ],
  ])('%s', (_, files) => {
    expect(faultsOf(files)).toEqual([]);
  });
});
