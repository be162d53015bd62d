// Plans of other sizes than the bundled one -> each builds, and its pages pass the same checks.
import { describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../../src/commands/build.ts';
import { KEPT } from '../kept.ts';
import { runs } from '../whole.ts';
import { bundledPlan } from './bundled-plan.ts';
import { overlaps, readPages, squeeze } from './pdf-text.ts';
import { type PlanSize, sizedPlan } from './sized-plan.ts';
import { textsOf } from './walk.ts';

const LONG = ', 매우 긴 이름을 가진 것이어서 한 줄에 다 들어가지 않고 여러 줄에 걸쳐 이어지는 이름';

const MANY = 'nine strategies with many tasks';
const TASKS = runs(24, 60);
const SIZES = {
  'one strategy with one task': { strategies: 1, tasks: 1, projects: 1 },
  [MANY]: { strategies: 9, tasks: TASKS, projects: 3 },
  'parts without content': { strategies: 2, tasks: 3, projects: 2, emptyParts: true },
  'very long names': { strategies: 3, tasks: 7, projects: 4, longer: LONG },
  'no strategies': { strategies: 0, tasks: 0, projects: 0 },
} as const satisfies Readonly<Record<string, PlanSize>>;

const all = new Map<PlanSize, Promise<BuildResult>>();

/** The publication of the size, made once. */
function built(size: PlanSize): Promise<BuildResult> {
  const made = all.get(size) ?? buildSized(size);
  all.set(size, made);
  return made;
}

async function buildSized(size: PlanSize): Promise<BuildResult> {
  const { sources } = await bundledPlan();
  const plan = { displayRoot: 'data/sized', kept: KEPT, files: sizedPlan(size) };
  return build({ ...sources, plan }, ['pdf'], () => {}, undefined, { final: true });
}

describe.each(Object.entries(SIZES))('a plan with %s', (_, size) => {
  it('builds, loses nothing, and nothing lies on anything else or off the page', async () => {
    const { diagnostics, document, pdf } = await built(size);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (document === undefined || pdf === undefined) throw new Error('nothing was built');
    const pages = await readPages(pdf.bytes);
    expect(pages.flatMap(overlaps)).toEqual([]);
    for (const page of pages) {
      for (const { x, y, width, text } of page.pieces) {
        expect(x, text).toBeGreaterThanOrEqual(0);
        expect(x + width, text).toBeLessThanOrEqual(page.width + 0.5);
        expect(y, text).toBeGreaterThanOrEqual(0);
        expect(y, text).toBeLessThanOrEqual(page.height);
      }
    }
    const printed = squeeze(pages.map((page) => page.pieces.map(({ text }) => text).join('')).join(''));
    const lost = textsOf(document)
      .map(({ text }) => squeeze(text.inlines.map((one) => ('text' in one ? one.text : '')).join('')))
      .filter((text) => text !== '' && !contains(printed, text));
    expect(lost).toEqual([]);
  });
});

/** Lines of neighbouring cells may stand between the lines of a text, so each of its words is looked for. */
function contains(printed: string, text: string): boolean {
  return printed.includes(text) || [...text.matchAll(/.{1,4}/gu)].every(([part]) => printed.includes(part));
}

it('gives each task sheet a page of its own, however many there are', async () => {
  const { document, pdf } = await built(SIZES[MANY]);
  const sheets = document?.blocks.filter(({ kind }) => kind === 'task-sheet') ?? [];
  const pages = sheets.map(({ id }) => pdf?.layout.blocks.get(id)?.[0]?.page);
  expect(sheets).toHaveLength(TASKS);
  expect(new Set(pages).size).toBe(TASKS);
});
