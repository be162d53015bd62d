// Throws of the dice -> the texts of a plan whose amounts are kept in every unit, many of them fractions, and perhaps editions of it.
import type { Texts } from './base-plan.ts';
import type { Dice } from './dice.ts';

const SOURCES = ['national', 'province', 'district', 'private', 'other'];
const UNITS = ['원', '천원', '백만원', '억원'];

interface Input {
  readonly address: string;
  readonly unit: string;
  value: string;
}

/** Wholes are stated beside their parts and without, off by rounding and by more; editions set, add, end and move. */
export function unitPlan(dice: Dice): Texts {
  return new UnitAuthor(dice).plan();
}

class UnitAuthor {
  readonly #dice: Dice;
  readonly #files = new Map<string, string>();
  readonly #inputs: Input[] = [];
  readonly #tasks: string[] = [];
  readonly #projects: string[] = [];
  /** What an edition has touched: what one says of it another does not. */
  readonly #touched = new Set<string>();

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  plan(): Texts {
    const dice = this.#dice;
    this.#files.set(
      'plan.yaml',
      'id: random\ntitle: 계획\nissuer: 한빛구\nyear: 2023\nissue-date: 2023-03-31\n',
    );
    const strategies = Array.from({ length: 1 + dice.below(3) }, (_, strategy) => {
      const ids = Array.from({ length: 1 + dice.below(3) }, () => this.#task());
      return `  - { id: s${strategy}, name: 전략 ${strategy}, tasks: [${ids.join(', ')}] }\n`;
    });
    const rounding = dice.one(['additive', 'half-up', 'truncate']);
    this.#files.set('strategies.yaml', `rounding: ${rounding}\nstrategies:\n${strategies.join('')}`);
    this.#files.set('narrative/projects.hbs', '# Ⅳ 실천 과제\n\n{{insert "projects"}}\n');
    const editions = dice.below(3);
    for (let number = 1; number <= editions; number++) this.#edition(number);
    return this.#files;
  }

  #task(): string {
    const dice = this.#dice;
    const id = `task-${this.#tasks.length}`;
    this.#tasks.push(id);
    const projects = Array.from({ length: 1 + dice.below(3) }, (_, index) => {
      const at = `tasks/${id}/projects/p${index}`;
      this.#projects.push(at);
      return `  - { id: p${index}, name: 사업 ${id} ${index}, target: ${this.#target(at)}, funding: ${this.#funding(at)} }\n`;
    });
    const whole = dice.once(5) ? `funding: ${this.#funding()}\n` : '';
    this.#files.set(
      `tasks/${id}.yaml`,
      `id: ${id}\nname: 과제 ${id}\n${whole}projects:\n${projects.join('')}`,
    );
    return id;
  }

  #target(at: string): string {
    const unit = this.#dice.once(3) ? '천명' : '명';
    const value = this.#amount(unit);
    this.#inputs.push({ address: `${at}/target`, unit, value });
    return `{ value: ${value}, unit: ${unit} }`;
  }

  /** `at`: a project that editions may change. */
  #funding(at?: string, stated = true): string {
    const dice = this.#dice;
    const unit = dice.one(UNITS);
    const kinds = stated && dice.once(8) ? ['total'] : SOURCES.filter(() => dice.once(2));
    const parts = (kinds.length === 0 ? ['district'] : kinds).map((kind) => {
      const value = this.#amount(unit);
      if (at !== undefined) this.#inputs.push({ address: `${at}/funding/${kind}`, unit, value });
      return [kind, value] as const;
    });
    const sum = parts.reduce((all, [, value]) => all + Number(value), 0) + dice.below(3);
    const isStated = stated && kinds[0] !== 'total' && dice.once(4);
    const total = isStated ? `total: ${Number(sum.toFixed(unit === '원' || dice.once(2) ? 0 : 3))}, ` : '';
    return `{ unit: ${unit}, ${total}${parts.map((part) => part.join(': ')).join(', ')} }`;
  }

  /** People and 원 are whole. */
  #amount(unit: string): string {
    const dice = this.#dice;
    const whole = dice.below(10 ** (1 + dice.below(unit.endsWith('명') ? 2 : 6)));
    if (unit === '명' || unit === '원' || dice.once(2)) return String(whole);
    const digits = 1 + dice.below(3);
    return `${whole % 1000}.${String(dice.below(10 ** digits)).padStart(digits, '0')}`;
  }

  #edition(number: number): void {
    const changes = Array.from({ length: 1 + this.#dice.below(4) }, (_, index) =>
      this.#change(number, index),
    ).flat();
    this.#files.set(
      `editions/${number}.yaml`,
      `number: ${number}
title: 제${number}회 추경
kind: 추경
date: 2023-0${3 + number}-01
published: ${this.#dice.once(3) ? 'false' : 'true'}
changes:${changes.length === 0 ? ' []' : ''}
${changes.map((change) => `  - { ${change} }\n`).join('')}`,
    );
  }

  /** One change; none where the dice choose what cannot be changed. */
  #change(edition: number, index: number): readonly string[] {
    const dice = this.#dice;
    const kind = dice.below(7);
    const task = dice.one(this.#tasks);
    if (kind === 0) {
      const funding = this.#funding(undefined, false);
      return [
        `add: tasks/${task}/projects/n${edition}${index}, name: 새 사업 ${edition}${index}, target: 5, funding: ${funding}`,
      ];
    }
    const input = dice.one(this.#inputs);
    const key = kind < 3 ? dice.one(this.#projects) : input.address.replace(/\/(target|funding\/\w+)$/, '');
    if (this.#touched.has(key) || (kind === 2 && key.startsWith(`tasks/${task}/`))) return [];
    this.#touched.add(key);
    if (kind === 1) return [`end: ${key}`];
    if (kind === 2) return [`move: ${key}, to: tasks/${task}/projects/m${edition}${index}`];
    const [before, after] = [input.value, this.#amount(input.unit)];
    input.value = after;
    return before === after ? [] : [`set: ${input.address}, before: ${before}, after: ${after}`];
  }
}
