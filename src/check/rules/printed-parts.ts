// printed-parts: a table whose printed amounts by source leave out money that its printed total has.
import Fraction from 'fraction.js';
import { withInner } from '../../document/reading.ts';
import type { TableBlock } from '../../document/table.ts';
import { type Address, parseAddress } from '../../figure/address.ts';
import type { Figure, FigureBook } from '../../figure/figure.ts';
import { scaleFactor } from '../../figure/follow.ts';
import { shownValue } from '../../figure/show.ts';
import { amountOf, type Part, sourcesOf } from '../../plan/amount-of.ts';
import { sourceLabels } from '../../plan/office.ts';
import type { FundingSource } from '../../plan/programme.ts';
import type { Found } from '../finding.ts';
import { print, printAs } from '../relations/wording.ts';
import type { CheckInput, Rule } from '../rule.ts';

/** A table that names one source beside the total says how much of it that source gives; two or more say where it comes from. */
const FEWEST_PARTS = 2;

export const printedParts: Rule = {
  title: '표에 찍힌 재원별 금액을 더하면 찍힌 합계가 되어야 합니다.',
  reason: '표에 없는 재원의 돈이 합계에만 들어 있으면 읽는 사람이 그 표로 합계를 확인할 수 없습니다.',
  severity: 'error',
  *find(input) {
    for (const block of input.document.blocks.flatMap(withInner))
      if (block.kind === 'table') yield* leftOut(block, input);
  },
};

function* leftOut(table: TableBlock, { book, labels, plan }: CheckInput): Iterable<Found> {
  const names = sourceLabels(plan.office, plan.labels);
  for (const [holder, printed] of amountsIn(table, book)) {
    const total = printed.get('total');
    const parts = [...printed].flatMap(([part, figure]) => (isCounted(part, printed) ? [figure] : []));
    const sum = total && sumOf(parts, total);
    const shown = total && shownValue(total);
    if (total === undefined || sum === undefined || parts.length < FEWEST_PARTS) continue;
    if (shown?.kind !== 'quantity' || shown.exact.equals(sum)) continue;
    const covered = new Set([...printed.keys()].flatMap(sourcesOf));
    const missing = plan.programme.sources.flatMap((source) => {
      const figure = covered.has(source) ? undefined : amountAt(book, holder, source);
      return figure === undefined ? [] : [{ source, figure }];
    });
    // What is not left out is told where its relation is: one cause is one finding.
    if (missing.length === 0) continue;
    const list = missing.map(({ source, figure }) => `${names[source]} ${print(figure)}`).join(', ');
    const parted = printAs(sum, shown.digits, total);
    yield {
      subject: `${table.id} ${holder}`,
      message: `${labels(total.definition.address)}: 합계는 ${print(total)}, 찍힌 재원의 합은 ${parted}입니다. 찍히지 않은 재원: ${list}`,
      place: total.definition.place,
      related: missing.map(({ figure }) => ({
        place: figure.definition.place,
        note: `${labels(figure.definition.address)}: ${print(figure)}`,
      })),
      stated: print(total),
      computed: parted,
      formula: parts.map(({ definition }) => labels(definition.address)).join(' + '),
      remedy: `표에 ${missing.map(({ source }) => names[source]).join('·')} 칸을 더합니다.`,
      cause: `printed-parts ${table.id}`,
    };
  }
}

/** The amounts that the table prints, by whose they are. */
function amountsIn(table: TableBlock, book: FigureBook): ReadonlyMap<string, ReadonlyMap<Part, Figure>> {
  const holders = new Map<string, Map<Part, Figure>>();
  for (const { figure: address } of table.rows.flat()) {
    const amount = address === undefined ? undefined : amountOf(book, address);
    const figure = address === undefined ? undefined : book.get(address);
    if (amount === undefined || figure === undefined) continue;
    const known = holders.get(amount.holder) ?? new Map<Part, Figure>();
    if (!known.has(amount.part)) known.set(amount.part, figure);
    holders.set(amount.holder, known);
  }
  return holders;
}

/** 지방비 counts where its own parts do not stand beside it. */
function isCounted(part: Part, printed: ReadonlyMap<Part, Figure>): boolean {
  if (part === 'total') return false;
  return part !== 'local' || sourcesOf('local').every((source) => !printed.has(source));
}

/** As they are printed, in the unit of the total; undefined where one is not known. */
function sumOf(parts: readonly Figure[], total: Figure): Fraction | undefined {
  let sum = new Fraction(0);
  for (const part of parts) {
    const shown = shownValue(part);
    if (shown.kind === 'missing') return undefined;
    if (shown.kind === 'quantity')
      sum = sum.add(shown.exact.mul(scaleFactor(part.definition.unit, total.definition.unit)));
  }
  return sum;
}

function amountAt(book: FigureBook, holder: string, source: FundingSource): Figure | undefined {
  const address: Address | undefined = parseAddress(`${holder}/${source}`);
  const figure = address && book.get(address);
  return figure?.effective.kind === 'quantity' && !figure.effective.exact.equals(0) ? figure : undefined;
}
