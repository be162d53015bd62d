// A task as an edition has it -> what its sheet says: its own text, and the blocks of the projects that are in force in it.

import { projectAddress } from '../figure/address.ts';
import { beginsAnew, endsInHeading, openedForBlocks, usualHeading } from './block-place.ts';
import { asNeighbour, type BlockStyle, blockStyle, hasNumbers, numberOf, withNumber } from './block-style.ts';
import {
  type Programme,
  type Project,
  type ProjectKey,
  placesFrom,
  type Task,
  tasksOf,
} from './programme.ts';
import { type SheetPart, sheetParts } from './sheet-blocks.ts';
import type { Narrative } from './source-text.ts';

/** Text of a sheet's file, of the task itself or of one of its projects. */
interface WrittenPiece {
  readonly kind: 'written';
  readonly text: string;
  readonly file: string;
  /** The line of the file, from 1, on which the text begins. */
  readonly line: number;
  /** The task in whose sheet it was written. */
  readonly home: string;
  /** The project whose text it is; none for the task's own. */
  readonly block: Standing | undefined;
}

/** The text of a project that nobody wrote: it is made from the project's data. */
export interface MadePiece {
  readonly kind: 'made';
  readonly block: Standing;
  readonly style: BlockStyle;
}

export type SheetPiece = WrittenPiece | MadePiece;

/** A project of a task, and where it stood before, the latest place first. */
interface Standing {
  readonly project: Project;
  readonly former: readonly ProjectKey[];
}

/**
 * The pieces in order; none for a task without a sheet. A block is there while its project is in force in the task, wherever it was
 * written: one that came with a project stands behind the last block of its subtask, or of the section that has most. A project that an edition brought,
 * and that has no block and is not spoken of in the sheet, gets one made.
 */
export function sheetPieces(
  programme: Pick<Programme, 'strategies'>,
  task: Task,
  partials: Partials = new Map(),
): readonly SheetPiece[] {
  const { sheet } = task;
  if (sheet === undefined) return [];
  const tasks = new Map(tasksOf(programme).map((one) => [one.id, one]));
  const { parts, before } = openedForBlocks(sheetParts(sheet.text).parts, () => usualHeading(programme));
  const style = blockStyle(parts);
  const standings = task.projects.map((project): Standing => {
    const at = { task: task.id, project: project.id };
    return { project, former: placesFrom(programme, at, project, 'movedFrom').map(({ key }) => key) };
  });
  const standingOf = (id: string) =>
    standings.find(
      ({ project, former }) =>
        project.id === id || former.some((one) => one.task === task.id && one.project === id),
    );
  const own = parts.map((part): SheetPiece | undefined => {
    const block = part.project === undefined ? undefined : standingOf(part.project);
    if (part.project !== undefined && block === undefined) return undefined;
    return written(sheet, task.id, part, block);
  });
  const come = standings.flatMap((block): readonly SheetPiece[] => {
    const { project, former } = block;
    if (project.addedIn === undefined || own.some((piece) => piece?.block?.project === project)) return [];
    for (const key of former) {
      const from = tasks.get(key.task)?.sheet;
      if (from === undefined || key.task === task.id) continue;
      const blocks = sheetParts(from.text).parts.filter((part) => part.project === key.project);
      if (blocks.length > 0)
        return blocks.map((part) =>
          written(from, key.task, { ...part, text: asNeighbour(part.text, style) }, block),
        );
    }
    return speaksOf(sheet.text, task.id, project.id, partials) ? [] : [{ kind: 'made', block, style }];
  });
  const placeOf = ({ block }: SheetPiece): number => {
    const under = block?.project.subtask?.text;
    const last = own.findLastIndex(
      (piece) => under !== undefined && piece?.block?.project.subtask?.text === under,
    );
    return last < 0 ? before : last + 1;
  };
  const pieces = [...own, undefined].flatMap((piece, index) => [
    ...come.filter((one) => placeOf(one) === index),
    ...(index < own.length ? [piece] : []),
  ]);
  // As long as all of its blocks are there and no other, a sheet is printed as it was written.
  if (come.length === 0 && !own.includes(undefined)) return pieces.filter((piece) => piece !== undefined);
  return renumbered(withoutEmptyHeadings(pieces));
}

function written(
  { file }: Narrative,
  home: string,
  { text, line }: SheetPart,
  block: Standing | undefined,
): WrittenPiece {
  return { kind: 'written', text, file, line, home, block };
}

/** Goes through all projects of the task. */
const ALL_PROJECTS = /\{\{#each (?:this\.|\.\/)?projects\b/;

/** What the plan's templates include, by name. */
type Partials = ReadonlyMap<string, Pick<Narrative, 'text'>>;

const INCLUDED = /\{\{> ?([\w-]+)/g;
/** How deep what is included is looked into. */
const MOST_INCLUDED = 4;

function goesThroughAll(text: string, partials: Partials, deep: number): boolean {
  if (ALL_PROJECTS.test(text)) return true;
  if (deep === 0) return false;
  return [...text.matchAll(INCLUDED)].some(([, name = '']) =>
    goesThroughAll(partials.get(name)?.text ?? '', partials, deep - 1),
  );
}

/** Whether a text of the task's sheet calls the project, by name or by a figure of it, or goes through all of them. */
function speaksOf(text: string, task: string, project: string, partials: Partials): boolean {
  if (goesThroughAll(text, partials, MOST_INCLUDED)) return true;
  const names = [project, `${task}/${project}`].flatMap((id) => [`"${id}"`, `'${id}'`]);
  return [
    `./projects/${project}/`,
    `${projectAddress({ task, project })}/`,
    ...names.map((name) => `{{project ${name}`),
  ].some((call) => text.includes(call));
}

/** Without what is gone, and without the heading of a section of which nothing else is left. */
function withoutEmptyHeadings(pieces: readonly (SheetPiece | undefined)[]): readonly SheetPiece[] {
  return pieces.flatMap((piece, index): readonly SheetPiece[] => {
    if (piece === undefined) return [];
    const heading = piece.kind === 'written' && piece.block === undefined && endsInHeading(piece.text);
    if (!heading || pieces[index + 1] !== undefined) return [piece];
    const next = pieces.slice(index + 1).find((one) => one !== undefined);
    const isEmpty =
      next === undefined || (next.kind === 'written' && next.block === undefined && beginsAnew(next.text));
    return [isEmpty ? { ...piece, text: withoutLastHeading(piece.text) } : piece];
  });
}

/** Without the heading (□) that its last line is. */
function withoutLastHeading(text: string): string {
  const end = text.trimEnd();
  const heading = end.indexOf('□', end.lastIndexOf('\n') + 1);
  return heading === -1 ? text : text.slice(0, heading);
}

/** The circled numbers that blocks open with run on, from ①, in each section whose other lines have none. */
function renumbered(pieces: readonly SheetPiece[]): readonly SheetPiece[] {
  let count: number | undefined = 0;
  return pieces.map((piece): SheetPiece => {
    if (piece.kind === 'written' && piece.block === undefined) {
      const [above, ...sections] = piece.text.split(/^□/mu);
      if (sections.length > 0) count = 0;
      if (hasNumbers(sections.at(-1) ?? above ?? '')) count = undefined;
      return piece;
    }
    const opening = piece.kind === 'made' ? `${piece.style.marker} ` : piece.text;
    if (count === undefined || numberOf(opening) === undefined) return piece;
    count += 1;
    const numbered = withNumber(opening, count);
    return piece.kind === 'made'
      ? { ...piece, style: { ...piece.style, marker: numbered.trim() } }
      : { ...piece, text: numbered };
  });
}
