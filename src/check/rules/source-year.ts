// source-year: what a table's notes, unit line and remarks say of its year, against the year of its figures.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import type { StatisticsTable } from '../../plan/statistics-table.ts';
import { Periods, type TableYear } from '../figures/periods.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';
import { yearsIn } from '../text/years.ts';

const NOUNS = {
  figure: '같은 수치를 적은 다른 표',
  'unit-line': '단위 줄',
  caption: '제목',
  note: '출처',
} as const satisfies Record<TableYear['kind'], string>;

export const sourceYear: Rule = {
  title: '표의 출처와 기준일의 연도는 그 표의 수치의 연도여야 합니다.',
  reason: '출처의 해와 수치의 해가 다르면 자료를 찾아 확인할 수 없습니다.',
  severity: 'error',
  *find(input) {
    const periods = new Periods(input);
    const nameOf = input.labels;
    for (const table of input.plan.tables.values()) {
      const years = periods.tableYears(table);
      const [first] = years;
      const other = first && years.find(({ year }) => year !== first.year);
      if (first === undefined || other === undefined) continue;
      const title = titleOf(input, table);
      const said = first.figure === undefined ? `‘${first.text ?? ''}’` : nameOf(first.figure);
      yield {
        subject: `${table.id} ${other.kind}`,
        message: `${title}: ${NOUNS[other.kind]}에는 ${other.year}년, ${NOUNS[first.kind]}(${said})에는 ${first.year}년이라고 적혀 있습니다.`,
        place: other.place,
        related: [
          { place: first.place, note: `${first.year}년` },
          { place: table.caption?.place ?? table.place, note: title },
        ],
        stated: `${other.year}년`,
        computed: `${first.year}년`,
        remedy: `${NOUNS[other.kind]}의 연도를 ${first.year}년으로 고치거나, 자료를 확인합니다.`,
      };
    }
    yield* charts(input);
    yield* remarks(input, periods);
  },
};

function titleOf({ printed }: CheckInput, { caption, id }: StatisticsTable): string {
  const text = caption && printed(caption.place);
  return text === undefined
    ? `표 ‘${id}’`
    : `‘${lineOf(text)
        .text.replace(/[<>〈〉]/gu, '')
        .trim()}’`;
}

/** A source is of one of the years that the caption of its chart names. */
function* charts({ plan, document }: CheckInput): Iterable<Found> {
  for (const block of document.blocks) {
    if (block.kind !== 'chart' && block.kind !== 'missing') continue;
    const { caption } = block;
    const years = yearsIn(caption, plan.year).map(({ year }) => year);
    const span = { from: Math.min(...years), to: Math.max(...years) };
    if (years.length === 0) continue;
    for (const inline of caption.inlines) {
      const note = inline.kind === 'note-reference' ? document.notes.get(inline.note) : undefined;
      const odd =
        note && yearsIn(note.content, plan.year).find(({ year }) => year < span.from || year > span.to);
      if (note === undefined || odd === undefined) continue;
      const list = years.map((year) => `${year}년`).join(', ');
      yield {
        subject: `${block.id} ${note.id}`,
        message: korean`출처에는 ${odd.year}년, 그림의 제목에는 ${list}(이)라고 적혀 있습니다.`,
        place: note.content.place,
        related: [{ place: caption.place, note: `‘${lineOf(caption).text}’` }],
        stated: `${odd.year}년`,
        computed: list,
        remedy: '출처나 제목의 연도를 바로잡습니다.',
      };
    }
  }
}

/** A remark right below a table names a year that the table has. */
function* remarks({ plan, document }: CheckInput, periods: Periods): Iterable<Found> {
  let above: StatisticsTable | undefined;
  for (const block of document.blocks) {
    if (block.kind === 'remark' && above !== undefined) {
      const headed = periods.headerYears(above);
      const years = headed.length > 0 ? headed : periods.tableYears(above).map(({ year }) => year);
      for (const { year, base, typed } of yearsIn(block.content, plan.year)) {
        // A year that somebody typed does not move with the table: it may be that of a law or of a change.
        if (base || typed || years.length === 0 || years.includes(year)) continue;
        yield remarkFound(block.id, block.content.place, above, year, years);
      }
    }
    if (block.kind !== 'remark') above = block.kind === 'table' ? plan.tables.get(block.id) : undefined;
  }
}

function remarkFound(
  id: string,
  place: SourceLocation,
  table: StatisticsTable,
  year: number,
  years: readonly number[],
): Found {
  const list = [...new Set(years)].map((one) => `${one}년`).join(', ');
  return {
    subject: id,
    message: `표 아래의 글에는 ${year}년이라고 적혀 있으나 위의 표에는 ${list}의 수치만 있습니다.`,
    place,
    related: [{ place: table.caption?.place ?? table.place, note: '위의 표' }],
    stated: `${year}년`,
    computed: list,
    remedy: '표에 있는 해로 고칩니다.',
  };
}
