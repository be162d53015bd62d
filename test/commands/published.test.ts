// A plan whose editions have gone out, and an edit -> what is told of it, once a cause; a later edition -> nothing.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicationText, readPublication } from '../../src/check/history/publication-text.ts';
import { textsIn } from '../plan-format/plan-folders.ts';
import { CASES, revisedSources } from '../revise/revised-plan.ts';
import { edited, published, told, without } from './published-plan.ts';

const EDITIONS = textsIn(path.join(CASES, 'three-in-a-row'));
const plan = revisedSources(
  new Map([
    ...[...EDITIONS].filter(([name]) => name.endsWith('.yaml')),
    [
      'tasks/startup.hbs',
      '{{#project "room"}}\n○ {{project "room"}}: {{fig "./projects/room/target"}}명\n{{/project}}\n',
    ],
  ]),
).plan.files;
it('says nothing of what is as it was, whatever editions follow', async () => {
  for (const editions of [[0], [1], [3], [0, 1, 3]])
    expect(told(await published(plan, ...editions))).toEqual([]);
});

describe('after publishing', () => {
  it('base data: one finding for the input, with the edition that is made consistent', async () => {
    const files = await published(plan, 0, 1);
    const changed = edited(
      files,
      ['tasks/startup.yaml', '{ national: 1500,', '{ national: 1400,'],
      ['editions/1.yaml', 'before: 1500', 'before: 1400'],
    );
    expect(told(changed)).toMatchInlineSnapshot(`
      [
        "error plan/tasks/startup.yaml:10:26 공시한 수치가 바뀌었습니다(당초, 2023. 10. 1. 공시): ‘창업 공간’ 국비 공시 1,500천원, 지금 1,400천원. 함께 달라진 것: 수치 1개. [plan/published/0.json:51:1] [plan/editions/1.yaml:9:79] [plan/published/1.json:64:1]",
      ]
    `);
  });
  it('an edition and the next one that begins from it', async () => {
    const files = await published(plan, 1);
    const changed = edited(
      files,
      ['editions/1.yaml', '{ national: 50,', '{ national: 60,'],
      ['editions/3.yaml', 'before: 50', 'before: 60'],
    );
    expect(told(changed)).toMatchInlineSnapshot(`
      [
        "error plan/editions/1.yaml:15:26 공시한 수치가 바뀌었습니다(제1차 판, 2023. 10. 2. 공시): ‘취업 카페’ 국비 공시 50천원, 지금 60천원. 함께 달라진 것: 수치 7개. [plan/published/1.json:42:1]",
      ]
    `);
  });
  it('a last edition that is gone', async () => {
    expect(told(without(await published(plan, 0, 3), 'editions/3.yaml'))).toMatchInlineSnapshot(`
      [
        "error plan/published/3.json:1:1 공시한 판이 없어졌습니다(제3차 판, 2023. 10. 4. 공시): editions/3.yaml이 없습니다.",
      ]
    `);
  });
  it('an edition that changes nothing any more', async () => {
    const files = await published(plan, 3);
    const [head = ''] = (files.get('editions/3.yaml') ?? '').split('changes:');
    expect(told(new Map([...files, ['editions/3.yaml', `${head}changes: []\n`]]))).toMatchInlineSnapshot(`
      [
        "error plan/editions/1.yaml:12:11 공시한 글이 없어졌습니다(제3차 판, 2023. 10. 4. 공시): 공시 ‘집행 잔액’, 지금 (없음). [plan/published/3.json:326:1]",
        "error plan/published/3.json:47:1 공시한 것이 지금은 없습니다(제3차 판, 2023. 10. 4. 공시): ‘창업 공간’, 수치 4개(7명, 1,600천원, 300천원, 1,900천원). 함께 달라진 것: 수치 24개, 글 19곳.",
        "error plan/tasks/startup.yaml:7:11 공시하지 않은 것이 더해졌습니다(제3차 판, 2023. 10. 4. 공시): ‘창업 공간’. 함께 달라진 것: 글 5곳. [plan/published/3.json:1:1]",
      ]
    `);
  });
  it('a name, and a text of a template', async () => {
    const files = await published(plan, 0);
    expect(
      told(edited(files, ['tasks/startup.yaml', 'name: 창업 학교', 'name: 창업 교실'])),
    ).toMatchInlineSnapshot(`
      [
        "error plan/tasks/startup.yaml:12:11 공시한 이름이 바뀌었습니다(당초, 2023. 10. 1. 공시): 공시 ‘창업 학교’, 지금 ‘창업 교실’. 함께 달라진 것: 글 3곳. [plan/published/0.json:122:1]",
      ]
    `);
    expect(told(edited(files, ['narrative/summary.hbs', '인구는', '주민은']))).toMatchInlineSnapshot(`
      [
        "error plan/narrative/summary.hbs:5:1 공시한 글이 바뀌었습니다(당초, 2023. 10. 1. 공시): 공시 ‘○ 인구는 220명입니다.’, 지금 ‘○ 주민은 220명입니다.’. [plan/published/0.json:163:1]",
      ]
    `);
  });
  it('a table and a project that are gone', async () => {
    const files = await published(plan, 0);
    expect(told(edited(files, ['narrative/summary.hbs', '{{table "people"}}\n', '']))).toMatchInlineSnapshot(`
      [
        "error plan/narrative/summary.hbs:5:1 공시한 글이 없어졌습니다(당초, 2023. 10. 1. 공시): 공시 ‘인구’, 지금 (없음). 함께 달라진 것: 글 5곳. [plan/published/0.json:165:1]",
      ]
    `);
    const base = without(plan, 'editions/1.yaml', 'editions/2.yaml', 'editions/3.yaml');
    const gone = edited(
      await published(base, 0),
      [
        'tasks/intern.yaml',
        '  - id: office\n    name: 행정 인턴\n    target: 40\n    funding: { province: 6400, district: 100 }',
        '  []',
      ],
      ['schedule.yaml', '  intern:\n    office:\n      - [{ months: 3-7, text: 모집 }]\n', ''],
    );
    expect(told(gone)).toMatchInlineSnapshot(`
      [
        "error plan/published/0.json:36:1 공시한 것이 지금은 없습니다(당초, 2023. 10. 1. 공시): ‘행정 인턴’, 수치 4개(40명, 6,400천원, 100천원, 6,500천원). 함께 달라진 것: 수치 24개, 글 8곳.",
      ]
    `);
    const added = edited(await published(base, 0), [
      'tasks/intern.yaml',
      'projects:\n',
      'projects:\n  - id: extra\n    name: 추가 인턴\n    target: 3\n    funding: { province: 10 }\n',
    ]);
    expect(told(added)).toMatchInlineSnapshot(`
      [
        "error plan/tasks/intern.yaml:5:11 공시하지 않은 것이 더해졌습니다(당초, 2023. 10. 1. 공시): ‘추가 인턴’. 함께 달라진 것: 수치 12개, 글 4곳. [plan/published/0.json:1:1]",
      ]
    `);
  });
  it('what no page says, and the look as information; a record of before says nothing of it', async () => {
    const CHART = `own: { caption: 인구, alt: 인구의 막대, spec: own, tables: [people] }\n`;
    const SPEC = `{"data":{"name":"people"},"mark":"bar","width":300,"height":100,"encoding":{"x":{"field":"rowLabel","type":"nominal","title":"해"},"y":{"field":"value","type":"quantitative"}}}`;
    const typed = new Map([
      ...plan,
      [
        'plan.yaml',
        `${plan.get('plan.yaml')}keywords: [청년, 돌봄]\nsummary: 인구 {{fig "tables/people/2022/count"}}명의 계획\ncolours: { main: '#112244' }\n`,
      ],
      ['narrative/summary.hbs', `${plan.get('narrative/summary.hbs')}\n{{chart "own"}}\n`],
      ['charts.yaml', CHART],
      ['charts/own.vl.json', SPEC],
    ]);
    const files = await published(typed, 0);
    const now = (...edit: Parameters<typeof edited>[1]) =>
      told(edited(files, edit)).map((line) => line.replace(/\(당초[^)]*\)/, ''));
    expect([
      told(files),
      now('plan.yaml', '청년, 돌봄', '청년, 보육'),
      now('plan.yaml', '명의 계획', '명의 계약'),
      now('charts/own.vl.json', '"해"', '"년"'),
      now('charts/own.vl.json', '{"data"', '{ "data"'),
      now('plan.yaml', '#112244', '#112255'),
      now('narrative/summary.hbs', '인구는', '**인구**는'),
      now('statistics/people.yaml', '220', '221'),
    ]).toMatchInlineSnapshot(`
      [
        [],
        [
          "error plan/plan.yaml:6:12 공시한 핵심어가 바뀌었습니다: 공시 ‘청년, 돌봄’, 지금 ‘청년, 보육’. [plan/published/0.json:133:1]",
        ],
        [
          "error plan/plan.yaml:7:10 공시한 요지가 바뀌었습니다: 공시 ‘인구 220명의 계획’, 지금 ‘인구 220명의 계약’. [plan/published/0.json:134:1]",
        ],
        [
          "error plan/charts/own.vl.json:1:1 공시한 그림틀이 바뀌었습니다: 공시 ‘…l","title":"해"},"y":{"fie…’, 지금 ‘…l","title":"년"},"y":{"fie…’. [plan/published/0.json:135:1]",
        ],
        [],
        [
          "information plan/plan.yaml:8:18 공시한 색이 바뀌었습니다: 공시 ‘main #112244’, 지금 ‘main #112255’. [plan/published/0.json:136:1]",
        ],
        [
          "information plan/published/0.json:137:1 공시한 글과 수치는 그대로이나 모양이 공시한 것과 다르게 찍힙니다: 굵은 글씨, 크기, 여백, 너비, 맞춤, 쪽 나눔 가운데 달라진 것이 있습니다.",
        ],
        [
          "error plan/statistics/people.yaml:15:10 공시한 수치가 바뀌었습니다: 인구: 2022년 인구 공시 220명, 지금 221명. [plan/published/0.json:26:1]",
        ],
      ]
    `);
    const record = readPublication(files.get('published/0.json') ?? '');
    const names = [...(record?.names ?? [])].filter(([key]) => !key.startsWith('file/'));
    const before = record && publicationText({ ...record, names: new Map(names) }).text;
    const old = new Map([...files, ['published/0.json', before ?? '']]);
    expect(
      told(edited(old, ['plan.yaml', '청년, 돌봄', '청년, 보육'], ['plan.yaml', '#112244', '#112255'])),
    ).toEqual([]);
  });
  it('an id is nothing that is printed', async () => {
    const texts = [...without(plan, 'editions/1.yaml', 'editions/2.yaml', 'editions/3.yaml')].map(
      ([name, text]) => [name, text] as const,
    );
    const files = await published(new Map(texts), 0);
    const renamed = (before: string, after: string) =>
      new Map(
        [...files].map(([name, text]) =>
          name.startsWith('published/')
            ? ([name, text] as const)
            : ([name.replace(before, after), text.replaceAll(before, after)] as const),
        ),
      );
    for (const id of ['office', 'people', 'startup', 'women'])
      expect(told(renamed(id, `other-${id}`)), id).toEqual([]);
    expect(
      told(edited(renamed('office', 'other'), ['tasks/intern.yaml', 'target: 40', 'target: 41'])),
    ).toHaveLength(1);
  });
});
