// same-label: two columns side by side, or two rows of stated figures, under one label.
import { korean } from '../../diagnostic/particle.ts';
import type { FigureBook } from '../../figure/figure.ts';
import type { AxisEntry, StatisticsTable } from '../../plan/statistics-table.ts';
import type { PrintedAt } from '../figures/headings.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { squeezed } from '../spelling.ts';
import { lineOf } from '../text/line.ts';

export const sameLabel: Rule = {
  title: '한 표에서 나란한 행과 열의 이름은 서로 달라야 합니다.',
  reason: '이름이 같은 두 칸은 어느 것이 무엇의 수인지 알 수 없습니다.',
  severity: 'warning',
  *find({ plan, book, printed }) {
    for (const table of plan.tables.values()) {
      yield* repeated(table, ownColumns(table, book), printed);
      // Rows of the programme are told apart by their strategies and tasks, and stand where those are written.
      if (table.isOfProgramme !== true) yield* repeated(table, statedRows(table, book), printed);
    }
  },
};

/** Without rates that stand right beside the amounts they are of: 비중 beside 입주기업, and beside 종사자. */
function ownColumns({ columns, cells }: StatisticsTable, book: FigureBook): readonly AxisEntry[] {
  if (columns.some(({ children }) => children.length > 0)) return columns;
  const isRate = columns.map((_, index) =>
    cells.every((row) => {
      const cell = row[index];
      const unit = cell?.kind === 'figure' ? book.get(cell.address)?.definition.unit : undefined;
      return unit === undefined || unit.kind === 'rate';
    }),
  );
  return columns.filter((_, index) => !(isRate[index] === true && isRate[index - 1] === false));
}

/** Rows whose figures nothing derives: 구성비 may stand under each row that it is of. */
function statedRows({ rows, cells }: StatisticsTable, book: FigureBook): readonly AxisEntry[] {
  if (rows.some(({ children }) => children.length > 0)) return rows;
  return rows.filter((_, index) =>
    cells[index]?.every((cell) => {
      const relation = cell.kind === 'figure' ? book.get(cell.address)?.definition.relation : undefined;
      return relation === undefined || relation.kind === 'sum' || relation.kind === 'same';
    }),
  );
}

function* repeated(table: StatisticsTable, axis: readonly AxisEntry[], printed: PrintedAt): Iterable<Found> {
  const first = new Map<string, AxisEntry>();
  for (const entry of axis) {
    yield* repeated(table, entry.children, printed);
    const text = printed(entry.label.place);
    const words = text === undefined ? '' : lineOf(text).text.trim();
    const known = first.get(squeezed(words));
    if (words === '') continue;
    if (known === undefined) first.set(squeezed(words), entry);
    else
      yield {
        subject: `${table.id} ${entry.id}`,
        message: korean`이름 ‘${words}’이(가) 나란한 두 곳에 있습니다.`,
        place: entry.label.place,
        related: [{ place: known.label.place, note: `‘${words}’` }],
        stated: words,
        remedy: '둘 가운데 하나의 이름을 고칩니다.',
      };
  }
}
