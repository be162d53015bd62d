// Every string and figure of the bundled plan stands in the finished PDF, notes with their references.
import { beforeAll, describe, expect, it } from 'vitest';
import type { RichText } from '../../src/document/inline.ts';
import { type BundledPlan, bundledPlan } from './bundled-plan.ts';
import { overlaps, readPages, squeeze } from './pdf-text.ts';
import { type PrintedText, printedText } from './printed-text.ts';
import { figureRunsOf, textsOf } from './walk.ts';

let plan: BundledPlan;
let printed: PrintedText;

beforeAll(async () => {
  plan = await bundledPlan();
  printed = await printedText(plan);
}, 60_000);

/** As printed: with the numbers of its note references. */
function asPrinted(text: RichText): string {
  const pieces = text.inlines.map((inline) => {
    switch (inline.kind) {
      case 'text':
      case 'figure':
        return inline.text;
      case 'line-break':
        return '';
      case 'note-reference':
        return `${plan.document.notes.get(inline.note)?.number})`;
    }
  });
  return squeeze(pieces.join(''));
}

describe('the bundled plan in print', () => {
  it('has every text of the document, whole and in its place of the reading order', () => {
    const noteIds = new Set(plan.document.notes.keys());
    const lost = textsOf(plan.document)
      .filter(({ block, text }) => {
        const where = noteIds.has(block) ? printed.notes : printed.body;
        return !where.includes(asPrinted(text));
      })
      .map(({ block, text }) => `${block}: ${asPrinted(text)}`);
    expect(lost).toEqual([]);
    expect(textsOf(plan.document).length).toBeGreaterThan(700);
  });

  it('prints every figure of the data but those that only serve a claim or a chart', () => {
    const used = new Set<string>(figureRunsOf(plan.document).map((run) => run.address));
    for (const { text } of textsOf(plan.document)) {
      for (const inline of text.inlines) {
        if (inline.kind === 'text' && inline.meaning.kind === 'claim')
          for (const address of [...inline.meaning.figures, ...inline.meaning.except]) used.add(address);
      }
    }
    const operands = new Set(
      [...plan.book.values()].flatMap(({ definition }) => [
        ...definition.equals,
        ...Object.values(definition.relation ?? {}).flat(),
      ]),
    );
    const charted = (address: string): boolean => address.startsWith('figures/population-growth-');
    const unused = [...plan.book.keys()].filter(
      (address) => !used.has(address) && !operands.has(address) && !charted(address),
    );
    const cells = unused.filter((address) => address.startsWith('tables/'));
    expect(cells).toEqual([]);
    // Totals that stand for a check of their parts, or of what the strategies come to, or in the workbooks, and nothing else.
    const free = unused.filter((address) => !/^strategies\/(all\/|[^/]+\/budget\/local$)/.test(address));
    expect(
      free.every((address) => (plan.book.get(address)?.definition.equals.length ?? 0) > 0),
      free.join(),
    ).toBe(true);
  });

  it('has each note on the page of its first reference', () => {
    expect(plan.document.notes.size).toBe(26);
    for (const [id, note] of plan.document.notes) {
      const place = plan.pdf.layout.notes.get(id);
      expect(place?.pages[0], id).toBe(place?.references[0]);
      const page = printed.pages[place?.pages[0] ?? -1];
      expect(page, id).toContain(`${note.number})${squeeze(asPrinted(note.content)).slice(0, 20)}`);
    }
  });

  it('writes the values on its charts', () => {
    for (const block of plan.document.blocks) {
      if (block.kind !== 'chart') continue;
      const texts = plan.pdf.layout.texts.filter((text) => text.block === block.id && /\d/.test(text.text));
      expect(texts.length, block.id).toBeGreaterThan(3);
    }
  });

  it('puts nothing on top of anything else, and nothing off the page', async () => {
    const pages = await readPages(plan.pdf.bytes);
    const written = pages.map((page) => ({
      ...page,
      // The watermark lies behind the text.
      pieces: page.pieces.filter((piece) => piece.size < 80),
    }));
    expect(written.flatMap(overlaps)).toEqual([]);
    const outside = written.flatMap((page) =>
      page.pieces.filter((piece) => piece.x < 55 || piece.x + piece.width > page.width - 55),
    );
    expect(outside.map((piece) => piece.text)).toEqual([]);
  });
});
