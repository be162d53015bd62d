// A block -> its texts, in the order in which they are read.
import type { Block } from './document.ts';
import type { RichText } from './inline.ts';

/** Every text of a block in reading order: caption before header cells before body. */
export function textsOf(block: Block): readonly RichText[] {
  switch (block.kind) {
    case 'cover':
      return [
        block.registration,
        ...(block.edition ?? []),
        block.tag,
        block.slogan,
        block.series,
        block.title,
        block.vision,
        block.issuer,
      ].filter((text) => text !== undefined);
    case 'contents':
      return [block.title, ...block.entries.map(({ label }) => label)];
    case 'part':
    case 'section':
    case 'heading':
    case 'label':
      return [block.title];
    case 'task-sheet':
      return [block.banner, ...(block.purpose === undefined ? [] : [block.purpose]), block.title];
    case 'item':
    case 'remark':
    case 'paragraph':
      return [block.content];
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [block.caption]),
        ...(block.unitLine === undefined ? [] : [block.unitLine]),
        ...block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(textsOf))),
      ];
    case 'chart':
      return [block.caption, ...(block.unitLine === undefined ? [] : [block.unitLine])];
    case 'missing':
      return [block.caption, block.needed];
    case 'swot':
      return [
        ...block.factors.flatMap(({ items }) => (items === 'missing' ? [] : items)),
        ...block.boxes.flatMap(({ title, items }) => [title, ...items]),
      ];
    case 'vision':
      return [
        ...block.goals.flatMap(({ label, text }) => [label, text]),
        block.label,
        block.strategiesTitle,
        ...block.strategies.map(({ name }) => name),
        block.tasksTitle,
        ...block.strategies.flatMap(({ tasks }) => tasks),
      ];
    case 'schedule':
      return [
        block.corner,
        ...block.months,
        ...block.rows.flatMap((row) => [
          row.label,
          ...(row.kind === 'project' ? row.lanes.flat().map(({ text }) => text) : []),
        ]),
      ];
    case 'colophon':
      return [block.title, ...block.rows.flatMap(({ label, text }) => [label, text])];
    case 'back-cover':
      return [block.issuer, ...block.lines];
    case 'page-break':
      return [];
  }
}
