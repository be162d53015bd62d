// 본문, as typed -> the changes of the templates' lines: other words around what their tags show, lines that are new, lines that go.
import type { Plan } from '../../../plan/plan.ts';
import { bodyTexts, formKey, narrativeTitles } from '../../../plan/plan-form.ts';
import { taskLabels } from '../../../plan/task-labels.ts';
import type { ImportFaults } from '../import-faults.ts';
import type { WorkbookOrigin } from '../workbook-origin.ts';
import { BodyReader } from './body-reader.ts';
import { type FormEdit, tellGone } from './form-edit.ts';
import { type FormCell, type FormRow, rowsOf } from './form-rows.ts';

/** Rules: `text-mark` for what only the file can keep, `merge-clash`, `stale-workbook`, `ids-out-of-order`, those of outline text. */
export function bodyEdits(origin: WorkbookOrigin, plan: Plan, faults: ImportFaults): readonly FormEdit[] {
  const sheet = origin.sheets.find(({ columns }) => columns.has(formKey('body')));
  // Where the whole column is gone, nobody has emptied a line.
  if (sheet === undefined || !sheet.columns.has('text')) return [];
  const rows = rowsOf(sheet, origin, faults, 'new');
  const titles = new Map([...narrativeTitles(plan)].map(([title, name]) => [`narrative/${name}.hbs`, title]));
  const labels = taskLabels(plan.programme);
  const fixed = new Set(origin.fixed.flatMap((one) => (one.sheet === sheet.sheet ? one.texts : [])));
  const readers = bodyTexts(plan).map(
    (text) =>
      new BodyReader(
        plan,
        text,
        text.task ? (labels.get(text.task.id) ?? '') : (titles.get(text.name) ?? '본문'),
        fixed,
        faults,
      ),
  );
  const readerOf = (id: string | undefined) => readers.find(({ name }) => id?.startsWith(`${name}#`));
  for (const reader of readers)
    reader.claim(rows.flatMap(({ id }) => (readerOf(id) === reader && id ? [id] : [])));
  tellMoved(rows, readerOf, faults);
  let above: string | undefined;
  for (const row of rows) {
    const { id } = row;
    const cell = row.at('text');
    const reader = readerOf(id ?? above);
    if (id !== undefined) above = id;
    if (id !== undefined && reader === undefined) tellGone(row, faults);
    else if (id !== undefined) reader?.known(id, cell);
    else if (cell.text !== '') {
      if (reader !== undefined && above !== undefined) reader.added(above, cell);
      else tellHomeless(cell, faults);
    }
  }
  return readers.flatMap((reader) => reader.edits());
}

/** Lines that stand elsewhere than they were written: their order is that of the files. */
function tellMoved(
  rows: readonly FormRow[],
  readerOf: (id: string | undefined) => BodyReader | undefined,
  faults: ImportFaults,
): void {
  const done = new Set<BodyReader>();
  let last: { readonly reader: BodyReader; readonly line: number } | undefined;
  for (const { id, at } of rows) {
    const reader = readerOf(id);
    if (id === undefined || reader === undefined) continue;
    const line = Number(/#(\d+)-/.exec(id)?.[1]);
    const isMoved = last?.reader === reader ? line < last.line : done.has(reader);
    if (last !== undefined && last.reader !== reader) done.add(last.reader);
    last = { reader, line };
    if (!isMoved) continue;
    faults.add({
      rule: 'ids-out-of-order',
      place: at('text').place,
      message: `줄의 차례가 만들 때와 다릅니다: ${at('text').text}`,
      expected: '만들 때의 차례. 글을 옮기려면 새 줄에 적고 옛 줄은 비웁니다.',
    });
    return;
  }
}

function tellHomeless({ text, place }: FormCell, faults: ImportFaults): void {
  faults.add({
    rule: 'wrong-text',
    place,
    message: `어느 글의 다음 줄인지 알 수 없습니다: ${text}`,
    expected: '본문의 어느 줄 아래에 적은 글',
  });
}
