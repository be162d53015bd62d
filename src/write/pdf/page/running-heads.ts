// Made pages -> what the head of each names: its part, and the section that it begins in.
import { partName } from '../../../document/blocks/part.ts';
import type { Document, SectionBlock } from '../../../document/document.ts';
import { inHead } from '../../../document/print-words.ts';
import type { MadePage } from './made-page.ts';

export function runningHeads({ blocks }: Document, pages: readonly MadePage[]): readonly string[] {
  const kinds = new Map(blocks.map((block) => [block.id, block] as const));
  let section = '';
  return pages.map(({ runningHead, fragments }) => {
    const opens = fragments.map(({ block }) => kinds.get(block));
    const [first] = opens;
    const begins = first?.kind === 'section' ? sectionName(first) : section;
    const head = inHead(runningHead, begins);
    for (const block of opens) {
      if (block?.kind === 'part') section = '';
      if (block?.kind === 'section') section = sectionName(block);
    }
    return head;
  });
}

function sectionName({ number, title }: SectionBlock): string {
  return partName({ numeral: number, title });
}
