// What was published in 2023 — lines, table cells, notes of part Ⅱ — stands in the PDF, or on the reviewed list of differences.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundledPlan } from './bundled-plan.ts';
import { squeeze } from './pdf-text.ts';
import { type PrintedText, printedText } from './printed-text.ts';

interface Fixture {
  readonly lines: readonly string[];
  readonly tables: readonly {
    readonly id: string;
    readonly caption: string;
    readonly unitLine: string | null;
    readonly cells: readonly string[];
  }[];
  readonly notes: readonly (string | { readonly text: string })[];
}

interface Difference {
  readonly place: string;
  readonly published: string;
  readonly printed: string;
  readonly reason: string;
}

const folder = new URL('../fixtures/', import.meta.url);
const fixture = JSON.parse(readFileSync(new URL('part-2.json', folder), 'utf8')) as Fixture;
const { differences } = parse(readFileSync(new URL('part-2-differences.yaml', folder), 'utf8')) as {
  readonly differences: readonly Difference[];
};

let printed: PrintedText;
const used = new Set<Difference>();

beforeAll(async () => {
  printed = await printedText(await bundledPlan());
}, 60_000);

/** Whether the text is printed as published, or as the list of differences says. */
function stands(place: string, published: string, where: string): boolean {
  const difference = differences.find(
    (entry) => entry.place === place && squeeze(entry.published) === squeeze(published),
  );
  if (difference !== undefined) used.add(difference);
  return where.includes(squeeze(difference?.printed ?? published));
}

describe('part Ⅱ as it was published', () => {
  it('has every line', () => {
    expect(fixture.lines.length).toBeGreaterThan(50);
    const all = printed.body;
    expect(fixture.lines.filter((line) => !stands('lines', line, all))).toEqual([]);
  });

  it.each(fixture.tables)('has every cell, the caption and the unit line of $id', ({
    id,
    caption,
    unitLine,
    cells,
  }) => {
    const texts = [caption, ...(unitLine === null ? [] : [unitLine]), ...cells];
    expect(cells.length).toBeGreaterThan(3);
    // Only between this table's caption and the next one's: a number elsewhere does not count.
    const from = printed.body.indexOf(squeeze(caption));
    const ends = fixture.tables.map((table) => printed.body.indexOf(squeeze(table.caption), from + 1));
    const to = Math.min(...ends.filter((end) => end > from), printed.body.length);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(texts.filter((text) => !stands(id, text, printed.body.slice(from, to)))).toEqual([]);
  });

  it('has every note', () => {
    expect(fixture.notes).toHaveLength(26);
    const texts = fixture.notes.map((note) => (typeof note === 'string' ? note : note.text));
    expect(texts.filter((note) => !stands('notes', note, printed.notes))).toEqual([]);
  });

  it('differs nowhere that the list does not still need', () => {
    expect(differences.filter((entry) => !used.has(entry))).toEqual([]);
    for (const { reason } of differences) expect(reason.length).toBeGreaterThan(5);
  });
});
