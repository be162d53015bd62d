// Plan and document -> the words by which a text says which of a few things a figure counts: 남자 or 여자, 전국, 인천 or 서구.
import type { Address } from '../../figure/address.ts';
import type { AxisEntry } from '../../plan/statistics-table.ts';
import type { CheckInput } from '../rule.ts';
import { lineOf } from '../text/line.ts';
import type { Cells } from './cells.ts';
import type { PrintedAt } from './headings.ts';
import { measuredOf } from './measured.ts';

/** A few rows or columns beside each other, by the words that name them. */
export interface Opposition {
  /** Each word with the id of what it names. */
  readonly words: ReadonlyMap<string, string>;
  /** The one that the figure counts. */
  readonly own: string;
  /** The one that it is compared with: the whole of a share, the subtrahend of a difference. */
  readonly compared: string | undefined;
  /** Whether the two are told apart (a difference) or the one is a part of the other (a share). */
  readonly apart: boolean;
}

/** More rows than a sentence tells apart by one word. */
const MOST = 6;
const GENERIC = /^인구|구성비|증감|비중|비율|전년|^계$|합계|총계|기타|실적|목표|평균|배수|과부족|^\d|[’']\d/u;
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  남자: ['남자', '남성'],
  여자: ['여자', '여성'],
};
export class Oppositions {
  readonly #input: CheckInput;
  readonly #cells: Cells;
  readonly #printed: PrintedAt;
  readonly #regions: ReadonlyMap<string, string>;

  constructor(input: CheckInput) {
    this.#input = input;
    this.#cells = input.cells;
    this.#printed = input.printed;
    this.#regions = this.#wordsOfRegions();
  }

  of(address: Address): readonly Opposition[] {
    const relation = this.#input.book.get(address)?.definition.relation;
    if (!this.#cells.has(address) && relation === undefined) return this.#byId(address);
    const cell = this.#cells.get(this.#measured(address));
    if (cell === undefined) return [];
    const other =
      relation?.kind === 'share'
        ? relation.whole
        : relation?.kind === 'difference'
          ? relation.subtrahend
          : undefined;
    const against = other && this.#cells.get(this.#measured(other));
    const ids = [...(against?.row ?? []), ...(against?.column ?? [])].map(({ id }) => id);
    return [
      ...this.#along(cell.row, cell.table.rows, ids, relation?.kind === 'difference'),
      ...this.#along(cell.column, cell.table.columns, ids, relation?.kind === 'difference'),
    ];
  }

  /** The cell that the figure is in the end a statement about. */
  #measured(address: Address): Address {
    if (this.#cells.has(address)) return address;
    const relation = this.#input.book.get(address)?.definition.relation;
    const [first] = relation === undefined ? [] : measuredOf(relation);
    return first === undefined ? address : this.#measured(first);
  }

  /** A figure that follows from no other says by its id of what it is: active-rate-of-incheon. */
  #byId(address: Address): readonly Opposition[] {
    const parts = address.split(/[/-]/u);
    const own = [...this.#regions.values()].filter((id) => parts.includes(id));
    const [only] = new Set(own);
    if (only === undefined || new Set(own).size > 1) return [];
    return [{ words: this.#regions, own: only, compared: undefined, apart: false }];
  }

  #along(
    path: readonly AxisEntry[],
    axis: readonly AxisEntry[],
    compared: readonly string[],
    apart: boolean,
  ): Opposition[] {
    const found: Opposition[] = [];
    let entries = axis;
    for (const entry of path) {
      const all = this.#wordsOf(entries);
      const mine = [...all].flatMap(([word, id]) => (id === entry.id ? [word] : []));
      // 농가 하나가 짓는 땅: what a figure is counted per (농가당 경지면적) is its own as well.
      const words = new Map([...all].filter(([word]) => !mine.some((own) => own.startsWith(`${word}당`))));
      const others = new Set(words.values());
      if (others.size > 1 && others.size <= MOST && others.has(entry.id))
        found.push({ words, own: entry.id, compared: compared.find((id) => others.has(id)), apart });
      entries = entry.children;
    }
    return found;
  }

  #wordsOf(entries: readonly AxisEntry[]): ReadonlyMap<string, string> {
    return new Map(
      entries.flatMap(({ id, label, period }) => {
        const text = this.#printed(label.place);
        if (text === undefined || period !== undefined) return [];
        return stemsOf(lineOf(text).text).map((word): [string, string] => [word, id]);
      }),
    );
  }

  /** Rows that several tables have under the same ids and words: the office, its province, the nation. */
  #wordsOfRegions(): ReadonlyMap<string, string> {
    const words = new Map<string, string>();
    for (const { rows } of this.#input.plan.tables.values()) {
      const own = rows.some(({ emphasis }) => emphasis === 'own');
      if (own) for (const [word, id] of this.#wordsOf(rows)) words.set(word, id);
    }
    return words;
  }
}

/** The words of a header without numbers, brackets and what is counted: 사업체수 is about 사업체. */
function stemsOf(label: string): readonly string[] {
  const words = label
    .replace(/\([^)]*\)?/gu, '')
    .replace(/^\s*\d+\.?\s*/u, '')
    .replace(/\s/gu, '');
  if (GENERIC.test(words)) return [];
  const stem = words.length > 2 ? words.replace(/(?:건수|수|인원)$/u, '') : words;
  if (!/^[가-힣]{2,}$/u.test(stem)) return [];
  return SYNONYMS[stem] ?? [stem];
}
