// The cells of a workbook's sheets -> what its formulas come to, worked out anew.
import { placeOf } from '../cell-name.ts';
import { type Formula, parseFormula, type ReadArea } from './formula-parser.ts';
import { type Area, Cells, FormulaFault, type Scalar } from './formula-value.ts';
import type { ReadCell, ReadSheet } from './read-sheet.ts';

/** A cell at work: a formula's is `todo` until its areas are worked out, and `open` while they are. */
interface Slot {
  readonly sheet: string;
  readonly name: string;
  readonly formula: string | undefined;
  state: 'todo' | 'open' | 'done';
  value: Scalar | FormulaFault;
}

/** What each cell with a formula comes to: a value, or why there is none. By sheet and cell. */
type Results = ReadonlyMap<string, ReadonlyMap<string, Scalar | FormulaFault>>;

/** Formulas by sheet and text, each parsed once however often it is worked out. */
export type ParsedFormulas = Map<string, Formula>;

/** What a formula needs is worked out before it, without recursion: chains may be long. */
export function recalculate(
  sheets: ReadonlyMap<string, ReadSheet>,
  parsed: ParsedFormulas = new Map(),
): Results {
  const grids = new Map<string, Map<number, Slot[]>>();
  const slots: Slot[] = [];
  for (const { name: sheet, cells } of sheets.values()) {
    const grid = new Map<number, Slot[]>();
    grids.set(sheet, grid);
    for (const [name, is] of cells) {
      const place = placeOf(name);
      if (place === undefined) continue;
      const isTyped = is.formula === undefined;
      const value = isTyped ? scalarOf(is) : undefined;
      const slot: Slot = { sheet, name, formula: is.formula, state: isTyped ? 'done' : 'todo', value };
      const column = grid.get(place.column) ?? [];
      column[place.row] = slot;
      grid.set(place.column, column);
      if (!isTyped) slots.push(slot);
    }
  }
  const areas = new Map<string, Cells>();
  const slotsIn = ({ sheet, left, right, top, bottom }: Area): readonly (Slot | undefined)[] => {
    const grid = grids.get(sheet);
    if (grid === undefined) throw new FormulaFault(`시트 ‘${sheet}’ 없음`);
    const found: (Slot | undefined)[] = [];
    for (let column = left; column <= right; column++) {
      const own = grid.get(column);
      for (let row = top; row <= bottom; row++) found.push(own?.[row]);
    }
    return found;
  };
  const formulasIn = new Map<string, readonly Slot[]>();
  /** Most areas are named by many formulas, and most of their cells are typed. */
  const neededIn = (area: Area): readonly Slot[] => {
    let found = formulasIn.get(area.key);
    if (found === undefined) {
      found = slotsIn(area).flatMap((slot) => (slot?.formula === undefined ? [] : slot));
      formulasIn.set(area.key, found);
    }
    return found;
  };
  const read: ReadArea = (area) => {
    let found = areas.get(area.key);
    if (found === undefined) {
      found = new Cells(slotsIn(area).map(shownBy));
      areas.set(area.key, found);
    }
    return found;
  };
  for (const slot of slots) workOut(slot, neededIn, read, parsed);
  const results = new Map<string, Map<string, Scalar | FormulaFault>>();
  for (const { sheet, name, value } of slots) {
    const own = results.get(sheet) ?? new Map<string, Scalar | FormulaFault>();
    results.set(sheet, own.set(name, value));
  }
  return results;
}

function workOut(
  wanted: Slot,
  neededIn: (area: Area) => readonly Slot[],
  read: ReadArea,
  parsed: ParsedFormulas,
): void {
  const stack = [wanted];
  for (let slot = stack.at(-1); slot !== undefined; slot = stack.at(-1)) {
    if (slot.state !== 'done') {
      try {
        const key = `${slot.sheet}!${slot.formula}`;
        let formula = parsed.get(key);
        if (formula === undefined) {
          formula = parseFormula(slot.formula ?? '', slot.sheet);
          parsed.set(key, formula);
        }
        const needed: Slot[] = [];
        for (const area of formula.areas)
          for (const one of neededIn(area)) if (one.state !== 'done') needed.push(one);
        if (needed.length > 0) {
          if (slot.state === 'open' || needed.includes(slot)) throw new FormulaFault('제 값을 다시 씁니다');
          slot.state = 'open';
          stack.push(...needed);
          continue;
        }
        const value = formula.work(read);
        // A formula of an empty cell is 0.
        slot.value = value instanceof Cells ? new FormulaFault('칸 하나의 값이 아닙니다') : (value ?? 0);
      } catch (fault) {
        if (!(fault instanceof FormulaFault)) throw fault;
        slot.value = fault;
      }
      slot.state = 'done';
    }
    stack.pop();
  }
}

function shownBy(slot: Slot | undefined): Scalar {
  if (slot?.value instanceof FormulaFault) throw slot.value;
  return slot?.value;
}

/** Undefined for an empty cell; throws nothing: what is neither number nor text is told elsewhere. */
function scalarOf({ kind, value }: ReadCell): Scalar {
  if (kind === 'number') return Number(value);
  return kind === 'empty' ? undefined : value;
}
