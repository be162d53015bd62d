// What a cell of words was written with, what was typed, what the plan says now -> whether that is a change of the plan's files.
import type { SourceLocation } from '../../../diagnostic.ts';
import type { Texts } from '../../fill/plan-texts.ts';
import type { ImportFaults } from '../import-faults.ts';
import { clashExpected, clashMessage, mergeOf } from '../merge-values.ts';
import { tellStale } from '../since-export.ts';
import { tellCharacters } from '../text-marks.ts';
import { type FormCell, type FormRow, sameWords } from './form-rows.ts';

/** A change of the plan's files. */
export interface FormEdit {
  /** `기본정보 › 제목`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly place: SourceLocation;
  /** What comes with the project that an edition adds. */
  readonly isAdded?: boolean;
  /** The text that it changes, where it is outline text. */
  readonly file?: string;
  /** The file that it makes, and the cell that a place in it comes of. */
  readonly made?: {
    readonly file: string;
    readonly at: (line: number, column: number) => SourceLocation;
  };
  /** Makes it. */
  readonly write: (texts: Texts) => void;
}

interface Now {
  readonly now: string;
  /** Only the file can keep what stands there. */
  readonly marked?: boolean;
  /** Whether it may be empty. */
  readonly optional?: boolean;
}

/** Of a row of what the plan does not have: says so of what was typed there. */
export function tellGone({ id = '', touched }: FormRow, faults: ImportFaults): void {
  const cell = touched();
  if (cell !== undefined) tellStale(id, cell.place, faults);
}

/** What was typed where that is another text; undefined where it is none, or, told, where it cannot be taken: `merge-clash`, `text-mark`, `blank-text`, `unusable-character`. */
export function changedText(
  { text, base, place }: FormCell,
  { now, marked = false, optional = false }: Now,
  faults: ImportFaults,
): string | undefined {
  if (marked) {
    if (!sameWords(text, now) && !sameWords(text, base))
      faults.add({
        rule: 'text-mark',
        place,
        message: `굵은 글씨나 각주, 수치의 표시가 든 글이라 엑셀에서 바꿀 수 없습니다: ${now}`,
        expected: '자료 파일에서 직접 고칩니다.',
      });
    return undefined;
  }
  const merge = mergeOf({ base, typed: text, now }, sameWords);
  if (merge === 'clash')
    faults.add({
      rule: 'merge-clash',
      place,
      message: clashMessage(base || '빈칸', text || '빈칸', now || '빈칸', undefined),
      expected: clashExpected(now || '빈칸', undefined),
    });
  if (merge !== 'changed') return undefined;
  if (text === '' && !optional) {
    faults.add({
      rule: 'blank-text',
      place,
      message: `비울 수 없는 칸입니다: ${now}`,
      expected: '한 글자 이상',
    });
    return undefined;
  }
  return text === '' || tellCharacters({ text, place }, faults) ? text : undefined;
}

/** A name that was cleared, which is told: what is not used any more ends, and its row stays. */
export function isEmptied({ text, base, place }: FormCell, what: string, faults: ImportFaults): boolean {
  if (text !== '' || base === '') return false;
  faults.add({
    rule: 'blank-text',
    place,
    message: `${what}의 이름을 비웠습니다: ${base}`,
    expected: `${what}의 이름. 쓰지 않는 것은 줄을 비우지 않고 상태에 종료를 고릅니다.`,
  });
  return true;
}
