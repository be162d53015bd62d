// Editions of small plans -> what differs between any two of them, and what only rounding moves.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplates } from '../../src/commands/read-templates.ts';
import { composeDocument } from '../../src/compose/compose-document.ts';
import { composeBudget, composeTargets } from '../../src/compose/compose-targets.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import type { Document } from '../../src/document/document.ts';
import { type Address, addressOf } from '../../src/figure/address.ts';
import type { FigureBook } from '../../src/figure/figure.ts';
import { decimalText, sameValue } from '../../src/figure/quantity.ts';
import { operandsOf } from '../../src/figure/relation.ts';
import { showFigure } from '../../src/figure/show.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { reviseFigures } from '../../src/revise/apply/revise-figures.ts';
import { figureRunsOf } from '../commands/walk.ts';
import { KEPT } from '../kept.ts';
import { textsIn } from '../plan-format/plan-folders.ts';
import { PROGRAMME } from '../plan-format/programme-files.ts';
import { CASES, revisedSources } from './revised-plan.ts';

interface Revised {
  readonly plan: Plan;
  readonly book: FigureBook;
  readonly figures: ReadonlyMap<Address, { readonly roundingOnly: boolean }>;
}

/** The plan at its last edition; fails on any fault. */
function revised(files: ReadonlyMap<string, string>, from?: number): Revised {
  const plan = readPlan({ displayRoot: 'plan', kept: KEPT, files }, { edition: 'latest' });
  const outcome = plan.value && reviseFigures(plan.value, from);
  const faults = [...plan.diagnostics, ...(outcome?.diagnostics ?? [])];
  if (!plan.value || !outcome?.value || faults.length > 0)
    throw new Error(faults.map(({ place, message }) => `${formatLocation(place)} ${message}`).join('\n'));
  const { book, comparison } = outcome.value;
  return { plan: plan.value, book, figures: comparison?.figures ?? new Map() };
}

function editionOf(changes: readonly string[]): readonly [string, string] {
  const head = 'number: 1\ntitle: 추경\nkind: 추경\ndate: 2023-05-01\npublished: true\nchanges:\n';
  return ['editions/1.yaml', `${head}${changes.map((change) => `  - ${change}\n`).join('')}`];
}

describe('a figure that moves', () => {
  it('by rounding alone is told from one whose exact amount moved', () => {
    const files = new Map([
      ...Object.entries(PROGRAMME),
      [
        'tasks/intern.yaml',
        'id: intern\nname: 인턴\nprojects:\n  - { id: office, name: 행정, funding: { national: 1400, district: 1400 } }\n',
      ],
      ['strategies.yaml', 'strategies:\n  - { id: youth, name: 청년, tasks: [intern] }\n'],
      editionOf(['{ set: tasks/intern/projects/office/funding/national, before: 1400, after: 1300 }']),
    ] as const);
    for (const name of ['startup', 'course']) files.delete(`tasks/${name}.yaml`);
    const { book, figures } = revised(files);
    const shown = (source: string) => {
      const figure = book.get(addressOf('strategies', 'youth', 'budget', source));
      return figure && showFigure(figure);
    };
    // 1.4 and 1.4 were printed 2 and 1 under 3; 1.3 and 1.4 are printed 1 and 2.
    expect([shown('total'), shown('national'), shown('district')]).toEqual(['3', '1', '2']);
    const only = [...figures].filter(([, figure]) => figure.roundingOnly).map(([address]) => address);
    expect(only.toSorted()).toEqual([
      'strategies/all/budget/district',
      'strategies/all/budget/local',
      'strategies/youth/budget/district',
      'strategies/youth/budget/local',
    ]);
    expect(figures.has(addressOf('strategies', 'youth', 'budget', 'national'))).toBe(true);
  });
});

describe('any edition', () => {
  const files = new Map([
    ...revisedSources(new Map()).plan.files,
    ...[...textsIn(`${CASES}/three-in-a-row`)].filter(([name]) => name.startsWith('editions/')),
  ]);
  const at = (edition: number) => {
    const plan = readPlan({ displayRoot: 'plan', kept: KEPT, files }, { edition }).value;
    const book = plan && reviseFigures(plan).value?.book;
    if (plan === undefined || book === undefined) throw new Error(`no edition ${edition}`);
    return { plan, book };
  };
  const amount = (edition: number, address: string): string => {
    const value = at(edition).book.get(addressOf(...address.split('/')))?.effective;
    return value === undefined
      ? 'none'
      : value.kind === 'quantity'
        ? decimalText(value.exact, 0)
        : value.kind;
  };

  it('has its own values', () => {
    const room = [0, 1, 2, 3].map((edition) =>
      amount(edition, 'tasks/startup/projects/room/funding/national'),
    );
    expect(room).toEqual(['1500', '1600', '1600', 'nil']);
    const moved = [0, 1, 2, 3].map((edition) => amount(edition, 'tasks/intern/projects/room/funding/total'));
    expect(moved).toEqual(['none', 'none', 'none', '1900']);
    const school = [0, 1, 2, 3].map((edition) =>
      amount(edition, 'tasks/startup/projects/school/funding/total'),
    );
    expect(school).toEqual(['700', '700', 'nil', 'nil']);
    // A stated sum keeps what it was published with beyond its parts.
    const task = [0, 1, 2, 3].map((edition) => amount(edition, 'tasks/startup/funding/national'));
    expect(task).toEqual(['1501', '1601', '1601', '1']);
  });

  it('counts its projects', () => {
    const counts = [0, 1, 2, 3].map((edition) => amount(edition, 'strategies/all/project-count'));
    expect(counts).toEqual(['3', '4', '3', '3']);
  });

  it('prints the projects that it has, and takes the schedule of one that moves along', () => {
    const tasks = at(3).plan.programme.strategies.flatMap((strategy) => strategy.tasks);
    expect(
      tasks.map(({ id, projects, ended }) => [id, projects.map((one) => one.id), ended.map((one) => one.id)]),
    ).toEqual([
      ['startup', [], ['room', 'school']],
      ['intern', ['office', 'cafe', 'room'], []],
      ['course', [], []],
    ]);
    const { lanes } = at(3).plan.schedule ?? { lanes: new Map() };
    expect(lanes.get('intern/room')).toEqual(lanes.get('startup/room'));
    expect(lanes.get('intern/room')).toHaveLength(1);
  });
});

