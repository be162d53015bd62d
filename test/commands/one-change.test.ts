// One input changed: each place that prints it or what follows from it changes, and no other place does.
import { beforeAll, describe, expect, it } from 'vitest';
import { composeDocument } from '../../src/compose/compose-document.ts';
import { composeTargets } from '../../src/compose/compose-targets.ts';
import type { Document } from '../../src/document/document.ts';
import { plainText } from '../../src/document/inline.ts';
import { type Address, parseAddress } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureBook, Value } from '../../src/figure/figure.ts';
import { parseQuantity } from '../../src/figure/quantity.ts';
import { operandsOf } from '../../src/figure/relation.ts';
import { type PdfResult, writePdf } from '../../src/write/pdf/write-pdf.ts';
import { someOf } from '../whole.ts';
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

interface Composed {
  readonly book: FigureBook;
  readonly document: Document;
}

/** By the input: each is asked several questions. */
const known = new Map<string, Composed>();

/** The bundled plan with another number for an input. */
function composed(input: string, written: string): Composed {
  const composed = known.get(input) ?? composedNew(changeOf(input, written));
  known.set(input, composed);
  return composed;
}

function composedNew(changes: ReadonlyMap<Address, Value>): Composed {
  const book = evaluateFigures(bundled.plan.figures, changes).value;
  const document = book && composeDocument(bundled.plan, book, bundled.templates).value;
  if (!book || !document) throw new Error('the changed plan does not compose');
  return { book, document };
}

function changeOf(input: string, written: string): ReadonlyMap<Address, Value> {
  const value = parseQuantity(written);
  if (value === undefined) throw new Error(written);
  return new Map([[addressOf(input), value]]);
}

/** The number in printed characters: 1,234 or △1.5. */
function numberIn(printed: string): number {
  return Number(printed.replaceAll(',', '').replace('△', '-'));
}

/** Inputs of several tables: one typed once and stated in four tables, a population, a count of a small table; and its chart. */
const INPUTS = [
  ['tables/job-openings/2022/seekers-count', '67558', 'chart-openings-by-year'],
  ['tables/population-by-age/age-40-49/2022', '203647', 'chart-population-trend'],
  [
    'tables/establishments-by-industry/manufacturing/establishments-count',
    '19917',
    'chart-establishments-by-industry',
  ],
  ['tables/insured-by-sex/insured/2022-male', '99287', 'chart-insured-growth-by-sex'],
] as const;

describe.each(someOf(INPUTS, 2))('%s changed to %s', (input, written, chart) => {
  it('changes every place of it and of what follows from it, and nothing else', () => {
    const address = addressOf(input);
    expect(bundled.book.get(address)?.origin, `${input} is no input`).toBe('input');
    const { book, document } = composed(input, written);
    const reached = dependentsOf(bundled.book, address);
    const before = figureRunsOf(bundled.document);
    const after = figureRunsOf(document);
    expect(after.map((run) => run.address)).toEqual(before.map((run) => run.address));
    const changed = new Set<Address>();
    const wrong: object[] = [];
    after.forEach((run, index) => {
      const was = before[index]?.text;
      if (run.text === was) return;
      if (reached.has(run.address) && book.get(run.address)?.changed !== false) changed.add(run.address);
      else wrong.push({ was, ...run });
    });
    expect(wrong).toEqual([]);
    expect(changed.has(address)).toBe(true);
    // Far more than rounding: whatever follows directly must show it.
    for (const [dependent, { definition }] of book) {
      if (!definition.relation || !operandsOf(definition.relation).includes(address)) continue;
      if (!after.some((run) => run.address === dependent)) continue;
      expect(changed.has(dependent), dependent).toBe(true);
    }
  });

  it('prints the new number, and moves each printed sum over it by the difference', () => {
    const address = addressOf(input);
    const { document } = composed(input, written);
    const before = figureRunsOf(bundled.document);
    let moved = 0;
    figureRunsOf(document).forEach((run, index) => {
      const was = numberIn(before[index]?.text.replace(/[^\d.]+$/, '') ?? '');
      const is = numberIn(run.text.replace(/[^\d.]+$/, ''));
      if (run.address === address) {
        expect(is).toBe(Number(written));
        moved = is - was;
      }
    });
    expect(moved).not.toBe(0);
    figureRunsOf(document).forEach((run, index) => {
      const relation = bundled.book.get(run.address)?.definition.relation;
      if (relation?.kind !== 'sum' || !relation.operands.includes(address)) return;
      const was = before[index]?.text ?? '';
      expect(numberIn(run.text) - numberIn(was), `${run.address}: ${was}`).toBe(moved);
    });
  });

  it('changes its own chart and no other', async () => {
    const charts = (from: PdfResult): ReadonlyMap<string, string> => {
      const drawn = new Map<string, string>();
      for (const { block, text } of from.layout.texts) {
        if (block.startsWith('chart-')) drawn.set(block, `${drawn.get(block) ?? ''} ${text}`);
      }
      return drawn;
    };
    const { document } = composed(input, written);
    const pdf = (await writePdf(document, bundled.sources.fonts)).value;
    const was = charts(bundled.pdf);
    const is = pdf === undefined ? [] : [...charts(pdf)];
    expect(is.map(([id]) => id)).toEqual([...was.keys()]);
    expect(is.filter(([id, texts]) => texts !== was.get(id)).map(([id]) => id)).toEqual([chart]);
  });

  it('gives the workbook the same figures as the print', () => {
    const reached = dependentsOf(bundled.book, addressOf(input));
    const { book, document } = composed(input, written);
    const figures = composeTargets(bundled.plan, book, document).figures;
    const was = composeTargets(bundled.plan, bundled.book, bundled.document).figures;
    expect([...figures.keys()]).toEqual([...was.keys()]);
    for (const [address, { effective }] of figures) {
      expect(effective, address).toEqual(book.get(address)?.effective);
      if (!reached.has(address)) expect(effective, address).toEqual(was.get(address)?.effective);
    }
  });

  it('leaves every word around the figures as it was', () => {
    const { document } = composed(input, written);
    const words = (from: Document): string[] =>
      textsOf(from).map(({ text }) => plainText(text.inlines.filter((inline) => inline.kind !== 'figure')));
    expect(words(document)).toEqual(words(bundled.document));
  });
});
