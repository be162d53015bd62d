// Blocks and their layout -> sections of a file for 한글, what is said to its pages and where, and which texts begin a page.
import { partName } from '../../document/blocks/part.ts';
import type { Block, Document } from '../../document/document.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import { type PageZone, pageZone } from '../../document/page-zone.ts';
import { editionInHead, REVIEW_LABEL } from '../../document/print-words.ts';
import { TAB } from './read-text.ts';

interface ExpectedPages {
  /** Whether each section is turned. */
  readonly sections: readonly boolean[];
  /** Section, what is said, and the words of the paragraph in which it is. */
  readonly controls: readonly string[];
  /** Section and words of the paragraphs that begin a page. */
  readonly breaks: readonly string[];
}

/** Kinds that begin a page by themselves, and those behind which one begins. */
const BEGIN: ReadonlySet<Block['kind']> = new Set([
  'cover',
  'contents',
  'key-figures',
  'part',
  'task-sheet',
  'colophon',
  'back-cover',
]);
const ALONE: ReadonlySet<Block['kind']> = new Set(['cover', 'contents', 'key-figures']);

/** How a control is written down, here and by the reader. */
export function controlLine(section: number, control: string, words: string): string {
  return `${section} ${control} ‘${words}’`;
}

/** `wordsOf`: of a block's first paragraph; `entries`: of the contents' lines that lead to a heading. */
export function expectedPages(
  document: Document,
  layout: LayoutMap,
  wordsOf: (block: Block) => string,
  entries: readonly string[],
): ExpectedPages {
  const { reviewCopy, title, blocks, firstPage } = document;
  const base = `${reviewCopy ? `[${REVIEW_LABEL}] ` : ''}${title}${editionInHead(document)}`;
  const sections: boolean[] = [];
  const controls: string[] = [];
  const breaks: string[] = [];
  let zone: PageZone | undefined;
  let running = '';
  let turned = false;
  let begins = false;
  let counted = false;
  let waiting: string[] = [];
  for (const block of blocks) {
    const page = layout.blocks.get(block.id)?.[0]?.page;
    turned = page === undefined ? turned : layout.turned[page] === true;
    if (block.kind === 'page-break') begins = true;
    if (block.kind === 'page-break' || block.kind === 'page-turn') continue;
    const own = pageZone(block);
    const opens = zone !== own || sections.at(-1) !== turned;
    if (opens) {
      const number = counted ? Number(layout.pageLabels[page ?? 0]) : firstPage;
      waiting.push('hp:colPr');
      if (own === 'body') waiting.push('hp:pageNum BOTTOM_CENTER');
      if (own === 'body' && zone !== 'body') waiting.push(`hp:newNum ${number}`);
      if (own === 'front' && (reviewCopy || zone !== undefined))
        waiting.push(`hp:header ${reviewCopy ? base : ''}`);
      if (own === 'front' && zone !== undefined) waiting.push('hp:pageNum NONE');
      if (own === 'body' && block.kind !== 'part') waiting.push(`hp:header ${base}${running}`);
      counted ||= own === 'body';
      sections.push(turned);
      begins = false;
    }
    zone = own;
    if (block.kind === 'part') {
      running = `${TAB}${partName(block)}`;
      waiting.push(`hp:header ${base}${running}`);
      if (!reviewCopy) waiting.push('hp:pageHiding 0');
    }
    if (own === 'back') waiting.push('hp:pageHiding 1');
    if (isNothing(block)) continue;
    const at = sections.length - 1;
    const words = wordsOf(block);
    controls.push(...waiting.map((one) => controlLine(at, one, words)));
    waiting = [];
    if (block.kind === 'contents')
      controls.push(
        ...entries.flatMap((entry) =>
          ['hp:fieldBegin', 'hp:fieldEnd'].map((one) => controlLine(at, one, entry)),
        ),
      );
    if (!opens && (begins || BEGIN.has(block.kind))) breaks.push(`${at} ${words}`);
    begins = ALONE.has(block.kind);
  }
  if (sections.length === 0) {
    sections.push(false);
    for (const one of ['hp:colPr', 'hp:pageNum BOTTOM_CENTER', `hp:newNum ${firstPage}`])
      controls.push(controlLine(0, one, ''));
  }
  return { sections, controls, breaks };
}

function isNothing(block: Block): boolean {
  return (
    block.kind === 'diagram' &&
    block.boxes.length === 0 &&
    block.caption === undefined &&
    block.source === undefined
  );
}
