// What rows of projects may say anew: the form of what is read from them.
import type { AddChange, EndChange, MoveChange, SetChange } from '../../plan/edition.ts';
import type { Project } from '../../plan/programme.ts';
import type { SourceText } from '../../plan/source-text.ts';
import type { TypedEnds } from './period-cell.ts';

/** A project's name or period that reads otherwise now; of its subtask the id. */
export interface TextEdit {
  readonly project: Project;
  readonly what: 'name' | 'period' | 'subtask';
  readonly before: string;
  readonly after: string;
  readonly months?: TypedEnds;
  readonly reason: SourceText | undefined;
  readonly place: SourceText['place'];
}

export interface ProjectEdits {
  readonly added: readonly AddChange[];
  readonly ended: readonly EndChange[];
  readonly moved: readonly MoveChange[];
  readonly texts: readonly TextEdit[];
  /** Amounts of sources that a project had none of so far. */
  readonly sources: readonly SetChange[];
  /** The reasons of rows, by the id of the row: `tasks/a/projects/b`. */
  readonly reasons: ReadonlyMap<string, SourceText>;
}

/** As they are gathered, row by row. */
export interface Edits {
  readonly ended: EndChange[];
  readonly moved: MoveChange[];
  readonly texts: TextEdit[];
  readonly sources: SetChange[];
}
