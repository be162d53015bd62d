// One input changed: each place that prints it or what follows from it changes, and no other place does.
import { beforeAll, describe, expect, it } from 'vitest';
import { composeDocument } from '../../src/compose/compose-document.ts';
import type { Document } from '../../src/document/document.ts';
import { plainText } from '../../src/document/inline.ts';
import { type Address, parseAddress } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureBook, Value } from '../../src/figure/figure.ts';
import { parseQuantity } from '../../src/figure/quantity.ts';
import { operandsOf } from '../../src/figure/relation.ts';
import { type BundledPlan, bundledPlan } from './bundled-plan.ts';
import { figureRunsOf, textsOf } from './walk.ts';

let bundled: BundledPlan;

beforeAll(async () => {
  bundled = await bundledPlan();
}, 60_000);

function addressOf(text: string): Address {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(text);
  return address;
}

/** The figures that a change of the input can reach, itself included. */
function dependentsOf(book: FigureBook, input: Address): ReadonlySet<Address> {
  const reached = new Set([input]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const [address, { definition }] of book) {
      if (definition.relation && operandsOf(definition.relation).some((operand) => reached.has(operand))) {
        reached.add(address);
      }
    }
  }
  return reached;
}

function composed(changes: ReadonlyMap<Address, Value>): {
  readonly book: FigureBook;
  readonly document: Document;
} {
  const book = evaluateFigures(bundled.plan.figures, changes).value;
  const document = book && composeDocument(bundled.plan, book, bundled.templates).value;
  if (!book || !document) throw new Error('the changed plan does not compose');
  return { book, document };
}

/** Inputs of several tables: one typed once and stated in four tables, a population, a count of a small table. */
const INPUTS = [
  ['tables/job-openings/2022/seekers-count', '67558'],
  ['tables/population-by-age/age-40-49/2022', '203647'],
  ['tables/establishments-by-industry/manufacturing/establishments-count', '19917'],
  ['tables/insured-by-sex/insured/2022-male', '99287'],
] as const;

describe.each(INPUTS)('%s changed to %s', (input, written) => {
  it('changes every place of it and of what follows from it, and nothing else', () => {
    const address = addressOf(input);
    const value = parseQuantity(written);
    expect(bundled.book.get(address)?.origin, `${input} is no input`).toBe('input');
    if (value === undefined) throw new Error(written);
    const { book, document } = composed(new Map([[address, value]]));
    const reached = dependentsOf(bundled.book, address);
    const before = figureRunsOf(bundled.document);
    const after = figureRunsOf(document);
    expect(after.map((run) => run.address)).toEqual(before.map((run) => run.address));
    const changed = new Set<Address>();
    after.forEach((run, index) => {
      const was = before[index]?.text;
      if (!reached.has(run.address)) expect(run.text, run.address).toBe(was);
      else if (book.get(run.address)?.changed === false) expect(run.text, run.address).toBe(was);
      else if (run.text !== was) changed.add(run.address);
    });
    expect(changed.has(address)).toBe(true);
    // Far more than rounding: whatever follows directly must show it.
    for (const [dependent, { definition }] of book) {
      if (!definition.relation || !operandsOf(definition.relation).includes(address)) continue;
      if (!after.some((run) => run.address === dependent)) continue;
      expect(changed.has(dependent), dependent).toBe(true);
    }
  });

  it('leaves every word around the figures as it was', () => {
    const address = addressOf(input);
    const value = parseQuantity(written);
    if (value === undefined) throw new Error(written);
    const { document } = composed(new Map([[address, value]]));
    const words = (from: Document): string[] =>
      textsOf(from).map(({ text }) => plainText(text.inlines.filter((inline) => inline.kind !== 'figure')));
    expect(words(document)).toEqual(words(bundled.document));
  });
});
