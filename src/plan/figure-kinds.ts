// A figure's labels, relation and neighbours -> whether its rate is a part of a whole, whether what it counts may have decimals or be less than 0.
import { type Address, formOf, tableAddress } from '../figure/address.ts';
import type { FigureDefinition, Value } from '../figure/figure.ts';
import { exactDigits } from '../figure/quantity.ts';
import { operandsOf, type Relation } from '../figure/relation.ts';
import { type FigureHome, figureHome } from './figure-home.ts';
import type { Plan } from './plan.ts';
import { tasksOf } from './programme.ts';
import { type RateKind, type RateWords, rateKindOf, wordIn } from './rate-words.ts';
import { leafId, leavesOf } from './statistics-table.ts';

/** A figure as far as its kind can be told from it. */
export interface KnownFigure {
  readonly definition: Pick<FigureDefinition, 'address' | 'unit' | 'relation' | 'published'>;
  readonly effective: Value;
}

export interface FigureKinds {
  /** Of a figure in percent. */
  readonly rate: (address: Address) => RateKind;
  /** Of what is counted: whether it is a mean (평균 가구원수), as far as words, its relation or the values beside it tell. */
  readonly mayHaveParts: (address: Address) => boolean;
  /** Of what is counted: false only where nothing lets it be a change, a difference or a balance. */
  readonly mayBeBelow0: (address: Address) => boolean;
}

/** So many whole numbers beside one with decimals say that things are counted there. */
const ENOUGH_BESIDE = 2;

/** `figureAt` gives the figures as they stand; one whose own value is in question is no evidence, and missing. */
export function figureKinds(
  plan: Plan,
  words: RateWords,
  figureAt: (address: Address) => KnownFigure | undefined,
): FigureKinds {
  return {
    rate: (address) => rateKind(address, plan, words, figureAt),
    mayHaveParts: (address) => {
      const own = figureAt(address);
      if (own?.definition.relation !== undefined) return mayComeToParts(own.definition.relation, figureAt);
      const home = figureHome(address, plan);
      if (home?.kind !== 'table')
        return (
          wordIn(address.slice(address.indexOf('/') + 1).replaceAll('/', '-'), words.meanIds, '-') ||
          wordsAround(address, plan).some((text) => wordIn(text, words.mean))
        );
      if (wordIn(allLabels(home), words.mean)) return true;
      const unit = own?.definition.unit;
      const beside = figuresBeside(address, home, figureAt).flatMap(({ definition, effective }) =>
        definition.address !== address &&
        definition.unit.dimension === unit?.dimension &&
        effective.kind === 'quantity'
          ? [effective.exact]
          : [],
      );
      const isKnown = own?.effective.kind === 'quantity' || beside.length >= ENOUGH_BESIDE;
      return !isKnown || beside.some((exact) => exactDigits(exact) !== 0);
    },
    mayBeBelow0: (address) => {
      const own = figureAt(address)?.definition;
      const home = figureHome(address, plan);
      if (own === undefined || home?.kind !== 'table' || words.below.length === 0) return true;
      if (own.relation !== undefined || SIGN.test(own.published ?? '')) return true;
      if (saysBelow0(home, allLabels(home), words)) return true;
      const alike = (axis: Axis) =>
        figuresAlong(address, home, axis, figureAt).filter(
          ({ definition }) =>
            definition.address !== address && definition.unit.dimension === own.unit.dimension,
        );
      return (['row', 'column'] as const).some((axis) =>
        alike(axis).some((one) => isBelow0Too(one, axis, plan, words, figureAt)),
      );
    },
  };
}

/** In a label, or in how a value was printed. */
const SIGN = /[△▲▽▼∆Δ±]/;

function saysBelow0(home: TableHome, labels: string, { free, below, belowWhole }: RateWords): boolean {
  const { table, row = [], column = [] } = home;
  const entries = [...row, ...column];
  const ids = [table.id, ...entries.map(({ id }) => id)].join('-');
  return (
    SIGN.test(labels) ||
    wordIn(labels, free) ||
    wordIn(labels, below) ||
    wordIn(ids, belowWhole, '-') ||
    entries.some(({ label }) => belowWhole.includes(label.text.replaceAll(/\s+/g, '')))
  );
}

/**
 * Whether a figure of the same row or column lets its neighbours along that axis be less than 0: it compares others, and not because it stands
 * where the other axis compares; or it is less than 0 itself, and nothing that it is called says why.
 */
function isBelow0Too(
  { definition, effective }: KnownFigure,
  axis: Axis,
  plan: Plan,
  words: RateWords,
  figureAt: (address: Address) => KnownFigure | undefined,
): boolean {
  const { address, relation } = definition;
  const home = figureHome(address, plan);
  if (home?.kind !== 'table') return false;
  if (relation !== undefined) {
    const across = figuresAlong(address, home, axis === 'row' ? 'column' : 'row', figureAt);
    return (
      isComparison(relation) &&
      !across.some((one) => one.definition.address !== address && isComparison(one.definition.relation))
    );
  }
  if (effective.kind !== 'quantity' || effective.exact.compare(0) >= 0) return false;
  return !saysBelow0(home, ownLabels(home), words);
}

