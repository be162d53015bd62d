// Figures in print -> those whose characters times their unit are not their value.
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/figure/address.ts';
import type { Figure } from '../../src/figure/figure.ts';
import { parseQuantity } from '../../src/figure/quantity.ts';
import { PdfFaults } from '../../src/proof/pdf-faults.ts';
import { proveFigures } from '../../src/proof/prove-figures.ts';
import { documentOf } from '../compose/small-plan.ts';
import { unitNamed } from '../figure/unit-named.ts';

const ADDRESS = addressOf('tasks', 'a', 'funding', 'national');

function figureOf(text: string, label: string): Figure {
  const effective = parseQuantity(text) ?? { kind: 'nil' };
  const place = { file: 'plan/tasks/a.yaml', line: 1, column: 1 };
  const definition = {
    address: ADDRESS,
    unit: unitNamed(label),
    digits: 0,
    equals: [],
    inferred: false,
    place,
  };
  return { definition, origin: 'input', stated: undefined, computed: undefined, effective, changed: false };
}

function told(value: string, label: string, text: string, unit?: string): readonly string[] {
  const document = documentOf({ narrative: '# Ⅰ 글\n' });
  const layout = {
    pageLabels: ['1'],
    turned: [false],
    leftHand: [false],
    blocks: new Map(),
    notes: new Map(),
    texts: [],
    shapes: [],
    charts: [],
  };
  const book = new Map([[ADDRESS, figureOf(value, label)]]);
  const faults = new PdfFaults('plan.pdf', document, layout, book);
  const shown = { address: ADDRESS, text, page: 0, ...(unit && { unit: unitNamed(unit) }) };
  return proveFigures(faults, book, [shown]).map(({ rule, message }) => `${rule} ${message}`);
}

describe('a printed figure', () => {
  it.each<[string, string, string, string | undefined]>([
    ['786', '백만원', '786', undefined],
    ['786', '백만원', '786,000', '천원'],
    ['1.5', '백만원', '1,500', '천원'],
    ['786', '원', '0.786', '천원'],
    ['-1.5', '%', '△1.5%', undefined],
    ['5', '천명', '5천명', undefined],
    ['-', '백만원', '-', '천원'],
  ])('%s%s is printed as %s', (value, label, text, unit) => {
    expect(told(value, label, text, unit)).toEqual([]);
  });

  it.each<[string, string, string, string | undefined]>([
    ['786', '백만원', '786', '천원'],
    ['786', '백만원', '787', undefined],
    ['786', '천원', '786,000', '백만원'],
    ['-5', '명', '5', undefined],
    ['5', '명', '미정', undefined],
  ])('%s%s is not %s', (value, label, text, unit) => {
    expect(told(value, label, text, unit)).toHaveLength(1);
    expect(told(value, label, text, unit)[0]).toMatch(/^figure-other-value .*찍힌 것은 ‘/);
  });
});
