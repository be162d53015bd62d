// The schedule: bars over their months, a header on every page, and rows that belong together on one page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchedulePhase, ScheduleRow } from '../../../src/document/document.ts';
import type { LayoutMap, PlacedText } from '../../../src/write/pdf/write-pdf.ts';
import { overlaps } from '../../commands/pdf-text.ts';
import { runs } from '../../whole.ts';
import { phase, project, schedule } from './blocks.ts';
import { item, rich } from './documents.ts';
import { area, areaOn, laidOut, outside, pagesWith, print, textsIn, times } from './print.ts';
import { diceOf } from './random-author.ts';

const strategy = (text: string): ScheduleRow => ({ kind: 'strategy', label: rich(text) });
const task = (text: string): ScheduleRow => ({ kind: 'task', label: rich(text) });

function middle({ x, width }: PlacedText): number {
  return x + width / 2;
}

/** The middle of each month's column, from the header. */
function monthsOf(layout: LayoutMap): readonly number[] {
  const drawn = textsIn(layout, 'schedule');
  return Array.from({ length: 12 }, (_, index) => {
    const month = drawn.find(({ text }) => text === `${index + 1}월`);
    if (month === undefined) throw new Error(`no month ${index + 1}`);
    return middle(month);
  });
}

/** The stretches that begin with a text. */
function found(layout: LayoutMap, text: string): readonly PlacedText[] {
  return textsIn(layout, 'schedule').filter((drawn) => drawn.text.startsWith(text));
}

describe('the bars', () => {
  it('have their text in the middle of their months', async () => {
    const spans: (readonly [number, number])[] = [];
    for (let from = 1; from <= 12; from++) for (let to = from; to <= 12; to++) spans.push([from, to]);
    const layout = await laidOut([
      schedule(spans.map(([from, to]) => project('사업', [phase(from, to, `${from}~${to}`)]))),
    ]);
    const months = monthsOf(layout);
    const column = (months[1] ?? 0) - (months[0] ?? 0);
    for (const [from, to] of spans) {
      const [drawn] = found(layout, `${from}~${to}`);
      // As if all stood on a right-hand page.
      const bar = drawn && { ...drawn, x: drawn.x + area.left - areaOn(drawn.page).left };
      const [left = 0, right = 0] = [months[from - 1], months[to - 1]];
      expect(Math.abs(middle(bar as PlacedText) - (left + right) / 2), `${from}~${to}`).toBeLessThan(1);
      expect(bar?.x).toBeGreaterThanOrEqual(left - column / 2);
      expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(right + column / 2);
    }
  });

  it('stand side by side without touching, whatever they say', async () => {
    const lane = Array.from({ length: 12 }, (_, index) =>
      phase(index + 1, index + 1, `${index}기관 10,000명 모집공고`),
    );
    const made = await print([schedule([project('좁은 사업', lane, lane.slice(3, 6))])]);
    expect(made.pages.flatMap(overlaps)).toEqual([]);
    const months = monthsOf(made.layout);
    const column = (months[1] ?? 0) - (months[0] ?? 0);
    for (const text of textsIn(made.layout, 'schedule').filter(
      ({ x }) => x > (months[0] ?? 0) - column / 2,
    )) {
      const month = months.findIndex((at) => Math.abs(at - middle(text)) < 1);
      expect(month, text.text).toBeGreaterThanOrEqual(0);
      expect(text.width, text.text).toBeLessThanOrEqual(column);
    }
  });

  it('throw when they overlap, turn back or leave the year', async () => {
    const wrong = [
      [phase(1, 3, '가'), phase(3, 5, '나')],
      [phase(4, 5, '가'), phase(1, 2, '나')],
      [phase(5, 4, '가')],
      [phase(12, 13, '가')],
      [phase(0, 2, '가')],
    ];
    for (const lane of wrong)
      await expect(laidOut([schedule([project('사업', lane)])])).rejects.toThrow(RangeError);
    await expect(
      laidOut([schedule([project('사업', [phase(1, 3, '가'), phase(4, 5, '나')])])]),
    ).resolves.toBeDefined();
  });

  it('whose end was inferred are explained', async () => {
    const rows = (inferred: boolean) => [
      item('a', 1, '글'),
      schedule([project('사업', [phase(1, 3, '가', inferred)])]),
    ];
    const text = async (inferred: boolean) =>
      (await print(rows(inferred), { reviewCopy: true })).texts.join('');
    expect(times(await text(true), '점선:끝나는달을짐작한것')).toBe(1);
    expect(await text(false)).not.toContain('점선');
  });

  it('have their remark on the page of the schedule’s beginning', async () => {
    const apart: number[] = [];
    for (let above = 32; above < 40; above++) {
      const layout = await laidOut(
        [
          ...lines(above),
          schedule(
            Array.from({ length: 30 }, (_, index) =>
              project(`사업${index}`, [phase(1, 3, '가', index === 0)]),
            ),
          ),
        ],
        { reviewCopy: true },
      );
      const [remark] = found(layout, '점선');
      if (remark?.page !== found(layout, '사업0')[0]?.page) apart.push(above);
    }
    expect(apart).toEqual([]);
  });
});

interface Planned {
  readonly rows: ScheduleRow[];
  /** Marks of the headings, each with that of its first project; and of what stands in each project. */
  readonly headings: string[];
  readonly projects: string[][];
}

