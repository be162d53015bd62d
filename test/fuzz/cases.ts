// A seed -> one case of the fuzz: a plan by chance, or a known one with harm done to it, and what came of it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildResult, build, type Format, type Sources } from '../../src/build.ts';
import { isOpenError } from '../../src/check/disposed.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { decodeAll } from '../../src/files/decode.ts';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { EDITION, PROGRAMME } from './base-plan.ts';
import { type Dice, diceOf } from './dice.ts';
import { mutated, mutatedBytes } from './mutate.ts';
import { randomPlan } from './random-plan.ts';

/** The most that a case may take, in milliseconds. */
export const MOST_TIME = 10_000;

type Texts = ReadonlyMap<string, string>;

const texts = (folder: string): Texts =>
  new Map(
    readdirSync(path.join(PROGRAM_FOLDER, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(yaml|hbs|json)$/.test(name) && !name.startsWith('new-plan'))
      .map((name) => name.split(path.sep).join('/'))
      .sort()
      .map((name) => [name, readFileSync(path.join(PROGRAM_FOLDER, folder, name), 'utf8')]),
  );

export const TEMPLATES = texts('templates');
const BUNDLED = texts('data/incheon-seogu-2023');
export const SMALL: Texts = new Map([
  ...texts('test/plans/small'),
  ...Object.entries(PROGRAMME),
  ...Object.entries(EDITION),
]);
export const FONTS: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(path.join(PROGRAM_FOLDER, 'fonts'))
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => [name, readFileSync(path.join(PROGRAM_FOLDER, 'fonts', name))]),
);

/** What is built: how much of the pipeline, and whether the large plan is harmed too. */
export interface Thoroughness {
  /** One case in so many is printed; in so many, written to workbooks; in so many, made from the bundled plan. */
  readonly pdf: number;
  readonly xlsx: number;
  readonly bundled: number;
  /** One in so many is a plan by chance. */
  readonly random: number;
}
export const QUICK: Thoroughness = { pdf: 80, xlsx: 30, bundled: 200, random: 10 };
export const THOROUGH: Thoroughness = { pdf: 12, xlsx: 5, bundled: 15, random: 4 };

/** The errors of the plan that is harmed, before any harm. */
export async function errorsOfBase(): Promise<readonly Diagnostic[]> {
  const errors: Diagnostic[] = [];
  for (const edition of [0, 1]) {
    const base = inFolders({ plan: SMALL, templates: TEMPLATES }, []);
    const { diagnostics } = await build(base, [], undefined, undefined, { edition });
    errors.push(...diagnostics.filter(({ severity }) => severity === 'error'));
  }
  return errors;
}

/** What is wrong with how the program took the case; undefined when all is well. Throws when the program does. */
export async function faultOf(seed: number, thoroughness: Thoroughness): Promise<string | undefined> {
  const dice = diceOf(seed);
  const formats: Format[] = [];
  if (dice.once(thoroughness.pdf)) formats.push('pdf');
  if (dice.once(thoroughness.xlsx)) formats.push('xlsx');
  const sound = dice.once(thoroughness.random) ? randomPlan(dice) : undefined;
  const start = {
    plan: sound?.files ?? (dice.once(thoroughness.bundled) ? BUNDLED : SMALL),
    templates: TEMPLATES,
  };
  const { sources, told } = sound === undefined ? harmed(start, dice) : { sources: start, told: [] };
  const options = {
    final: dice.once(4),
    findings: dice.once(4),
    edition: start.plan === SMALL ? dice.below(2) : 0,
  };
  const began = performance.now();
  const result = await build(inFolders(sources, formats), formats, undefined, undefined, options);
  const took = performance.now() - began;
  if (took > MOST_TIME) return `took ${took.toFixed(0)} ms`;
  const diagnostics = [...told, ...result.diagnostics];
  // A publication is refused by findings, which are as good as diagnostics.
  if (options.final && result.findings.some(isOpenError)) return placeless(diagnostics);
  return (
    placeless(diagnostics) ?? silent(result, diagnostics, formats) ?? (sound && lost(result, sound.marks))
  );
}

interface Folders {
  readonly plan: Texts;
  readonly templates: Texts;
}

/** The texts after harm to one to three of them, and what reading their bytes says. */
function harmed(
  start: Folders,
  dice: Dice,
): { readonly sources: Folders; readonly told: readonly Diagnostic[] } {
  const now = { plan: new Map(start.plan), templates: new Map(start.templates) };
  const told: Diagnostic[] = [];
  for (let left = 1 + dice.below(dice.once(3) ? 3 : 1); left > 0; left--) {
    const folder = dice.once(3) ? 'templates' : 'plan';
    const files = now[folder];
    const name = dice.one([...files.keys()]);
    const text = files.get(name) ?? '';
    if (dice.once(20)) files.delete(name);
    else if (dice.once(5)) {
      const decoded = decodeAll(new Map([[name, mutatedBytes(text, dice)]]), folder);
      told.push(...decoded.diagnostics);
      const read = decoded.texts.get(name);
      if (read === undefined) files.delete(name);
      else files.set(name, read);
    } else files.set(name, mutated(text, dice));
  }
  return { sources: now, told };
}

function inFolders({ plan, templates }: Folders, formats: readonly Format[]): Sources {
  return {
    plan: { displayRoot: 'plan', files: plan },
    templates: { displayRoot: 'templates', files: templates },
    fonts: formats.includes('pdf') ? FONTS : new Map(),
  };
}

/** A diagnostic that says nothing, or not where. */
export function placeless(diagnostics: readonly Diagnostic[]): string | undefined {
  const bad = diagnostics.find(({ place, message }) => {
    if (message === '' || place.file === '') return true;
    return 'line' in place && !(place.line >= 1 && place.column >= 1);
  });
  return bad && `no place: ${JSON.stringify(bad)}`;
}

/** Nothing made and nothing said. */
function silent(
  { document, files }: BuildResult,
  diagnostics: readonly Diagnostic[],
  formats: readonly Format[],
): string | undefined {
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  if (document === undefined) return 'no document and no error';
  if (formats.includes('pdf') && !files.some(({ name }) => name === 'plan.pdf')) return 'no PDF and no error';
  return undefined;
}

/** A sound plan must be built, with all its words. */
function lost({ document, pdf, diagnostics }: BuildResult, marks: readonly string[]): string | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return `a sound plan is refused: ${JSON.stringify(errors[0])}`;
  const printed =
    pdf === undefined ? JSON.stringify(document?.blocks) : pdf.layout.texts.map(({ text }) => text).join('');
  const missing = marks.find((mark) => !printed.includes(mark));
  return missing && `lost: ${missing}`;
}
