// blank-or-dash: an empty cell where other cells of the same table, or of the same form, print "-".
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import { gridOf, type TableBlock, type TableCell } from '../../document/table.ts';
import type { Figure } from '../../figure/figure.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';

export const blankOrDash: Rule = {
  title: '해당 없는 칸은 모두 ‘-’로 적거나 모두 비워야 합니다.',
  reason: '빈칸과 ‘-’가 섞이면 빈칸이 없는 것인지 빠뜨린 것인지 알 수 없습니다.',
  severity: 'style',
  *find(input) {
    const tables = input.document.blocks.filter((block) => block.kind === 'table');
    const forms = planGrids(input);
    const dashes = tables
      .filter(({ id }) => forms.has(id))
      .flatMap((table) => nilsOf(input, table).filter(({ blank }) => !blank));
    for (const table of tables) {
      const nils = nilsOf(input, table);
      const blanks = nils.filter(({ blank }) => blank);
      const own = nils.filter(({ blank }) => !blank);
      const other = own[0] ?? (forms.has(table.id) ? dashes[0] : undefined);
      if (blanks.length > 0 && other !== undefined)
        yield* mixtures(input, table, blanks, other, own.length > 0);
    }
  },
};

interface Nil {
  readonly blank: boolean;
  readonly figure: Figure | undefined;
  readonly place: SourceLocation | undefined;
}

/** The ids of the grids that every task sheet has. */
function planGrids({ plan }: CheckInput): ReadonlySet<string> {
  return new Set(plan.programme.strategies.flatMap(({ tasks }) => tasks.map(({ id }) => `task-${id}-plan`)));
}

function nilsOf({ book }: CheckInput, table: TableBlock): readonly Nil[] {
  const grid = gridOf(table);
  const hasFigures = table.widths.map((_, x) => grid.some((line) => line[x]?.figure !== undefined));
  const seen = new Set<TableCell>();
  return grid.flatMap((line) =>
    line.flatMap((cell): Nil[] => {
      if (cell.role !== 'data' || seen.has(cell) || hasFigures[cell.column] !== true) return [];
      seen.add(cell);
      const text = cell.blocks
        .map((block) => ('content' in block ? lineOf(block.content).text : ' '))
        .join('');
      const figure = cell.figure && book.get(cell.figure);
      const nil = figure === undefined || figure.effective.kind === 'nil';
      if (!nil || (text !== '' && text !== '-')) return [];
      const content = cell.blocks.find((block) => 'content' in block);
      const place =
        figure?.definition.place ??
        (content !== undefined && 'content' in content ? content.content.place : undefined);
      return [{ blank: text === '', figure, place }];
    }),
  );
}

function* mixtures(
  { labels }: CheckInput,
  table: TableBlock,
  blanks: readonly Nil[],
  dash: Nil,
  sameTable: boolean,
): Iterable<Found> {
  const names = blanks.flatMap(({ figure }) =>
    figure === undefined ? [] : [labels(figure.definition.address)],
  );
  const place = blanks.find((one) => one.place !== undefined)?.place ?? table.caption?.place;
  if (place === undefined) return;
  const what = names.length === 0 ? `칸 ${blanks.length}개` : names.join(', ');
  yield {
    subject: table.id,
    message: korean`${what}이(가) 빈칸인데 ${sameTable ? '같은 표' : '같은 꼴의 다른 표'}에서는 해당 없는 칸을 ‘-’로 적었습니다.`,
    place,
    ...(dash.place === undefined ? {} : { related: [{ place: dash.place, note: '‘-’로 적은 곳' }] }),
    stated: '빈칸',
    computed: '-',
    remedy: '빈칸을 ‘-’로 적거나, 빠뜨린 값을 적습니다.',
  };
}
