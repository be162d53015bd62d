// The document -> every text that is printed, in reading order, with what it stands in.
import type { Block, Document } from '../document/document.ts';
import type { RichText } from '../document/inline.ts';
import type { TableCell } from '../document/table.ts';

/** What a text stands in. */
export interface TextContext {
  /** The block that holds it; the outermost one for a cell's text. */
  readonly block: Block;
  /** Title of the part, section and heading above it; unset before the first. */
  readonly part?: RichText;
  readonly section?: RichText;
  readonly heading?: RichText;
  /** The task whose sheet it stands in: the sheet block's id. */
  readonly sheet?: string;
  /** The cell of the block's table that holds it. */
  readonly cell?: TableCell;
}

export interface PrintedText {
  readonly text: RichText;
  /** What the text is to its block. */
  readonly role: 'title' | 'body' | 'caption' | 'unit-line' | 'cell' | 'label' | 'alt';
  readonly context: TextContext;
}

/** Every printed text once, in the order of the pages, but for the notes: those are in `document.notes`. */
export function printedTexts(document: Document): readonly PrintedText[] {
  const texts: PrintedText[] = [];
  let context: Omit<TextContext, 'block'> = {};
  for (const block of document.blocks) {
    if (block.kind === 'part') context = { part: block.title };
    else if (block.kind === 'section') context = { ...only(context, 'part'), section: block.title };
    else if (block.kind === 'heading') context = { ...context, heading: block.title };
    else if (block.kind === 'task-sheet') context = { ...only(context, 'part'), sheet: block.id };
    texts.push(...textsOf(block, { ...context, block }));
  }
  return texts;
}

function only(context: Omit<TextContext, 'block'>, key: 'part'): Omit<TextContext, 'block'> {
  return context[key] === undefined ? {} : { [key]: context[key] };
}

function textsOf(block: Block, context: TextContext): readonly PrintedText[] {
  const as = (role: PrintedText['role'], ...texts: readonly (RichText | undefined)[]): PrintedText[] =>
    texts.flatMap((text) => (text === undefined ? [] : [{ text, role, context }]));
  switch (block.kind) {
    case 'cover':
      return as(
        'title',
        block.registration,
        block.tag,
        block.slogan,
        block.series,
        block.title,
        block.vision,
        block.issuer,
        ...(block.edition ?? []),
      );
    case 'contents':
      return [...as('title', block.title), ...as('label', ...block.entries.map(({ label }) => label))];
    case 'part':
    case 'section':
    case 'heading':
    case 'label':
      return as('title', block.title);
    case 'item':
    case 'remark':
    case 'paragraph':
      return as('body', block.content);
    case 'table':
      return [
        ...as('caption', block.caption),
        ...as('unit-line', block.unitLine),
        ...block.rows.flatMap((row) =>
          row.flatMap((cell) =>
            cell.blocks.flatMap((inner) =>
              textsOf(inner, { ...context, cell: context.cell ?? cell }).map((text) =>
                text.role === 'body' ? { ...text, role: 'cell' as const } : text,
              ),
            ),
          ),
        ),
      ];
    case 'chart':
      return [...as('caption', block.caption), ...as('unit-line', block.unitLine), ...as('alt', block.alt)];
    case 'missing':
      return as('caption', block.caption);
    case 'swot':
      return [
        ...as('alt', block.alt),
        ...block.factors.flatMap(({ items }) => (items === 'missing' ? [] : as('body', ...items))),
        ...block.boxes.flatMap(({ title, items }) => [...as('title', title), ...as('body', ...items)]),
      ];
    case 'vision':
      return [
        ...as('alt', block.alt),
        ...block.goals.flatMap(({ label, text }) => [...as('label', label), ...as('body', text)]),
        ...as('label', block.label, block.strategiesTitle, block.tasksTitle),
        ...block.strategies.flatMap(({ name, tasks }) => as('label', name, ...tasks)),
      ];
    case 'task-sheet':
      return as('title', block.banner, block.purpose, block.title);
    case 'schedule':
      return [
        ...as('label', block.corner),
        ...block.rows.flatMap((row) => [
          ...as('label', row.label),
          ...(row.kind === 'project' ? row.lanes.flat().flatMap(({ text }) => as('cell', text)) : []),
        ]),
      ];
    case 'colophon':
      return [
        ...as('title', block.title),
        ...block.rows.flatMap(({ label, text }) => [...as('label', label), ...as('body', text)]),
      ];
    case 'back-cover':
      return as('body', block.issuer, ...block.lines);
    case 'page-break':
      return [];
  }
}
