// 기본정보, as typed -> the changes of plan.yaml, of cover, vision, colophon and notes.
import type { Plan } from '../../../plan/plan.ts';
import { type BasicRow, basicRows } from '../../../plan/plan-form.ts';
import { isoDate } from '../../../plan/typed-date.ts';
import { termOf } from '../../../plan/years.ts';
import { dateText } from '../../../spreadsheet/date-text.ts';
import { setText, type TextValue, wordsOf } from '../../fill/set-text.ts';
import type { NodePath } from '../../fill/set-value.ts';
import type { ImportFaults } from '../import-faults.ts';
import { changedText, type FormEdit, tellGone } from './form-edit.ts';
import type { FormRow } from './form-rows.ts';
import { ownEdit } from './own-edit.ts';

/** What is no text of its own form is `wrong-text`. */
export function basicEdits(rows: readonly FormRow[], plan: Plan, faults: ImportFaults): readonly FormEdit[] {
  const known = new Map(basicRows(plan).map((row) => [row.id, row]));
  tellExchanged(rows, known, faults);
  const edits = rows.flatMap((line): FormEdit[] => {
    const { id = '' } = line;
    const cell = line.at('value');
    const row = known.get(id);
    if (row === undefined) tellGone(line, faults);
    if (row === undefined) return [];
    if (row.adds !== undefined) return [...ownEdit(cell, { ...row, adds: row.adds }, plan, faults)];
    const read = readAs(row, cell.text);
    // As a workbook would be written with it, so that another spelling of what is there is no change.
    const spelt = typeof read === 'object' && row.words === undefined ? textIn(read) : undefined;
    const typed = changedText({ ...cell, text: spelt ?? cell.text }, { ...row, now: row.value }, faults);
    if (typed === undefined) return [];
    if (typeof read === 'string') {
      faults.add({
        rule: 'wrong-text',
        place: cell.place,
        message: `‘${row.label}’에 적을 수 없는 글입니다: ${typed}`,
        expected: read,
      });
      return [];
    }
    const [file, path] = placeOf(id);
    return [
      {
        ...{ what: `기본정보 › ${row.label}`, before: row.value, after: typed, place: cell.place },
        write: (texts) => setText(texts, file, path, read),
      },
    ];
  });
  tellTitles(edits, rows, known, faults);
  return edits;
}

/** Titles that stay while the years of the plan change. Rule `title-stays`, a warning. */
function tellTitles(
  edits: readonly FormEdit[],
  rows: readonly FormRow[],
  known: ReadonlyMap<string, BasicRow>,
  faults: ImportFaults,
): void {
  const isChanged = (id: string) => edits.some(({ what }) => what === `기본정보 › ${known.get(id)?.label}`);
  if (!isChanged('plan.yaml#term')) return;
  for (const { id = '', at } of rows)
    if (/^(?:plan|cover|colophon)\.yaml#title$/.test(id) && at('value').text !== '' && !isChanged(id))
      faults.add({
        rule: 'title-stays',
        severity: 'warning',
        place: at('value').place,
        message: `계획 기간을 바꾸었지만 ‘${known.get(id)?.label}’은 그대로입니다: ${at('value').text.replaceAll('\n', ' ')}`,
        expected: '그 기간의 제목 (예: 2027~2030년 일자리대책 종합계획). 맞으면 그대로 둡니다.',
      });
}

/** Rows that have the words of others while the hidden column stayed: nobody can tell whose value stands there. Rule: `ids-out-of-order`. */
function tellExchanged(
  rows: readonly FormRow[],
  known: ReadonlyMap<string, BasicRow>,
  faults: ImportFaults,
): void {
  const words = ({ label, help }: BasicRow) => `${label}\n${help}`;
  const all = new Set([...known.values()].map(words));
  for (const { id = '', at } of rows) {
    const row = known.get(id);
    const [label, help] = [at('label'), at('help')];
    if (row === undefined || label.text === '') continue;
    if (row.label !== label.text && [...known.values()].every((one) => one.label !== label.text))
      faults.add({
        rule: 'text-not-taken',
        severity: 'warning',
        place: label.place,
        message: `고치거나 적은 글을 가져오지 않습니다: ‘${label.text}’`,
        expected: `만들 때의 이름 ‘${row.label}’`,
      });
    // Notes, which are all called so, are told by what they are of.
    else if (
      row.label !== label.text ||
      (!row.marked && help.text !== row.help && all.has(words({ ...row, help: help.text })))
    )
      faults.add({
        rule: 'ids-out-of-order',
        place: label.place,
        message: `다른 항목의 이름이 적혀 있어 어느 것의 값인지 알 수 없습니다: ‘${row.label}’ 자리에 ‘${label.text}’`,
        expected: '만들 때의 자리로 되돌린 줄, 또는 숨은 A열까지 함께 옮긴 줄',
      });
  }
}

/** `vision.yaml#goals/0/text`. */
function placeOf(id: string): readonly [file: string, path: NodePath] {
  const [file = '', keys = ''] = id.split('#');
  return [file, keys.split('/').map((key) => (/^\d+$/.test(key) ? Number(key) : key))];
}

function textIn(value: TextValue): string | undefined {
  if (value.kind === 'list') return value.texts.join(', ');
  return value.kind === 'plain' ? value.text : undefined;
}

/** What the file says for it, or what may be typed there. */
function readAs({ id, form, words }: BasicRow, typed: string): TextValue | string {
  if (words !== undefined && typed !== '') {
    const key = Object.entries(words).find(([, word]) => word === typed)?.[0];
    return key === undefined ? Object.values(words).join(', ') : { kind: 'plain', text: key };
  }
  if (form === 'list') {
    const texts = typed.split(/[,，\n]/).map((one) => one.trim());
    return { kind: 'list', texts: texts.filter((one) => one !== '') };
  }
  if (form === 'text' || typed === '') return wordsOf(typed);
  switch (id) {
    case 'plan.yaml#year':
      return /^[1-9]\d{3}$/.test(typed.replace(/년$/, ''))
        ? { kind: 'plain', text: typed.replace(/년$/, '') }
        : '네 자리 연도 (예: 2027)';
    case 'plan.yaml#term': {
      const term = typed.replaceAll(/\s|년/g, '').replace(/[~∼～–]/, '-');
      return termOf(term) === undefined ? '첫 해-끝 해 (예: 2027-2030)' : { kind: 'plain', text: term };
    }
    default:
      return dateOf(typed);
  }
}

/** `2027-03-31`, `2027. 3. 31.`, `2027년 3월 31일`, and a day as spreadsheets count them where a cell for words has one. */
function dateOf(typed: string): TextValue | string {
  const text = isoDate(/^\d{5}$/.test(typed) ? dateText(typed) : typed);
  return text === undefined ? '연-월-일 (예: 2027-03-31)' : { kind: 'plain', text };
}
