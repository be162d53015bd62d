// The bundled plan's PDF: our reader reads what another library reads, and whatever is done to the finished file is told.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { type BundledPlan, bundledPlan } from '../commands/bundled-plan.ts';
import { readPages } from '../commands/pdf-text.ts';
import { diceOf } from '../fuzz/dice.ts';
import { KEPT } from '../kept.ts';
import { PLANS, textsIn } from '../plan-format/plan-folders.ts';
import { processorTime } from '../processor-time.ts';
import { runs, WHOLE } from '../whole.ts';
import { readPdf } from './read-pdf.ts';
import { movedText, type Pages, withCodesOf, withPages } from './sabotage.ts';

type Made = Pick<BundledPlan, 'document' | 'pdf' | 'book'>;

let bundled: BundledPlan;
/** What is harmed: a plan of 13 pages, by `measure:lists` the bundled one. */
let harmed: Made;
let read: ReturnType<typeof readPdf>;

beforeAll(async () => {
  bundled = await bundledPlan();
  harmed = WHOLE ? bundled : await shorterPlan();
  read = readShown(harmed.pdf.bytes);
}, 60_000);

/** A numeral that is drawn is no text that another library reads, or that is shown by codes. */
function readShown(bytes: Uint8Array): typeof read {
  return readPdf(bytes).map((page) => ({
    ...page,
    pieces: page.pieces.filter(({ shown }) => shown.length > 0),
  }));
}

async function shorterPlan(): Promise<Made> {
  const plan = { displayRoot: 'plan', kept: KEPT, files: textsIn(path.join(PLANS, 'guro-2027')) };
  const { document, pdf, book } = await build({ ...bundled.sources, plan }, ['pdf'], undefined, undefined, {
    proof: false,
  });
  if (!document || !pdf || !book) throw new Error('no PDF');
  return { document, pdf, book };
}

const distance = (
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
) => Math.hypot(a.x - b.x, a.y - b.y);

function proven(bytes: Uint8Array, { document, pdf, book }: Made = harmed): readonly Diagnostic[] {
  return provePdf(document, pdf.layout, bytes, 'plan.pdf', { book }).diagnostics;
}

/** Page and index of the first piece of a block that says so. */
function find(
  block: string,
  fits: (text: string) => boolean,
): { readonly page: number; readonly at: number } {
  for (const { page, y, height } of harmed.pdf.layout.blocks.get(block) ?? []) {
    const at = (read[page]?.pieces ?? []).findIndex(
      (piece) => piece.angle === 0 && piece.y > y && piece.y < y + height && fits(piece.text),
    );
    if (at >= 0) return { page, at };
  }
  throw new Error(`nothing of the kind in ${block}`);
}

/** What the proof says when one text of a block is changed. */
function told(
  block: string,
  fits: (text: string) => boolean,
  change: (shown: string, all: string[]) => string,
) {
  const { page, at } = find(block, fits);
  const bytes = withPages(harmed.pdf.bytes, [page], (pages: Pages) => {
    const texts = pages.get(page) ?? [];
    texts[at] = change(texts[at] ?? '', texts);
  });
  return proven(bytes);
}

/** A table of one page, and two different figures of its cells. */
function twoFigures() {
  for (const block of harmed.document.blocks) {
    if (block.kind !== 'table' || harmed.pdf.layout.blocks.get(block.id)?.length !== 2) continue;
    const texts = harmed.pdf.layout.texts.filter(
      ({ block: id, text }) => id === block.id && /^[\d,]{5,}$/.test(text),
    );
    const [first, second] = new Set(texts.map(({ text }) => text));
    const addresses = block.rows.flat().flatMap(({ figure }) => (figure === undefined ? [] : [figure]));
    if (first !== undefined && second !== undefined && addresses[0]?.startsWith(`tables/${block.id}/`))
      return { table: block.id, first, second };
  }
  throw new Error('no table of the kind');
}

const idOf = (kind: string): string => harmed.document.blocks.find((block) => block.kind === kind)?.id ?? '';

