// What an edition changed beside budgets and targets -> the table of the other figures.

import type { RichText } from '../../document/inline.ts';
import type { TableBlock, TableCell } from '../../document/table.ts';
import type { Address } from '../../figure/address.ts';
import type { Value } from '../../figure/figure.ts';
import { showValue, UNKNOWN_FIGURE } from '../../figure/show.ts';
import type { Comparison } from '../../plan/comparison.ts';
import { figureName } from '../../plan/figure-name.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { richText } from '../inline.ts';
import { CellMaker } from '../programme/cells.ts';
import type { TemplateRenderer } from '../render.ts';
import { joinedText, withoutNotes, wording } from '../rich-text.ts';
import type { Session } from '../session.ts';

/** The inputs that differ and stand in no line of the comparison: statistics, and a project's own figures. */
export function composeOtherFigures(
  session: Session,
  renderer: TemplateRenderer,
  { items, figures }: Comparison,
): readonly TableBlock[] {
  const listed = new Set<Address | undefined>(
    items.flatMap(({ target, funding }) => [target, ...Object.values(funding)]),
  );
  // What came or went did so with all its figures.
  const moved = items.filter(({ state }) => state !== 'changed').map(({ key }) => `${key}/`);
  const others = [...figures.values()].filter(
    ({ address, input }) =>
      input &&
      !listed.has(address) &&
      !address.startsWith('strategies/') &&
      !moved.some((key) => address.startsWith(key)),
  );
  const place = session.plan.editions.at(-1)?.place ?? session.plan.title.place;
  return table(
    session,
    'comparison-figures',
    ['수 치', '당 초', '변 경', '사 유'],
    [42, 15, 15, 28],
    (cells) =>
      others.map(({ address, unit, before, reasons }) => {
        const name = figureName(session.plan, address, place).map((text) =>
          withoutNotes(richText(session, renderer, text)),
        );
        return [
          cells.text(chained(name, ' / ', place), { column: 0, role: 'row-header', align: 'left' }),
          cells.label(withUnit(before, unit.label), place, { column: 1, align: 'right' }),
          cells.figure(address, place, { column: 2 }, { unit: true }),
          cells.text(reasonText(session, renderer, reasons, place), { column: 3, align: 'left' }),
        ];
      }),
  );
}

function table(
  session: Session,
  id: string,
  heads: readonly string[],
  widths: readonly number[],
  rowsOf: (cells: CellMaker) => readonly (readonly TableCell[])[],
): readonly TableBlock[] {
  const cells = new CellMaker(session, id);
  const place = session.plan.title.place;
  const header = heads.map((head, column) => cells.label(head, place, { column, role: 'column-header' }));
  const rows = rowsOf(cells);
  if (rows.length === 0) return [];
  return [{ kind: 'table', id, widths, headerRows: 1, rows: [header, ...rows], density: 'dense' }];
}

function reasonText(
  session: Session,
  renderer: TemplateRenderer,
  reasons: readonly SourceText[],
  place: RichText['place'],
): RichText {
  return chained(
    reasons.map((reason) => richText(session, renderer, reason)),
    ', ',
    place,
  );
}

function chained(texts: readonly RichText[], by: string, place: RichText['place']): RichText {
  return joinedText(
    wording('', place),
    ...texts.flatMap((text, index) => (index === 0 ? [text] : [wording(by, place), text])),
  );
}

function withUnit(value: Value, unit: string): string {
  if (value.kind === 'missing') return UNKNOWN_FIGURE;
  return value.kind === 'nil' ? '-' : `${showValue(value, value.digits)}${unit}`;
}