/**
 * The labels of its row and column decide, then the table's caption, then what stands there and beside it. What calls rates parts of a whole is
 * not believed where the rates beside do not keep to it: one for a caption, most for labels.
 */
function rateKind(
  address: Address,
  plan: Plan,
  words: RateWords,
  figureAt: (address: Address) => KnownFigure | undefined,
): RateKind {
  const relation = figureAt(address)?.definition.relation;
  if (isComparison(relation)) return 'free';
  // Parts that were rounded add up to 100.1.
  if (relation?.kind === 'sum') return 'unsure';
  const home = figureHome(address, plan);
  if (home?.kind !== 'table') return 'unsure';
  const rates = figuresBeside(address, home, figureAt).filter(
    ({ definition }) => definition.unit.dimension === 'percent',
  );
  const named = rateKindOf(ownLabels(home), words);
  const captioned = named === 'unsure' ? rateKindOf(home.table.caption?.text ?? '', words) : named;
  if (captioned === 'free') return 'free';
  if (captioned === 'unsure') return rates.some(isFree) ? 'free' : 'unsure';
  const isOdd = ({ definition, effective }: KnownFigure): boolean => {
    if (isComparison(definition.relation) || effective.kind !== 'quantity') return false;
    const other = isShare(effective.exact) ? undefined : figureHome(definition.address, plan);
    return other?.kind === 'table' && rateKindOf(ownLabels(other), words) !== 'free';
  };
  const others = rates.filter(
    ({ definition, effective }) => definition.address !== address && effective.kind === 'quantity',
  );
  const odd = others.filter(isOdd).length;
  return odd > (named === 'part' ? others.length / 2 : 0) ? 'unsure' : 'part';
}

/** So many characters before a call, and behind it, are about the figure: 가구당 평균 {{fig "…"}}명. */
const [BEFORE, BEHIND] = [14, 6];

/** What the texts of the plan say beside each call of the figure. */
function wordsAround(address: Address, { narratives, programme }: Plan): readonly string[] {
  const sheets = tasksOf(programme).flatMap(({ sheet }) => sheet ?? []);
  return [...narratives.values(), ...sheets].flatMap(({ text }) =>
    text.split(`{{fig "${address}"`).flatMap((piece, index, pieces) => {
      const next = pieces[index + 1];
      if (next === undefined) return [];
      return [piece.slice(-BEFORE) + next.slice(next.indexOf('}}') + 2).slice(0, BEHIND)];
    }),
  );
}

const WHOLE_KINDS: ReadonlySet<Relation['kind']> = new Set(['sum', 'difference', 'same', 'max', 'min']);

/** Sums and differences of whole numbers are whole; what is divided, counted on another scale or not known yet need not be. */
function mayComeToParts(
  relation: Relation,
  figureAt: (address: Address) => KnownFigure | undefined,
): boolean {
  if (!WHOLE_KINDS.has(relation.kind)) return true;
  return operandsOf(relation).some((address) => {
    const operand = figureAt(address);
    if (operand === undefined || !operand.definition.unit.scale.equals(1)) return true;
    const { effective } = operand;
    return (
      effective.kind === 'missing' || (effective.kind === 'quantity' && exactDigits(effective.exact) !== 0)
    );
  });
}

type TableHome = Extract<FigureHome, { kind: 'table' }>;

function ownLabels({ row = [], column = [] }: TableHome): string {
  return [...row, ...column].map(({ label }) => label.text).join(' ');
}

function allLabels(home: TableHome): string {
  const { caption, unitLine, corner } = home.table;
  return [ownLabels(home), caption?.text, unitLine?.text, corner.text].join(' ');
}

type Axis = 'row' | 'column';

/** Those of its row and of its column. */
function figuresBeside(
  address: Address,
  home: TableHome,
  figureAt: (address: Address) => KnownFigure | undefined,
): readonly KnownFigure[] {
  return (['column', 'row'] as const).flatMap((axis) => figuresAlong(address, home, axis, figureAt));
}

/** Those of its row, or of its column, itself among them. */
function figuresAlong(
  address: Address,
  { table }: TableHome,
  axis: Axis,
  figureAt: (address: Address) => KnownFigure | undefined,
): readonly KnownFigure[] {
  const form = formOf(address);
  if (form.kind !== 'table') return [];
  const others =
    axis === 'column'
      ? leavesOf(table.rows).map((path) => tableAddress(form.table, leafId(path), form.column))
      : leavesOf(table.columns).map((path) => tableAddress(form.table, form.row, leafId(path)));
  return others.flatMap((one) => figureAt(one) ?? []);
}

/** It grew out of a comparison, or is more than all or less than nothing as it stands. */
function isFree({ definition: { relation }, effective }: KnownFigure): boolean {
  return isComparison(relation) || (effective.kind === 'quantity' && !isShare(effective.exact));
}

function isComparison(relation: Relation | undefined): boolean {
  return relation?.kind === 'growth' || relation?.kind === 'difference' || relation?.kind === 'ratio';
}

/** Whether a number is one of a part of a whole, in percent. */
export function isShare(exact: {
  readonly s: bigint;
  readonly n: bigint;
  compare(other: number): number;
}): boolean {
  return (exact.s >= 0n || exact.n === 0n) && exact.compare(100) <= 0;
}