describe('the reader', () => {
  it('reads the text, the place and the size that another library reads', async () => {
    const others = await readPages(bundled.pdf.bytes);
    const read = readShown(bundled.pdf.bytes);
    let compared = 0;
    expect(read).toHaveLength(others.length);
    others.forEach((other, index) => {
      const ours = read[index];
      expect([ours?.width, ours?.height]).toEqual([other.width, other.height]);
      const text = (pieces: readonly { readonly text: string }[]) =>
        pieces.map((piece) => piece.text.replaceAll(/\s/gu, '')).join('');
      expect(text(ours?.pieces ?? [])).toBe(text(other.pieces));
      // The other library joins what touches: what it leaves alone stands where ours stands.
      for (const piece of other.pieces) {
        const [nearest] = (ours?.pieces ?? [])
          .filter(({ text }) => text === piece.text)
          .sort((a, b) => distance(a, piece) - distance(b, piece));
        // It also parts at blanks, so that half a line of one place may read like a whole one of another.
        if (nearest === undefined || distance(nearest, piece) > 0.1) continue;
        compared++;
        expect(nearest.size, piece.text).toBeCloseTo(piece.size, 1);
        // It leaves out the space behind the last letter.
        expect(Math.abs(nearest.width - piece.width), piece.text).toBeLessThan(piece.size * 0.03);
      }
    });
    expect(compared).toBeGreaterThan(2_000);
  });
});

describe('a PDF as it was written', () => {
  it('proves without a word, with every figure of the document in its place', () => {
    const { diagnostics, figures } = provePdf(
      bundled.document,
      bundled.pdf.layout,
      bundled.pdf.bytes,
      'plan.pdf',
    );
    expect(diagnostics).toEqual([]);
    expect(figures.length).toBeGreaterThan(900);
  });

  it('proves after it was saved again with nothing changed', () => {
    expect(proven(withPages(harmed.pdf.bytes, [3, 5], () => {}))).toEqual([]);
  });
});

