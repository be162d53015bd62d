// The numbers of a table and what its heads are called -> the relations that its sums, differences and shares bear out.
import type Fraction from 'fraction.js';
import type { DerivedKind } from '../../../plan/check-words.ts';
import { computedFrom, differs, fits, type GridCell, wordsOf } from './borne-values.ts';

interface GridLine {
  readonly id: string;
  readonly label: string;
  readonly kind: DerivedKind | undefined;
  readonly year?: number;
  /** It holds words. */
  readonly isText?: boolean;
}

interface Grid {
  readonly rows: readonly GridLine[];
  readonly columns: readonly GridLine[];
  /** None where words stand. */
  readonly cells: readonly (readonly (GridCell | undefined)[])[];
}

type Axis = 'rows' | 'columns';

/** Of a row or column: its relation, where the numbers bear one out, and the numbers that do not follow it. */
export interface BorneOut {
  readonly axis: Axis;
  readonly index: number;
  /** As a person writes it: `sum(row-1/. .. row-3/.)`. Undefined where no number bears it out. */
  readonly text: string | undefined;
  /** As the table's own words say it: `내국인 + 외국인`. */
  readonly words: string;
  /** Across the axis: where the relation may stand. A number that does not follow it is no more than a number. */
  readonly lines: readonly number[];
  readonly misses: readonly { readonly line: number; readonly computed: Fraction }[];
}

interface Candidate {
  readonly text: string;
  readonly words: string;
  /** Undefined where it cannot be said of that line. */
  readonly operandsAt: (line: number) => readonly GridCell[] | undefined;
}

interface Verdict extends Candidate {
  readonly good: readonly number[];
  readonly bad: readonly { readonly line: number; readonly computed: Fraction }[];
  readonly fitting: readonly number[];
}

const FEWEST_PARTS = 2;

/** One a row or column at most; a cell is of one of them: differences, rates and shares go before sums. */
export function borneOut(grid: Grid): readonly BorneOut[] {
  const claimed = new Set<string>();
  const missed = new Set<string>();
  const found = (['columns', 'rows'] as const).flatMap((axis) =>
    grid[axis].map(({ kind }, index) => ({ axis, index, kind })),
  );
  const isSum = ({ kind }: (typeof found)[number]) => kind === 'sum';
  return [...found.filter((one) => !isSum(one)), ...found.filter(isSum)].flatMap(
    ({ axis, index, kind }): BorneOut[] => {
      if (kind === undefined) return [];
      const side = new Side(grid, axis, claimed);
      const best = side.best(index, kind);
      if (best === undefined) return [];
      const isBorne = best.good.length > 0 && best.good.length >= best.bad.length;
      if (!isBorne && (kind !== 'sum' || best.bad.length === 0)) return [];
      // Of averages and rates beside counts only the counts add up.
      const lines = isBorne ? best.fitting : best.good;
      const misses = best.bad.filter(({ line }) => !missed.has(side.key(index, line)));
      for (const line of lines) claimed.add(side.key(index, line));
      for (const { line } of misses) missed.add(side.key(index, line));
      const text = lines.length > 0 ? best.text : undefined;
      return [{ axis, index, words: best.words, text, lines, misses }];
    },
  );
}

/** A table looked at along one of its axes. */
class Side {
  readonly #items: readonly GridLine[];
  readonly #lines: readonly GridLine[];

  constructor(
    readonly grid: Grid,
    readonly axis: Axis,
    readonly claimed: ReadonlySet<string>,
  ) {
    this.#items = grid[axis];
    this.#lines = grid[axis === 'rows' ? 'columns' : 'rows'];
  }

  key(item: number, line: number): string {
    return this.axis === 'rows' ? `${item}/${line}` : `${line}/${item}`;
  }

