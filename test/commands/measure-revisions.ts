// `npm run measure:revisions [-- count [seed]]`: plans struck by random editions -> how many build, and what stops the others.
import { diceOf } from '../fuzz/dice.ts';
import { bundledPlan } from './bundled-plan.ts';
import { buildErrors, randomBlows, struck } from './revisions.ts';
import { sizedPlan } from './sized-plan.ts';

const [count = 100, first = 0] = process.argv.slice(2).map(Number);
const { sources } = await bundledPlan();
const sizes = [
  { strategies: 1, tasks: 1, projects: 1 },
  { strategies: 2, tasks: 3, projects: 2 },
  { strategies: 1, tasks: 2, projects: 0 },
];
let failed = 0;
for (let seed = first; seed < first + count; seed++) {
  const dice = diceOf(seed);
  // The bundled plan has the charts; the small ones are quick.
  const texts = dice.once(2) ? sources.plan.files : sizedPlan(dice.one(sizes));
  const blows = randomBlows(texts, dice);
  const files = struck(texts, blows);
  if (files === undefined) continue;
  const errors = await buildErrors(sources, files, `seed-${seed}`);
  if (errors.length === 0) continue;
  failed += 1;
  console.log(`${seed}: ${blows.map(({ name }) => name).join('; ')}\n  ${errors.slice(0, 5).join('\n  ')}`);
}
console.log(`${count} revisions from seed ${first}: ${count - failed} build, ${failed} do not`);
process.exitCode = failed === 0 ? 0 : 1;
