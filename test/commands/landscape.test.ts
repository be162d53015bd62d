// A plan with landscape pages -> proof that they are printed, pressed, tagged, listed and checked like any other.
import path from 'node:path';
import { expect, it } from 'vitest';
import { type BuildResult, build, type Format } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { KEPT } from '../kept.ts';
import { textsIn } from '../plan-format/plan-folders.ts';

const LANDSCAPE_PLAN = path.join(PROGRAM_FOLDER, 'test/plans/landscape');

async function sources() {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const { value, diagnostics } = await readSources(LANDSCAPE_PLAN, folders, {
    fonts: true,
    profiles: true,
    kept: KEPT,
  });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

let publication: BuildResult | undefined;

/** Of each page: what it is called, and whether it lies across. */
const PAGES = 'i 1 2L 3L 4 5 6L 7L';

it.each([true, false])('a plan with landscape pages is made and proven (publication: %s)', {
  timeout: 60_000,
}, async (final) => {
  const own = await sources();
  const make = (formats: readonly Format[]) =>
    build(own, formats, () => {}, undefined, {
      final,
      proof: formats.length > 1,
      ...(final && { print: 'whole' }),
    });
  const [one, other] = [await make(['pdf', 'xlsx']), await make(['pdf'])];
  if (final) publication = one;
  expect(one.diagnostics).toEqual([]);
  const { layout, bytes, press } = one.pdf ?? {};
  const called = layout?.pageLabels.map((label, page) => `${label}${layout.turned[page] ? 'L' : ''}`);
  expect(called?.slice(0, 8).join(' ')).toBe(PAGES);
  expect(Buffer.from(bytes ?? []).equals(other.pdf?.bytes ?? new Uint8Array())).toBe(true);
  if (!final) return;
  expect(press?.report).toContain('\n가로 쪽: 3, 4, 7, 8 (297 × 210 mm');
  expect(Buffer.from(press?.bytes ?? []).equals(other.pdf?.press?.bytes ?? new Uint8Array())).toBe(true);
});

it('no figure of its tables of 17 and 20 columns is cut', () => {
  const { pdf } = publication ?? expect.unreachable();
  const texts = pdf?.layout.texts.filter(({ block }) => block === 'industries' || block === 'monthly') ?? [];
  const figures = texts.filter(({ figures: shown }) => shown.length > 0);
  expect(figures.length).toBe(24 * 19 + 8 * 16);
});

it('a landscape group in the text of a sheet is told', async () => {
  const { templates } = await sources();
  const files = new Map(textsIn(path.join(PROGRAM_FOLDER, 'templates/new-plan')));
  const [name = ''] = [...files.keys()].filter((file) => /^tasks\/.*\.hbs$/.test(file));
  files.set(name, `{{#landscape}}\n○ 글\n{{/landscape}}\n${files.get(name)}`);
  const { diagnostics } = inspectPlan({ plan: { displayRoot: 'p', kept: KEPT, files }, templates });
  expect(diagnostics.map(({ rule, place }) => `${rule} ${formatLocation(place)}`)).toEqual([
    `group-form p/${name}:1:1`,
  ]);
});

it('is checked without a finding', async () => {
  const { value, diagnostics } = inspectPlan(await sources());
  expect(diagnostics).toEqual([]);
  expect(value?.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
});
