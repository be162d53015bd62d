// labels.yaml of the plan and of the program -> what the plan calls its levels, sources and heads.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { printLabels, toldInLevels, withLevels } from '../../src/plan/labels.ts';
import { OFFICE_KINDS, sourceLabels } from '../../src/plan/office.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { PLANS, textsIn } from './plan-folders.ts';

const small = textsIn(path.join(PLANS, 'small'));
const program = readFileSync(path.resolve(import.meta.dirname, '../../templates/labels.yaml'), 'utf8');

function read(own: string | undefined, shared: string | undefined, office = 'any') {
  const head = small.get('plan.yaml')?.replace(/^office:.*\n/m, '') ?? '';
  return readPlan(
    {
      displayRoot: 'p',
      files: new Map([
        ...small,
        ['plan.yaml', `${head}office: ${office}\n`],
        ...(own === undefined ? [] : ([['labels.yaml', own]] as const)),
      ]),
    },
    {
      shared:
        shared === undefined ? undefined : { displayRoot: 't', files: new Map([['labels.yaml', shared]]) },
    },
  );
}

describe('labels', () => {
  it.each(OFFICE_KINDS)('of the program are the usual ones: %s', (office) => {
    const { value } = read(undefined, program, office);
    if (value?.labels === undefined) throw new Error('no labels');
    expect(printLabels(value.labels)).toEqual(printLabels(undefined));
    expect(sourceLabels(office, value.labels)).toEqual(sourceLabels(office));
  });

  it('of the plan come before those of its kind of office, and these before those of all', () => {
    const shared =
      'sources: { other: 기타1, private: 민자1 }\noffices: { county: { sources: { other: 기타2 }, levels: { task: 과제2 } } }';
    const { value, diagnostics } = read(
      'levels: { strategy: 분야 }\nsources: { province: 도비3 }',
      shared,
      'county',
    );
    expect(diagnostics).toEqual([]);
    expect(sourceLabels('county', value?.labels)).toMatchObject({
      national: '국비',
      province: '도비3',
      district: '군비',
      private: '민자1',
      other: '기타2',
    });
    expect(printLabels(value?.labels).levels).toEqual({
      strategy: '분야',
      task: '과제2',
      subtask: '세부과제',
      project: '세부사업',
    });
    expect(sourceLabels('city', read(undefined, shared, 'city').value?.labels).other).toBe('기타1');
  });

  it.each([
    ['levels: { stratgy: 분야 }', 'p/labels.yaml:1:11 unknown-key'],
    ["levels: { strategy: '' }", 'p/labels.yaml:1:21 blank-text'],
    ['sources: 국비', 'p/labels.yaml:1:10 wrong-type'],
    ['sheet: { plan: [가] }', 'p/labels.yaml:1:16 wrong-type'],
    ['overview: { total: 12 }', 'p/labels.yaml:1:20 wrong-type'],
    ['offices: { city: {} }', 'p/labels.yaml:1:1 unknown-key'],
  ])('tells what is wrong with %s', (own, told) => {
    const { diagnostics } = read(own, program);
    expect(
      diagnostics.map(({ place, rule }) =>
        'line' in place ? `${place.file}:${place.line}:${place.column} ${rule}` : rule,
      ),
    ).toEqual([told]);
  });

  it('tells what is wrong with those of the program', () => {
    expect(read(undefined, 'offices: { town: {} }').diagnostics).toMatchObject([
      { rule: 'unknown-key', place: { file: 't/labels.yaml' } },
    ]);
  });
});

describe('the names of levels', () => {
  it('are exchanged all at once', () => {
    const labels = { levels: { strategy: '실천과제', task: '세부사업', project: '추진전략' } };
    expect(withLevels('추진전략별 실천과제와 세부사업, 실천과제', labels)).toBe(
      '실천과제별 세부사업과 추진전략, 세부사업',
    );
    expect(withLevels('추진전략', undefined)).toBe('추진전략');
    const own = { levels: { strategy: '분야', project: '단위과제' } };
    expect(withLevels('추진전략을 세부사업으로, 세부사업이 세부사업이름과', own)).toBe(
      '분야를 단위과제로, 단위과제가 단위과제이름과',
    );
    expect(toldInLevels('‘추진전략 연구’는 없는 세부사업입니다.', own)).toBe(
      '‘추진전략 연구’는 없는 단위과제입니다.',
    );
  });
});
