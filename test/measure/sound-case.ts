// A seed -> something sound, made whole and read back: what is said of it, and what the proof of it cost.

import { isOpenError } from '../../src/check/disposed.ts';
import { type BuildOptions, build, type Format, type Phase } from '../../src/commands/build.ts';
import { compareSources } from '../../src/commands/compare.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { type Diagnostic, formatLocation, hasErrors } from '../../src/diagnostic.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';
import { bundledSources } from '../commands/bundled-plan.ts';
import { randomBlows, struck } from '../commands/revisions.ts';
import { sizedPlan } from '../commands/sized-plan.ts';
import type { Texts } from '../fuzz/base-plan.ts';
import { type Dice, diceOf } from '../fuzz/dice.ts';
import { randomEditions } from '../fuzz/random-edition.ts';
import { randomPlan } from '../fuzz/random-plan.ts';
import { unitPlan } from '../fuzz/unit-plan.ts';
import { documentOf, fonts } from '../write/pdf/documents.ts';
import { randomDraft } from '../write/pdf/random-author.ts';

export interface SoundCase {
  readonly kind: string;
  /** Nothing, where all is well. */
  readonly alarms: readonly string[];
  /** CPU time in microseconds; undefined where there is nothing to compare with. */
  readonly cost: { readonly proof: number; readonly all: number } | undefined;
}

/** By the last digit of a seed. */
const KINDS = [plan, plan, units, document, edition, edition, edition, comparison, comparison, revision];

export async function soundCase(seed: number): Promise<SoundCase> {
  const kind = KINDS[seed % KINDS.length] ?? plan;
  return { kind: kind.name, ...(await kind(diceOf(seed), seed)) };
}

type Outcome = Omit<SoundCase, 'kind'>;

async function plan(dice: Dice): Promise<Outcome> {
  return built(randomPlan(dice).files, dice);
}

/** Amounts kept in every unit, many of them fractions. */
async function units(dice: Dice): Promise<Outcome> {
  return built(unitPlan(dice), dice, false);
}

async function edition(dice: Dice): Promise<Outcome> {
  return built(randomEditions(randomPlan(dice).files, 1 + dice.below(3), dice).files, dice);
}

/** The bundled plan has the charts; the small ones are quick. */
async function revision(dice: Dice): Promise<Outcome> {
  const texts = dice.once(3)
    ? (await sourcesWith()).plan.files
    : sizedPlan({ strategies: 1 + dice.below(3), tasks: 3, projects: dice.below(3) });
  const files = struck(texts, randomBlows(texts, dice)) ?? texts;
  // What a blow makes impossible, or too large for a spreadsheet, is refused before anything is read back.
  const { diagnostics } = await build(await sourcesWith(files), ['xlsx'], undefined, undefined, {
    proof: false,
  });
  return hasErrors(diagnostics) ? { alarms: [], cost: undefined } : built(files, dice, false);
}

/** Blocks of every kind, of which no plan has all. */
async function document(_: Dice, seed: number): Promise<Outcome> {
  const { blocks, notes } = randomDraft(seed, 3 + (seed % 9));
  const drawn = documentOf(blocks, notes);
  const { value, diagnostics } = await writePdf(drawn, fonts);
  if (value === undefined) return { alarms: told(diagnostics), cost: undefined };
  const proof = provePdf(drawn, value.layout, value.bytes, 'plan.pdf');
  return { alarms: told([...diagnostics, ...proof.diagnostics]), cost: undefined };
}

async function comparison(dice: Dice): Promise<Outcome> {
  const { files } = randomEditions(randomPlan(dice).files, 1 + dice.below(3), dice);
  const { diagnostics } = await compareSources(await sourcesWith(files), { files: true, places: false });
  return { alarms: told(diagnostics), cost: undefined };
}

/** `publishes`: whether a publication may be made of it, which asks for more than a review copy. */
async function built(files: Texts, dice: Dice, publishes = true): Promise<Outcome> {
  const formats: Format[] = dice.once(3) ? ['pdf', 'xlsx'] : dice.once(2) ? ['pdf'] : ['xlsx'];
  const options: BuildOptions = {
    final: publishes && dice.once(3),
    findings: dice.once(3),
    ...(formats.includes('pdf') &&
      dice.once(2) && { print: dice.one(['whole', 'cover', 'inside'] as const) }),
    ...(formats.length === 1 && formats[0] === 'xlsx' && { submit: dice.once(2) }),
  };
  const spent = { proof: 0, all: 0 };
  let phase: Phase = 'reading';
  let since = process.cpuUsage();
  const begin = (next: Phase | undefined): void => {
    const { user, system } = process.cpuUsage(since);
    spent.all += user + system;
    if (phase === 'proof') spent.proof += user + system;
    since = process.cpuUsage();
    if (next !== undefined) phase = next;
  };
  const result = await build(await sourcesWith(files), formats, begin, undefined, options);
  // Every build that people run asks what the check found.
  const { findings } = result;
  begin(undefined);
  // A publication waits for a decision: that is no alarm.
  if (options.final && findings.some(isOpenError)) return { alarms: [], cost: undefined };
  return { alarms: told(result.diagnostics), cost: spent.proof === 0 ? undefined : spent };
}

let read: Promise<Sources> | undefined;

async function sourcesWith(files?: Texts): Promise<Sources> {
  read ??= bundledSources(true, true);
  const sources = await read;
  return files === undefined ? sources : { ...sources, plan: { displayRoot: 'plan', files } };
}

function told(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message, place }) => `${formatLocation(place)} ${rule} ${message}`);
}
