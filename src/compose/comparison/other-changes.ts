// What an edition changed beside budgets and targets -> tables of the other figures and of the texts.

import type { Inline, RichText } from '../../document/inline.ts';
import type { TableBlock, TableCell } from '../../document/table.ts';
import type { Address } from '../../figure/address.ts';
import type { Value } from '../../figure/figure.ts';
import { showValue } from '../../figure/show.ts';
import type { Comparison } from '../../plan/comparison.ts';
import { figureName } from '../../plan/figure-name.ts';
import type { Plan, SourceText } from '../../plan/plan.ts';
import { tasksOf } from '../../plan/programme.ts';
import { richText } from '../inline.ts';
import { CellMaker } from '../programme/cells.ts';
import type { TemplateRenderer } from '../render.ts';
import { joinedText, plainRun, withoutNotes, wording } from '../rich-text.ts';
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

/** The excerpts that differ, as they stand in their files. */
export function composeTexts(
  session: Session,
  renderer: TemplateRenderer,
  { texts }: Comparison,
): readonly TableBlock[] {
  return table(session, 'comparison-texts', ['자 리', '당 초', '변 경', '사 유'], [20, 31, 31, 18], (cells) =>
    texts.map(({ file, before, after, reason }) => [
      cells.text(richText(session, renderer, homeOf(session.plan, file, before.place)), {
        column: 0,
        role: 'row-header',
      }),
      cells.text(asTyped(before), { column: 1, align: 'left' }),
      cells.text(asTyped(after), { column: 2, align: 'left' }),
      cells.text(reasonText(session, renderer, reason ? [reason] : [], before.place), {
        column: 3,
        align: 'left',
      }),
    ]),
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
  if (value.kind === 'missing') return '미정';
  return value.kind === 'nil' ? '-' : `${showValue(value, value.digits)}${unit}`;
}

/** An excerpt is a piece of a file and need not be well formed by itself, so nothing in it is parsed. */
function asTyped({ text, place }: SourceText): RichText {
  const lines = text.trim().split('\n');
  const inlines = lines.flatMap((line, index): Inline[] => [
    ...(index === 0 ? [] : [{ kind: 'line-break' } as const]),
    ...(line.trim() === '' ? [] : [plainRun(line.trim())]),
  ]);
  return { inlines, place };
}

/** The task or table whose file it is; else the kind of file. */
function homeOf(plan: Plan, file: string, place: SourceText['place']): SourceText {
  const [, folder, name = ''] = /^(tasks|statistics|narrative)\/([^/]+)\.(?:yaml|hbs)$/.exec(file) ?? [];
  const tasks = tasksOf(plan.programme);
  const own =
    folder === 'tasks'
      ? tasks.find(({ id }) => id === name)?.name.canonical
      : folder === 'statistics'
        ? plan.tables.get(name)?.caption
        : undefined;
  return {
    text: own?.text.replaceAll(/\[\^[^\]]*\]/g, '') ?? (folder === 'narrative' ? '본문' : '그 밖의 글'),
    place,
  };
}
