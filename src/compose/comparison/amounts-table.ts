// The lines of a comparison -> its table of budgets or of job targets: strategy, task, project; A, B, B-A, rate, reason.
import type { CellBlock } from '../../document/blocks/table.ts';
import { plainRun, type RichText } from '../../document/inline.ts';
import type { TableBlock, TableCell } from '../../document/table.ts';
import type { Address } from '../../figure/address.ts';
import type { Figure, Value } from '../../figure/figure.ts';
import { sameValue } from '../../figure/quantity.ts';
import { UNITS } from '../../figure/unit.ts';
import { type ComparedItem, type Comparison, comparedAddress, depthsOf } from '../../plan/comparison.ts';
import { sourceLabels } from '../../plan/office.ts';
import { sourcesIn } from '../../plan/programme.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { richText } from '../inline.ts';
import { CellMaker, figureRun } from '../programme/cells.ts';
import { SUBTASK_MARKER } from '../programme/overview.ts';
import type { TemplateRenderer } from '../render.ts';
import { joinedText, wording } from '../rich-text.ts';
import type { Session } from '../session.ts';

/** Each table counts in one unit, whatever unit a figure is kept in: it makes the unit line and every amount below it. */
const TABLES = {
  budget: { id: 'comparison-budget', unit: UNITS.천원, whole: '총 계' },
  target: { id: 'comparison-target', unit: UNITS.명, whole: '총 계' },
} as const;

const STATES = {
  new: '신규',
  ended: '종료',
  'moved-in': '이관(들어옴)',
  'moved-out': '이관(나감)',
  changed: undefined,
} as const satisfies Record<ComparedItem['state'], string | undefined>;

const EMPHASIS = {
  all: 'total',
  strategy: 'total',
  task: 'own',
  subtask: 'none',
  project: 'none',
} as const satisfies Record<ComparedItem['level'], TableCell['emphasis']>;

/** 신규, 종료, 이관; empty for a line that is there in both editions. */
export function stateName({ state }: ComparedItem): string {
  return STATES[state] ?? '';
}

/** Whether the line belongs into the table: its amount differs, or it came or went. */
function isListed(item: ComparedItem, what: keyof typeof TABLES): boolean {
  if (item.state !== 'changed') return amountOf(item, what) !== undefined;
  return what === 'budget' ? item.fundingChanged : item.targetChanged;
}

function amountOf(item: ComparedItem, what: keyof typeof TABLES): Address | undefined {
  return what === 'budget' ? item.funding.total : item.target;
}

/** None when no amount of the kind differs. */
export function composeAmounts(
  session: Session,
  renderer: TemplateRenderer,
  comparison: Comparison,
  what: keyof typeof TABLES,
): readonly TableBlock[] {
  const items = withParents(comparison.items, (item) => isListed(item, what));
  if (items.length === 0) return [];
  const { id, unit, whole } = TABLES[what];
  const place = session.plan.editions.at(-1)?.place ?? session.plan.title.place;
  const cells = new CellMaker(session, id);
  const head = (text: RichText, column: number) => cells.header(text, { column });
  const words = (text: string) => wording(text, place);
  const before =
    comparison.from.title === undefined
      ? words('당초(A)')
      : joinedText(richText(session, renderer, comparison.from.title), words('(A)'));
  const header = [
    head(words('구 분'), 0),
    head(before, 1),
    head(words('변경(B)'), 2),
    head(words('증감(B-A)'), 3),
    head(words('증감률 (B-A)/A'), 4),
    head(words('사 유'), 5),
  ];
  const depths = depthsOf(items);
  const rows = items.map((item, index): readonly TableCell[] => {
    const emphasis = EMPHASIS[item.level];
    const name = item.name === undefined ? words(whole) : richText(session, renderer, item.name.canonical);
    const label: CellBlock[] =
      item.level === 'project' || item.level === 'subtask'
        ? [
            {
              kind: 'item',
              id: cells.id(),
              level: (depths[index] ?? 2) > 2 ? 2 : 1,
              marker: item.level === 'subtask' ? SUBTASK_MARKER : '-',
              content: name,
            },
          ]
        : [{ kind: 'paragraph', id: cells.id(), content: name }];
    return [
      cells.blocks(label, {
        column: 0,
        role: 'row-header',
        emphasis,
      }),
      ...amountCells(session, cells, item, what).map((cell) => ({ ...cell, emphasis })),
      cells.blocks(reasonBlocks(session, renderer, cells, item, what, place), {
        column: 5,
        align: 'left',
        emphasis: emphasis === 'total' ? emphasis : 'none',
      }),
    ];
  });
  return [
    {
      kind: 'table',
      id,
      unitLine: words(`(단위 : ${unit.label}, %)`),
      widths: [32, 13, 13, 12, 9, 21],
      headerRows: 1,
      rows: [header, ...rows],
      density: 'dense',
    },
  ];
}

