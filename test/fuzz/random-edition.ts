// A plan's texts and throws of the dice -> sound editions of it, and what they change.

import type { Value } from '../../src/figure/figure.ts';
import type { ItemState } from '../../src/plan/comparison.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { type Task, USUAL_SOURCES } from '../../src/plan/programme.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { valueText } from '../../src/revise/apply/typed-value.ts';
import { KEPT } from '../kept.ts';
import type { Texts } from './base-plan.ts';
import type { Dice } from './dice.ts';

export type Changed =
  /** The value as each edition leaves it, from edition 0 on. */
  | { readonly kind: 'set'; readonly address: string; readonly values: readonly string[] }
  | {
      readonly kind: 'project';
      readonly edition: number;
      readonly key: string;
      readonly state: ItemState;
    }
  | { readonly kind: 'text'; readonly edition: number; readonly after: string };

export interface RandomEditions {
  /** The plan's, and those of the editions. */
  readonly files: Texts;
  readonly changed: readonly Changed[];
}

export function randomEditions(files: Texts, count: number, dice: Dice): RandomEditions {
  return new EditionAuthor(files, dice).editions(count);
}

class EditionAuthor {
  readonly #plan: Plan;
  readonly #files: Map<string, string>;
  readonly #dice: Dice;
  readonly #changed: Changed[] = [];
  readonly #values = new Map<string, string[]>();
  /** Projects that an edition has touched: what one says of them another does not. */
  readonly #touched = new Set<string>();
  #edition = 0;

  constructor(files: Texts, dice: Dice) {
    const { value } = readPlan({ displayRoot: 'plan', kept: KEPT, files });
    if (value === undefined) throw new Error('the plan is not read');
    this.#plan = value;
    this.#files = new Map(files);
    this.#dice = dice;
  }

  editions(count: number): RandomEditions {
    for (let number = 1; number <= count; number++) {
      this.#edition = number;
      const changes = Array.from({ length: 1 + this.#dice.below(6) }, () => this.#change()).flat();
      this.#files.set(
        `editions/${number}.yaml`,
        `number: ${number}
title: 제${number}회 추가경정예산
kind: ${this.#dice.one(['추경', '정정'])}
date: 2023-0${3 + number}-01
published: ${this.#dice.once(3) ? 'false' : 'true'}
${this.#dice.once(2) ? "reason: '국비 변경: 도비·시비'\n" : ''}changes:${changes.length === 0 ? ' []' : ''}
${changes.map((change) => `  - { ${change} }`).join('\n')}
`,
      );
    }
    const sets = [...this.#values].map(([address, values]): Changed => {
      const all = Array.from({ length: count + 1 }, (_, number) => values[number] ?? '');
      return { kind: 'set', address, values: all };
    });
    return { files: this.#files, changed: [...sets, ...this.#changed] };
  }

  /** One change; none where the dice choose what cannot be changed. */
  #change(): readonly string[] {
    switch (this.#dice.below(8)) {
      case 0:
        return this.#added();
      case 1:
        return this.#ended();
      case 2:
        return this.#moved();
      case 3:
        return this.#rewritten();
      default:
        return this.#set();
    }
  }

  #set(): readonly string[] {
    const inputs = this.#plan.figures.filter(
      ({ address, relation, digits, given, equals }) =>
        relation === undefined &&
        given !== undefined &&
        given.kind !== 'missing' &&
        digits === 0 &&
        equals.length === 0 &&
        // What is of a task as a whole may become a sum once a project is added.
        /^(tables|tasks\/[^/]+\/projects)\//.test(address) &&
        !this.#values.get(address)?.[this.#edition] &&
        !this.#touched.has(projectOf(address)),
    );
    if (inputs.length === 0) return [];
    const { address, given } = this.#dice.one(inputs);
    const known = this.#values.get(address) ?? Array.from({ length: this.#edition }, () => spelt(given));
    const before = known[this.#edition - 1] ?? spelt(given);
    const after = String(1 + this.#dice.below(10 ** (1 + this.#dice.below(7))));
    if (after === before) return [];
    // The value stays until another edition changes it.
    this.#values.set(address, [...known.slice(0, this.#edition), after, after, after]);
    this.#touched.add(`set ${projectOf(address)}`);
    return [`set: ${address}, before: ${quoted(before)}, after: ${after}`];
  }

  #added(): readonly string[] {
    const task = this.#dice.one(this.#tasks);
    const id = `new-${this.#edition}-${this.#touched.size}`;
    const key = `tasks/${task.id}/projects/${id}`;
    this.#touched.add(key);
    this.#changed.push({ kind: 'project', edition: this.#edition, key, state: 'new' });
    const funding = USUAL_SOURCES.filter(() => this.#dice.once(2)).map(
      (source) => `${source}: ${1 + this.#dice.below(99_999)}`,
    );
    const amounts = funding.length === 0 ? ['total: 500'] : funding;
    return [
      `add: ${key}, name: 새 사업 ${id}, target: ${this.#dice.below(99)}, funding: { ${amounts.join(', ')} }`,
    ];
  }

  #ended(): readonly string[] {
    const key = this.#untouched();
    if (key === undefined) return [];
    this.#changed.push({ kind: 'project', edition: this.#edition, key, state: 'ended' });
    return [`end: ${key}${this.#dice.once(2) ? ", reason: '신청자 없음, 다음 해로'" : ''}`];
  }

  #moved(): readonly string[] {
    const key = this.#untouched();
    const target = this.#dice.one(this.#tasks);
    if (key === undefined || key.startsWith(`tasks/${target.id}/`)) return [];
    const to = `tasks/${target.id}/projects/moved-${this.#touched.size}`;
    this.#touched.add(to);
    this.#changed.push(
      { kind: 'project', edition: this.#edition, key, state: 'moved-out' },
      { kind: 'project', edition: this.#edition, key: to, state: 'moved-in' },
    );
    return [`move: ${key}, to: ${to}`];
  }

  /** A word of a narrative that stands once. */
  #rewritten(): readonly string[] {
    const names = [...this.#files.keys()].filter((name) => name.startsWith('narrative/'));
    const file = this.#dice.one(names);
    const text = this.#files.get(file) ?? '';
    const words = (text.match(/(?<=[□○] )[가-힣]{3,}/g) ?? []).filter(
      (word) => text.split(word).length === 2 && !this.#touched.has(word),
    );
    if (words.length === 0) return [];
    const before = this.#dice.one(words);
    const after = `${before}와 고친말${this.#touched.size}`;
    this.#touched.add(before);
    this.#changed.push({ kind: 'text', edition: this.#edition, after });
    return [`text: ${file}, before: ${before}, after: ${after}`];
  }

  /** A project that no edition has touched, touched now. */
  #untouched(): string | undefined {
    const keys = this.#tasks
      .flatMap((task) => task.projects.map(({ id }) => `tasks/${task.id}/projects/${id}`))
      .filter((key) => !this.#touched.has(key) && !this.#touched.has(`set ${key}`));
    if (keys.length === 0) return undefined;
    const key = this.#dice.one(keys);
    this.#touched.add(key);
    return key;
  }

  get #tasks(): readonly Task[] {
    return this.#plan.programme.strategies.flatMap(({ tasks }) => tasks);
  }
}

function projectOf(address: string): string {
  return /^tasks\/[^/]+\/projects\/[^/]+/.exec(address)?.[0] ?? address;
}

function spelt(value: Value | undefined): string {
  return value === undefined ? '' : valueText(value);
}

function quoted(value: string): string {
  return value === '-' ? "'-'" : value;
}
