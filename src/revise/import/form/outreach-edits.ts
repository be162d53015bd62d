// 홍보, as typed -> the changes of outreach.yaml.
import { YAMLMap, type YAMLSeq } from 'yaml';
import { escaped } from '../../../plan/literal.ts';
import type { Plan } from '../../../plan/plan.ts';
import { isMarked, shownText } from '../../../plan/plan-form.ts';
import type { SourceText } from '../../../plan/source-text.ts';
import { setText, type TextValue } from '../../fill/set-text.ts';
import { openYaml, plain, quoted, seqAt, yamlText } from '../../yaml-edit.ts';
import type { ImportFaults } from '../import-faults.ts';
import { changedText, type FormEdit, tellGone } from './form-edit.ts';
import { type FormRow, sameWords } from './form-rows.ts';

const FILE = 'outreach.yaml';
const KEYS = ['subject', 'timing', 'keywords', 'methods'] as const;
type Key = (typeof KEYS)[number];

/** A row that is emptied goes; so a row's own changes come first, and rows go from the last one. */
export function outreachEdits(
  rows: readonly FormRow[],
  plan: Plan,
  faults: ImportFaults,
): readonly FormEdit[] {
  const { outreach, year } = plan;
  if (outreach === undefined) return [];
  const added: FormEdit[] = [];
  const changed: FormEdit[] = [];
  const gone: FormEdit[] = [];
  const written = new Set(rows.map(({ id }) => id));
  for (const row of rows) {
    const { id, at } = row;
    const subject = at('subject');
    // One that came since is most likely from this very workbook, handed in again.
    const since = outreach.rows.findIndex(
      (one, place) =>
        !written.has(String(place + 1)) && sameWords(shownText(one.subject, year), subject.text),
    );
    const index = id === undefined ? since : Number(id) - 1;
    const now = outreach.rows[index];
    const nowAt = (key: Key) =>
      listOf(now?.[key])
        .map((one) => shownText(one, year))
        .join('\n');
    const cells = KEYS.map((key) => ({
      key,
      cell: id === undefined && now !== undefined ? { ...at(key), base: nowAt(key) } : at(key),
    }));
    const isEmpty = cells.every(({ cell }) => cell.text === '');
    const shownAt = (key: Key) => listOf(now?.[key]).map((one) => shownText(one, year));
    const marked = (key: Key) => listOf(now?.[key]).some((one) => isMarked(one, year));
    if (id !== undefined && now === undefined) {
      tellGone(row, faults);
      continue;
    }
    const texts = cells.map(({ key, cell }) => {
      const optional = isEmpty || key !== 'subject';
      const typed = changedText(
        cell,
        { now: shownAt(key).join('\n'), marked: marked(key), optional },
        faults,
      );
      return { key, cell, typed };
    });
    if (isEmpty && now !== undefined)
      gone.unshift({
        ...{ what: '홍보', before: shownAt('subject').join(), after: '', place: subject.place },
        write: (files) => {
          const { document, root } = openYaml(files.get(FILE) ?? '');
          seqAt(root, 'rows')?.delete(index);
          files.set(FILE, yamlText(document));
        },
      });
    else if (now !== undefined)
      for (const { key, cell, typed } of texts) {
        if (typed === undefined) continue;
        const before = shownAt(key).join(', ');
        changed.push({
          ...{
            what: `홍보 › ${subject.text}`,
            before,
            after: typed.replaceAll('\n', ', '),
            place: cell.place,
          },
          write: (files) => setText(files, FILE, ['rows', index, key], listedOr(key, typed)),
        });
      }
    else if (subject.text === '' && !isEmpty)
      faults.add({
        rule: 'blank-text',
        place: subject.place,
        message: '홍보할 사업의 이름이 없는 행입니다.',
        expected: '홍보할 사업의 이름',
      });
    else if (!isEmpty)
      added.push({
        ...{ what: '홍보', before: '', after: subject.text, place: subject.place },
        write: (files) => {
          const { document, root } = openYaml(files.get(FILE) ?? '');
          const list = seqAt(root, 'rows') as YAMLSeq;
          list.flow = false;
          const last = list.items.length;
          const item = new YAMLMap();
          item.set(plain('subject'), quoted(escaped(subject.text)));
          list.items.push(item);
          files.set(FILE, yamlText(document));
          for (const { key, cell } of texts)
            setText(files, FILE, ['rows', last, key], listedOr(key, cell.text));
        },
      });
  }
  return [...changed, ...gone, ...added];
}

function listOf(value: SourceText | readonly SourceText[] | undefined): readonly SourceText[] {
  if (value === undefined) return [];
  return 'text' in value ? [value] : value;
}

/** A line each, and keywords also by the signs that open them. */
function listedOr(key: Key, typed: string): TextValue {
  if (key === 'subject' || key === 'timing') return { kind: 'text', text: typed };
  const parts = key === 'keywords' ? typed.replaceAll(' #', '\n#').split(/[\n,，]/) : typed.split('\n');
  return { kind: 'list', texts: parts.map((one) => one.trim()).filter((one) => one !== '') };
}