/** Strategies with tasks with projects of one to four lanes, each text with a mark; the same for the same seed. */
function planned(seed: number): Planned {
  const dice = diceOf(seed);
  const made: Planned = { rows: [], headings: [], projects: [] };
  const count = 8 + dice(43);
  for (let index = 0; index < count; index++) {
    const opens = dice(3);
    if (opens === 2) {
      made.rows.push(strategy(`전략${index}.`));
      made.headings.push(`전략${index}.`);
    }
    if (opens > 0) {
      made.rows.push(task(`과제${index}.`));
      made.headings.push(`과제${index}.`);
    }
    const marks = [`사업${index}.`];
    const lanes = Array.from({ length: 1 + dice(4) }, (_, row) => {
      const phases: SchedulePhase[] = [];
      for (let month = 1 + dice(3); month < 12; month += dice(3)) {
        const mark = `ㄱ${index}.${row}.${phases.length}.`;
        const to = Math.min(12, month + 1 + dice(5));
        marks.push(mark);
        phases.push(phase(month, to, `${mark} ${'추진 '.repeat(dice(15))}`.trim()));
        month = to + 1;
      }
      return phases;
    });
    made.projects.push(marks);
    made.rows.push(project(`사업${index}. ${'가나 '.repeat(1 + dice(30))}`.trim(), ...lanes));
  }
  return made;
}

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const lines = (count: number) => Array.from({ length: count }, (_, index) => item(`i${index}`, 1, '글'));

describe('a schedule over pages', () => {
  it('repeats its header on every page, and loses and doubles nothing', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: 0, max: 35 }), async (seed, above) => {
        const { rows, headings, projects } = planned(seed);
        const { pages, layout, texts } = await print([...lines(above), schedule(rows)]);
        for (const page of pagesWith(layout, 'schedule'))
          expect(times(texts[page] ?? '', '구분1월2월3월')).toBe(1);
        const all = texts.join('');
        for (const mark of headings) expect(times(all, mark), mark).toBe(1);
        for (const [label = '', ...bars] of projects) {
          expect(times(all, label), label).toBeGreaterThan(0);
          for (const bar of bars) expect(times(all, bar), bar).toBe(1);
        }
        expect(pages.flatMap(overlaps)).toEqual([]);
        for (const { y, height, x, width } of textsIn(layout, 'schedule')) {
          expect(y + height).toBeLessThan(area.bottom + 2);
          expect(x + width).toBeLessThan(area.right + 1);
        }
      }),
      { numRuns: runs(4, 15), seed: 20230331, endOnFailure: true },
    );
  });

  it('keeps headings with the project below', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: 0, max: 35 }), async (seed, above) => {
        const { rows, headings } = planned(seed);
        const layout = await laidOut([...lines(above), schedule(rows)]);
        const drawn = textsIn(layout, 'schedule');
        for (const mark of headings) {
          const [heading] = found(layout, mark);
          const below = drawn.filter(
            ({ page, y, text }) => page === heading?.page && y > heading.y && /^(사업|ㄱ)/u.test(text),
          );
          expect(below.length, mark).toBeGreaterThan(0);
        }
      }),
      { numRuns: runs(10, 40), seed: 20230331, endOnFailure: true },
    );
  });

  const split = (layout: LayoutMap, projects: readonly (readonly string[])[]) =>
    projects.filter(
      (marks) => new Set(marks.flatMap((mark) => found(layout, mark).map(({ page }) => page))).size > 1,
    );

  it('keeps the rows of a project on one page, from the top of a page on', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { rows, projects } = planned(seed);
        expect(split(await laidOut([schedule(rows)]), projects)).toEqual([]);
      }),
      { numRuns: runs(7, 25), seed: 20230331, endOnFailure: true },
    );
  });

  it('keeps the rows of a project on one page, at the foot of a page', async () => {
    const lane = (mark: string) => [phase(1, 6, mark)];
    const wrong: number[] = [];
    for (let above = 20; above < 34; above++) {
      const rows = [
        strategy('전략.'),
        task('과제.'),
        project('첫째', lane('가0')),
        project('둘째', lane('나0'), lane('나1'), lane('나2'), lane('나3')),
        project('셋째', ...Array.from({ length: 20 }, (_, index) => lane(`다${index}`))),
      ];
      const layout = await laidOut([...lines(above), schedule(rows)]);
      if (split(layout, [['둘째', '나']]).length > 0) wrong.push(above);
    }
    expect(wrong).toEqual([]);
  });

  it('keeps a project of many lanes whole where a page holds it', async () => {
    const lanes = (mark: string, count: number) =>
      Array.from({ length: count }, (_, index) => [phase(2, 5, `${mark}${index}.`)]);
    const rows = [project('첫째', ...lanes('가', 20)), project('둘째', ...lanes('나', 30))];
    const layout = await laidOut([schedule(rows)]);
    expect(split(layout, [['나']])).toEqual([]);
  });

  it('of one project taller than a page loses nothing of it', async () => {
    const lanes = Array.from({ length: 90 }, (_, index) => [phase(2, 5, `줄${index}.`)]);
    const made = await print([schedule([strategy('전략.'), task('과제.'), project('큰사업', ...lanes)])]);
    for (let index = 0; index < 90; index++) expect(times(made.texts.join(''), `줄${index}.`)).toBe(1);
    expect(made.pages.flatMap(overlaps)).toEqual([]);
    expect(made.pages.flatMap(outside).filter((text) => text.startsWith('줄'))).toEqual([]);
  });
});
