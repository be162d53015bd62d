// A workbook that this program wrote and people edited -> the changes of the next edition.

import type { Outcome } from '../../diagnostic.ts';
import { formatLocation, hasErrors } from '../../diagnostic.ts';
import { ORIGIN_SHEET } from '../../document/workbook.ts';
import { type Address, projectAddress, rowOf } from '../../figure/address.ts';
import type { Change, SetChange } from '../../plan/edition.ts';
import type { SourceText } from '../../plan/source-text.ts';
import type { PlainSheet } from '../../spreadsheet/spreadsheet.ts';
import { valueText } from '../apply/typed-value.ts';
import { tellCellNotes } from './cell-notes.ts';
import { tellChangedUnits } from './changed-units.ts';
import { columnLabels } from './column-labels.ts';
import type { Current } from './current.ts';
import { checkDerived } from './derived-cells.ts';
import { tellExchangedHeads, tellOverwrittenHeads } from './exchanged-heads.ts';
import { figureChanges } from './figure-changes.ts';
import { findCells } from './find-cells.ts';
import { tellFormulaWords } from './formula-words.ts';
import { ImportFaults } from './import-faults.ts';
import { tellNotHandedIn } from './not-handed-in.ts';
import { tellOtherCells } from './other-cells.ts';
import { tellOtherSheets } from './other-sheets.ts';
import { implausibleChanges } from './plausible-change.ts';
import { projectEdits } from './project-edits.ts';
import { projectRows } from './project-rows.ts';
import { restEdits } from './rest-cells.ts';
import { tellSameNames } from './same-names.ts';
import { settleColumns } from './settle-columns.ts';
import { tellOlder } from './since-export.ts';
import { newTargets } from './target-rows.ts';
import { textChanges } from './text-edits.ts';
import { tellMarks } from './text-marks.ts';
import { withWholes } from './whole-amounts.ts';
import { tellWithinSources } from './within-sources.ts';
import { originOf, type WorkbookOrigin } from './workbook-origin.ts';

interface ImportSource {
  /** The workbook's file, as messages name it. */
  readonly file: string;
  readonly sheets: readonly PlainSheet[];
}

/** Whether the workbook is one that this program wrote, whatever became of it. */
export function isOwnWorkbook(sheets: readonly PlainSheet[]): boolean {
  return originOf(sheets) !== undefined;
}

/**
 * The changes in the order in which an edition applies them: figures, texts, moves, ends, additions. Every fault is told in one run; with
 * one there are no changes. Throws when the workbook is not ours.
 */
export function importWorkbook({ file, sheets }: ImportSource, current: Current): Outcome<readonly Change[]> {
  const origin = originOf(sheets);
  if (origin === undefined) throw new Error(`${file}: not our workbook`);
  const faults = new ImportFaults(file, current.reason);
  if (origin === 'changed') {
    faults.add({
      rule: 'origin-changed',
      place: { file, cell: `${ORIGIN_SHEET}!A1` },
      message: `숨은 시트가 만들 때와 달라 어느 칸이 어느 수치인지 알 수 없습니다: ${ORIGIN_SHEET}`,
      expected: '새로 만든 통합문서에 고친 값을 옮겨 적은 파일',
    });
    return { value: undefined, diagnostics: faults.diagnostics };
  }
  if (origin.headless.size > 0) {
    for (const sheet of origin.headless) tellHeadless(sheet, origin, faults);
    return { value: undefined, diagnostics: faults.diagnostics };
  }
  const changes = origin.plan === current.plan.id ? changesOf(origin, sheets, current, faults) : undefined;
  if (changes === undefined) {
    faults.add({
      rule: 'other-plan',
      place: faults.whole,
      message: `다른 계획의 통합문서입니다: ${origin.plan}`,
      expected: `계획 ${current.plan.id}의 통합문서`,
    });
  }
  const { diagnostics } = faults;
  return { value: hasErrors(diagnostics) ? undefined : changes, diagnostics };
}

