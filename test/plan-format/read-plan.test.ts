// test/plans/small and the bundled data -> the plan that reading them gives.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatLocation } from '../../src/diagnostic.ts';
import { parseAddress } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureDefinition, Value } from '../../src/figure/figure.ts';
import { operandsOf } from '../../src/figure/relation.ts';
import { leafId, leavesOf } from '../../src/plan/statistics-table.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { PLANS, textsIn } from './plan-folders.ts';

const small = textsIn(path.join(PLANS, 'small'));
const { value: plan, diagnostics } = readPlan({ displayRoot: 'data/small', files: small });

function figure(address: string): FigureDefinition {
  const found = plan?.figures.find((one) => one.address === parseAddress(address));
  if (found === undefined) throw new Error(`no figure ${address}`);
  return found;
}

function table(id: string) {
  const found = plan?.tables.get(id);
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
}

/** As typed: the number with its decimals, `-`, or `missing`. */
function shown(value: Value | undefined): string | undefined {
  if (value?.kind === 'quantity') return Number(value.exact).toFixed(value.digits);
  return value?.kind === 'nil' ? '-' : value?.kind;
}

/** The function of a figure's relation and its operands, without what they share. */
function relation(address: string): string | undefined {
  const { relation } = figure(address);
  if (relation === undefined) return undefined;
  const prefix = /^tables\/[^/]+\//.exec(address)?.[0] ?? '';
  return `${relation.kind} ${operandsOf(relation)
    .map((one) => one.replace(prefix, ''))
    .join(' ')}`;
}

describe('a plan without faults', () => {
  it('has nothing to report', () => {
    expect(diagnostics).toEqual([]);
  });

  it('knows what the publication is, with the defaults for what is not said', () => {
    expect(plan).toMatchObject({
      id: 'small',
      title: {
        text: '{{year 0}}년도 일자리대책',
        place: { file: 'data/small/plan.yaml', line: 2, column: 8 },
      },
      issuer: { text: '한빛구' },
      year: 2023,
      issueDate: '2023-03-31',
      language: 'ko-KR',
      office: 'any',
      firstPage: 1,
      colours: { main: { text: '#074171' } },
    });
  });

  it('has the texts, names, charts and the SWOT with their places', () => {
    expect(plan?.notes.get('source')).toEqual({
      text: '자료 출처. 한빛구 통계',
      place: { file: 'data/small/notes.yaml', line: 1, column: 9 },
    });
    expect(plan?.names.get('park')).toMatchObject({ canonical: '한빛 산업단지', published: ['한빛산단'] });
    expect(plan?.charts.get('openings')?.source).toEqual({
      kind: 'spec',
      spec: 'openings',
      tables: ['openings'],
    });
    expect(plan?.charts.get('districts')?.source).toMatchObject({
      kind: 'missing',
      needed: { text: '구별 사업체수' },
    });
    expect(plan?.swot?.factors).toMatchObject({ strengths: 'missing', weaknesses: [{ text: '낡은 공단' }] });
    expect(plan?.swot?.strategies.map(({ id, items }) => [id, items.length])).toEqual([['so', 2]]);
    expect(plan?.narratives.get('labour')?.file).toBe('data/small/narrative/labour.hbs');
  });
});

describe('a table', () => {
  it('has its axes, labels, widths and looks', () => {
    const openings = table('openings');
    expect(leavesOf(openings.columns).map(leafId)).toEqual([
      'openings-count',
      'openings-growth',
      'seekers',
      'ratio',
      'status',
    ]);
    expect(leavesOf(openings.columns).map((path) => path.at(-1)?.width)).toEqual([10, 10, 20, 10, 10]);
    expect(openings.rows.map(({ period, emphasis }) => [period, emphasis])).toEqual([
      [2022, 'own'],
      [2021, 'none'],
      [2019, 'none'],
    ]);
    expect(openings).toMatchObject({ density: 'dense', mergedColumns: [4], labelWidths: [16] });
    expect(openings.unitLine?.text).toBe('(단위 : 건, %, 배)');
    expect(table('people')).toMatchObject({ density: 'normal', mergedColumns: [], labelWidths: [10, 20] });
  });

  it('labels periods by their distance from the year of the plan', () => {
    expect(table('openings').rows.map(({ label }) => label.text)).toEqual([
      '{{year -1}}년',
      '{{year -2}}년',
      '{{year -4}}년',
    ]);
    expect(table('people').columns.map(({ label }) => label.text)).toEqual([
      '{{year -2 form="short"}}년',
      '{{year -1 form="short"}}년',
    ]);
  });

  it('has a cell for each crossing, figures by address, at the place of the scalar', () => {
    const [first, second, third] = table('openings').cells;
    expect(first?.map(({ kind }) => kind)).toEqual(['figure', 'figure', 'figure', 'figure', 'text']);
    expect(first?.[2]).toEqual({
      kind: 'figure',
      address: 'tables/openings/2022/seekers',
      bold: true,
      withUnit: false,
      place: { file: 'data/small/statistics/openings.yaml', line: 21, column: 31 },
    });
    expect(second?.[2]).toMatchObject({ bold: false, withUnit: true });
    expect(third?.[3]).toEqual({ kind: 'empty' });
    expect(third?.[4]).toMatchObject({ kind: 'text', text: { text: '과잉' }, bold: true });
  });
});

