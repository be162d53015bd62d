// The `rows:` or `columns:` of a statistics file -> entries of an axis, and its leaves with all that cells need of them.

import type { SourceLocation } from '../diagnostic.ts';
import { isId } from '../figure/address.ts';
import type { Units } from '../figure/unit.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { AxisEntry, Emphasis } from '../plan/statistics-table.ts';
import { type YearKind, yearKind } from '../plan/years.ts';
import type { Fault, Faults } from './faults.ts';
import type { Axis, Leaf } from './leaf.ts';
import type { Scalar } from './node.ts';
import { numberWithin } from './number-form.ts';
import { patternsOf } from './pattern.ts';
import { MOST_DIGITS, MOST_WIDTH } from './shape.ts';
import { defined, sourceText } from './source-text.ts';
import { readUnit } from './units.ts';

/** A row or column as its schema reads it. */
export interface AxisShape {
  readonly id: Scalar;
  readonly label?: Scalar;
  readonly period?: Scalar;
  readonly years?: Scalar;
  readonly emphasis?: Scalar;
  readonly unit?: Scalar;
  readonly digits?: Scalar;
  readonly width?: Scalar;
  readonly kind?: Scalar;
  readonly merge?: Scalar;
  readonly 'with-unit'?: Scalar;
  readonly align?: Scalar;
  /** The members of a group; under the key of its axis. */
  readonly rows?: readonly AxisShape[];
  readonly columns?: readonly AxisShape[];
}

/** Of groups in groups. */
const MOST_DEEP = 6;

interface AxisOptions {
  /** The plan's year, from which labels of periods count. */
  readonly year: number;
  readonly units: Units;
  readonly periodLabels: 'long' | 'short';
  /** What the years of the table are where an entry says nothing of its own. */
  readonly years: YearKind;
  /** Width of a leaf whose data gives none; undefined on an axis without widths. */
  readonly defaultWidth: number | undefined;
}

type Draft = { -readonly [key in keyof Leaf]: Leaf[key] } & {
  readonly periods: readonly (number | undefined)[];
};

export function readAxis(shapes: readonly AxisShape[], options: AxisOptions, faults: Faults): Axis {
  const leaves: Draft[] = [];
  const byId = new Map<string, Draft>();

  const read = (siblings: readonly AxisShape[], above: readonly AxisShape[]): readonly AxisEntry[] => {
    const first = new Map<string, Scalar>();
    return siblings.flatMap((shape) => {
      const twin = first.get(shape.id.text);
      if (twin !== undefined) {
        faults.add(duplicate(shape.id, shape.id.text, twin.place));
        return [];
      }
      first.set(shape.id.text, shape.id);
      const path = [...above, shape];
      const members = shape.rows ?? shape.columns ?? [];
      const [below] = members;
      if (below !== undefined && path.length === MOST_DEEP) {
        const message = '행이나 열의 묶음이 지나치게 깊습니다.';
        faults.add({
          rule: 'too-much-data',
          place: below.id.place,
          message,
          expected: `${MOST_DEEP}단계까지`,
        });
        return [];
      }
      const children = read(members, path);
      const years = yearKind(path.findLast((one) => one.years !== undefined)?.years?.text) ?? options.years;
      if (members.length === 0 && path.every(({ id }) => isId(id.text))) addLeaf(shape, path);
      return [entryOf(shape, children, { ...options, years }, faults)];
    });
  };

  const addLeaf = (shape: AxisShape, path: readonly AxisShape[]): void => {
    const leaf = draftOf(shape, path, leaves.length, options.units, faults);
    const twin = byId.get(leaf.id);
    // Groups may meet: `a` with `b-c` and `a-b` with `c` are both a-b-c.
    if (twin !== undefined) {
      faults.add(duplicate(shape.id, leaf.id, twin.place));
      return;
    }
    leaves.push(leaf);
    byId.set(leaf.id, leaf);
  };

  const entries = read(shapes, []);
  linkPeriods(leaves);
  return { entries, leaves, byId, byPattern: patternsOf(leaves), depth: depthOf(entries) };
}

