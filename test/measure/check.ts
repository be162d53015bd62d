// `npm run measure:check [-- COUNT [VARIATIONS [SEED]]]`: seeded faults in the whole-plan cases and sound variations of them -> what the check finds of the
// former, and says of the latter; exit code 1 beyond a bound.
import { freshPlan, raisedBy, richPlan, sentences } from '../check/sound-plans.ts';
import { diceOf } from '../fuzz/dice.ts';
import { BOUNDS } from './bounds.ts';
import type { Case, Cause, Kind } from './faults.ts';
import { age, caption, direction, misspelt, unit, year } from './label-faults.ts';
import { type MeasuredPlan, newIn, planOf } from './measured-plan.ts';
import { rowDropped, source, sourceLost } from './part-faults.ts';
import { nextYear, variation } from './sound-variations.ts';
import { digit, month, retyped, swappedDigits, wrongLine, zeroAdded } from './value-faults.ts';

const KINDS: Readonly<Record<string, Kind>> = {
  digit,
  'swapped digits': swappedDigits,
  'zero added': zeroAdded,
  'number retyped': retyped,
  month,
  unit,
  year,
  caption,
  misspelt,
  direction,
  age,
  'line of another relation': wrongLine,
  'source exchanged': source,
  'source lost': sourceLost,
  'row dropped': rowDropped,
};

/** Kinds of which the relations of tables tell. */
const BY_RELATIONS = new Set([
  'digit',
  'swapped digits',
  'zero added',
  'line of another relation',
  'row dropped',
]);

/** How often the dice are thrown for one fault that can be seen. */
const THROWS = 60;

const [count = 4, variations = 10, first = 0] = process.argv.slice(2).map(Number);
const say = (line: string) => process.stdout.write(`${line}\n`);
const verbose = process.env.TOLD !== undefined;

interface Tally {
  found: number;
  all: number;
}

const nothing = (): Tally => ({ found: 0, all: 0 });
const share = ({ found, all }: Tally) => (all === 0 ? 1 : found / all);
const shown = (tally: Tally) => `${tally.found} of ${tally.all} (${(share(tally) * 100).toFixed(0)} %)`;

function count_(tally: Tally, found: boolean): void {
  tally.all += 1;
  if (found) tally.found += 1;
}

interface Result {
  readonly byKind: Map<string, Tally>;
  readonly byCause: Map<Cause, Tally>;
  readonly all: Tally;
  /** Of what is found with the relations of tables, what is found without. */
  readonly stripped: Tally;
}

function measured(plan: MeasuredPlan): Result {
  const result: Result = { byKind: new Map(), byCause: new Map(), all: nothing(), stripped: nothing() };
  const input = plan.input({});
  const [before, bare] = [plan.told({}), plan.told({}, true)];
  if (input === undefined || before === undefined || bare === undefined)
    throw new Error(`${plan.name} cannot be composed`);
  const of: Case = { plan, input };
  for (const [name, kind] of Object.entries(KINDS)) {
    const tally = nothing();
    const cause = result.byCause.get(kind.cause) ?? nothing();
    result.byKind.set(name, tally);
    result.byCause.set(kind.cause, cause);
    const seen = new Set<string>();
    for (let seed = first; seed < first + count * THROWS && tally.all < count; seed++) {
      const fault = kind.plant(of, diceOf(seed));
      if (fault?.visible !== true || seen.has(fault.what)) continue;
      seen.add(fault.what);
      const after = plan.told(fault);
      if (after === undefined) continue;
      const told = newIn(before, after);
      for (const each of [tally, cause, result.all]) count_(each, told.length > 0);
      if (verbose || told.length === 0)
        say(
          `  ${told.length === 0 ? 'missed' : 'found'} ${name}: ${fault.what}${verbose ? `\n      ${told.slice(0, 3).join('\n      ')}` : ''}`,
        );
      if (told.length === 0 || !BY_RELATIONS.has(name)) continue;
      const told_ = newIn(bare, plan.told(fault, true) ?? bare);
      count_(result.stripped, told_.length > 0);
      if (verbose) say(`      without relations: ${told_.slice(0, 2).join('\n        ') || 'nothing'}`);
    }
  }
  return result;
}

const names = [
  'data/incheon-seogu-2023',
  'test/plans/county-2026',
  'test/plans/province-2026',
  'test/plans/guro-2027',
];
const bounds: Readonly<Record<string, number>> = BOUNDS.check.recall;
let failed = false;
const stripped = nothing();
for (const name of names) {
  const plan = await planOf(name);
  say(plan.name);
  const { byKind, byCause, all, stripped: own } = measured(plan);
  for (const [kind, tally] of byKind) say(`  ${kind.padEnd(26)} ${shown(tally)}`);
  say(`  by cause: ${[...byCause].map(([cause, tally]) => `${cause} ${shown(tally)}`).join(', ')}`);
  say(`  in all ${shown(all)}; of those that relations tell, without the relations of tables ${shown(own)}`);
  stripped.found += own.found;
  stripped.all += own.all;
  failed ||= share(all) < (bounds[plan.name] ?? 0);

  const sound = [
    nextYear(plan),
    ...Array.from({ length: variations - 1 }, (_, seed) => variation(plan, diceOf(first + seed))),
  ];
  const alarming = sound.filter(({ alarms }) => alarms.length > 0);
  for (const { what, alarms } of alarming)
    say(`  variation ${what}: ${alarms.length}\n    ${alarms.slice(0, 3).join('\n    ')}`);
  say(`  ${sound.length} sound variations: ${alarming.length} with a false alarm`);
  failed ||= alarming.length > BOUNDS.check.falseAlarms;
}
say(`without the declared relations of tables ${shown(stripped)}`);
failed ||= share(stripped) < BOUNDS.check.stripped;
const all = sentences();
for (const make of [freshPlan, richPlan]) {
  const raised = raisedBy(await make(), all).filter(({ rule }) => rule !== 'bare-number');
  say(
    `${all.length} sound sentences, in ${make === freshPlan ? 'a fresh plan' : 'the bundled plan'}: ${raised.length} false alarms`,
  );
  failed ||= raised.length > BOUNDS.check.falseAlarms;
}
process.exitCode = failed ? 1 : 0;