describe('an edition of random changes', () => {
  const base = revisedSources(new Map());
  const templates = readTemplates(base.templates).value;
  const original = revised(base.plan.files);
  const inputs = [...original.book.values()].filter(
    ({ definition, effective }) =>
      definition.relation === undefined &&
      effective.kind === 'quantity' &&
      !definition.address.endsWith('-count'),
  );
  const composed = ({ plan, book }: Revised): Document => {
    const document = templates && composeDocument(plan, book, templates).value;
    if (document === undefined) throw new Error('does not compose');
    return document;
  };
  /** Of everything but the appendix, which edition 0 does not have. */
  const runs = (document: Document) =>
    figureRunsOf({
      ...document,
      blocks: document.blocks.filter(({ id }) => !id.startsWith('comparison')),
    }).map(({ address, text }) => ({ address, text }));
  const cells = ({ plan, book }: Revised, document: Document) =>
    [composeBudget(plan, book, document), composeTargets(plan, book, document)].flatMap(
      ({ sheets, figures }) =>
        sheets.flatMap((sheet) =>
          sheet.rows.flat().flatMap(({ content }) => {
            if (content.kind !== 'figure') return [];
            const value = figures.get(content.address)?.effective;
            const text = value?.kind === 'quantity' ? decimalText(value.exact, 6) : value?.kind;
            return [{ sheet: sheet.name, address: content.address, text }];
          }),
        ),
    );
  const first = composed(original);
  const before = { runs: runs(first), cells: cells(original, first) };

  it('changes what depends on them, in the book, the document and the workbooks, and nothing else', () => {
    const changes = fc
      .subarray(inputs, { minLength: 1, maxLength: 5 })
      .chain((chosen) =>
        fc.tuple(...chosen.map((figure) => fc.tuple(fc.constant(figure), fc.integer({ min: 1, max: 9000 })))),
      );
    fc.assert(
      fc.property(changes, (chosen) => {
        const written = chosen.map(([{ definition, effective }, more]) => {
          if (effective.kind !== 'quantity') throw new Error('an input is a number');
          const old = decimalText(effective.exact, effective.digits);
          return `{ set: ${definition.address}, before: ${old}, after: ${decimalText(effective.exact.add(more), effective.digits)} }`;
        });
        const after = revised(new Map([...base.plan.files, editionOf(written)]));
        const changed = new Set(chosen.map(([{ definition }]) => definition.address));
        const reached = dependents(original.book, changed);
        const rising = dependents(original.book, changed, true);
        for (const [address, { effective }] of after.book) {
          if (address.startsWith('compared/')) continue;
          const was = original.book.get(address)?.effective ?? { kind: 'missing' };
          const moved = !sameValue(was, effective);
          if (moved) expect(reached.has(address), address).toBe(true);
          // Everything rises, so that no sum can come to the same by chance.
          if (rising.has(address)) expect(moved, address).toBe(true);
          expect(after.figures.has(address), address).toBe(moved);
        }
        const same = (one: { readonly address: Address }) => !after.figures.has(one.address);
        const document = composed(after);
        const now = runs(document);
        expect(now.map(({ address }) => address)).toEqual(before.runs.map(({ address }) => address));
        expect(now.filter(same)).toEqual(before.runs.filter(same));
        for (const { address, text } of now.filter((run) => !same(run))) {
          const figure = after.book.get(address);
          if (figure !== undefined) expect(text.replace(/[^\d,.△-]/g, '')).toBe(showFigure(figure));
        }
        const nowCells = cells(after, document);
        // Sums of sheets are live: the split of one may move where the published one, kept apart, does not.
        const still = (cell: { readonly address: Address }) => !reached.has(cell.address);
        expect(nowCells.filter(still)).toEqual(before.cells.filter(still));
        expect(nowCells.filter((cell) => !still(cell)).map(({ text }) => text)).not.toContain(undefined);
      }),
      { numRuns: 15, seed: 20230331 },
    );
  });
});

/** What the relations reach from the inputs; through sums and restatements alone when they are to rise with them. */
function dependents(book: FigureBook, inputs: ReadonlySet<Address>, rising = false): ReadonlySet<Address> {
  const reached = new Set(inputs);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const [address, { definition }] of book) {
      const { relation } = definition;
      if (relation === undefined || (rising && relation.kind !== 'sum' && relation.kind !== 'same')) continue;
      if (operandsOf(relation).some((operand) => reached.has(operand))) reached.add(address);
    }
  }
  return reached;
}
