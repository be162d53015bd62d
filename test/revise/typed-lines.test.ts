// Lines as people type them over those of a county's texts -> a plan that reads and prints their words, or a fault at their cell.
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inspectPlan } from '../../src/commands/check.ts';
import { prepare } from '../../src/commands/prepare.ts';
import { unreadTexts } from '../../src/commands/unread-texts.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { markedLine } from '../../src/plan/marked-line.ts';
import { bodyTexts } from '../../src/plan/plan-form.ts';
import { unitId, unitsOf } from '../../src/plan/template-units.ts';
import { plainMarker, plainMarkers } from '../../src/plan/typed-markers.ts';
import { BodyReader } from '../../src/revise/import/form/body-reader.ts';
import { ImportFaults } from '../../src/revise/import/import-faults.ts';
import { KEPT } from '../kept.ts';

const SIGNS = [...'★|>+=^_@$%♣»~○□◦－※*•#'];
/** Words behind signs, with a blank or without. */
const typedLines = fc.array(
  fc.tuple(fc.constantFrom('', '', '', '', '- ', '○ ', ...SIGNS), fc.constantFrom('', ' ')),
  { minLength: 1, maxLength: 3 },
);

it('lines that are taken are read again and print what was typed', async () => {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const folder = path.join(PROGRAM_FOLDER, 'test/plans/county-2026');
  const { value: sources } = await readSources(folder, folders, { fonts: false, kept: KEPT });
  const { plan } = sources === undefined ? {} : prepare(sources);
  if (sources === undefined || plan === undefined) throw new Error('no plan');
  const units = bodyTexts(plan).flatMap((text) =>
    unitsOf(text.text.text).flatMap((unit) => {
      const { segments } = markedLine(plainMarker(unit.source));
      const isPlain = !unit.isCall && !unit.isRemarked && segments.every(({ kind }) => kind === 'words');
      return isPlain
        ? [{ text, id: unitId(text.name, unit), base: segments.map((one) => one.text).join('') }]
        : [];
    }),
  );
  const [run = []] = fc.sample(fc.array(typedLines, { minLength: units.length, maxLength: units.length }), {
    numRuns: 1,
    seed: 2,
  });
  const folderNow = sources.plan;
  /** What comes of typing over all units but those whose cells were refused. */
  const typedBut = (refused: ReadonlySet<string>) => {
    const faults = new ImportFaults('plan.xlsx');
    const files = new Map(folderNow.files);
    const taken: string[] = [];
    const edits = bodyTexts(plan).flatMap((text) => {
      const reader = new BodyReader(plan, text, text.name, new Set(), faults);
      reader.claim(unitsOf(text.text.text).map((unit) => unitId(text.name, unit)));
      units.forEach(({ text: { name }, id, base }, index) => {
        const cell = `본문!D${index}`;
        if (name !== text.name || refused.has(cell)) return;
        const lines = (run[index] ?? []).map(([sign, gap], nth) =>
          `${sign}${gap}줄${index}${'가나다'[nth]}끝`.trim(),
        );
        const before = faults.diagnostics.length;
        reader.known(id, { text: lines.join('\n'), base, place: { file: 'plan.xlsx', cell } });
        if (faults.diagnostics.length === before) taken.push(...lines);
      });
      return reader.edits();
    });
    for (const { write } of edits) write(files);
    const made = { ...folderNow, files };
    const step = { edits, folder: made, diagnostics: [] };
    return { made, taken, faults, unread: unreadTexts(step, made, folderNow, sources.templates) };
  };
  const refused = new Set<string>();
  let last = typedBut(refused);
  const rules = new Set(last.faults.diagnostics.map(({ rule }) => rule));
  expect(rules).toEqual(new Set(['unknown-marker', 'heading-form']));
  // A heading in a box is no fault of the line, but of where it stands; a box tells its first.
  expect(last.unread.map(({ rule }) => rule)).toEqual(['box-content']);
  for (let left = 5; left > 0 && last.unread.length > 0; left--) {
    for (const { place } of last.unread) refused.add('cell' in place ? place.cell : '');
    last = typedBut(refused);
  }
  const { made, taken } = last;
  expect(taken.length).toBeGreaterThan(60);
  const { value, diagnostics } = inspectPlan({ ...sources, plan: made });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const printed = JSON.stringify(value?.checked.document);
  expect(taken.map(wordsOf).filter((line) => !printed.includes(line))).toEqual([]);
});

/** Markers stand apart from the words in the document. */
function wordsOf(line: string): string {
  return plainMarkers(line).replace(/^(?:[○□\-•※*◦]|#+)\s+|^□/u, '');
}
