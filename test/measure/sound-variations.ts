// A plan -> the same plan otherwise, with nothing wrong in it: other values and names, an edition, the next year's plan.

import { findingKey } from '../../src/check/finding.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { nextPlan } from '../../src/commands/next-plan.ts';
import type { FigureDefinition } from '../../src/figure/figure.ts';
import { decimalText } from '../../src/figure/quantity.ts';
import { tasksOf } from '../../src/plan/programme.ts';
import type { Dice } from '../fuzz/dice.ts';
import type { MeasuredPlan, Texts } from './measured-plan.ts';

/** Data that the new year does not have yet, and what nobody has renewed, a title that names its years among it. */
const TO_DO = ['missing-data', 'untouched-text', 'year-label'];

/** A table that says that it comes to the budget, which one amount more is not in, is told rightly. */
const RIGHTLY = /^(?:stale-disposition|broken-assertion) /u;

interface Variation {
  readonly what: string;
  /** The findings that the plan does not have as it is. */
  readonly alarms: readonly string[];
}

export function variation(plan: MeasuredPlan, dice: Dice): Variation {
  const way = dice.below(3);
  if (way === 0) return scaled(plan, dice);
  const { what, files } = way === 1 ? renamed(plan, dice) : edition(plan, dice);
  return { what, alarms: alarmsOf(plan, files) };
}

/** The plan of the year after it, with nothing filled in. */
export function nextYear(plan: MeasuredPlan): Variation {
  const { sources, files } = plan;
  const what = 'the next year';
  if ((plan.told({})?.size ?? 1) > 0) return { what, alarms: [] };
  const { value } = nextPlan({ ...sources.plan, files }, new Map(), 'next', undefined, sources.templates);
  const next = new Map(
    value?.files.flatMap(({ name, bytes }) =>
      /\.(?:yaml|hbs)$/u.test(name) ? [[name, new TextDecoder().decode(bytes)] as const] : [],
    ),
  );
  const read = inspectPlan({ ...sources, plan: { ...sources.plan, files: next } });
  const found = read.value?.findings ?? [];
  return {
    what,
    alarms: found
      .filter((one) => !TO_DO.includes(one.rule))
      .map((one) => `${findingKey(one)}: ${one.message}`),
  };
}

function keysOf(sources: MeasuredPlan['sources'], files: Texts): readonly string[] {
  const { value, diagnostics } = inspectPlan({ ...sources, plan: { ...sources.plan, files } });
  if (value === undefined) return diagnostics.map(({ message }) => message);
  return value.findings.filter(({ severity }) => severity !== 'information').map(findingKey);
}

const kept = new WeakMap<MeasuredPlan, ReadonlySet<string>>();

function alarmsOf(plan: MeasuredPlan, files: Texts): readonly string[] {
  const before = kept.get(plan) ?? new Set(keysOf(plan.sources, plan.files));
  kept.set(plan, before);
  return keysOf(plan.sources, files).filter((key) => !before.has(key) && !RIGHTLY.test(key));
}

/** Everything that is counted, some times as much, and all that follows from it computed anew; of a plan without a fault of its own. */
function scaled(plan: MeasuredPlan, dice: Dice): Variation {
  const factor = 2 + dice.below(7);
  const what = `all counts times ${factor}`;
  if ((plan.told({})?.size ?? 1) > 0) return { what: `${what}, which a plan with faults is not`, alarms: [] };
  const change = (one: FigureDefinition): FigureDefinition => {
    const { given, relation, published: _, ...rest } = one;
    if (relation !== undefined && !plan.typed.has(one.address)) return { ...rest, relation };
    if (given?.kind !== 'quantity' || one.unit.kind === 'rate') return one;
    return { ...rest, ...(relation && { relation }), given: { ...given, exact: given.exact.mul(factor) } };
  };
  const told = plan.told({ change: (stated) => ({ ...stated, figures: stated.figures.map(change) }) });
  return {
    what,
    alarms: told === undefined ? ['it cannot be composed'] : [...told].map((one) => one.join(': ')),
  };
}

/** One project's name, wherever it stands. */
function renamed({ files, stated: { plan } }: MeasuredPlan, dice: Dice): { what: string; files: Texts } {
  const all = tasksOf(plan.programme).flatMap(({ projects }) => projects.map(({ name }) => name));
  // What is published otherwise somewhere would be another name there.
  const single = all.filter(({ published }) => Object.keys(published).length === 0);
  const before = dice.one(single.length === 0 ? all : single).canonical.text;
  const after = `${before} 2단계`;
  return {
    what: `${before} -> ${after}`,
    files: new Map([...files].map(([file, text]) => [file, text.replaceAll(before, after)])),
  };
}

/** A supplementary budget of one amount. */
function edition({ files, stated }: MeasuredPlan, dice: Dice): { what: string; files: Texts } {
  const { address, given, unit } = dice.one(
    stated.plan.figures.filter(
      ({ address, relation, given }) =>
        relation === undefined &&
        given?.kind === 'quantity' &&
        /^tasks\/[^/]+\/projects\/[^/]+\/funding\//u.test(address),
    ),
  );
  const amount = given?.kind === 'quantity' ? given.exact : unit.scale;
  const after = decimalText(amount.add(10 * (1 + dice.below(90))), 0);
  const change = `{ set: ${address}, before: ${decimalText(amount, 0)}, after: ${after}, reason: 추경 }`;
  const text = `number: 1\ntitle: 추경\nkind: 추경\ndate: ${stated.plan.year}-05-12\npublished: true\nchanges:\n  - ${change}\n`;
  return { what: change, files: new Map(files).set('editions/1.yaml', text) };
}