describe('a finished PDF with', () => {
  it('a line removed', () => {
    const block = harmed.document.blocks.find((one) => one.kind === 'item')?.id ?? '';
    const diagnostics = told(
      block,
      (text) => text.length > 5,
      () => '',
    );
    expect(diagnostics).toMatchObject([{ severity: 'error', place: { line: expect.any(Number) } }]);
    expect(diagnostics[0]?.message).toMatch(/^plan\.pdf \d+쪽/);
  });

  it('a figure replaced by another', () => {
    const { table, first, second } = twoFigures();
    const to = find(table, (text) => text === second);
    const diagnostics = told(
      table,
      (text) => text === first,
      (shown, all) => withCodesOf(shown, all[to.at] ?? ''),
    );
    expect(diagnostics).toMatchObject([{ rule: 'figure-not-printed', severity: 'error' }]);
    expect(diagnostics[0]?.message).toContain(`‘${first}’`);
    expect(diagnostics[0]?.message).toContain(`tables/${table}/`);
    // Where it is typed, and where a template calls its table.
    expect(diagnostics[0]?.place.file).toContain('statistics/');
    expect(diagnostics[0]?.related).toContainEqual({
      place: { file: expect.stringMatching(/\.hbs$/), line: expect.any(Number), column: expect.any(Number) },
      note: '틀에서 부른 곳',
    });
  });

  it('a figure of a sentence gone: it is said where the sentence stands and where the figure is typed', () => {
    const { figures } = provePdf(harmed.document, harmed.pdf.layout, harmed.pdf.bytes, 'plan.pdf');
    const items = new Set(harmed.document.blocks.flatMap(({ kind, id }) => (kind === 'item' ? [id] : [])));
    const figure = figures.find(({ block }) => items.has(block));
    if (figure === undefined) throw new Error('no figure in a sentence');
    const [diagnostic] = told(
      figure.block,
      (text) => text.includes(figure.text),
      () => '',
    );
    expect(diagnostic?.place.file).toMatch(/\.hbs$/);
    const typed = harmed.book.get(figure.address)?.definition.place;
    expect(diagnostic?.related).toContainEqual({ place: typed, note: `수치 ${figure.address}` });
  });

  it('the figures of two cells exchanged', () => {
    const { table, first, second } = twoFigures();
    const to = find(table, (text) => text === second);
    const diagnostics = told(
      table,
      (text) => text === first,
      (shown, all) => {
        const other = all[to.at] ?? '';
        all[to.at] = withCodesOf(other, shown);
        return withCodesOf(shown, other);
      },
    );
    expect(diagnostics.map(({ rule }) => rule)).toContain('cell-moved');
  });

  it('a note on the next page', () => {
    const [note] = [...harmed.document.notes.values()].filter(({ number }) => number === 1);
    const page = harmed.pdf.layout.notes.get(note?.id ?? '')?.pages[0] ?? -1;
    const lines = harmed.pdf.layout.texts.filter((text) => text.role === 'note' && text.block === note?.id);
    const indexes = lines.map(({ text, y, x }) =>
      (read[page]?.pieces ?? []).findIndex(
        (piece) => piece.text === text && piece.y > y && piece.y < y + 12 && Math.abs(piece.x - x) < 1,
      ),
    );
    expect(indexes.length).toBeGreaterThan(1);
    const bytes = withPages(harmed.pdf.bytes, [page, page + 1], (pages) => {
      const [from, to] = [pages.get(page) ?? [], pages.get(page + 1) ?? []];
      for (const index of indexes) {
        to.push(from[index] ?? '');
        from[index] = '';
      }
    });
    expect(proven(bytes).map(({ rule }) => rule)).toContain('note-elsewhere');
  });

  it('the number of a note changed', () => {
    const isNumber = (text: string) => /^\d\d?\)$/.test(text);
    const page = read.findIndex(
      ({ pieces }) => new Set(pieces.flatMap(({ text }) => (isNumber(text) ? [text] : []))).size > 1,
    );
    const pieces = read[page]?.pieces ?? [];
    const at = pieces.findIndex(({ text }) => isNumber(text));
    const other = pieces.findIndex(({ text }) => isNumber(text) && text !== pieces[at]?.text);
    expect(other).toBeGreaterThan(at);
    const bytes = withPages(harmed.pdf.bytes, [page], (pages) => {
      const all = pages.get(page) ?? [];
      all[at] = withCodesOf(all[at] ?? '', all[other] ?? '');
    });
    expect(proven(bytes).length).toBeGreaterThan(0);
  });

  it('a table pushed off the page', () => {
    const { table } = twoFigures();
    const boxes = harmed.pdf.layout.blocks.get(table) ?? [];
    const page = boxes[0]?.page ?? -1;
    const inside = (at: number) => {
      const piece = read[page]?.pieces[at];
      return boxes.some(
        (box) => piece && piece.angle === 0 && piece.y > box.y && piece.y < box.y + box.height,
      );
    };
    const moved = (right: number, down: number) =>
      proven(
        withPages(harmed.pdf.bytes, [page], (pages) => {
          const all = pages.get(page) ?? [];
          all.forEach((shown, at) => {
            if (inside(at)) all[at] = movedText(shown, right, down);
          });
        }),
      ).map(({ rule }) => rule);
    expect(moved(600, 0)).toContain('text-outside');
    expect(moved(0, 900)).toContain('text-not-printed');
    // Its first text over one that stands elsewhere on the page.
    const pieces = read[page]?.pieces ?? [];
    const first = pieces.find((_, at) => inside(at));
    const other = pieces.find(({ angle, text }, at) => angle === 0 && text.length > 1 && !inside(at));
    if (first === undefined || other === undefined) throw new Error('a table alone on its page');
    expect(moved(other.x - first.x, other.y - first.y)).toContain('text-overlap');
  });

  it('a page number of the contents changed', () => {
    const block = idOf('contents');
    const { page } = find(block, () => true);
    const numbers = (read[page]?.pieces ?? []).flatMap(({ text, x }, at) =>
      /^\d$/.test(text) && x > 500 ? [{ at, text }] : [],
    );
    const [first] = numbers;
    const second = numbers.find(({ text }) => text !== first?.text);
    const bytes = withPages(harmed.pdf.bytes, [page], (pages) => {
      const all = pages.get(page) ?? [];
      all[first?.at ?? -1] = withCodesOf(all[first?.at ?? -1] ?? '', all[second?.at ?? -1] ?? '');
    });
    expect(proven(bytes)).toMatchObject([{ rule: 'contents-number', severity: 'error' }]);
  });

  it('a text of a chart, a head or a foot removed', () => {
    const chart = idOf('chart');
    expect(
      told(
        chart,
        (text) => /^[\d,.]+$/.test(text),
        () => '',
      ),
    ).toMatchObject([{ rule: 'text-not-printed' }]);
    const isFolio = ({ text, y }: { readonly text: string; readonly y: number }) => text === '3' && y > 700;
    const page = harmed.pdf.layout.texts.find(isFolio)?.page ?? -1;
    const at = (read[page]?.pieces ?? []).findIndex(isFolio);
    const bytes = withPages(harmed.pdf.bytes, [page], (pages) => {
      const all = pages.get(page) ?? [];
      all[at] = '';
    });
    expect(proven(bytes).map(({ rule }) => rule)).toContain('text-not-printed');
  });

  it('any text removed, moved or changed', () => {
    const dice = diceOf(8);
    const silent: string[] = [];
    for (let count = 0; count < runs(4, 40); count++) {
      const page = dice.below(read.length);
      const texts = read[page]?.pieces ?? [];
      const at = dice.below(texts.length);
      // A page that is blank but for its watermark.
      if ((texts[at]?.angle ?? 1) !== 0) continue;
      const bytes = withPages(harmed.pdf.bytes, [page], (pages) => {
        const all = pages.get(page) ?? [];
        const shown = all[at] ?? '';
        const changed = [
          '',
          movedText(shown, 20, 0),
          movedText(shown, 0, -20),
          shown.replace(/<([0-9a-f]{4})/, (_, code) => (code === '0001' ? '<0002' : '<0001')),
        ];
        all[at] = changed[count % changed.length] ?? '';
      });
      if (proven(bytes).length === 0) silent.push(`${page + 1}: ${texts[at]?.text}, ${count}`);
    }
    expect(silent).toEqual([]);
  });

  it('a heading of a table gone from its second page, though its rows say the same', () => {
    const says = ({ block, page }: { readonly block: string; readonly page: number }) =>
      bundled.pdf.layout.texts.filter((text) => text.block === block && text.page === page);
    const again = bundled.pdf.layout.texts.find(
      (text) =>
        (bundled.pdf.layout.blocks.get(text.block)?.[0]?.page ?? text.page) < text.page &&
        says(text).filter(({ text: same }) => same === text.text).length > 1,
    );
    if (again === undefined) throw new Error('no table of the kind');
    const at = (readPdf(bundled.pdf.bytes)[again.page]?.pieces ?? []).findIndex(
      ({ text, x, y }) => text === again.text && Math.abs(x - again.x) < 1 && y > again.y && y < again.y + 12,
    );
    const bytes = withPages(bundled.pdf.bytes, [again.page], (pages) => {
      const all = pages.get(again.page) ?? [];
      all[at] = '';
    });
    expect(proven(bytes, bundled)).toMatchObject([
      { severity: 'error', place: { line: expect.any(Number) } },
    ]);
  });

  it('something drawn that does not belong there', () => {
    const page = 4;
    const drawn = (more: string) =>
      proven(withPages(harmed.pdf.bytes, [page], (pages) => void pages.get(page)?.push(more))).map(
        ({ rule }) => rule,
      );
    const [text] = (read[page]?.pieces ?? []).filter(({ angle }) => angle === 0);
    if (text === undefined) throw new Error('an empty page');
    const { x, y, size, width } = text;
    expect(drawn(`1 1 1 rg ${x} ${y - size} ${width} ${size} re f`)).toContain('text-covered');
    // A frame hides nothing.
    expect(drawn(`0 0 0 RG ${x} ${y - size} ${width} ${size} re S`)).toEqual(['shape-not-laid-out']);
    expect(drawn('0 0 0 RG 100 300 m 700 300 l S')).toContain('shape-outside');
    expect(drawn('0 0 0 rg 100 2000 30 30 re f')).toContain('shape-outside');
    const all = harmed.pdf.bytes;
    const twice = withPages(all, [page], (pages) => {
      const texts = pages.get(page) ?? [];
      texts.push(movedText(texts.at(-1) ?? '', 0, 3));
    });
    expect(proven(twice).map(({ rule }) => rule)).toContain('text-not-laid-out');
  });

  // Without a bound on what is tried, this takes fifteen times as long.
  it('half of a page lost, at no great cost', async () => {
    const bytes = withPages(harmed.pdf.bytes, [3], (pages) => {
      const all = pages.get(3) ?? [];
      all.forEach((_, at) => {
        if (at % 2 === 0) all[at] = '';
      });
    });
    const whole = await processorTime(() => expect(proven(harmed.pdf.bytes)).toEqual([]));
    const half = await processorTime(() => expect(proven(bytes).length).toBeGreaterThan(3));
    expect(half).toBeLessThan(6 * whole);
  });

  it('its end lost, or another file in its place', () => {
    const { bytes } = harmed.pdf;
    expect(proven(bytes.subarray(0, bytes.length - 200))).toMatchObject([{ rule: 'output-unreadable' }]);
    expect(proven(new Uint8Array(100))).toMatchObject([{ rule: 'output-unreadable', severity: 'error' }]);
  });
});