  #cell(item: number, line: number): GridCell | undefined {
    return this.axis === 'rows' ? this.grid.cells[item]?.[line] : this.grid.cells[line]?.[item];
  }

  /** The item on the line where the relation stands, or on another. */
  #ref(item: number, line = '.'): string {
    const id = this.#items[item]?.id ?? '';
    return this.axis === 'rows' ? `${id}/${line}` : `${line}/${id}`;
  }

  best(item: number, kind: DerivedKind): Verdict | undefined {
    const verdicts = this.#candidates(item, kind).map((one) => this.#judged(item, kind, one));
    const score = ({ good, bad }: Verdict) => good.length - bad.length;
    return verdicts.reduce<Verdict | undefined>(
      (best, one) => (best === undefined || score(one) > score(best) ? one : best),
      undefined,
    );
  }

  #judged(item: number, kind: DerivedKind, candidate: Candidate): Verdict {
    const good: number[] = [];
    const bad: { line: number; computed: Fraction }[] = [];
    const fitting: number[] = [];
    this.#lines.forEach((line, index) => {
      const own = this.#cell(item, index);
      const operands = candidate.operandsAt(index);
      const isOther = kind === 'sum' && (line.kind === 'growth' || line.kind === 'share');
      if (own === undefined || operands === undefined || isOther || this.claimed.has(this.key(item, index)))
        return;
      if (!fits(kind, own.unit, operands)) return;
      // Rates are seldom added: only where a number says so.
      if (kind === 'sum' && own.value.kind === 'missing' && own.unit.kind === 'rate') return;
      const computed = computedFrom(kind, own.unit, operands);
      const isOff = computed !== undefined && differs(own, computed);
      if (!isOff) fitting.push(index);
      if (computed === undefined || own.value.kind !== 'quantity') return;
      if (!isOff) good.push(index);
      else bad.push({ line: index, computed: computed.low.add(computed.high).div(2) });
    });
    return { ...candidate, good, bad, fitting };
  }

  #candidates(item: number, kind: DerivedKind): readonly Candidate[] {
    if (kind === 'sum') return this.#sums(item);
    return kind === 'share' ? this.#shares(item) : this.#changes(item, kind);
  }

  #label(item: number): string {
    return this.#items[item]?.label ?? '';
  }

  #isCount(item: number): boolean {
    const kind = this.#items[item]?.kind;
    return this.#items[item]?.isText !== true && (kind === undefined || kind === 'sum');
  }

  #plain(from: number, to: number): readonly number[] {
    return range(from, to).filter((one) => {
      const item = this.#items[one];
      return item?.kind === undefined && item?.isText !== true;
    });
  }

  #sums(item: number): readonly Candidate[] {
    const sums = range(0, this.#items.length).filter((one) => this.#items[one]?.kind === 'sum');
    const last = sums.findLast((one) => one < item) ?? -1;
    const next = sums.find((one) => one > item) ?? this.#items.length;
    const lists = [
      this.#plain(last + 1, item),
      this.#plain(0, item),
      sums.filter((one) => one < item),
      this.#plain(item + 1, next),
      this.#plain(item + 1, this.#items.length),
      sums.filter((one) => one > item),
    ];
    return lists
      .filter(({ length }) => length >= FEWEST_PARTS)
      .map((parts) => ({
        text: `sum(${this.#listed(parts)})`,
        words: parts.map((part) => this.#label(part)).join(' + '),
        operandsAt: (line) => this.#all(parts.map((part) => [part, line])),
      }));
  }

  #listed(parts: readonly number[]): string {
    const [first = 0, last = 0] = [parts[0], parts.at(-1)];
    const isRow = last - first + 1 === parts.length;
    return isRow
      ? `${this.#ref(first)} .. ${this.#ref(last)}`
      : parts.map((part) => this.#ref(part)).join(', ');
  }

  /** Pairs of what stands before, nearest first, then of what stands behind. */
  #pairs(item: number): readonly (readonly [number, number])[] {
    const before = this.#plain(0, item).toReversed();
    const behind = this.#plain(item + 1, this.#items.length);
    const [a, b] = before.length > 1 ? before : behind;
    const first = before.at(-1);
    if (a === undefined || b === undefined) return [];
    const far = first === undefined || first === b || before.length < 2 ? [] : [[a, first] as const];
    return [[a, b], ...far, [b, a]];
  }

  #changes(item: number, kind: 'difference' | 'growth'): readonly Candidate[] {
    const pairs = this.#pairs(item).map(
      ([now, then]): Candidate => ({
        text: `${kind}(${this.#ref(now)}, ${this.#ref(then)})`,
        words: wordsOf(kind, this.#label(now), this.#label(then)),
        operandsAt: (line) =>
          this.#all([
            [now, line],
            [then, line],
          ]),
      }),
    );
    const beside = this.#plain(0, item).at(-1) ?? this.#plain(item + 1, this.#items.length)[0];
    if (beside === undefined || this.#lines.every(({ year }) => year === undefined)) return pairs;
    const overYears: Candidate = {
      text: `${kind}(${this.#ref(beside)}, ${this.#ref(beside, 'previous')})`,
      words: wordsOf(kind, this.#label(beside), `앞 연도의 ${this.#label(beside)}`),
      operandsAt: (line) => {
        const previous = this.#previous(line);
        return previous === undefined
          ? undefined
          : this.#all([
              [beside, line],
              [beside, previous],
            ]);
      },
    };
    return [overYears, ...pairs];
  }

  #previous(line: number): number | undefined {
    const own = this.#lines[line]?.year;
    if (own === undefined) return undefined;
    const earlier = range(0, this.#lines.length).filter((one) => (this.#lines[one]?.year ?? own) < own);
    return earlier.reduce<number | undefined>(
      (best, one) => (best === undefined || this.#year(one) > this.#year(best) ? one : best),
      undefined,
    );
  }

  #year(line: number): number {
    return this.#lines[line]?.year ?? 0;
  }

  #shares(item: number): readonly Candidate[] {
    const all = range(0, this.#items.length).filter((one) => this.#isCount(one));
    const parts = [...all.filter((one) => one < item).toReversed(), ...all.filter((one) => one === item + 1)];
    const totals = range(0, this.#lines.length).filter((one) => this.#lines[one]?.kind === 'sum');
    const sums = all.filter((one) => this.#items[one]?.kind === 'sum');
    const ofTotals = parts.flatMap((part) =>
      totals.map(
        (total): Candidate => ({
          text: `share(${this.#ref(part)}, ${this.#ref(part, this.#lines[total]?.id)})`,
          words: wordsOf(
            'share',
            this.#label(part),
            `${this.#lines[total]?.label ?? ''}의 ${this.#label(part)}`,
          ),
          operandsAt: (line) =>
            this.#all([
              [part, line],
              [part, total],
            ]),
        }),
      ),
    );
    const ofItems = parts.flatMap((part) =>
      [...sums, ...parts].flatMap((whole): readonly Candidate[] =>
        whole === part
          ? []
          : [
              {
                text: `share(${this.#ref(part)}, ${this.#ref(whole)})`,
                words: wordsOf('share', this.#label(part), this.#label(whole)),
                operandsAt: (line) =>
                  this.#all([
                    [part, line],
                    [whole, line],
                  ]),
              },
            ],
      ),
    );
    return [...ofTotals, ...ofItems];
  }

  #all(places: readonly (readonly [item: number, line: number])[]): readonly GridCell[] | undefined {
    const cells = places.map(([item, line]) => this.#cell(item, line));
    return cells.every((cell) => cell !== undefined) ? cells : undefined;
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
