// Some amounts of budget.xlsx typed anew, imported and built -> in PDF and workbooks, what depends on them changes, and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { importEdition } from '../../src/commands/import-edition.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import type { Address } from '../../src/figure/address.ts';
import type { FigureBook } from '../../src/figure/figure.ts';
import { operandsOf } from '../../src/figure/relation.ts';
import { KEPT } from '../kept.ts';
import { HEAD, withCells } from '../revise/import-plan.ts';
import { WHOLE } from '../whole.ts';
import { bundledPlan } from './bundled-plan.ts';
import { sizedPlan } from './sized-plan.ts';

const INPUT = '세부사업별(입력)';

interface ListedFigure {
  readonly address: Address;
  readonly value: string;
  readonly unit: string;
  readonly forms: readonly string[];
  readonly places: readonly { readonly file: string; readonly cell?: string }[];
}

/** A plan whose texts print its projects' amounts. */
async function planFiles(): Promise<ReadonlyMap<string, string>> {
  return WHOLE
    ? (await bundledPlan()).sources.plan.files
    : sizedPlan({ strategies: 3, tasks: 7, projects: 4 });
}

async function built(files: ReadonlyMap<string, string>, edition: number) {
  const { sources } = await bundledPlan();
  const folder = { ...sources.plan, files };
  const result = await build({ ...sources, plan: folder }, ['pdf', 'xlsx'], undefined, undefined, {
    edition,
  });
  if (hasErrors(result.diagnostics) || result.book === undefined)
    throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  const bytesOf = (name: string) => {
    const file = result.files.find((one) => one.name === name);
    if (file === undefined) throw new Error(`there is no ${name}`);
    return file.bytes;
  };
  const listed: { readonly figures: readonly ListedFigure[] } = JSON.parse(
    new TextDecoder().decode(bytesOf('figures.json')),
  );
  const figures = new Map(listed.figures.map((figure) => [figure.address, figure]));
  return { budget: bytesOf('budget.xlsx'), book: result.book, figures };
}

/** The figures that follow from any of these, themselves among them. */
function dependents(book: FigureBook, changed: ReadonlySet<Address>): ReadonlySet<Address> {
  const reached = new Set(changed);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { definition } of book.values()) {
      const { address, relation } = definition;
      if (relation !== undefined && operandsOf(relation).some((one) => reached.has(one)))
        reached.add(address);
    }
  }
  return reached;
}

describe('amounts that were typed into the workbook', () => {
  it('reach every figure that depends on them, in PDF and workbooks, and no other', async () => {
    const files = await planFiles();
    const before = await built(files, 0);
    // A cell is in its column's unit, 천원.
    const scaleOf = (unit: string) => (unit === '백만원' ? 1_000 : 1);
    const inputs = [...before.figures.values()].flatMap(({ address, value, unit, places }) => {
      const cell = places.find(
        ({ file, cell: one }) => file === 'budget.xlsx' && one?.startsWith(`${INPUT}!`),
      )?.cell;
      const typed = before.book.get(address)?.definition.relation === undefined && /^\d+$/.test(value);
      return cell !== undefined && typed && address.includes('/funding/')
        ? [{ address, cell, value, scale: scaleOf(unit) }]
        : [];
    });
    expect(inputs.length).toBeGreaterThan(50);
    const edits = fc.uniqueArray(fc.tuple(fc.constantFrom(...inputs), fc.integer({ min: 1, max: 9_000 })), {
      minLength: 3,
      maxLength: 5,
      selector: ([{ address }]) => address,
    });
    const [sample] = fc.sample(edits, { numRuns: 1, seed: 20230512 });
    if (sample === undefined) throw new Error('no sample');

    const typed = new Map(
      sample.map(([{ cell, value, scale }, more]) => [cell, (Number(value) + more) * scale] as const),
    );
    const edited = withCells(before.budget, Object.fromEntries(typed));
    const { edition, diagnostics } = importEdition(
      { name: 'budget.xlsx', bytes: edited },
      { displayRoot: 'plan', kept: KEPT, files },
      HEAD,
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const set = edition?.changes.flatMap((change) => (change.kind === 'set' ? [change.address] : []));
    const changed = new Set(sample.map(([{ address }]) => address));
    expect(new Set(set)).toEqual(changed);

    const after = await built(new Map([...files, ['editions/1.yaml', edition?.text ?? '']]), 1);
    const reached = dependents(before.book, changed);
    for (const [{ address, value }, more] of sample)
      expect(after.figures.get(address)?.value).toBe(String(Number(value) + more));
    let moved = 0;
    for (const [address, { value, forms }] of before.figures) {
      const now = after.figures.get(address);
      // The proof has found every figure in the form and in each place that figures.json lists.
      if (reached.has(address)) moved += now?.value === value ? 0 : 1;
      else expect({ address, value: now?.value, forms: now?.forms }).toEqual({ address, value, forms });
    }
    // At least the amounts, their projects' totals and their tasks', and the plan's.
    expect(moved).toBeGreaterThan(3 * sample.length);
  });
});
