// Lines that stand there at several stages of the budget -> those of the last one, which has the whole amount.
import { bareLabel } from '../../../plan/budget-words.ts';
import type { ImportFaults } from '../import-faults.ts';
import { type Entry, nameOf } from './entry.ts';

/** Rules: `repeated-line`; `superseded-line` as information. `year`: of the plan. */
export function lastStages(entries: readonly Entry[], year: number, faults: ImportFaults): readonly Entry[] {
  const lines = ofOneYear(entries, year, faults);
  const latest = Math.max(0, ...lines.flatMap(({ stage }) => stage?.year ?? []));
  const stageKey = ({ stage }: Entry) =>
    stage === undefined ? undefined : (stage.year ?? latest) * 10_000 + stage.rank;
  const lastOf = (group: readonly Entry[]): readonly Entry[] | undefined => {
    const keys = new Set(group.map(stageKey));
    if (group.length > 1 && (keys.has(undefined) || keys.size < group.length)) return undefined;
    return [group.reduce((best, next) => ((stageKey(next) ?? 0) > (stageKey(best) ?? 0) ? next : best))];
  };
  const kept = grouped(lines, (line) => keyOf(line, false)).flatMap((group) => {
    const last = lastOf(group);
    if (last !== undefined) return last;
    // Numbers and remarks beside the lines tell them apart only where nothing else does.
    return grouped(group, (line) => keyOf(line, true)).flatMap(
      (same) => lastOf(same) ?? repeated(same, faults),
    );
  });
  const counting = new Set(kept);
  for (const line of lines)
    if (!counting.has(line) && stageKey(line) !== undefined)
      faults.add({
        rule: 'superseded-line',
        severity: 'information',
        place: line.place,
        message: `뒤의 추경에 든 금액이 전체 금액이라 더하지 않았습니다: ${nameOf(line)}`,
      });
  return lines.filter((line) => counting.has(line));
}

/** Of a book of several years the plan's year, else the last one. */
function ofOneYear(entries: readonly Entry[], year: number, faults: ImportFaults): readonly Entry[] {
  const years = new Set(entries.flatMap((entry) => entry.year ?? []));
  if (years.size < 2) return entries;
  const chosen = years.has(year) ? year : Math.max(...years);
  return entries.filter((entry) => {
    const counts = entry.year === undefined || entry.year === chosen;
    if (!counts)
      faults.add({
        rule: 'superseded-line',
        severity: 'information',
        place: entry.place,
        message: `${entry.year}년의 줄이라 더하지 않았습니다: ${nameOf(entry)}`,
      });
    return counts;
  });
}

function repeated(same: readonly Entry[], faults: ImportFaults): readonly Entry[] {
  const last = same.at(-1);
  if (last === undefined) return [];
  faults.add({
    rule: 'repeated-line',
    place: last.place,
    message: `같은 줄이 여럿이라 더할지 하나만 쓸지 알 수 없습니다: ${nameOf(last)}`,
    expected: '당초와 추경을 가르는 예산구분 열이 있는 내보내기, 또는 한 줄만 남긴 파일',
    related: same.slice(0, -1).map(({ place }) => ({ place, note: '같은 줄' })),
  });
  return [];
}

function grouped(lines: readonly Entry[], key: (line: Entry) => string): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>();
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group === undefined) groups.set(key(line), [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

/** What tells lines of one project apart: everything but amounts, stage and year; `all`: also remarks and numbers. */
export function keyOf({ table, code, name, texts, segment }: Entry, all: boolean): string {
  const cells = segment.head.columns.flatMap(({ column, path, meaning }) => {
    const text = texts.get(column) ?? '';
    if (text === '' || (meaning.kind === 'text' && meaning.what === 'year')) return [];
    if (!all && ((meaning.kind === 'text' && meaning.what === 'aside') || /^[\d,.]+$/.test(text))) return [];
    return [[bareLabel(path.join(' ')), text]];
  });
  return JSON.stringify([table.account, code, name, cells]);
}