/** The listed lines, and those above them. */
function withParents(
  items: readonly ComparedItem[],
  listed: (item: ComparedItem) => boolean,
): readonly ComparedItem[] {
  const levels = { all: 0, strategy: 1, task: 2, subtask: 3, project: 4 } as const;
  /** The level of the line kept last: what stands above it has a smaller one. */
  let kept = 0;
  return items
    .toReversed()
    .filter((item) => {
      const level = levels[item.level];
      const keep = listed(item) || level < kept;
      if (keep) kept = level;
      return keep;
    })
    .toReversed();
}

function amountCells(
  session: Session,
  cells: CellMaker,
  item: ComparedItem,
  what: keyof typeof TABLES,
): readonly TableCell[] {
  const address = amountOf(item, what);
  const place = session.plan.title.place;
  const dash = (column: number) => cells.label('-', place, { column, align: 'right' });
  if (address === undefined) return [1, 2, 3, 4].map(dash);
  const effective = (one: Address): Value => session.book.get(one)?.effective ?? { kind: 'missing' };
  const change = comparedAddress(address, 'change');
  const rate = comparedAddress(address, 'rate');
  const before = effective(comparedAddress(address, 'before'));
  const unchanged = !moves(effective(change));
  const fromNothing = !moves(before);
  const amount = (one: Address, column: number) =>
    cells.figure(one, place, { column }, { column: TABLES[what].unit });
  return [
    amount(comparedAddress(address, 'before'), 1),
    amount(address, 2),
    unchanged ? dash(3) : amount(change, 3),
    unchanged
      ? dash(4)
      : fromNothing
        ? cells.label('순증', place, { column: 4, align: 'right' })
        : cells.figure(rate, place, { column: 4 }),
  ];
}

/** Whether it is a number other than 0. */
function moves(value: Value): boolean {
  return value.kind === 'quantity' && !value.exact.equals(0);
}

/** 신규, 종료 and the reasons, one a line; where only the sources differ, which. */
function reasonBlocks(
  session: Session,
  renderer: TemplateRenderer,
  cells: CellMaker,
  item: ComparedItem,
  what: keyof typeof TABLES,
  place: RichText['place'],
): readonly CellBlock[] {
  const state = stateName(item);
  const reasons = reasonsOf(session, item, what).map((reason) => richText(session, renderer, reason));
  const lines = [
    ...(state === '' ? [] : [wording(`[${state}]`, place)]),
    ...reasons,
    ...(what === 'budget' && item.level === 'project' ? sourceLines(session, item, place) : []),
  ];
  return lines.map((content) => ({ kind: 'paragraph', id: cells.id(), content }));
}

/** Why it came or went, or else why its amounts differ; each reason once. */
function reasonsOf(session: Session, item: ComparedItem, what: keyof typeof TABLES): readonly SourceText[] {
  if (item.state !== 'changed') return item.reasons;
  const addresses = what === 'budget' ? Object.values(item.funding) : [item.target];
  const reasons = addresses.flatMap(
    (address) => (address && session.comparison?.figures.get(address)?.reasons) ?? [],
  );
  return [...new Map(reasons.map((reason) => [reason.text, reason])).values()];
}

/** 국비 1,000 → 2,000 in the table's unit, for a project whose sources differ though their sum does not. */
function sourceLines(session: Session, item: ComparedItem, place: RichText['place']): readonly RichText[] {
  const labels = sourceLabels(session.plan.office, session.plan.labels);
  const { book } = session;
  const pair = (address: Address) => {
    const before = book.get(comparedAddress(address, 'before'));
    const after = book.get(address);
    return before === undefined || after === undefined || sameValue(before.effective, after.effective)
      ? undefined
      : { before, after };
  };
  const { total } = item.funding;
  if (item.state !== 'changed' || total === undefined || pair(total) !== undefined) return [];
  return sourcesIn(item.funding).flatMap((source): readonly RichText[] => {
    const address = item.funding[source];
    const moved = address && pair(address);
    if (moved === undefined) return [];
    const shown = (figure: Figure) => figureRun(figure, TABLES.budget.unit);
    const inlines = [
      plainRun(`${labels[source]} `),
      shown(moved.before),
      plainRun(' → '),
      shown(moved.after),
    ];
    return [{ inlines, place }];
  });
}
