// What was published in 2023 — lines, table cells, schedule, notes — stands in the PDF, or on the reviewed list of differences.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ScheduleBlock, SchedulePhase } from '../../src/document/document.ts';
import { plainText } from '../../src/document/inline.ts';
import { bundledPlan } from './bundled-plan.ts';
import { squeeze, type TextPiece } from './pdf-text.ts';
import { type PrintedText, printedText } from './printed-text.ts';

interface Publication {
  /** Lines in their order; with a block, those that stand in it, in any order. */
  readonly groups: readonly {
    readonly place: string;
    readonly block?: string;
    readonly lines: readonly string[];
  }[];
  readonly tables: readonly {
    readonly id: string;
    readonly block: string;
    readonly caption: string | null;
    readonly unitLine: string | null;
    /** The cells that are not empty, row by row. */
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly notes: readonly string[];
  readonly schedule: readonly {
    readonly kind: 'strategy' | 'task' | 'project' | 'lane';
    readonly label: string;
    /** What is done, and the month it begins. */
    readonly phases: readonly (readonly [text: string, month: number])[];
  }[];
  readonly outreach: readonly {
    readonly subject: string;
    readonly timing: string;
    readonly keywords: readonly string[];
    readonly methods: readonly string[];
  }[];
}

interface Difference {
  readonly place: string;
  readonly published: string;
  readonly printed: string;
  readonly moved?: boolean;
  readonly reason: string;
}

const folder = new URL('../fixtures/', import.meta.url);
const fixture = JSON.parse(readFileSync(new URL('publication.json', folder), 'utf8')) as Publication;
const { differences, additions } = parse(
  readFileSync(new URL('publication-differences.yaml', folder), 'utf8'),
) as {
  readonly differences: readonly Difference[];
  readonly additions: readonly Pick<Difference, 'printed' | 'reason'>[];
};

let printed: PrintedText;
let schedule: ScheduleBlock | undefined;
const used = new Set<Difference>();

beforeAll(async () => {
  const plan = await bundledPlan();
  printed = await printedText(plan);
  schedule = plan.document.blocks.find((block) => block.kind === 'schedule');
}, 60_000);

/** The text as it is to be printed, squeezed, and whether it stands out of its order. */
function expected(place: string, published: string): { readonly text: string; readonly moved: boolean } {
  const difference = differences.find(
    (entry) => entry.place === place && squeeze(entry.published) === squeeze(published),
  );
  if (difference !== undefined) used.add(difference);
  return { text: squeeze(difference?.printed ?? published), moved: difference?.moved === true };
}

/** The texts that do not stand in `where`. */
function absent(place: string, published: readonly string[], where: string): readonly string[] {
  return published.filter((text) => !where.includes(expected(place, text).text));
}

/** Walks a text; each thing looked for must stand behind the one before. */
class Walk {
  readonly #where: string;
  #at = 0;

  constructor(where: string) {
    this.#where = where;
  }

  /** The texts that do not stand behind what was found before. */
  absent(place: string, published: readonly string[]): readonly string[] {
    return published.filter((one) => {
      const { text, moved } = expected(place, one);
      if (moved) return !this.#where.includes(text);
      const found = this.#where.indexOf(text, this.#at);
      if (found < 0) return true;
      this.#at = found + text.length;
      return false;
    });
  }
}

/** The lanes of every row, none of a heading's. */
function lanesOf(block: ScheduleBlock | undefined): readonly (readonly SchedulePhase[])[] {
  return block?.rows.flatMap((row) => (row.kind === 'project' ? row.lanes : [[]])) ?? [];
}

describe('the plan as it was published', () => {
  it('has every line, in order', () => {
    expect(fixture.groups.flatMap(({ lines }) => lines)).toHaveLength(435);
    const body = new Walk(printed.body);
    for (const { place, block, lines } of fixture.groups) {
      const missing =
        block === undefined ? body.absent(place, lines) : absent(place, lines, printed.within(block));
      expect.soft(missing, place).toEqual([]);
    }
  });

  it('has every table', () => {
    expect(fixture.tables).toHaveLength(49);
  });

  it.each(fixture.tables)('has every cell, the caption and the unit line of $id', ({
    id,
    block,
    caption,
    unitLine,
    rows,
  }) => {
    // The label of a plan's grid is a line above it.
    const own = caption === null || caption.startsWith('【') ? [] : [caption];
    const texts = [...own, ...(unitLine === null ? [] : [unitLine]), ...rows.flat()];
    expect(texts.length).toBeGreaterThan(3);
    // Only within this table: a number elsewhere does not count.
    expect(new Walk(printed.within(block)).absent(id, texts)).toEqual([]);
  });

  it('has every row of the schedule', () => {
    expect(fixture.schedule).toHaveLength(71);
    const walk = new Walk(printed.within('schedule'));
    for (const { label, phases } of fixture.schedule) {
      expect.soft(walk.absent('schedule', [label, ...phases.map(([text]) => text)]), label).toEqual([]);
    }
  });

  it('begins every phase of the schedule in its month', () => {
    const rows = lanesOf(schedule).map((lane) =>
      lane.map(({ text, from }) => [squeeze(plainText(text.inlines)), from]),
    );
    expect(rows).toEqual(
      fixture.schedule.map(({ phases }) => phases.map(([text, month]) => [squeeze(text), month])),
    );
  });

  it('prints every phase in the middle of its months', () => {
    const pieces = printed.piecesOf('schedule');
    const middle = ({ x, width }: TextPiece) => x + width / 2;
    const months = Array.from({ length: 12 }, (_, month) => {
      const head = pieces.find(({ text }) => text === `${month + 1}월`);
      return head === undefined ? Number.NaN : middle(head);
    });
    let at = 0;
    const phases = fixture.schedule.flatMap(({ phases }, row) =>
      phases.map(([text, from], index) => ({ text, from, to: lanesOf(schedule)[row]?.[index]?.to ?? 0 })),
    );
    const astray = phases.filter(({ text, from, to }) => {
      // The first line of the phase's text, behind the phase before.
      const found = pieces.findIndex(
        (piece, index) =>
          index >= at &&
          middle(piece) > (months[0] ?? 0) - 5 &&
          squeeze(text).startsWith(squeeze(piece.text)),
      );
      const piece = pieces[found];
      if (piece === undefined) return true;
      at = found + 1;
      const expected = ((months[from - 1] ?? 0) + (months[to - 1] ?? 0)) / 2;
      return !(Math.abs(middle(piece) - expected) < 2);
    });
    expect(phases.length).toBeGreaterThan(71);
    expect(astray).toEqual([]);
  });

  it('has every row of the outreach', () => {
    expect(fixture.outreach).toHaveLength(12);
    const walk = new Walk(printed.within('outreach'));
    for (const { subject, timing, keywords, methods } of fixture.outreach) {
      expect.soft(walk.absent('outreach', [subject, timing, ...keywords, ...methods]), subject).toEqual([]);
    }
  });

  it('has every note, in order', () => {
    expect(fixture.notes).toHaveLength(26);
    expect(new Walk(printed.notes).absent('notes', fixture.notes)).toEqual([]);
  });

  it('has what the list says is added', () => {
    const all = printed.pages.join('');
    expect(additions.filter((addition) => !all.includes(squeeze(addition.printed)))).toEqual([]);
  });

  it('differs nowhere that the list does not still need', () => {
    expect(differences.filter((entry) => !used.has(entry))).toEqual([]);
    for (const { reason } of [...differences, ...additions]) expect(reason.length).toBeGreaterThan(5);
  });
});
