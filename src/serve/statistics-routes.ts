// The routes of the screen 통계: the tables as they are printed, and what somebody types or pastes into their cells.
import * as v from 'valibot';
import { editionNeeded } from '../commands/fill-plan.ts';
import { typeFigures } from '../commands/type-figures.ts';
import { type Diagnostic, isError } from '../diagnostic.ts';
import { plainText } from '../document/inline.ts';
import { type Address, parseAddress } from '../figure/address.ts';
import { figureLabel } from '../plan/figure-name.ts';
import type { Fault } from './api.ts';
import type { StatisticsTable, StatisticsTableLine, StatisticsTables } from './api-statistics.ts';
import type { Desk } from './desk.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { faultsOf, plainWords } from './plain-words.ts';
import { saved } from './plan-routes.ts';
import { NOT_FOUND } from './reply.ts';
import { ofPlan, type Routes, withBody, wordAt } from './route.ts';

/** More than a table has. */
const MOST_CELLS = 10_000;
const WORD = v.pipe(v.string(), v.maxLength(200));

const TYPE = v.object({
  stamp: v.string(),
  unit: v.optional(WORD),
  cells: v.pipe(
    v.array(v.object({ cell: v.string(), text: WORD, unit: v.optional(WORD) })),
    v.minLength(1),
    v.maxLength(MOST_CELLS),
  ),
});
type TypeCells = v.InferOutput<typeof TYPE>;
type Grid = Look['grids'][number];

export const STATISTICS_ROUTES: Routes = {
  'GET /api/plans/P/statistics': ofPlan(async (desk, { house }) => {
    const look = await desk.look();
    return { json: tablesOf(house, desk, look) };
  }),
  'GET /api/plans/P/statistics/T': ofPlan(async (desk, asking) => {
    const look = await desk.look();
    const { house } = asking;
    const [named] = house.partsOf(desk, 'table', wordAt(asking, 'T'));
    const grid = look.grids.find(({ table }) => table === named);
    return grid === undefined ? NOT_FOUND : { json: tableOf(house, desk, look, grid) };
  }),
  'POST /api/plans/P/statistics': withBody(TYPE, async (desk, body, { house }) => {
    let typed: ReturnType<typeof typeFigures> | undefined;
    const attempt = await desk.inTurn(body.stamp, async (look) => {
      const { plan, templates } = look.sources;
      typed = typeFigures(plan, figuresIn(house, desk, look, body), templates);
      const { value, diagnostics } = typed;
      if (value === undefined) return { refused: diagnostics };
      // What says what stands there already is no change.
      if (value.files.size === 0) return 'written';
      return desk.store.write(wordsOf(look, value.changes), value.files, plan.files);
    });
    if (attempt.kind === 'refused' && typed !== undefined && typed.diagnostics.some(isError)) {
      const faults = typed.diagnostics.filter(isError).flatMap((one) => faultsAt(house, desk, one));
      return saved(house, desk, { kind: 'refused', faults });
    }
    const reply = await saved(house, desk, attempt);
    const understood = [...(typed?.value?.understood.values() ?? [])];
    return 'json' in reply && attempt.kind === 'saved' && understood.length > 0
      ? { json: { ...(reply.json as object), understood } }
      : reply;
  }),
};

function tablesOf(house: House, desk: Desk, look: Look): StatisticsTables {
  const sections = sectionsOf(look);
  const refusal = editionNeeded(look.sources.plan);
  const tables = look.grids.map(
    (grid): StatisticsTableLine => ({
      table: house.wordFor(desk, 'table', grid.table),
      title: titleOf(grid),
      section: sections.get(grid.table) ?? '',
      missing: grid.missing,
      count: grid.rows.flat().filter(({ figure }) => figure !== undefined).length,
    }),
  );
  return { stamp: look.stamp, ...(refusal && { readOnly: readOnlyWords(refusal) }), tables };
}

function readOnlyWords({ message }: Diagnostic): string {
  return `${message} 값을 바꾸려면 추경 화면에서 새 판을 만듭니다. 여기서는 보고 복사할 수 있습니다.`;
}

/** A table without a caption is called by what stands in its first head. */
function titleOf({ caption, rows }: Grid): string {
  if (caption !== '') return caption;
  const heads = (rows[0] ?? []).map(({ text }) => text.replaceAll('\n', ' ')).filter((text) => text !== '');
  return heads.length > 0 ? heads.join(' · ') : '제목 없는 표';
}

/** By table, the last heading before it. */
function sectionsOf(look: Look): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let section = '';
  for (const block of look.inspected.value?.checked.document.blocks ?? []) {
    if (block.kind === 'heading') section = plainText(block.title.inlines);
    else if (block.kind === 'table' && !sections.has(block.id)) sections.set(block.id, section);
  }
  return sections;
}

function tableOf(house: House, desk: Desk, { stamp }: Look, grid: Grid): StatisticsTable {
  return {
    stamp,
    title: titleOf(grid),
    unitLine: grid.unitLine,
    headerRows: grid.headerRows,
    rows: grid.rows.map((row) =>
      row.map(({ column, colSpan, rowSpan, role, align, emphasis, text, figure }) => {
        const shared = { column, colSpan, rowSpan, align, text };
        const head = { isHead: role !== 'data', isStrong: emphasis !== undefined };
        if (figure === undefined) return { ...shared, ...head };
        const { address, ...rest } = figure;
        return {
          ...shared,
          ...head,
          figure: { ...rest, cell: house.wordFor(desk, 'cell', address) },
        };
      }),
    ),
  };
}

/** Handles as addresses; of the units that columns name, those that are units. */
function figuresIn(
  house: House,
  desk: Desk,
  look: Look,
  { cells, unit }: TypeCells,
): Parameters<typeof typeFigures>[1] {
  const { plan, book } = look.edition().value ?? {};
  const line = unit === undefined ? undefined : plan?.units.named(unit);
  return cells.map(({ cell, text, unit: column }) => {
    const [name] = house.partsOf(desk, 'cell', cell);
    const address = name === undefined ? undefined : parseAddress(name);
    const own = address && book?.get(address)?.definition.unit;
    const word = column !== undefined && plan?.units.named(column) !== undefined ? column : undefined;
    const shared = line !== undefined && line.dimension === own?.dimension ? unit : undefined;
    const used = word ?? shared;
    return { address: address ?? '', text, ...(used !== undefined && { unit: used }) };
  });
}

/** `구인·구직 현황: 2022년 구인 외 3칸 고침` */
function wordsOf(look: Look, changes: readonly { readonly address: Address }[]): string {
  const plan = look.edition().value?.plan;
  const [first] = changes;
  const name = first && plan && plainWords(figureLabel(first.address, plan));
  const rest = changes.length > 1 ? ` 외 ${changes.length - 1}칸` : '';
  return `${name ?? '통계'}${rest} 고침`;
}

function faultsAt(house: House, desk: Desk, diagnostic: Diagnostic): readonly Fault[] {
  const { subject } = diagnostic;
  const address = subject === undefined ? undefined : parseAddress(subject);
  const cell = address && house.wordFor(desk, 'cell', address);
  return faultsOf([diagnostic]).map((fault) => ({ ...fault, ...(cell && { cell }) }));
}
