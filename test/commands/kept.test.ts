// A plan read again and again with edits by chance, with what was made of its texts before -> all as if it were read for the first time.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { type Kept, nothingKept, type SourceFolder, type Sources } from '../../src/commands/sources.ts';
import { Memo } from '../../src/memo.ts';
import { type Dice, diceOf } from '../fuzz/dice.ts';
import { mutated } from '../fuzz/mutate.ts';
import { revisedSources } from '../revise/revised-plan.ts';
import { runs } from '../whole.ts';
import { bundledSources } from './bundled-plan.ts';

/** Nobody can change what was made: who tries throws. */
function frozen<T>(made: T): T {
  if (typeof made !== 'object' || made === null || Object.isFrozen(made)) return made;
  Object.freeze(made);
  for (const inner of made instanceof Map ? made.values() : Object.values(made)) frozen(inner);
  return made;
}

class FrozenMemo<T extends object> extends Memo<T> {
  override of(key: string, make: () => T): T {
    return super.of(key, () => frozen(make()));
  }
}

const withKept = (folder: SourceFolder, kept: Kept | undefined): SourceFolder => {
  const { displayRoot, files } = folder;
  return { displayRoot, files, ...(kept && { kept }) };
};

const readWith = ({ plan, templates, ...rest }: Sources, kept: Kept | undefined): Sources => ({
  ...rest,
  plan: withKept(plan, kept),
  templates: withKept(templates, kept),
});

/** One file of the plan, sometimes of the templates, changed in a digit, a word or a line, or harmed. */
function edited(sources: Sources, dice: Dice): Sources {
  const where = dice.once(6) ? 'templates' : 'plan';
  const files = new Map(sources[where].files);
  const name = dice.one([...files.keys()].filter((one) => /\.(yaml|hbs|json)$/.test(one)));
  const text = files.get(name) ?? '';
  const lines = text.split('\n');
  const at = dice.below(lines.length);
  const line = lines[at] ?? '';
  if (dice.once(5)) files.set(name, mutated(text, dice));
  else if (dice.once(6)) files.delete(name);
  else {
    const kind = dice.below(4);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, line);
    else lines[at] = line.replace(/\d|[가-힣]/, (old) => (old >= '0' && old <= '9' ? '7' : '갑'));
    files.set(name, lines.join('\n'));
  }
  return { ...sources, [where]: { ...sources[where], files } };
}

const told = (sources: Sources) => {
  const { value, diagnostics } = inspectPlan(sources);
  const { document, book, plan } = value?.checked ?? {};
  return { diagnostics, findings: value?.findings, document, plan, figures: book && [...book] };
};

const CASES: readonly (readonly [string, () => Promise<Sources>, number])[] = [
  ['a plan with editions', async () => revisedSources(new Map()), runs(8, 150)],
  ['the bundled plan', () => bundledSources(false), runs(2, 40)],
];

describe.each(CASES)('%s', (_, sourcesOf, rounds) => {
  it('is told of, composed and checked as when nothing was kept, after each edit', async () => {
    const sources = await sourcesOf();
    const kept: Kept = { trees: new FrozenMemo(), compiled: new FrozenMemo() };
    const dice = diceOf(19);
    let composed = 0;
    let now = sources;
    for (let round = 0; round < rounds; round++) {
      // Most rounds go on from the last one, as somebody who edits does; what cannot be read any more is put back.
      const next = edited(dice.once(4) ? sources : now, dice);
      const [warm, cold] = [told(readWith(next, kept)), told(readWith(next, undefined))];
      // Vitest takes ten times as long to compare, and is asked to show the difference alone.
      if (!isDeepStrictEqual(warm, cold)) expect(warm, `round ${round}`).toEqual(cold);
      if (warm.document !== undefined) composed++;
      now = warm.document === undefined ? sources : next;
    }
    expect(composed).toBeGreaterThan(0);
    expect(composed).toBeLessThan(rounds);
  });
});

it('has the same files, byte for byte', async () => {
  const sources = { ...revisedSources(new Map()), fonts: (await bundledSources(true)).fonts };
  const kept = nothingKept();
  const filesOf = async (from: Sources, of: Kept | undefined) =>
    (await build(readWith(from, of), ['pdf', 'xlsx'], undefined, undefined, { proof: false })).files;
  const changed = edited(sources, diceOf(3));
  await filesOf(sources, kept);
  const [warm, cold] = [await filesOf(changed, kept), await filesOf(changed, undefined)];
  expect(warm.map(({ name }) => name)).toEqual(['plan.pdf', 'budget.xlsx', 'targets.xlsx']);
  for (const [index, { name, bytes }] of cold.entries())
    expect(Buffer.from(bytes).equals(warm[index]?.bytes ?? new Uint8Array()), name).toBe(true);
});
