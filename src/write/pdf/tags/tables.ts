// Tables and the schedule -> Table elements: one for a table, over however many pages it goes.
import type { ScheduleBlock, SchedulePhase } from '../../../document/document.ts';
import { plainText, type RichText } from '../../../document/inline.ts';
import type { TableBlock, TableCell } from '../../../document/table.ts';
import { BlockTagger, type TagBlock } from './lists.ts';
import type { Structure } from './structure.ts';
import { addLeaf, addTag, type Tag, type TagAttributes } from './tag.ts';

/** Caption and unit line, rows, and what stands in the cells. */
export function addTable(structure: Structure, block: TableBlock, into: Tag, tagBlock: TagBlock): void {
  const table = addTag(into, 'Table');
  const titles = [block.caption, block.unitLine].filter((text) => text !== undefined);
  if (titles.length > 0) {
    const caption = addTag(table, 'Caption');
    for (const title of titles) structure.addText(title, title, addTag(caption, 'P'));
  }
  const headed = headerRows(block);
  const head = headed > 0 ? addTag(table, 'THead') : undefined;
  const body = addTag(table, 'TBody');
  block.rows.forEach((cells, index) => {
    const row = addTag(head !== undefined && index < headed ? head : body, 'TR');
    for (const cell of cells) addCell(structure, cell, row, tagBlock);
  });
}

/** The rows of the head: none where a cell reaches from them into the body, or where they are all there is. */
function headerRows({ rows, headerRows }: TableBlock): number {
  const reaches = rows
    .slice(0, headerRows)
    .some((row, index) => row.some((cell) => index + cell.rowSpan > headerRows));
  return reaches || headerRows >= rows.length ? 0 : headerRows;
}

function addCell(structure: Structure, cell: TableCell, row: Tag, tagBlock: TagBlock): void {
  const tag = addTag(row, cell.role === 'data' ? 'TD' : 'TH', {
    ...(cell.role === 'column-header' && { scope: 'Column' }),
    ...(cell.role === 'row-header' && { scope: 'Row' }),
    ...spans(cell),
  });
  const [only, ...more] = cell.blocks;
  if (only?.kind === 'paragraph' && more.length === 0) {
    structure.addText(only, only.content, tag);
    return;
  }
  const blocks = new BlockTagger(structure, tagBlock);
  for (const inner of cell.blocks) blocks.add(inner, tag);
}

function spans({ colSpan, rowSpan }: Pick<TableCell, 'colSpan' | 'rowSpan'>): TagAttributes {
  return { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
}

/** Columns of the schedule as it is read: project, phase, months. */
const SCHEDULE_COLUMNS = 3;

/**
 * The schedule is drawn over twelve columns of months and read in three: project, phase, months. The bar of a phase stands
 * for its months.
 */
export function addSchedule(
  structure: Structure,
  block: ScheduleBlock,
  into: Tag,
  reviewCopy: boolean,
): void {
  // Where a review copy says what dashed ends mean.
  structure.addTitle(block, addTag(into, 'P'));
  const table = addTag(into, 'Table');
  // A head without a body would be no table.
  const head = addTag(addTag(table, block.rows.length === 0 ? 'TBody' : 'THead'), 'TR');
  const corner = addTag(head, 'TH', { scope: 'Column', colSpan: SCHEDULE_COLUMNS - 1 });
  structure.addText(block.corner, block.corner, corner);
  const [first, last] = [block.months[0], block.months.at(-1)];
  const months = addTag(head, 'TH', {
    scope: 'Column',
    ...(first && last && { actualText: `${plainText(first.inlines)}~${plainText(last.inlines)}` }),
  });
  for (const month of block.months) structure.addText(month, month, months);
  const body = addTag(table, 'TBody');
  for (const row of block.rows) {
    if (row.kind !== 'project') {
      const title = addTag(addTag(body, 'TR'), 'TH', { scope: 'Row', colSpan: SCHEDULE_COLUMNS });
      structure.addText(row.label, row.label, title, { markerIn: title });
      continue;
    }
    const phases = row.lanes.flat();
    const line = addTag(body, 'TR');
    const project = addTag(line, 'TH', { scope: 'Row', ...spans({ colSpan: 1, rowSpan: phases.length }) });
    structure.addText(row.label, row.label, project, { markerIn: project });
    if (phases.length === 0) addTag(line, 'TD', { colSpan: SCHEDULE_COLUMNS - 1 });
    phases.forEach((phase, index) => {
      addPhase(structure, block.months, phase, index === 0 ? line : addTag(body, 'TR'), reviewCopy);
    });
  }
}

function addPhase(
  structure: Structure,
  months: readonly RichText[],
  phase: SchedulePhase,
  row: Tag,
  reviewCopy: boolean,
): void {
  structure.addText(phase.text, phase.text, addTag(row, 'TD'));
  const name = (month: number): string => plainText(months[month - 1]?.inlines ?? []);
  const stretch = phase.from === phase.to ? name(phase.from) : `${name(phase.from)}~${name(phase.to)}`;
  const inferred = phase.inferred && reviewCopy ? ' (끝나는 달은 짐작)' : '';
  const cell = addTag(row, 'TD', { actualText: `${stretch}${inferred}` });
  structure.addBar(phase.text, addLeaf(cell));
}
