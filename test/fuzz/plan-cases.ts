// Throws of the dice -> a plan by chance, or a known one with harm done to it, and what came of its build.

import { isOpenError } from '../../src/check/disposed.ts';
import { type BuildResult, build, type Format } from '../../src/commands/build.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { decodeAll } from '../../src/files/decode.ts';
import { BUNDLED, SMALL, TEMPLATES, type Texts } from './base-plan.ts';
import type { Dice } from './dice.ts';
import { mutated, mutatedBytes } from './mutate.ts';
import { randomPlan } from './random-plan.ts';
import { placeless, refusal, silent, sourcesOf, type Thoroughness, timed, unproven } from './verdict.ts';

/** What is wrong with how the program took the case; undefined when all is well. Throws when the program does. */
export async function planFaultOf(dice: Dice, thoroughness: Thoroughness): Promise<string | undefined> {
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
  const { result, late } = await timed(() =>
    build(sourcesOf(sources.plan, formats, sources.templates), formats, undefined, undefined, options),
  );
  if (late !== undefined) return late;
  const diagnostics = [...told, ...result.diagnostics];
  // A publication is refused by findings, which are as good as diagnostics.
  if (options.final && result.findings.some(isOpenError)) return placeless(diagnostics);
  // A harmed theme may well let texts overlap.
  const themed = sources.templates.get('theme.yaml') === TEMPLATES.get('theme.yaml');
  return (
    placeless(diagnostics) ??
    silent(result, diagnostics, formats) ??
    (themed ? unproven(diagnostics) : undefined) ??
    (sound && lost(result, sound.marks))
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
    const folder = dice.once(4) ? 'templates' : 'plan';
    const files = now[folder];
    const name = fileToHarm([...files.keys()], dice);
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

/** One in three is of the files that say what was decided and revised, of which there are few. */
function fileToHarm(names: readonly string[], dice: Dice): string {
  const decided = names.filter((name) => /^(editions\/|dispositions|budget-codes)/.test(name));
  return dice.once(3) && decided.length > 0 ? dice.one(decided) : dice.one(names);
}

/** A sound plan must be built, with all its words. */
function lost({ document, pdf, diagnostics }: BuildResult, marks: readonly string[]): string | undefined {
  const printed =
    pdf === undefined ? JSON.stringify(document?.blocks) : pdf.layout.texts.map(({ text }) => text).join('');
  const missing = marks.find((mark) => !printed.includes(mark));
  return refusal(diagnostics) ?? (missing && `lost: ${missing}`);
}
