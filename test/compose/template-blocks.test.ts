// {{#each}}, {{#if}}, {{#unless}}, {{#with}} and values by their names, over a small programme and its tables.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTemplates } from '../../src/commands/read-templates.ts';
import { composeDocument } from '../../src/compose/compose-document.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import { textsOf } from '../../src/document/reading.ts';
import { PLANS, textsIn } from '../plan-format/plan-folders.ts';
import { type Files, PROGRAMME, readProgramme } from '../plan-format/programme-files.ts';
import { short } from './small-plan.ts';

const templates = readTemplates({
  displayRoot: 'templates',
  files: textsIn(path.resolve(PLANS, '../../templates')),
}).value;

const TABLE: Files = {
  'statistics/age.yaml': `id: age
caption: 나이별
unit: 명
corner: 구분
columns: [{ id: count, label: 수 }, { id: remark, label: 비고, kind: text }]
rows:
  - { id: '2021', period: 2021 }
  - { id: '2022', period: 2022 }
  - { id: old, label: 그 밖, rows: [{ id: one, label: 첫째 }] }
cells:
  '2021': [1200, '많다 {{year 0}}']
  '2022': [0, ~]
  old-one: ['-', 글]
`,
};

function composed(text: string, over: Files = {}) {
  const { plan, book, faults } = readProgramme({ ...TABLE, ...over });
  expect(faults).toEqual([]);
  if (templates === undefined) throw new Error('the templates cannot be read');
  return composeDocument(plan, book, { ...templates, publication: { file: 'publication.hbs', text } });
}

/** The texts that the publication comes to, figures in braces. */
function texts(text: string, over: Files = {}): readonly string[] {
  const { value, diagnostics } = composed(text, over);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return (value?.blocks ?? []).flatMap((block) => textsOf(block).map(({ inlines }) => short(inlines)));
}

function faults(text: string, over: Files = {}): readonly string[] {
  return composed(text, over)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ place, rule }) => `${formatLocation(place)} ${rule}`);
}

