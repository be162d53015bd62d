// growth-span: a growth over more than a year that is headed 전년대비, or stands in a row of yearly ones.
import { korean } from '../../diagnostic/particle.ts';
import { plainText } from '../../document/inline.ts';
import type { Address } from '../../figure/address.ts';
import type { FigureDefinition } from '../../figure/figure.ts';
import { type CellPlace, figuresAlong } from '../figures/cells.ts';
import { describedBy } from '../figures/described.ts';
import { Periods } from '../figures/periods.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';

const YEARLY = /전년(?:도)?\s*(?:대비|보다|에\s*비)/u;

export const growthSpan: Rule = {
  title: '두 해가 넘는 동안의 증감률은 한 해의 증감률처럼 적지 않아야 합니다.',
  reason: '빠진 해가 있으면 한 해에 갑자기 늘거나 준 것으로 읽힙니다.',
  severity: 'warning',
  *find(input) {
    const periods = new Periods(input);
    const cells = input.cells;
    const nameOf = describedBy(input.book, input.labels);
    const headedYearly = yearlyHeads(input);
    for (const definition of input.plan.figures) {
      const span = spanOf(definition, periods);
      const cell = cells.get(definition.address);
      if (span === undefined || span.to - span.from === 1 || cell === undefined) continue;
      const yearly = headedYearly(cell);
      if (
        !yearly &&
        (span.fixed || span.to - span.from < 1 || !standsAmongYearly(input, cell, span, periods))
      )
        continue;
      const head = yearly ? '전년대비라고 적혀 있으나' : '같은 행의 다른 값은 한 해의 증감률인데 이 값은';
      yield {
        subject: definition.address,
        cause: `growth-span ${cell.table.id} ${yearly ? 'headed ' : ''}${span.from}-${span.to}`,
        ...(yearly ? { severity: 'error' as const } : {}),
        message: `${nameOf(definition.address)}: ${head} ${span.from}년에서 ${span.to}년까지 ${span.to - span.from}년 동안의 증감률입니다.`,
        place: definition.place,
        stated: '1년',
        computed: `${span.to - span.from}년`,
        formula: `${span.to}년 - ${span.from}년`,
        remedy: `${span.from}년 대비임을 밝히거나, 빠진 해의 수치를 넣습니다.`,
      };
    }
    yield* inProse(input, periods);
  },
};

function spanOf({ relation }: FigureDefinition, periods: Periods) {
  if (relation?.kind !== 'growth') return undefined;
  const [from, to] = [periods.of(relation.previous), periods.of(relation.current)];
  return from === undefined || to === undefined
    ? undefined
    : { from, to, fixed: periods.isFixed(relation.previous) };
}

function yearlyHeads({ printed }: CheckInput): (cell: CellPlace) => boolean {
  return ({ row, column }) =>
    [...row, ...column].some(({ label }) => {
      const text = printed(label.place);
      return text !== undefined && YEARLY.test(lineOf(text).text);
    });
}

/** Not where all start from one year: that is the base of them all. */
function standsAmongYearly(
  { book }: CheckInput,
  cell: CellPlace,
  { from }: { readonly from: number },
  periods: Periods,
): boolean {
  const others = [...figuresAlong(cell.table, 'row', cell.y), ...figuresAlong(cell.table, 'column', cell.x)];
  return others.some((address) => {
    const definition = book.get(address)?.definition;
    const span = definition && spanOf(definition, periods);
    return span !== undefined && span.to - span.from === 1 && span.from !== from;
  });
}

/** 전년대비 in a sentence, before a growth over more than a year. */
function* inProse({ book, texts }: CheckInput, periods: Periods) {
  for (const { text, context } of texts) {
    if (context.cell !== undefined) continue;
    const line = lineOf(text);
    for (const { run, from } of line.runs) {
      const figures: readonly Address[] =
        run.kind === 'figure' ? [run.address] : run.meaning.kind === 'claim' ? run.meaning.figures : [];
      if (!YEARLY.test(line.text.slice(0, from))) continue;
      for (const address of figures) {
        const definition = book.get(address)?.definition;
        const span = definition && spanOf(definition, periods);
        if (definition === undefined || span === undefined || span.to - span.from === 1) continue;
        yield {
          subject: `prose ${address}`,
          severity: 'error' as const,
          message: korean`글에는 전년대비라고 적혀 있으나 ‘${run.text}’은(는) ${span.from}년에서 ${span.to}년까지의 증감률입니다(${plainText(text.inlines).slice(0, 20)}…).`,
          place: text.place,
          related: [{ place: definition.place, note: `${span.from}년 대비 ${span.to}년` }],
          stated: '전년대비',
          computed: `${span.from}년 대비`,
          remedy: `‘${span.from}년 대비’로 고칩니다.`,
        };
      }
    }
  }
}
