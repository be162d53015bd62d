// A seed -> a small plan with a harmed chart, drawn on the thread that draws for the program, and what came of it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../../src/commands/build.ts';
import { openThreadDrawer } from '../../src/draw/chart-drawer.ts';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { KEPT } from '../kept.ts';
import { FONTS, SMALL, TEMPLATES } from './base-plan.ts';
import { diceOf } from './dice.ts';
import { mutated } from './mutate.ts';
import { placeless } from './verdict.ts';

const THREAD = new URL(`file://${path.join(PROGRAM_FOLDER, 'dist/chart-thread.js')}`);
const SPEC = readFileSync(new URL('./chart.vl.json', import.meta.url), 'utf8');

/** Expressions and transforms that never end, fill the memory or reach for the program. */
const HARMFUL = [
  '{"calculate": "length(sequence(1e9))", "as": "value"}',
  '{"calculate": "length(pad(\'a\', 1e9, \'b\'))", "as": "value"}',
  '{"calculate": "test(/^(a+)+$/, pad(\'\', 40, \'a\') + \'b\')", "as": "value"}',
  '{"calculate": "datum.constructor.constructor(\'return process\')()", "as": "value"}',
  '{"calculate": "this.constructor", "as": "value"}',
  '{"filter": "datum[\'__proto__\'].polluted = 1"}',
  '{"density": "value", "steps": 9999, "extent": [0, 1e300]}',
  '{"fold": ["value", "value", "value"]}',
];

/** What is wrong with how the program took the chart; undefined when all is well. Throws when the program does. */
export async function chartFaultOf(seed: number): Promise<string | undefined> {
  const dice = diceOf(seed);
  const spec = dice.once(3)
    ? SPEC.replace('"transform": [', `"transform": [${dice.one(HARMFUL)},`)
    : mutated(SPEC, dice);
  const plan = new Map(SMALL)
    .set('charts.yaml', "fuzzed: { caption: '그림', alt: '그림', spec: fuzzed, tables: [openings] }\n")
    .set('narrative/labour-market.hbs', '# Ⅱ 노동시장\n\n{{chart "fuzzed"}}\n\n{{table "openings"}}\n');
  const templates = new Map(TEMPLATES).set('charts/fuzzed.vl.json', spec);
  const drawer = openThreadDrawer(THREAD);
  const { diagnostics, files } = await build(
    {
      plan: { displayRoot: 'plan', kept: KEPT, files: plan },
      templates: { displayRoot: 'templates', kept: KEPT, files: templates },
      fonts: FONTS,
    },
    ['pdf'],
    undefined,
    drawer,
  );
  await drawer.close();
  const made = files.some(({ name }) => name === 'plan.pdf');
  if (!made && !diagnostics.some(({ severity }) => severity === 'error')) return 'no PDF and no error';
  return placeless(diagnostics);
}
