// The schedule of a year.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import { plainText, type RichText } from '../inline.ts';
import { readNumbered } from '../numbered-text.ts';
import { type CellPart, type PlainPart, paragraphs, part, type ReadingNode, text } from '../reading-node.ts';

/** A phase of a project: a bar over its columns. */
export interface SchedulePhase {
  /** First and last column, from 1. */
  readonly from: number;
  readonly to: number;
  /** What is said of its end, where a transcriber inferred it; drawn dashed then. Review copies only. */
  readonly inferred?: string;
  readonly text: RichText;
}

/** A line of the schedule; a project has one lane of phases or more. */
export type ScheduleRow =
  | { readonly kind: 'strategy' | 'task' | 'subtask'; readonly label: RichText }
  | {
      readonly kind: 'project';
      readonly label: RichText;
      readonly lanes: readonly (readonly SchedulePhase[])[];
    };

/** A Gantt chart over the parts of the plan's year, or over years. */
export interface ScheduleBlock extends Identified {
  readonly kind: 'schedule';
  readonly corner: RichText;
  /** 1월 … 12월, 1분기 … 4분기, 2026년 … 2029년 */
  readonly columns: readonly RichText[];
  readonly rows: readonly ScheduleRow[];
  /** What dashed ends mean, where there are any. */
  readonly remark?: RichText;
}

/** Columns of the schedule as it is read: project, phase, when. */
const READ_COLUMNS = 3;

/** Rows that head those below them, the outermost first. */
const HEADS = ['strategy', 'task', 'subtask'];

/**
 * The schedule is drawn over columns of time and read in three: project, phase, when. The bar of a phase stands for its
 * columns. A project and its phases name the rows that they stand under.
 */
export const readSchedule: ReadBlock<ScheduleBlock> = (block) => {
  const { id, corner, columns, rows } = block;
  const name = (column: number): string => plainText(columns[column - 1]?.inlines ?? []);
  const stretch = (from: number, to: number): string =>
    from === to ? name(from) : `${name(from)}~${name(to)}`;
  const head = part(
    'row',
    cell('column-header', [text('label', corner)], { colSpan: READ_COLUMNS - 1, name: `${id} what` }),
    cell(
      'column-header',
      columns.map((column) => text('label', column)),
      { name: `${id} when`, ...(columns.length > 0 && { instead: stretch(1, columns.length) }) },
    ),
  );
  let above: readonly { readonly depth: number; readonly name: string }[] = [];
  const body = rows.flatMap((row, index): readonly PlainPart[] => {
    const name = `${id} ${index}`;
    const depth = row.kind === 'project' ? HEADS.length : HEADS.indexOf(row.kind);
    above = above.filter((head) => head.depth < depth);
    const heads = above.map((head) => head.name);
    const own = { name, ...(heads.length > 0 && { heads }) };
    if (row.kind !== 'project') {
      above = [...above, { depth, name }];
      return [part('row', cell('row-header', labelled(row.label), { colSpan: READ_COLUMNS, ...own }))];
    }
    const phases = row.lanes.flat();
    const project = cell('row-header', labelled(row.label), { rowSpan: Math.max(1, phases.length), ...own });
    const lines = phases.map((phase): readonly CellPart[] => [
      cell('data', [text('cell', phase.text)], { heads: [`${id} what`, ...heads, name] }),
      cell('data', [{ kind: 'picture', of: phase.text }], {
        heads: [`${id} when`, ...heads, name],
        instead: `${stretch(phase.from, phase.to)}${phase.inferred ?? ''}`,
      }),
    ]);
    const [first = [cell('data', [], { colSpan: READ_COLUMNS - 1 })], ...more] = lines;
    return [part('row', project, ...first), ...more.map((cells) => part('row', ...cells))];
  });
  return {
    as: 'text',
    nodes: [
      ...paragraphs('label', block.remark),
      // A head without a body would be no table.
      part(
        'table',
        part(rows.length === 0 ? 'rows' : 'head', head),
        ...(rows.length === 0 ? [] : [part('rows', ...body)]),
      ),
    ],
  };
};

function labelled(label: RichText): readonly ReadingNode[] {
  const parts = readNumbered('label', label);
  return [...parts.label, ...parts.body];
}

function cell(
  role: CellPart['role'],
  nodes: readonly ReadingNode[],
  more: Partial<Omit<CellPart, 'kind' | 'role' | 'nodes'>> = {},
): CellPart {
  return { kind: 'cell', role, colSpan: 1, rowSpan: 1, nodes, ...more };
}
