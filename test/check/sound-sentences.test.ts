// Ordinary sentences and tables -> nothing is found in them, but a question for each quantity that was typed.
import { describe, expect, it } from 'vitest';
import { lineOf } from './edited-plan.ts';
import { freshPlan, raisedBy, richPlan, sentences } from './sound-plans.ts';

const all = sentences();
const asked = all.flatMap(({ file, quantities }) => (file.startsWith('sheets-') ? [] : quantities));

describe('sound sentences', () => {
  it.each([
    ['a fresh plan', freshPlan],
    ['the bundled plan', richPlan],
  ] as const)('raise nothing in %s', async (_, make) => {
    const raised = raisedBy(await make(), all);
    const questions = raised.filter(({ rule, severity }) => rule === 'bare-number' && severity !== 'error');
    expect(raised.filter((one) => !questions.includes(one)).map(lineOf)).toEqual([]);
    expect(questions.map(({ stated }) => stated).sort()).toEqual([...asked].sort());
  });
});