function changesOf(
  made: WorkbookOrigin,
  sheets: readonly PlainSheet[],
  current: Current,
  faults: ImportFaults,
): readonly Change[] {
  const { plan, texts } = current;
  const origin = settleColumns(made, columnLabels(plan));
  tellOlder(origin, plan, faults);
  tellFormulaWords(origin, faults);
  const rows = projectRows(origin, plan.programme, faults);
  const found = findCells(origin, rows?.placed ?? new Map(), faults);
  tellNotHandedIn(origin, found.lost, plan, faults);
  tellExchangedHeads(origin, faults);
  tellOverwrittenHeads(origin, faults);
  tellChangedUnits(origin, found, current.book, faults);
  tellOtherCells(origin, found, rows, faults);
  tellOtherSheets(sheets, origin, found, faults);
  tellCellNotes(sheets, faults);
  const sets = [...figureChanges(found, origin, current, faults).values()];
  if (rows === undefined) {
    const all = [...sets, ...newTargets(origin, current, faults)];
    const changes = withWholes(all, [], current);
    checkDerived(found, changes, current, faults);
    tellImplausible(all, current, faults);
    return changes;
  }
  const { added, ended, moved, texts: edits, sources, reasons } = projectEdits(rows, origin, current, faults);
  const over = ended.map(({ task, project }) => `${projectAddress({ task, project })}/`);
  const isOver = ({ address }: SetChange) => over.some((base) => address.startsWith(base));
  const typed = [...sets, ...sources, ...newTargets(origin, current, faults)];
  for (const change of typed.filter(isOver)) tellOver(change, faults);
  const kept = typed.filter((change) => !isOver(change));
  const rests = restEdits(found, current, faults).map((rest) => {
    const reason = reasons.get(rowOf(rest.address) ?? '');
    return reason === undefined ? rest : { ...rest, reason };
  });
  const own = [
    ...kept.map((change) => withReason(change, reasons)),
    ...textChanges(edits, texts, faults),
    ...moved,
    ...ended,
    ...added,
  ];
  const changes = withWholes(own, rests, current);
  checkDerived(found, changes, current, faults);
  tellWithinSources(changes, current, faults);
  tellUnusedReasons(changes, reasons, faults);
  tellImplausible([...own, ...rests.map((rest) => ({ kind: 'set' as const, ...rest }))], current, faults);
  tellMarks(own, edits, faults);
  tellSameNames(plan, own, edits, faults);
  return changes;
}

/** Without what tells its rows nothing of the sheet can be read: `origin-changed`. */
function tellHeadless(sheet: PlainSheet, { heads }: WorkbookOrigin, faults: ImportFaults): void {
  const isHeaded = heads.length === 0 || heads.some(({ spot }) => spot?.sheet === sheet);
  faults.add({
    rule: 'origin-changed',
    place: faults.at({ sheet, row: 1, column: 1 }),
    message: isHeaded
      ? `행을 알아보는 첫 열(숨은 A열의 id)이 지워져 어느 행인지 알 수 없습니다: ${sheet.name}`
      : `열 이름이 적힌 줄이 지워져 어느 칸인지 알 수 없습니다: ${sheet.name}`,
    expected: '지운 것을 실행 취소한 파일, 또는 새로 만든 통합문서에 고친 값을 옮겨 적은 파일',
  });
}

/** A change to many times as much is told unless its row or the person says why. */
function tellImplausible(changes: readonly Change[], { book }: Current, faults: ImportFaults): void {
  const unitOf = (address: Address) => book.get(address)?.definition.unit;
  faults.diagnostics.push(...implausibleChanges(changes, faults.reason, unitOf));
}

/** A reason is kept with what it is the reason of. */
function tellUnusedReasons(
  changes: readonly Change[],
  reasons: ReadonlyMap<string, SourceText>,
  faults: ImportFaults,
): void {
  const used = new Set(changes.flatMap(({ reason }) => (reason ? formatLocation(reason.place) : [])));
  for (const { text, place } of reasons.values())
    if (!used.has(formatLocation(place)))
      faults.add({
        rule: 'text-not-taken',
        severity: 'warning',
        place,
        message: `바뀐 것이 없는 행이라 사유를 가져오지 않습니다: ‘${text}’`,
      });
}

function tellOver({ place, after }: SetChange, faults: ImportFaults): void {
  faults.add({
    rule: 'not-importable',
    severity: 'warning',
    place,
    message: `종료한 세부사업의 수치는 없음이 되므로 적은 값을 쓰지 않습니다: ${valueText(after.value)}`,
  });
}

/** The reason beside the row that the figure belongs to: its project's, or that of its whole task. */
function withReason(change: SetChange, reasons: ReadonlyMap<string, SourceText>): SetChange {
  const reason = change.reason ?? reasons.get(rowOf(change.address) ?? '');
  return reason === undefined ? change : { ...change, reason };
}
