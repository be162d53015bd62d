// The rows or columns of a statistics table -> its leaves before and after the years move.
import type { YAMLMap, YAMLSeq } from 'yaml';
import { type YearKind, yearKind } from '../../plan/years.ts';
import { mapsIn, plain, seqAt, stringAt } from '../yaml-edit.ts';

/** A row or column without members: its id, and what it is but for its years. */
export interface YearLeaf {
  /** Ids of its path, joined with hyphens, before and after. */
  readonly before: string;
  readonly after: string;
  /** Two leaves with one key hold the same quantity of the same year. */
  readonly keyBefore: string;
  readonly keyAfter: string;
  /** Whether it, or a group around it, is of one year. */
  readonly dated: boolean;
  /** Whether it, or a group around it, says with how many decimals to compute. */
  readonly hasDigits: boolean;
  /** What is called after its year, where that stays. */
  readonly kept: string | undefined;
}

export interface YearMove {
  /** Of the plan that the years count from. */
  readonly planYear: number;
  /** 1 or more. */
  readonly years: number;
  /** What the years of the table are where an entry says nothing of its own: only rolling ones move. */
  readonly kind: YearKind;
}

interface Dating {
  readonly year: number;
  /** What remains of the id or label without the year. */
  readonly key: string;
  /** Labels with `{{year -1}}` move by themselves. */
  readonly relative: boolean;
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const RELATIVE = /\{\{year ([+-]?\d+)(?:[^\d{}][^{}]*)?\}\}/g;

/**
 * Moves the years of the ids, periods and labels. A series of years without a gap moves as it is; one with gaps loses its oldest
 * years and gets as many after its last one, so that no year that was published is left out in between.
 */
export function moveYears(
  list: YAMLSeq | undefined,
  below: 'rows' | 'columns',
  move: YearMove,
): readonly YearLeaf[] {
  const dated = mapsIn(list).map((entry) => ({
    entry,
    kind: yearKind(stringAt(entry, 'years')) ?? move.kind,
    dating: datingOf(entry, move),
  }));
  const typed = dated.flatMap(({ dating, kind }) =>
    dating === undefined || dating.relative || kind !== 'rolling' ? [] : [dating.year],
  );
  const series = [...new Set(typed)].sort((a, b) => a - b);
  const last = series.at(-1) ?? 0;
  const longer = [...series, ...Array.from({ length: move.years }, (_, index) => last + index + 1)];
  return dated.flatMap(({ entry, kind, dating }): readonly YearLeaf[] => {
    const before = stringAt(entry, 'id') ?? '';
    const moved =
      dating &&
      (dating.relative ? dating.year + move.years : longer[series.indexOf(dating.year) + move.years]);
    const year = kind === 'rolling' ? moved : dating?.year;
    if (kind !== 'rolling' && dating?.relative === true) keepLabel(entry, move.years);
    const after =
      dating === undefined || year === undefined || kind !== 'rolling'
        ? before
        : renamed(entry, before, dating, year);
    const own = {
      before,
      after,
      keyBefore: dating === undefined ? before : `${dating.key}@${dating.year}`,
      keyAfter: dating === undefined ? before : `${dating.key}@${year}`,
      dated: dating !== undefined || kind !== 'rolling',
      hasDigits: entry.has('digits'),
      kept: kind === 'rolling' ? undefined : keptName(entry, dating),
    };
    const members = moveYears(seqAt(entry, below), below, { ...move, kind });
    return members.length === 0 ? [own] : members.map((member) => joined(own, member));
  });
}

/** Blank for an entry that stays only because its whole table does. */
function keptName(entry: YAMLMap, dating: Dating | undefined): string {
  if (dating !== undefined) return `${dating.year}년`;
  return entry.has('years') ? (stringAt(entry, 'label') ?? '') : '';
}

/** A label that counts from the plan's year says the same year in the new plan. */
function keepLabel(entry: YAMLMap, years: number): void {
  const label = stringAt(entry, 'label') ?? '';
  entry.set(
    'label',
    label.replaceAll(RELATIVE, (helper: string, offset: string) =>
      helper.replace(offset, String(Number(offset) - years)),
    ),
  );
}

/** Writes the year into the entry; the new id. */
function renamed(entry: YAMLMap, id: string, { year, relative }: Dating, next: number): string {
  if (relative) return id;
  const change = (text: string) => text.replace(String(year), String(next));
  if (entry.has('period')) entry.set('period', plain(String(next)));
  entry.set('id', plain(change(id)));
  const label = stringAt(entry, 'label');
  if (label?.includes(String(year)) === true) entry.set('label', change(label));
  return change(id);
}

function joined(own: YearLeaf, member: YearLeaf): YearLeaf {
  return {
    before: `${own.before}-${member.before}`,
    after: `${own.after}-${member.after}`,
    keyBefore: `${own.keyBefore}/${member.keyBefore}`,
    keyAfter: `${own.keyAfter}/${member.keyAfter}`,
    dated: own.dated || member.dated,
    hasDigits: own.hasDigits || member.hasDigits,
    kept: own.kept || member.kept,
  };
}

/** Of a period, else of a year in the id, else of the one `{{year N}}` in the label. */
function datingOf(entry: YAMLMap, { planYear }: YearMove): Dating | undefined {
  const id = stringAt(entry, 'id') ?? '';
  const period = stringAt(entry, 'period');
  if (period !== undefined)
    return {
      year: Number(period),
      key: id.includes(period) ? id.replace(period, '*') : '*',
      relative: false,
    };
  const [inId] = YEAR.exec(id) ?? [];
  if (inId !== undefined) return { year: Number(inId), key: id.replace(inId, '*'), relative: false };
  const label = stringAt(entry, 'label') ?? '';
  const found = [...label.matchAll(RELATIVE)];
  const [one] = found;
  if (one === undefined || found.length > 1) return undefined;
  return { year: planYear + Number(one[1]), key: label.replace(one[0], '*'), relative: true };
}