describe('a block', () => {
  it.each([
    ['{{#each strategies}}{{name}}{{#unless @last}}, {{/unless}}{{/each}}', '청년 일자리, 여성 일자리'],
    [
      '{{#each strategies}}{{number}}.{{#each tasks}} {{name}}({{../name}}){{/each}} {{/each}}',
      '1. 청년 창업(청년 일자리) 청년 인턴(청년 일자리) 2. 여성 교육(여성 일자리)',
    ],
    ['{{#each tasks}}[{{target}}]{{/each}}', '[{12}][{40}][{-}]'],
    [
      '{{#each tasks}}{{#if target}}{{fig target unit=true}}{{else}}없음{{/if}} {{/each}}',
      '{12명} {40명} 없음',
    ],
    [
      '{{#each projects}}{{#if funding.national}}{{fig funding.national unit=true}}{{else if funding.province}}도 {{funding.province}}{{else}}-{{/if}} {{/each}}',
      '{1,500천원} - 도 {6,400}',
    ],
    [
      '{{#each projects}}{{#if funding.district}}{{funding.district}}{{else}}x{{/if}} {{/each}}',
      '{300} {700} {0}',
    ],
    [
      '{{#each strategies as |one index|}}{{#each one.tasks as |task|}}{{index}}{{one.id}}/{{task.id}} {{/each}}{{/each}}',
      '0youth/startup 0youth/intern 1women/course',
    ],
    [
      '{{#each strategies}}{{#each tasks}}{{@../index}}-{{@index}}{{#if @first}}!{{/if}} {{/each}}{{/each}}',
      '0-0! 0-1 1-0!',
    ],
    [
      '{{#each strategies}}{{#each projects}}{{name}}{{else}}({{name}} 없음){{/each}} {{/each}}',
      '창업 공간창업 학교행정 인턴 (여성 일자리 없음)',
    ],
    [
      '{{#each tables.age.rows}}{{label}} {{cells.count}}{{#if cells.remark}} {{cells.remark}}{{/if}}; {{/each}}',
      '2021년 {1,200} 많다 2023; 2022년 {0}; 첫째 {-} 글;',
    ],
    ['{{#each tables.age.rows}}{{#if year}}{{year}}{{else}}{{group}}{{/if}} {{/each}}', '2021 2022 그 밖'],
    [
      '{{#with tables.age}}{{caption}} {{#each years}}{{this}}{{#unless @last}}·{{/unless}}{{/each}}{{/with}}',
      '나이별 2021·2022',
    ],
    [
      '{{#each tables.age.columns}}{{label}} {{cells.[2022]}}{{/each}}'.replace(
        '{{cells.[2022]}}',
        '{{#if cells.[2022]}}{{cells.[2022]}}{{else}}빔{{/if}} ',
      ),
      '수 {0} 비고 빔',
    ],
    [
      '○ {{#each tasks ~}}\n  {{name}}\n{{~#unless @last}},  {{~/unless}}\n{{~/each}} 끝',
      '청년 창업,청년 인턴,여성 교육 끝',
    ],
    ['가 {{~#if title~}} 나 {{~else~}} 다 {{~/if~}} 라', '가나라'],
    ['{{#each (years -2 0)}}{{this}}({{year this form="short"}}) {{/each}}', '2021(’21) 2022(’22) 2023(’23)'],
    ['{{#each projects}}{{#if funding.private}}x{{else}}-{{/if}}{{/each}}', '---'],
    ['{{title}}, {{issuer}}, {{year}}', '일자리대책, 한빛구, 2023'],
    ['{{#each tasks}}{{name}}{{josa name "은/는"}} {{/each}}', '청년 창업은 청년 인턴은 여성 교육은'],
    ['{{#each tasks}}**{{name}}**{{/each}}', '**청년 창업****청년 인턴****여성 교육**'],
    ['{{#each strategies}}{{@root.issuer}}{{/each}}', '한빛구한빛구'],
    ['{{#each projects}}{{#if department}}{{department}}{{else}}-{{/if}}{{/each}}', '---'],
    [
      '{{#each projects}}{{task.strategy.name}}/{{task.name}} {{/each}}',
      '청년 일자리/청년 창업 청년 일자리/청년 창업 청년 일자리/청년 인턴',
    ],
  ])('%s', (template, printed) => {
    expect(texts(`${template}\n`).map((text) => text.trim())).toEqual([printed]);
  });

  it('goes through subtasks, with what their projects come to', () => {
    const over = {
      'tasks/startup.yaml': (PROGRAMME['tasks/startup.yaml'] ?? '')
        .replace(
          'projects:',
          'subtasks: [{ id: learn, name: 배우기 }, { id: begin, name: 시작하기 }]\nprojects:',
        )
        .replace('name: 창업 공간', 'name: 창업 공간\n    subtask: begin')
        .replace('name: 창업 학교', 'name: 창업 학교\n    subtask: learn'),
    };
    const text = `○ {{#each subtasks}}{{number}}{{name}} {{target}} {{funding.total}} {{#each projects}}{{name}}{{/each}} {{/each}}
○ {{#each projects}}{{#if subtask}}{{subtask.name}}{{else}}-{{/if}} {{/each}}{{subtask "startup/learn"}} {{fig "tasks/startup/projects/room/target"}}
○ {{#each tasks}}{{#each subtasks}}{{task.id}}{{#if funding.national}}{{funding.national}}{{/if}} {{else}}없음 {{/each}}{{/each}}
`;
    expect(texts(text, over).map((one) => one.trim())).toEqual([
      '1배우기 {6} {700} 창업 학교 2시작하기 {5} {1,800} 창업 공간',
      '배우기 시작하기 - 배우기 {5}',
      'startup startup{1,500} 없음 없음',
    ]);
  });

  it('over lines gives each turn its own lines, with the places where they were written', () => {
    const text = '{{#each strategies}}\n○ {{name}}\n{{#each tasks}}\n- {{name}}\n{{/each}}\n{{/each}}\n';
    expect(texts(text)).toEqual(['청년 일자리', '청년 창업', '청년 인턴', '여성 일자리', '여성 교육']);
    const blocks = composed(text).value?.blocks ?? [];
    expect(
      blocks.map((block) => block.kind === 'item' && [block.level, formatLocation(block.content.place)]),
    ).toEqual([
      [1, 'publication.hbs:2:1'],
      [2, 'publication.hbs:4:1'],
      [2, 'publication.hbs:4:1'],
      [1, 'publication.hbs:2:1'],
      [2, 'publication.hbs:4:1'],
    ]);
  });

  it('keeps a name, a figure and a year what they are', () => {
    const [block] = composed('{{#each strategies}}{{name}}{{target}}{{/each}}{{year}}\n').value?.blocks ?? [];
    expect(block?.kind === 'paragraph' && block.content.inlines).toMatchObject([
      { text: '청년 일자리', meaning: { kind: 'name', name: 'strategy/youth' } },
      { kind: 'figure', address: 'strategies/youth/target' },
      { text: '여성 일자리', meaning: { kind: 'name', name: 'strategy/women' } },
      { kind: 'figure', address: 'strategies/women/target' },
      { text: '2023', meaning: { kind: 'year', offset: 0 } },
    ]);
  });

  it('puts in data that reads like marks as letters', () => {
    const over = {
      'strategies.yaml': `${PROGRAMME['strategies.yaml']}`.replace('여성 일자리', "'○ \\*\\*여성\\*\\*'"),
    };
    expect(texts('{{#each strategies}}\n{{name}}\n{{/each}}\n', over)).toEqual(['청년 일자리', '○ **여성**']);
  });

  it('in the text of a sheet stands at its task', () => {
    const over = {
      'tasks/startup.hbs':
        '□ 사업내용\n{{#each projects}}\n○ {{name}}: {{target}}명\n{{/each}}\n- {{strategy.name}}\n',
    };
    const all = texts('{{insert "task-sheets"}}\n', over);
    expect(all).toContain('창업 공간: {5}명');
    expect(all).toContain('창업 학교: {6}명');
    expect(all).not.toContain('행정 인턴: {40}명');
    expect(all).toContain('청년 일자리');
  });

  it('goes through the categories that the plan reports by', () => {
    const over = {
      'tasks/startup.yaml':
        PROGRAMME['tasks/startup.yaml']?.replace('target: 12', 'target: 12\ncategory: training') ?? '',
    };
    const text =
      '{{#each categories}}{{#if target}}{{name}} {{target}}. {{/if}}{{/each}}{{#each tasks}}{{#if category}}{{category}}{{/if}}{{/each}}\n';
    expect(texts(text, over)).toEqual(['직업능력개발훈련 {11}. 직업능력개발훈련']);
  });

  it('that holds a partial runs it where the block stands', () => {
    const over = { 'narrative/one.hbs': '○ {{name}}\n' };
    expect(texts('{{#each strategies}}\n{{> one}}\n{{/each}}\n', over)).toEqual([
      '청년 일자리',
      '여성 일자리',
    ]);
  });
});

