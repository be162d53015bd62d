// The texts of a plan and the text changes of its editions -> the texts as the last edition has them.
import { formOf } from '../figure/address.ts';
import type { FigureDefinition } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import type { Change, ChangedWords, Edition, TextChange } from '../plan/edition.ts';
import { changedWords } from './changed-words.ts';
import { didYouMean, type Faults } from './faults.ts';

/** The files that a text change may reach: not the editions themselves, nor what no publication prints. */
const CLOSED = /^(editions\/.*|published\/.*|dispositions\.yaml|corrections\.yaml|README\.md|renew\.md)$/;

interface ChangedTexts {
  readonly files: ReadonlyMap<string, string>;
  /** The editions with the words that each of their text changes changes. */
  readonly editions: readonly Edition[];
}

/**
 * Applies the changes in the order of the editions. Rules: `unknown-file`, `text-not-found`, `text-not-unique`.
 * Places in a changed file are told as they are after the change.
 */
export function applyTextChanges(
  displayRoot: string,
  files: ReadonlyMap<string, string>,
  editions: readonly Edition[],
  faults: Faults,
): ChangedTexts {
  const texts = new Map(files);
  const words = new Map<TextChange, readonly ChangedWords[]>();
  for (const change of textChanges(editions)) {
    const { file, before, after } = change;
    const text = CLOSED.test(file) ? undefined : texts.get(file);
    if (text === undefined) {
      const open = [...files.keys()].filter((name) => !CLOSED.test(name));
      faults.add({
        rule: 'unknown-file',
        place: change.place,
        message: `글을 바꿀 파일이 없습니다: ${file}`,
        expected: didYouMean(file, open, '계획 폴더에 있는 파일 (예: tasks/youth-jobs.yaml)'),
      });
      continue;
    }
    const first = before.text === '' ? -1 : text.indexOf(before.text);
    const second = first < 0 ? -1 : text.indexOf(before.text, first + 1);
    if (first < 0) {
      faults.add({
        rule: 'text-not-found',
        place: before.place,
        message: `${file}에 그런 글이 없습니다: ${before.text}`,
        expected: '파일에 꼭 한 번 나오는 글 (앞 판이 이미 바꾼 글이면 바뀐 글)',
      });
    } else if (second >= 0) {
      const at = (offset: number) => ({ file: `${displayRoot}/${file}`, ...positionAt(text, offset) });
      faults.add({
        rule: 'text-not-unique',
        place: before.place,
        message: `${file}에 두 번 넘게 나오는 글입니다: ${before.text}`,
        expected: '앞뒤를 더 넣어 꼭 한 번 나오는 글',
        related: [
          { place: at(first), note: '처음 나온 곳' },
          { place: at(second), note: '다음 나온 곳' },
        ],
      });
    } else {
      const changed = text.slice(0, first) + after.text + text.slice(first + before.text.length);
      texts.set(file, changed);
      words.set(change, wordsOf(change, text, changed));
    }
  }
  const withWords = (change: Change): Change => {
    const own = change.kind === 'text' ? words.get(change) : undefined;
    return change.kind === 'text' && own !== undefined ? { ...change, words: own } : change;
  };
  return {
    files: texts,
    editions: editions.map((edition) => ({ ...edition, changes: edition.changes.map(withWords) })),
  };
}

/** The texts alone. */
export function withTextChanges(...given: Parameters<typeof applyTextChanges>): ReadonlyMap<string, string> {
  return applyTextChanges(...given).files;
}

function wordsOf({ file, before, after }: TextChange, old: string, fresh: string): readonly ChangedWords[] {
  const excerpts = { before: before.text, after: after.text };
  return changedWords({ file, excerpts, whole: { before: old, after: fresh } }).map((words) => ({
    path: words.path,
    ...(words.before === undefined ? {} : { before: { text: words.before, place: before.place } }),
    ...(words.after === undefined ? {} : { after: { text: words.after, place: after.place } }),
  }));
}

/** Whether a text change reaches a file that holds figures. */
export function reachesFigures(editions: readonly Edition[]): boolean {
  return textChanges(editions).some(({ file }) =>
    /^(tasks|statistics)\/.*\.yaml$|^strategies\.yaml$/.test(file),
  );
}

/**
 * Tells (`text-changes-figure`) the text changes that gave a figure another value, unit or address: figures change by `set`,
 * so that every change of one is compared and checked.
 */
export function refuseChangedFigures(
  displayRoot: string,
  original: readonly FigureDefinition[],
  changed: readonly FigureDefinition[],
  editions: readonly Edition[],
  faults: Faults,
): void {
  const now = new Map(changed.map((definition) => [definition.address, definition]));
  for (const { address, given, unit, place } of original) {
    const form = formOf(address);
    // What projects under a subtask come to follows them to another.
    if (form.kind === 'subtask') continue;
    const after = now.get(address);
    // A source that a task had none of until a project brought it.
    if (form.kind === 'task' && form.item[0] === 'funding' && given?.kind === 'nil' && after?.relation)
      continue;
    const same =
      after !== undefined &&
      after.unit.label === unit.label &&
      sameValue(given ?? { kind: 'missing' }, after.given ?? { kind: 'missing' });
    if (same) continue;
    for (const change of textChanges(editions)) {
      if (place.file !== `${displayRoot}/${change.file}`) continue;
      faults.add({
        rule: 'text-changes-figure',
        place: change.before.place,
        message: `글을 바꾸면 수치가 바뀝니다: ${address}`,
        expected: `{ set: ${address}, before: …, after: … }`,
        related: [{ place, note: '수치가 있는 곳' }],
      });
    }
  }
}

function textChanges(editions: readonly Edition[]): readonly TextChange[] {
  return editions.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.kind === 'text' ? [change] : [])),
  );
}

/** Line and column, from 1. */
function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
