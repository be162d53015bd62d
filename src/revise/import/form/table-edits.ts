// 새표1, 새표2, as typed -> new tables of statistics, each at the end of a narrative.
import { bareCaption } from '../../../plan/figure-name.ts';
import { escaped } from '../../../plan/literal.ts';
import { madeId } from '../../../plan/made-id.ts';
import type { Plan } from '../../../plan/plan.ts';
import { formKey, narrativeTitles, TABLE_COLUMNS, TABLE_ROWS } from '../../../plan/plan-form.ts';
import { readCell, saysUnknown, valueText } from '../../apply/typed-value.ts';
import type { Texts } from '../../fill/plan-texts.ts';
import { setText, wordsOf } from '../../fill/set-text.ts';
import type { ImportFaults } from '../import-faults.ts';
import { takenValue } from '../tell-reading.ts';
import type { OriginSheet, WorkbookOrigin } from '../workbook-origin.ts';
import { yamlScalar } from '../yaml-scalar.ts';
import type { FormEdit } from './form-edit.ts';
import { type FormCell, rowsOf, sameWords } from './form-rows.ts';

/** A table of the plan with the caption is there already: its numbers are typed into its own sheet. */
export function tableEdits(origin: WorkbookOrigin, plan: Plan, faults: ImportFaults): readonly FormEdit[] {
  const taken = new Set(plan.tables.keys());
  return origin.sheets
    .filter(({ columns }) => columns.has(formKey('tables')))
    .flatMap((home) => tableOf(home, origin, plan, taken, faults) ?? []);
}

