// Expressions and transforms that make more than a chart can show -> refused in Korean before they do.
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/draw/draw-chart.ts';
import { processorTime } from '../processor-time.ts';
import { bars } from '../proof/chart-parts.ts';
import { theme } from '../write/pdf/documents.ts';
import { measure, type Spec, template } from './chart-data.ts';

const rows = Array.from({ length: 20 }, (_, index) => ({
  rowLabel: `가${index}`,
  column: 'c0',
  value: index + 1,
}));

const drawn = (more: Spec) =>
  drawChart({ ...bars(more), config: template('config'), datasets: { ages: rows } }, measure, theme);

/** A text or list twice as long, so many times. */
const doubled = (first: string, twice: string, times = 40) => [
  { calculate: first, as: 'long' },
  ...Array.from({ length: times }, () => ({ calculate: twice, as: 'long' })),
];
const calculated = (calculate: string): Spec => ({ transform: [{ calculate, as: 'long' }] });

/** Anyone may add one. */
const GROWING: Readonly<Record<string, Spec>> = {
  'a sequence': calculated('length(sequence(0, 1e9))'),
  'a sequence without end': calculated('sequence(1/0)'),
  'a sequence of small steps': calculated('sequence(0, 1, 1e-9)'),
  'a padded text': calculated("pad('x', 1e9, 'y', 'left')"),
  'a text by itself': { transform: doubled("'ab'", 'datum.long + datum.long') },
  'a text by a search': { transform: doubled("'ab'", "replace(datum.long, /./g, '$&$&')") },
  'a text by joining': { transform: doubled("'ab'", "join([datum.long, datum.long, datum.long], ',')") },
  'lists within lists': { transform: doubled('[1]', '[datum.long, datum.long]') },
  'a list of parts': {
    transform: [
      ...doubled("'ab'", 'datum.long + datum.long', 20),
      { calculate: "split(datum.long, '')", as: 'x' },
    ],
  },
  'a wide format': calculated("format(datum.value, '999999999d')"),
  'a wide format of an axis': {
    encoding: {
      x: { field: 'rowLabel' },
      y: { field: 'value', type: 'quantitative', axis: { format: '0999999999d' } },
    },
  },
  'rows of rows': {
    transform: [{ calculate: 'sequence(900)', as: 'a' }, { flatten: ['a'] }, { flatten: ['a'] }],
  },
  'folds of folds': {
    transform: Array.from({ length: 8 }, () => ({
      fold: ['value', 'rowLabel', 'column', 'value', 'value', 'value', 'value', 'value', 'value', 'value'],
    })),
  },
  'a window of many': {
    transform: [
      { calculate: 'sequence(400)', as: 'a' },
      { flatten: ['a'] },
      { window: [{ op: 'median', field: 'value', as: 'm' }], frame: [-9999, 9998] },
    ],
    encoding: { x: { field: 'rowLabel' }, y: { field: 'm', type: 'quantitative' } },
  },
  'bins without number': {
    encoding: { x: { field: 'value', bin: { step: 0.0001 } }, y: { aggregate: 'count' } },
  },
};
const REFUSED = /너무 긴 글이나 목록|너무 넓습니다|행이 너무 많아/u;

describe('a chart that would fill the memory', () => {
  it.each(Object.entries(GROWING))('is refused at once: %s', async (_, spec) => {
    await drawn({});
    const spent = await processorTime(() => expect(drawn(spec)).rejects.toThrow(REFUSED));
    expect(spent).toBeLessThan(1000);
  });

  it('is drawn where it makes what a page can show', async () => {
    const { ops } = await drawn({
      transform: [
        { calculate: "pad('' + length(sequence(100)), 5, '0', 'left')", as: 'x' },
        { flatten: ['x'] },
      ],
    });
    expect(ops.length).toBeGreaterThan(20);
  });
});

/** What is none of a chart's: it asks for the surroundings, the screen, the mouse, or writes to a log. */
const OTHERS = [
  'screen()',
  'windowSize()',
  'containerSize()',
  "warn('a')",
  "setdata('ages', [])",
  "modify('ages', datum)",
  'timeSequence(0)',
  "treePath('ages', 1, 2)",
  "geoArea('a', datum)",
  'pathShape(datum.value)',
  'intersect([0, 0], {})',
];

describe('a function in an expression', () => {
  it.each(OTHERS)('is called only where a chart needs it: %s', (calculate) =>
    expect(drawn(calculated(calculate))).rejects.toThrow(/쓸 수 없는 함수입니다/u));

  it('is looked for even where it is written with escapes, and in what events would call', () =>
    expect(drawn(calculated('scr\\u0065en()'))).rejects.toThrow(/쓸 수 없는 함수입니다: screen\(\)/u));
});
