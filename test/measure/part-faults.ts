// Parts of a plan -> ones that are missing or exchanged: rows, schedule rows, notes.
import { operandsOf } from '../../src/figure/relation.ts';
import type { Dice } from '../fuzz/dice.ts';
import type { Case, Fault, Kind } from './faults.ts';
import { printedTables, retold } from './label-faults.ts';

const NOTE = /\[\^([a-z0-9-]+)\]/u;

/** A table whose source is another one's. */
export const source: Kind = {
  cause: 'relation',
  plant: (of, dice) => {
    const { plan } = of.input;
    const table = dice.one(printedTables(of));
    const own = NOTE.exec(table.caption?.text ?? '')?.[1];
    if (own === undefined || table.caption === undefined) return undefined;
    const said = plan.notes.get(own)?.text ?? '';
    const other = dice.one(
      [...plan.notes].filter(([id, { text }]) => id !== own && text !== said && text.includes('출처')),
    );
    const text = table.caption.text.replace(NOTE, `[^${other[0]}]`);
    const shared = (note: string) =>
      [...pairs(note)].filter((pair) => pairs(table.caption?.text ?? '').has(pair));
    return {
      what: `${table.id}: ${said} -> ${other[1].text}`,
      visible: shared(said).length > 0 && shared(other[1].text).length === 0,
      change: retold({ ...table, caption: { ...table.caption, text } }),
    };
  },
};

function pairs(text: string): ReadonlySet<string> {
  const letters = text.replaceAll(/[^\p{Script=Hangul}]/gu, '');
  return new Set([...letters.slice(1)].map((letter, index) => (letters[index] ?? '') + letter));
}

/** A captioned table without its source. */
export const sourceLost: Kind = {
  cause: 'part',
  plant: (of, dice) => {
    const captioned = printedTables(of).filter(
      ({ caption, isOfProgramme }) => caption !== undefined && !isOfProgramme,
    );
    const sourced = captioned.filter(({ caption }) => NOTE.test(caption?.text ?? ''));
    const table = dice.one(sourced);
    if (table.caption === undefined) return undefined;
    const text = table.caption.text.replace(NOTE, '');
    return {
      what: `${table.id}: ${text}`,
      visible: sourced.length * 2 >= captioned.length,
      change: retold({ ...table, caption: { ...table.caption, text } }),
    };
  },
};

/** A part of a sum, or a project's row of the schedule. */
export const rowDropped: Kind = {
  cause: 'part',
  plant: (of, dice) => (dice.once(2) ? scheduleRow(of, dice) : tableRow(of, dice)),
};

function scheduleRow({ input: { plan } }: Case, dice: Dice): Fault | undefined {
  const { schedule } = plan;
  if (schedule === undefined) return undefined;
  const [key] = dice.one([...schedule.lanes]);
  const lanes = new Map(schedule.lanes);
  lanes.delete(key);
  return {
    what: `schedule ${key}`,
    visible: true,
    change: (stated) => ({ ...stated, plan: { ...stated.plan, schedule: { ...schedule, lanes } } }),
  };
}

function tableRow(of: Case, dice: Dice): Fault | undefined {
  const table = dice.one(printedTables(of).filter(({ isOfProgramme }) => !isOfProgramme));
  if (table.rows.some(({ children }) => children.length > 0)) return undefined;
  const row = dice.one(table.rows);
  const own = (address: string) => address.startsWith(`tables/${table.id}/${row.id}/`);
  const added = of.input.plan.figures.filter(
    ({ address, relation }) => relation?.kind === 'sum' && !own(address) && relation.operands.some(own),
  );
  if (added.length === 0) return undefined;
  const index = table.rows.indexOf(row);
  const without = retold({
    ...table,
    rows: table.rows.filter((one) => one !== row),
    cells: table.cells.filter((_, at) => at !== index),
  });
  return {
    what: `${table.id}: ${row.label.text}`,
    visible: true,
    change: (stated) => {
      const { plan, figures } = without(stated);
      const left = figures.filter(({ address }) => !own(address));
      return {
        plan,
        figures: left.map((one) => {
          const { relation, ...rest } = { ...one, equals: one.equals.filter((other) => !own(other)) };
          if (relation === undefined || !operandsOf(relation).some(own))
            return { ...rest, ...(relation && { relation }) };
          if (relation.kind !== 'sum') return rest;
          return {
            ...rest,
            relation: { ...relation, operands: relation.operands.filter((other) => !own(other)) },
          };
        }),
      };
    },
  };
}