function tableOf(
  home: OriginSheet,
  origin: WorkbookOrigin,
  plan: Plan,
  taken: Set<string>,
  faults: ImportFaults,
): FormEdit | undefined {
  const rows = new Map(rowsOf(home, origin, faults).map((row) => [row.id ?? '', row]));
  const at = (id: string, key = 'c1'): FormCell =>
    rows.get(id)?.at(key) ?? { text: '', base: '', place: faults.whole };
  const [caption, unitCell, source, place] = ['caption', 'unit', 'source', 'place'].map((id) => at(id)) as [
    FormCell,
    FormCell,
    FormCell,
    FormCell,
  ];
  const keys = Array.from({ length: TABLE_COLUMNS }, (_, index) => `c${index + 1}`);
  const lines = Array.from({ length: TABLE_ROWS }, (_, index) => `row-${index + 1}`);
  const heads = keys.filter((key) => at('heads', key).text !== '');
  const named = lines.filter((id) => at(id, 'label').text !== '');
  const isSaid = (id: string) => ['label', ...keys].some((key) => at(id, key).text !== '');
  const isEmpty =
    [caption, unitCell, source].every(({ text }) => text === '') && heads.length === 0 && !lines.some(isSaid);
  if (isEmpty) return undefined;
  const exists = [...plan.tables.values()].some((table) =>
    sameWords(bareCaption((table.caption?.text ?? '').replaceAll(/\[\^[^\]]*\]?/g, '')), caption.text),
  );
  if (exists && caption.text !== '') return undefined;
  const before = faults.diagnostics.length;
  const tell = (cell: FormCell, message: string, expected: string) =>
    faults.add({ rule: 'wrong-text', place: cell.place, message, expected });
  if (caption.text === '') tell(caption, '새 표의 제목이 없습니다.', '표의 제목 (예: 연도별 방문자 수)');
  const unit = plan.units.named(unitCell.text);
  if (unit === undefined)
    tell(
      unitCell,
      `알 수 없는 단위입니다: ${unitCell.text || '(빈칸)'}`,
      '명, 건, 천원, % 같은 단위. 그 밖의 단위는 plan.yaml의 units에 더합니다.',
    );
  const titles = narrativeTitles(plan);
  const file =
    place.text === ''
      ? [...titles.values()][0]
      : [...titles].find(([title]) => sameWords(title, place.text))?.[1];
  if (file === undefined)
    tell(place, `없는 장입니다: ${place.text || '(빈칸)'}`, [...titles.keys()].join(', '));
  if (heads.length === 0) tell(at('heads'), '새 표의 열 이름이 없습니다.', '‘구 분’의 오른쪽에 적은 열 이름');
  if (named.length === 0)
    tell(at('row-1', 'label'), '새 표의 행 이름이 없습니다.', '‘구 분’의 아래에 적은 행 이름');
  for (const id of lines)
    for (const key of keys) {
      const cell = at(id, key);
      if (cell.text === '') continue;
      if (named.length > 0 && !named.includes(id))
        tell(at(id, 'label'), `행 이름이 없는 줄에 값이 있습니다: ${cell.text}`, '행 이름');
      if (heads.length > 0 && !heads.includes(key))
        tell(at('heads', key), `열 이름이 없는 칸에 값이 있습니다: ${cell.text}`, '열 이름');
    }
  const numbers = named.map((id) =>
    heads.map((key) => {
      const number = rows.get(id)?.row ?? 0;
      const cell = home.sheet.rows.get(number)?.get(home.columns.get(key) ?? 0);
      if (unit === undefined || saysUnknown(cell)) return 'missing';
      const value = takenValue(
        readCell(cell, { unit, units: plan.units }),
        at(id, key).place,
        undefined,
        faults,
      );
      return value === undefined ? 'missing' : valueText(value);
    }),
  );
  if (faults.diagnostics.slice(before).some(({ severity }) => severity === 'error')) return undefined;
  const id = madeId(caption.text, 'table', (one) => taken.has(one));
  taken.add(id);
  const note = `${id}-source`;
  const isFramed = [...plan.tables.values()].some((table) => table.caption?.text.startsWith('<'));
  const title = `${escaped(caption.text)}${source.text === '' ? '' : `[^${note}]`}`;
  const entry = (prefix: string, cell: FormCell, index: number) =>
    yearOf(cell.text) ?? { id: `${prefix}${index + 1}`, more: `label: ${yamlScalar(escaped(cell.text))}` };
  const columns = heads.map((key, index) => entry('column-', at('heads', key), index));
  const entries = named.map((one, index) => entry('row-', at(one, 'label'), index));
  const yaml = [
    `id: ${id}`,
    `caption: ${yamlScalar(isFramed ? `< ${title} >` : title)}`,
    `unit-line: ${yamlScalar(`(단위 : ${unitCell.text})`)}`,
    `corner: ${yamlScalar(escaped(at('heads', 'label').text))}`,
    `unit: ${yamlScalar(unitCell.text)}`,
    'columns:',
    ...columns.map((one) => `  - { id: ${one.id}, ${one.more} }`),
    'rows:',
    ...entries.map((one) => `  - { id: ${one.id}, ${one.more} }`),
    'cells:',
    ...entries.map(
      (one, index) =>
        `  ${one.id}: [${(numbers[index] ?? []).map((value) => (value === '-' ? "'-'" : value)).join(', ')}]`,
    ),
    '',
  ].join('\n');
  return {
    ...{ what: '새 통계표', before: '', after: caption.text, place: caption.place },
    write: (texts: Texts) => {
      texts.set(`statistics/${id}.yaml`, yaml);
      if (source.text !== '') setText(texts, 'notes.yaml', [note], wordsOf(source.text));
      const narrative = `narrative/${file}.hbs`;
      texts.set(narrative, `${(texts.get(narrative) ?? '').trimEnd()}\n\n{{table "${id}"}}\n`);
    },
  };
}

/** A year is one that moves with the plan's. */
function yearOf(label: string): { readonly id: string; readonly more: string } | undefined {
  const year = /^([1-9]\d{3})년?$/.exec(label)?.[1];
  return year === undefined ? undefined : { id: year, more: `period: ${year}` };
}
