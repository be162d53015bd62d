// Mined relations -> what `relations:` of each table may say, and the lines whose label promises one that nobody found.
import type { FigureBook } from '../figure/figure.ts';
import { type DerivedWords, derivedKind } from '../plan/check-words.ts';
import type { StatisticsTable } from '../plan/statistics-table.ts';
import type { Hypothesis } from './hypotheses.ts';
import { type Mined, mineRelations } from './mine-relations.ts';
import { type Line, type Lines, typedTables } from './table-lines.ts';

interface Proposal {
  /** The cells, as `relations:` names them: `*` and a line, or one cell. */
  readonly keys: readonly string[];
  /** `share(./count, total/count)` */
  readonly relation: string;
  readonly label: string;
  /** How many cells bear it out, and how many speak against it. */
  readonly hits: number;
  readonly misses: number;
}

export interface TableProposals {
  readonly table: StatisticsTable;
  /** Whether the table declares relations already. */
  readonly declares: boolean;
  readonly proposals: readonly Proposal[];
  /** Lines called 합계, 구성비 … of typed numbers for which there is none. */
  readonly unrelated: readonly Line[];
}

/** Of the tables for which there is anything to say. */
export function proposalsOf(
  tables: Iterable<StatisticsTable>,
  book: FigureBook,
  words: readonly DerivedWords[],
): readonly TableProposals[] {
  return typedTables(tables, book).flatMap((one) => {
    const { table, axes } = one;
    const mined = mineRelations(one, words);
    const related = new Set(mined.flatMap(({ cells }) => cells.map(({ cell }) => cell.address)));
    const unrelated = unrelatedIn(axes, words).filter(({ cells }) =>
      cells.some((cell) => cell?.free && !related.has(cell.address)),
    );
    const declares = axes[0].lines.some(({ cells }) =>
      cells.some((cell) => cell?.figure.definition.relation !== undefined),
    );
    const proposals = mined.map(proposalOf);
    return mined.length + unrelated.length === 0 ? [] : [{ table, declares, proposals, unrelated }];
  });
}

/** Lines called 합계, 구성비 … of typed numbers, to none of which anything is declared. */
export function unrelatedLines(
  tables: Iterable<StatisticsTable>,
  book: FigureBook,
  words: readonly DerivedWords[],
): readonly { readonly table: StatisticsTable; readonly line: Line }[] {
  return typedTables(tables, book).flatMap(({ table, axes }) =>
    unrelatedIn(axes, words).map((line) => ({ table, line })),
  );
}

function unrelatedIn(axes: readonly Lines[], words: readonly DerivedWords[]): readonly Line[] {
  return axes.flatMap(({ lines }) =>
    lines.filter(
      ({ label, cells }) =>
        derivedKind(label, words) !== undefined &&
        cells.some((cell) => cell?.free) &&
        !cells.some((cell) => cell?.figure.definition.relation),
    ),
  );
}

function proposalOf({ axis, line, hypothesis, cells }: Mined): Proposal {
  const tried = new Set(cells.map(({ cell }) => cell));
  const whole = line.cells.every((cell) => cell === undefined || tried.has(cell) || !cell.free);
  const declared = line.cells.some((cell) => cell?.figure.definition.relation !== undefined);
  const place = (position: string) =>
    axis === 'columns' ? `${position}/${line.id}` : `${line.id}/${position}`;
  const free = cells.filter(({ cell }) => cell.free);
  return {
    keys:
      whole && !declared ? [place('*')] : free.map(({ cell }) => cell.address.split('/').slice(2).join('/')),
    relation: relationText(axis, hypothesis),
    label: line.label,
    hits: cells.filter(({ holds }) => holds === true).length,
    misses: cells.filter(({ holds }) => holds === false).length,
  };
}

function relationText(axis: Mined['axis'], { kind, operands }: Hypothesis): string {
  const words = operands.map(({ line, at }) => (axis === 'columns' ? `${at}/${line}` : `${line}/${at}`));
  const listed = kind === 'sum' && words.length > 2 ? `${words[0]} .. ${words.at(-1)}` : words.join(', ');
  return `${kind}(${listed})`;
}