describe('what is wrong with a value is told at its place', () => {
  it.each([
    ['{{#each projects}}\n{{funding.national}}\n{{/each}}', ['2:1 absent-value', '2:1 absent-value']],
    ['{{#each tasks}}{{nam}}{{/each}}', ['1:16 unknown-helper']],
    ['{{#each taks}}x{{/each}}', ['1:1 unknown-helper']],
    ['{{#if @last}}x{{/if}}', ['1:1 unknown-helper']],
    ['{{#each tasks}}{{../../name}}{{/each}}', ['1:16 unknown-helper']],
    ['{{#each tasks}}{{#if @index}}x{{/if}}{{/each}}', ['1:16 value-form']],
    ['{{strategies}}', ['1:1 value-form']],
    ['{{tables.age}}', ['1:1 value-form']],
    ['{{#each title}}x{{/each}}', ['1:1 value-form']],
    ['{{#each tasks}}{{fig this}}{{/each}}', ['1:16 helper-arguments']],
    [
      '{{#each tasks}}{{fig name}}{{/each}}',
      ['1:16 unknown-figure', '1:16 unknown-figure', '1:16 unknown-figure'],
    ],
    ['{{#each (years 0 -1)}}x{{/each}}', ['1:1 helper-arguments']],
    ['{{#each (years 0 100000)}}x{{/each}}', ['1:1 helper-arguments']],
    ['{{#each (fig "a/b")}}x{{/each}}', ['1:1 helper-arguments']],
    ['{{#each tasks projects}}x{{/each}}', ['1:1 helper-arguments']],
    ['{{#each}}x{{/each}}', ['1:1 helper-arguments']],
    ['{{#if title as |x|}}x{{/if}}', ['1:1 helper-arguments']],
    ['{{#each tasks}}{{#fig "x/y"}}a{{/fig}}{{/each}}', ['1:16 unknown-helper']],
    ['{{#if title}}a{{else fig}}b{{/if}}', ['1:15 unknown-helper']],
    ['{{#each tasks}}x', ['1:1 template-syntax']],
    ['{{title}} {{#if title}}{{#each tasks}}x{{/if}}', ['1:40 template-syntax']],
    ['{{fig}}', ['1:1 helper-arguments']],
    [`{{fig ${'(fig '.repeat(3000)}"a"${')'.repeat(3000)}}}`, ['1:107 template-syntax']],
    ['{{tables.age.rows.label}}', ['1:1 unknown-helper']],
    ['{{#each tasks}}{{constructor}}{{__proto__}}{{/each}}', ['1:16 unknown-helper', '1:31 unknown-helper']],
  ])('%s', (text, found) => {
    expect(new Set(faults(`${text}\n`))).toEqual(new Set(found.map((one) => `publication.hbs:${one}`)));
    expect(faults(`${text}\n`).length).toBeGreaterThan(0);
  });

  it('and a list that goes on and on is stopped', () => {
    const text = `${'{{#each tasks}}'.repeat(12)}x${'{{/each}}'.repeat(12)}\n`;
    const deep = text.replaceAll('{{#each tasks}}', '{{#each @root.tasks}}\n');
    expect(faults(deep)).toEqual([expect.stringMatching(/^publication\.hbs:\d+:1 too-much-text$/)]);
  });
});
