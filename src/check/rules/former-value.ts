// former-value: a number typed in a text that was a figure's until this edition, and is no figure's any more.
import type Fraction from 'fraction.js';
import { korean } from '../../diagnostic/particle.ts';
import { projectOf, taskAddress } from '../../figure/address.ts';
import type { Value } from '../../figure/figure.ts';
import { exactDigits } from '../../figure/quantity.ts';
import { valueIn, valueWords } from '../../figure/show.ts';
import type { Unit } from '../../figure/unit.ts';
import { type ComparedFigure, isCompared } from '../../plan/comparison.ts';
import type { Plan } from '../../plan/plan.ts';
import { type PlacedName, tasksOf } from '../../plan/programme.ts';
import { describedBy } from '../figures/described.ts';
import type { Rule } from '../rule.ts';
import { excerptOf, lineOf, type PlacedRun } from '../text/line.ts';
import { numbersIn } from '../text/numbers.ts';
import { unitBehind } from '../text/units.ts';

/** A shorter number may be anybody's: it is the figure's only where its task or project speaks, and a single digit not even there. */
const TELLING_DIGITS = 4;
const FEWEST_DIGITS = 2;

export const formerValue: Rule = {
  title: '글에 적은 수는 이번 판에서 바뀐 수치의 앞 판 값이 아니어야 합니다.',
  reason: '수치는 바뀌었는데 글에는 바뀌기 전의 값이 남으면 한 책에 두 값이 실립니다.',
  severity: 'warning',
  *find({ plan, book, comparison, texts, labels }) {
    const former = new Map<string, ComparedFigure[]>();
    const units = new Map<string, Unit>();
    for (const figure of comparison?.figures.values() ?? []) {
      const { before, unit, roundingOnly } = figure;
      if (before.kind !== 'quantity' || roundingOnly) continue;
      const key = amountKey(before.exact, unit);
      former.set(key, [...(former.get(key) ?? []), figure]);
      units.set(unit.label, unit);
    }
    if (former.size === 0) return;
    const now = new Map<string, string[]>();
    for (const { definition, effective } of book.values()) {
      if (effective.kind !== 'quantity' || isCompared(definition.address)) continue;
      const key = amountKey(effective.exact, definition.unit);
      now.set(key, [...(now.get(key) ?? []), definition.address]);
    }
    const homes = homesOf(plan);
    const nameOf = describedBy(book, labels);
    for (const { text } of texts) {
      const line = lineOf(text);
      for (const { text: typed, exact, from, to } of numbersIn(line.text)) {
        const digits = typed.replace(/\D/gu, '').length;
        if (digits < FEWEST_DIGITS || !isTyped(line.runs, from, to)) continue;
        for (const own of units.values()) {
          const unit = unitBehind(line.text.slice(to), plan.units, own);
          if (unit === undefined) continue;
          const key = amountKey(exact, unit);
          const others = now.get(key) ?? [];
          const was = former.get(key)?.find(({ address }) => {
            const home = homes.get(homeOf(address));
            const isHome =
              home?.file === text.place.file || home?.names.some((name) => line.text.includes(name)) === true;
            // What another figure comes to now may be that one's: of the same task where it speaks, else any.
            const task = isHome ? `${homeOf(address).split('/', 2).join('/')}/` : '';
            return (isHome || digits >= TELLING_DIGITS) && !others.some((other) => other.startsWith(task));
          });
          if (was === undefined) continue;
          const around = excerptOf(line.text, from, to);
          const shown = valueWords(trimmed(valueIn(was.after, was.unit, unit)));
          yield {
            subject: `${was.address} ${around}`,
            message: korean`‘${around}’: ${nameOf(was.address)}의 앞 판 값 ‘${typed}’이(가) 글에 남아 있습니다. 이번 판의 값은 ${shown}입니다.`,
            place: text.place,
            cause: `bare-number ${text.place.file} ${around}`,
            stated: typed,
            computed: shown,
            remedy: '글을 이번 판의 값에 맞춥니다. 앞 판의 값을 말하려는 글이면 그대로 두기로 정합니다.',
          };
          break;
        }
      }
    }
  },
};

/** What is counted and how much of it, whatever the scale: 1,200천원 and 1.2백만원 are one. */
function amountKey(exact: Fraction, { dimension, scale }: Unit): string {
  return `${dimension} ${exact.mul(scale).toFraction()}`;
}

/** With no more decimals than it needs. */
function trimmed(value: Value): Value {
  return value.kind === 'quantity' ? { ...value, digits: exactDigits(value.exact) ?? value.digits } : value;
}

/** Whether the characters were typed as they stand, and not said to be no figure. */
function isTyped(runs: readonly PlacedRun[], from: number, to: number): boolean {
  return runs.some(
    (placed) =>
      placed.from <= from &&
      to <= placed.to &&
      placed.run.kind === 'text' &&
      placed.run.meaning.kind === 'plain',
  );
}

interface Home {
  /** Of the task's sheet. */
  readonly file: string | undefined;
  readonly names: readonly string[];
}

/** The key of the project that the figure is of, or else of its task or table. */
function homeOf(address: string): string {
  return projectOf(address) ?? address.split('/', 2).join('/');
}

/** Where the figures of each task and project are at home, by its address. */
function homesOf({ programme }: Plan): ReadonlyMap<string, Home> {
  const homes = new Map<string, Home>();
  for (const { id, name, sheet, projects, ended } of tasksOf(programme)) {
    homes.set(taskAddress(id), { file: sheet?.file, names: namesOf(name) });
    for (const project of [...projects, ...ended])
      homes.set(taskAddress(id, 'projects', project.id), { file: sheet?.file, names: namesOf(project.name) });
  }
  return homes;
}

function namesOf({ canonical, published }: PlacedName): readonly string[] {
  return [canonical, ...Object.values(published)].map(({ text }) => text);
}