describe('a figure', () => {
  it('keeps the digits that were typed', () => {
    expect(shown(figure('tables/openings/2022/ratio').given)).toBe('0.80');
    expect(shown(figure('tables/openings/2022/openings-count').given)).toBe('46567');
    expect(figure('tables/openings/2022/ratio').digits).toBe(2);
  });

  it('tells nil, missing and computed apart', () => {
    expect(shown(figure('tables/openings/2019/seekers').given)).toBe('-');
    expect(shown(figure('tables/openings/2019/openings-count').given)).toBe('missing');
    expect(figure('tables/openings/2021/ratio').given).toBeUndefined();
  });

  it('keeps published characters, approximations and inferences', () => {
    expect(figure('tables/openings/2022/seekers').published).toBe('57558');
    expect(figure('tables/openings/2021/seekers').given).toMatchObject({ about: true });
    expect(figure('tables/people/age-over-29/2022-female').inferred).toBe(true);
    expect(figure('figures/all')).toMatchObject({ published: '224여', inferred: true });
  });

  it.each([
    ['tables/openings/2022/openings-count', '건'], // the table's
    ['tables/openings/2022/openings-growth', '%'], // the column's
    ['tables/people/total/2021-male', '명'], // the column's
    ['tables/people/growth/2022-male', '%'], // the cell's, before the column's and the row's
  ])('%s is in %s', (address, unit) => {
    expect(figure(address).unit.label).toBe(unit);
  });

  it.each([
    ['tables/openings/2021/openings-growth', 1], // of a rate
    ['tables/openings/2021/ratio', 2], // of a ratio
    ['tables/people/difference/2022-male', 0], // of a count
    ['tables/people/growth/2022-male', 2], // as typed
    ['tables/people/growth/2022-female', 3], // the cell's
    ['figures/share-of-men', 2], // its own
  ])('%s is printed with %i decimals', (address, digits) => {
    expect(figure(address).digits).toBe(digits);
  });

  it.each([
    ['tables/openings/2022/openings-growth', 'growth 2022/openings-count 2021/openings-count'],
    // The period before 2021 is 2019, not the next row's index.
    ['tables/openings/2021/openings-growth', 'growth 2021/openings-count 2019/openings-count'],
    // No earlier period: what is typed is an input.
    ['tables/openings/2019/openings-growth', undefined],
    ['tables/openings/2022/ratio', 'ratio 2022/openings-count 2022/seekers'],
    // A range along the leaves of grouped rows.
    ['tables/people/total/2022-male', 'sum age-under-15/2022-male age-15-29/2022-male age-over-29/2022-male'],
    // The earlier period of the same other ids.
    ['tables/people/growth/2022-female', 'growth total/2022-female total/2021-female'],
    ['tables/people/growth/2022-male', 'growth total/2022-male total/2021-male'],
    // The group of this cell, and another member of it.
    ['tables/people/difference/2021-male', 'difference total/2021-male total/2021-female'],
    ['figures/share-of-men', 'share tables/people/total/2022-male figures/all'],
  ])('%s follows from %s', (address, expected) => {
    expect(relation(address)).toBe(expected);
  });

  it('agrees with what it must equal', () => {
    expect(figure('tables/people/total/2022-male').equals).toEqual(['figures/men']);
  });

  it('stands where its value was typed, or else its relation', () => {
    const placeOf = (address: string) => formatLocation(figure(address).place);
    expect(placeOf('tables/openings/2022/ratio')).toBe('data/small/statistics/openings.yaml:21:65');
    expect(placeOf('tables/openings/2021/ratio')).toBe('data/small/statistics/openings.yaml:26:14');
    expect(placeOf('figures/men')).toBe('data/small/statistics/figures.yaml:1:15');
  });
});

describe('reading', () => {
  it('does not depend on the order of the files', () => {
    const reversed = new Map([...small].reverse());
    expect(readPlan({ displayRoot: 'data/small', files: reversed }).value?.figures).toEqual(plan?.figures);
  });

  it('gives the plan in spite of faults that lose no file, and holds their figures missing', () => {
    const text = small.get('statistics/openings.yaml')?.replace('46567', '46,567') ?? '';
    const outcome = readPlan({
      displayRoot: '.',
      files: new Map([...small, ['statistics/openings.yaml', text]]),
    });
    expect(outcome.diagnostics.map(({ rule }) => rule)).toEqual(['number-form']);
    const lost = outcome.value?.figures.find(({ address }) => address.endsWith('2022/openings-count'));
    expect(lost?.given).toEqual({ kind: 'missing' });
  });

  it('names a file that is lost, and blames nobody for naming what was in it', () => {
    const files = new Map([...small, ['statistics/people.yaml', 'id: [']]);
    const outcome = readPlan({ displayRoot: '.', files });
    expect([...(outcome.value?.unread ?? [])]).toEqual(['statistics/people.yaml']);
    expect(outcome.diagnostics.map(({ rule }) => rule)).toEqual(['yaml-syntax']);
  });

  it('finds nothing wrong with the form of the bundled plan, nor with its relations', () => {
    const root = path.resolve(PLANS, '../../data/incheon-seogu-2023');
    const bundled = readPlan({ displayRoot: 'data/incheon-seogu-2023', files: textsIn(root) });
    expect(bundled.diagnostics).toEqual([]);
    expect(bundled.value?.tables.size).toBe(31);
    expect(evaluateFigures(bundled.value?.figures ?? []).diagnostics).toEqual([]);
  });
});
