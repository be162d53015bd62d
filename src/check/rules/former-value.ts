// former-value: a number typed in a text that was a figure's until this edition, and is no figure's any more.
import type Fraction from 'fraction.js';
import { korean } from '../../diagnostic/particle.ts';
import { type Address, projectAddress, rowOf, taskAddress } from '../../figure/address.ts';
import { type FigureBook, figureIn } from '../../figure/figure.ts';
import { shownIn, valueWords } from '../../figure/show.ts';
import type { Unit } from '../../figure/unit.ts';
import { type ComparedFigure, isCompared } from '../../plan/comparison.ts';
import type { Plan } from '../../plan/plan.ts';
import { type PlacedName, tasksOf } from '../../plan/programme.ts';
import { describedBy } from '../figures/described.ts';
import type { Rule } from '../rule.ts';
import { excerptOf, lineOf, type TypedNumber, typedNumbers } from '../text/line.ts';
import { parseShown } from '../text/shown-number.ts';
import { unitBehind } from '../text/units.ts';

/** A shorter number may be anybody's: it is the figure's only where its task or project speaks, and a single digit not even there. */
const TELLING_DIGITS = 4;
const FEWEST_DIGITS = 2;

export const formerValue: Rule = {
  title: '글에 적은 수는 이번 판에서 바뀐 수치의 앞 판 값이 아니어야 합니다.',
  reason: '수치는 바뀌었는데 글에는 바뀌기 전의 값이 남으면 한 책에 두 값이 실립니다.',
  severity: 'warning',
  *find({ plan, book, comparison, texts, labels }) {
    if (comparison === undefined) return;
    const former = new FormerValues(plan, book, comparison.figures.values());
    const nameOf = describedBy(book, labels);
    for (const { text } of texts) {
      const line = lineOf(text);
      for (const number of typedNumbers(line)) {
        const was = former.at(line.text, text.place.file, number);
        if (was === undefined) continue;
        const now = valueWords(shownIn(figureIn(book, was.address), was.unit));
        const around = excerptOf(line.text, number.from, number.to);
        yield {
          subject: `${was.address} ${around}`,
          message: korean`‘${around}’: ${nameOf(was.address)}의 앞 판 값 ‘${number.text}’이(가) 글에 남아 있습니다. 이번 판의 값은 ${now}입니다.`,
          place: text.place,
          cause: `bare-number ${text.place.file} ${around}`,
          stated: number.text,
          computed: now,
          remedy: '글을 이번 판의 값에 맞춥니다. 앞 판의 값을 말하려는 글이면 그대로 두기로 정합니다.',
        };
      }
    }
  },
};

/** Where the figures of a task or of one of its projects are at home. */
interface Home {
  /** Of the task's sheet. */
  readonly file: string | undefined;
  readonly names: readonly string[];
  /** What the addresses of all that is the task's begin with. */
  readonly task: string;
}

/** The values that figures had, and those that figures have now, by their amount. */
class FormerValues {
  readonly #former = new Map<string, Address[]>();
  readonly #now = new Map<string, Address[]>();
  readonly #own = new Map<string, Unit>();
  readonly #homes = new Map<string, Home>();
  readonly #units: Plan['units'];

  constructor({ units, programme }: Plan, book: FigureBook, changed: Iterable<ComparedFigure>) {
    this.#units = units;
    for (const { address, before, unit, roundingOnly } of changed) {
      if (before.kind !== 'quantity' || roundingOnly) continue;
      add(this.#former, amountKey(before.exact, unit), address);
      this.#own.set(unit.label, unit);
    }
    for (const { definition, effective } of book.values())
      if (effective.kind === 'quantity' && !isCompared(definition.address))
        add(this.#now, amountKey(effective.exact, definition.unit), definition.address);
    for (const { id, name, sheet, projects, ended } of tasksOf(programme)) {
      const home = { file: sheet?.file, task: `${taskAddress(id)}/` };
      this.#homes.set(taskAddress(id), { ...home, names: namesOf(name) });
      for (const project of [...projects, ...ended])
        this.#homes.set(projectAddress({ task: id, project: project.id }), {
          ...home,
          names: namesOf(project.name),
        });
    }
  }

  /** The figure that had the number until now, and the unit that stands behind it there. */
  at(
    line: string,
    file: string,
    { text, to }: TypedNumber,
  ): { readonly address: Address; readonly unit: Unit } | undefined {
    const digits = text.replace(/\D/gu, '').length;
    const exact = parseShown(text)?.exact;
    if (digits < FEWEST_DIGITS || exact === undefined) return undefined;
    for (const own of this.#own.values()) {
      const unit = unitBehind(line.slice(to), this.#units, own);
      const key = unit && amountKey(exact, unit);
      const address = this.#former.get(key ?? '')?.find((one) => {
        const home = this.#homes.get(rowOf(one) ?? '');
        const isHome =
          home !== undefined && (home.file === file || home.names.some((name) => line.includes(name)));
        // What another figure comes to now may be that one's: of the same task where it speaks, else any.
        const others = this.#now.get(key ?? '') ?? [];
        return isHome
          ? !others.some((other) => other.startsWith(home.task))
          : digits >= TELLING_DIGITS && others.length === 0;
      });
      if (unit !== undefined && address !== undefined) return { address, unit };
    }
    return undefined;
  }
}

function add(lists: Map<string, Address[]>, key: string, address: Address): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [address]);
  else list.push(address);
}

/** What is counted and how much of it, whatever the scale: 1,200천원 and 1.2백만원 are one. */
function amountKey(exact: Fraction, { dimension, scale }: Unit): string {
  return `${dimension} ${exact.mul(scale).toFraction()}`;
}

function namesOf({ canonical, published }: PlacedName): readonly string[] {
  return [canonical, ...Object.values(published)].map(({ text }) => text);
}
