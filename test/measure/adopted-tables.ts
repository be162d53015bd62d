// Two documents of the same publication -> how far the statistics tables of one are those of the other.
import type { Document } from '../../src/document/document.ts';
import { plainText } from '../../src/document/inline.ts';
import type { TableBlock, TableCell } from '../../src/document/table.ts';
import type { FigureBook } from '../../src/figure/figure.ts';
import type { Plan } from '../../src/plan/plan.ts';

export interface Composed {
  readonly plan: Plan;
  readonly book: FigureBook;
  readonly document: Document;
}

export interface TableCounts {
  tables: number;
  /** Every number of the table where it belongs. */
  cells: number;
  spans: number;
  roles: number;
  texts: number;
  /** Of all numbers: in their places, and with the unit and decimals that they have. */
  numbers: number;
  placed: number;
  units: number;
  digits: number;
  /** Of cells that say the same: the truth's address by the other's. */
  readonly addresses: Map<string, string>;
}

export function compareTables(
  truth: Composed,
  made: Composed,
  told: (line: string) => void = () => {},
): TableCounts {
  const counts: TableCounts = {
    tables: 0,
    cells: 0,
    spans: 0,
    roles: 0,
    texts: 0,
    numbers: 0,
    placed: 0,
    units: 0,
    digits: 0,
    addresses: new Map(),
  };
  const candidates = new Set(statisticsOf(made));
  for (const table of statisticsOf(truth)) {
    counts.tables++;
    const numbers = table.rows
      .flat()
      .filter(({ figure }) => figure !== undefined && isNumber(truth, figure)).length;
    counts.numbers += numbers;
    const best = [...candidates]
      .map((one) => ({ one, score: shared(table, one) }))
      .sort((a, b) => b.score - a.score)[0];
    if (best === undefined || best.score === 0) {
      told(`${table.id}: not found`);
      continue;
    }
    const { one } = best;
    candidates.delete(one);
    const [mine, theirs] = [placesOf(table), placesOf(one)];
    const before = counts.placed;
    for (const [place, cell] of mine) {
      const other = theirs.get(place);
      if (cell.figure === undefined || other === undefined || textOf(other) !== textOf(cell)) continue;
      if (other.figure !== undefined) counts.addresses.set(other.figure, cell.figure);
      if (!isNumber(truth, cell.figure)) continue;
      counts.placed++;
      const [unit, unitMade] = [unitOf(truth, cell), unitOf(made, other)];
      if (unit === unitMade) counts.units++;
      else told(`${table.id} ${place} ${textOf(cell)}: ${unit}, not ${unitMade}`);
      if (digitsOf(truth, cell) === digitsOf(made, other)) counts.digits++;
    }
    const tell = (what: string, isRight: boolean) => {
      if (!isRight) told(`${table.id} (${one.id}): ${what}`);
      return isRight ? 1 : 0;
    };
    const facts = (fact: (cell: TableCell) => string) => (cells: ReadonlyMap<string, TableCell>) =>
      [...cells].map(([place, cell]) => `${place} ${fact(cell)}`).join('\n');
    const same = (fact: (cell: TableCell) => string) => facts(fact)(mine) === facts(fact)(theirs);
    counts.cells += tell('cells', counts.placed - before === numbers);
    counts.spans += tell(
      'spans',
      same(({ rowSpan, colSpan }) => `${rowSpan}x${colSpan}`),
    );
    counts.roles += tell(
      'roles',
      same(({ role }) => (role === 'column-header' ? 'head' : 'body')),
    );
    counts.texts += tell('texts', same(textOf));
  }
  return counts;
}

function statisticsOf({ plan, document }: Composed): readonly TableBlock[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table' && plan.tables.has(block.id) ? [block] : [],
  );
}

function placesOf({ rows }: TableBlock): ReadonlyMap<string, TableCell> {
  return new Map(rows.flatMap((row, y) => row.map((cell) => [`${y},${cell.column}`, cell] as const)));
}

function shared(a: TableBlock, b: TableBlock): number {
  const [mine, theirs] = [placesOf(a), placesOf(b)];
  return [...mine].filter(
    ([place, cell]) => textOf(cell) !== '' && theirs.has(place) && textOf(theirs.get(place)) === textOf(cell),
  ).length;
}

/** Blanks and forms of quotes make no difference. */
function textOf(cell: TableCell | undefined): string {
  const texts = (cell?.blocks ?? []).map((block) =>
    'content' in block ? plainText(block.content.inlines) : '',
  );
  return texts.join('').normalize('NFKC').replaceAll(/\s/g, '').replaceAll(/['‘’]/g, '’');
}

function isNumber({ book }: Composed, address: NonNullable<TableCell['figure']>): boolean {
  return book.get(address)?.effective.kind === 'quantity';
}

function unitOf({ book }: Composed, { figure }: TableCell): string | undefined {
  return figure && book.get(figure)?.definition.unit.label;
}

function digitsOf({ book }: Composed, { figure }: TableCell): number | undefined {
  const value = figure && book.get(figure)?.effective;
  return value?.kind === 'quantity' ? value.digits : undefined;
}