function draftOf(
  shape: AxisShape,
  path: readonly AxisShape[],
  index: number,
  units: Units,
  faults: Faults,
): Draft {
  const nearest = <Key extends keyof AxisShape>(key: Key): AxisShape[Key] | undefined =>
    path.findLast((one) => one[key] !== undefined)?.[key];
  const ids = path.map(({ id }) => id.text);
  const unit = nearest('unit');
  const digits = nearest('digits');
  return {
    id: ids.join('-'),
    ids,
    index,
    unit: unit && readUnit(unit, units, faults),
    digits: numberWithin(digits, 0, MOST_DIGITS),
    holdsText: nearest('kind')?.text === 'text',
    merged: nearest('merge')?.text === 'true',
    withUnit: nearest('with-unit')?.text === 'true',
    previous: undefined,
    place: shape.id.place,
    periods: path.map(({ period }) => numberWithin(period, 1000, 9999)),
  };
}

/** Finds for each leaf with a period the one before it among those that differ in nothing else. */
function linkPeriods(leaves: readonly Draft[]): void {
  const series = new Map<string, { leaf: Draft; period: number }[]>();
  for (const leaf of leaves) {
    const depth = leaf.periods.findLastIndex((period) => period !== undefined);
    const period = leaf.periods[depth];
    if (period === undefined) continue;
    const key = leaf.ids.map((id, index) => (index === depth ? '*' : id)).join('/');
    const members = series.get(key) ?? [];
    members.push({ leaf, period });
    series.set(key, members);
  }
  for (const members of series.values()) {
    members.sort((a, b) => a.period - b.period);
    members.forEach(({ leaf, period }, index) => {
      leaf.previous = members.slice(0, index).findLast((other) => other.period < period)?.leaf;
    });
  }
}

function entryOf(
  shape: AxisShape,
  children: readonly AxisEntry[],
  { year, periodLabels, years, defaultWidth }: AxisOptions,
  faults: Faults,
): AxisEntry {
  const period = numberWithin(shape.period, 1000, 9999);
  const width =
    children.length > 0 || defaultWidth === undefined
      ? undefined
      : (numberWithin(shape.width, 0, MOST_WIDTH) ?? defaultWidth);
  return {
    id: shape.id.text,
    label: labelOf(shape, period, year, periodLabels, years, faults),
    ...defined({ period, years: years === 'rolling' ? undefined : years }),
    emphasis: emphasisOf(shape.emphasis),
    ...defined({ width, align: alignOf(shape.align) }),
    children,
  };
}

/** The label typed, else one made from the period: by its distance from the plan's year where it moves with that. */
function labelOf(
  shape: AxisShape,
  period: number | undefined,
  year: number,
  form: 'long' | 'short',
  years: YearKind,
  faults: Faults,
): SourceText {
  if (shape.label !== undefined) return sourceText(shape.label);
  if (shape.period === undefined) {
    faults.add({
      rule: 'missing-key',
      place: shape.id.place,
      message: '필요한 키가 없습니다: label',
      expected: "label: … (비워 두려면 label: '') 또는 period: 연도",
    });
  }
  const style = form === 'short' ? ' form="short"' : '';
  if (period !== undefined && years !== 'rolling') {
    const typed = form === 'short' ? `’${String(period % 100).padStart(2, '0')}` : String(period);
    return { text: `${typed}년`, place: (shape.period ?? shape.id).place };
  }
  const text = period === undefined ? '' : `{{year ${period - year}${style}}}년`;
  return { text, place: (shape.period ?? shape.id).place };
}

function emphasisOf(emphasis: Scalar | undefined): Emphasis {
  return emphasis?.text === 'total' || emphasis?.text === 'own' ? emphasis.text : 'none';
}

function alignOf(align: Scalar | undefined): AxisEntry['align'] {
  return (['left', 'center', 'right'] as const).find((one) => one === align?.text);
}

export function depthOf(entries: readonly AxisEntry[]): number {
  return entries.reduce((most, { children }) => Math.max(most, 1 + depthOf(children)), 0);
}

function duplicate(id: Scalar, name: string, first: SourceLocation): Fault {
  return {
    rule: 'duplicate-id',
    place: id.place,
    message: `같은 id가 두 번 나옵니다: ${name}`,
    expected: '한 표의 행과 열에서는 서로 다른 id',
    related: [{ place: first, note: '먼저 나온 곳' }],
  };
}
