// Throws of the dice -> the texts of a sound plan, and the words that must be found in its document.
import type { Dice } from './dice.ts';

export interface RandomPlan {
  readonly files: ReadonlyMap<string, string>;
  /** Each stands in one place of the data and must be printed. */
  readonly marks: readonly string[];
}

const SOURCES = ['national', 'province', 'district', 'private', 'other'];

class PlanAuthor {
  readonly marks: string[] = [];
  readonly files = new Map<string, string>();
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** A few words, one of which no other text has. */
  words(): string {
    const mark = `가${[...String(this.marks.length)].map((digit) => '나다라마바사아자차카'[Number(digit)]).join('')}하`;
    this.marks.push(mark);
    const filler = Array.from({ length: this.#dice.below(6) }, () =>
      this.#dice.one(['일자리', '청년', '사업 지원', '및', '센터·', 'AI']),
    );
    return [mark, ...filler].join(' ');
  }

  number(digits = 6): string {
    return this.#dice.once(8) ? '0' : String(this.#dice.below(10 ** (1 + this.#dice.below(digits))));
  }

  plan(): RandomPlan {
    this.files.set(
      'plan.yaml',
      `id: random\ntitle: ${this.words()}\nissuer: 한빛구\nyear: 2023\nissue-date: 2023-03-31\n`,
    );
    // Only what the publication prints in every plan is a mark.
    this.marks.length = 0;
    this.#programme();
    const tables = Array.from({ length: 1 + this.#dice.below(3) }, (_, index) =>
      this.#table(`table-${index}`),
    );
    this.files.set('narrative/labour-market.hbs', `${this.#narrative(tables)}\n`);
    this.files.set(
      'narrative/projects.hbs',
      '# Ⅳ 실천 과제\n\n{{insert "projects"}}\n\n{{insert "task-sheets"}}\n',
    );
    return { files: this.files, marks: this.marks };
  }

  #programme(): void {
    const dice = this.#dice;
    const strategies: string[] = [];
    let tasks = 0;
    for (let strategy = 0; strategy <= dice.below(3); strategy++) {
      const ids: string[] = [];
      for (let task = 0; task <= dice.below(3); task++) {
        const id = `task-${tasks++}`;
        ids.push(id);
        this.files.set(`tasks/${id}.yaml`, this.#task(id));
      }
      strategies.push(
        `  - id: strategy-${strategy}\n    name: ${this.words()}\n    tasks: [${ids.join(', ')}]\n`,
      );
    }
    const rounding = dice.one(['additive', 'half-up', 'truncate']);
    this.files.set('strategies.yaml', `rounding: ${rounding}\nstrategies:\n${strategies.join('')}`);
  }

  #task(id: string): string {
    const projects = Array.from({ length: 1 + this.#dice.below(4) }, (_, index) => {
      const funding = SOURCES.filter(() => this.#dice.once(2)).map(
        (source) => `${source}: ${this.number(9)}`,
      );
      return [
        `  - id: project-${index}`,
        `    name: ${this.words()}`,
        `    target: ${this.#dice.once(6) ? "'-'" : this.number(4)}`,
        `    funding: { ${(funding.length === 0 ? ['district: 0'] : funding).join(', ')} }`,
      ].join('\n');
    });
    return `id: ${id}\nname: ${this.words()}\nprojects:\n${projects.join('\n')}\n`;
  }

  #table(id: string): string {
    const dice = this.#dice;
    const years = Array.from({ length: 2 + dice.below(3) }, (_, index) => 2018 + index);
    const rows = years.map((year) => `  - { id: ${year}, period: ${year} }`).join('\n');
    const cells = years.map((year, index) => {
      const [men, women] = [this.number(), this.number()];
      return `  ${year}: [${men}, ${women}, computed, ${index === 0 ? "'-'" : 'computed'}]`;
    });
    this.files.set(
      `statistics/${id}.yaml`,
      `id: ${id}
caption: ${this.words()}
unit-line: '(단위 : 명, %)'
corner: 구 분
unit: 명
columns:
  - { id: men, label: 남 }
  - { id: women, label: 여 }
  - { id: all, label: 계 }
  - { id: growth, label: 증감률, unit: '%', digits: 1 }
rows:
${rows}
cells:
${cells.join('\n')}
relations:
  '*/all': sum(./men, ./women)
  '*/growth': growth(./all, previous/all)
`,
    );
    return id;
  }

  #narrative(tables: readonly string[]): string {
    return tables
      .map((id) => {
        const year = `{{fig "tables/${id}/2019/all" unit=true}}`;
        return `□ ${this.words()}\n\n○ ${this.words()} ${year}\n\n{{table "${id}"}}`;
      })
      .join('\n\n');
  }
}

export function randomPlan(dice: Dice): RandomPlan {
  return new PlanAuthor(dice).plan();
}
