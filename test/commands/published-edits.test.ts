// Random plans that have gone out, and one random edit of their data -> it is told, or it changes nothing that is printed.
import { expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import { showFigure } from '../../src/figure/show.ts';
import { type Dice, diceOf } from '../fuzz/dice.ts';
import { randomEditions } from '../fuzz/random-edition.ts';
import { randomPlan } from '../fuzz/random-plan.ts';
import { published, sourcesOf, type Texts, told } from './published-plan.ts';

/** All that a reader sees of an edition, without help of what is tested: words, numbers, marks, months; undefined where it cannot be made. */
async function printed(files: Texts, edition: number): Promise<string | undefined> {
  const options = { final: true, judged: false, edition };
  const { document, book, diagnostics } = await build(sourcesOf(files), [], undefined, undefined, options);
  if (document === undefined || book === undefined || hasErrors(diagnostics)) return undefined;
  const { title, issuer, issueDate, firstPage, keywords, summary = '' } = document;
  const words: string[] = [title, issuer, issueDate, String(firstPage), `${keywords}`, summary];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) walk(one);
    else if (typeof part === 'object' && part !== null)
      for (const [key, value] of Object.entries(part)) {
        if (key === 'spec' || key === 'place' || key === 'calledAt' || key === 'id') continue;
        if (['text', 'marker', 'from', 'to', 'numeral', 'number'].includes(key) && typeof value !== 'object')
          words.push(String(value));
        else walk(value);
      }
  };
  walk(document.blocks);
  walk([...document.notes.values()]);
  // An id is read by nobody: what bears another one and is the same prints the same.
  for (const figure of book.values()) words.push(showFigure(figure, { unit: true }));
  return words.join('\n');
}

/** One digit, word or line of one file of the data. */
function randomEdit(files: Texts, dice: Dice): Texts {
  const names = [...files.keys()].filter((name) => !name.startsWith('published/'));
  const name = dice.one(names);
  const text = files.get(name) ?? '';
  const lines = text.split('\n');
  const at = dice.below(lines.length);
  const line = lines[at] ?? '';
  const digits = [...line.matchAll(/\d/g)];
  const words = [...line.matchAll(/[가-힣]/g)];
  const change = (found: readonly RegExpExecArray[], by: (old: string) => string): string => {
    const { index = 0, 0: old = '' } = dice.one(found);
    return line.slice(0, index) + by(old) + line.slice(index + old.length);
  };
  if (digits.length > 0 && dice.once(2)) lines[at] = change(digits, (old) => String((Number(old) + 1) % 10));
  else if (words.length > 0 && dice.once(2)) lines[at] = change(words, () => '갑');
  else if (dice.once(3)) lines.splice(at, 1);
  else if (dice.once(2)) lines.splice(at, 0, '# 적어 둔 말');
  else lines.splice(at, 0, line);
  return new Map([...files, [name, lines.join('\n')]]);
}

const RUNS = Number(process.env.EDIT_RUNS ?? 2);
/** The first seed: the many are run in pieces. */
const FIRST = Number(process.env.EDIT_FROM ?? 1);

it('tells of each edit that changes what is printed, and of no other', { timeout: 3_600_000 }, async () => {
  const wrong: string[] = [];
  let [changed, same] = [0, 0];
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
    const dice = diceOf(seed);
    const count = dice.below(3);
    const { files: plain } = randomPlan(dice);
    const { files } = count === 0 ? { files: plain } : randomEditions(plain, count, dice);
    const editions = [...new Set([dice.below(count + 1), count])].sort();
    const before = await Promise.all(editions.map((edition) => printed(files, edition)));
    if (before.includes(undefined)) continue;
    const gone = await published(files, ...editions);
    expect(told(gone), `seed ${seed}`).toEqual([]);
    for (let edit = 0; edit < 4; edit++) {
      const now = randomEdit(gone, dice);
      const after = await Promise.all(editions.map((edition) => printed(now, edition)));
      // What cannot be read is told by other rules and stops all.
      if (after.includes(undefined)) continue;
      const isOther = before.some((text, index) => text !== after[index]);
      if (isOther) changed++;
      else same++;
      // A look that is another one is told as information.
      const found = told(now).filter((line) => line.startsWith('error'));
      if (isOther !== found.length > 0) wrong.push(`seed ${seed}.${edit}: ${isOther} ${found.join(' / ')}`);
    }
  }
  expect(wrong).toEqual([]);
  expect([changed > 0, same > 0]).toEqual([true, true]);
});
