// The sheets of a workbook -> the same with every cell that takes an input marked: its first cell, where no other was chosen.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import type { Address } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import type { Unit } from '../../figure/unit.ts';
import { isCompared } from '../../plan/comparison.ts';

/** What is said to who types a figure. */
export function unitPrompt({ label }: Pick<Unit, 'label'>): string {
  return `단위: ${label}\n수만 적으면 이 단위로 읽습니다. 다른 단위는 수 뒤에 붙여 적습니다.`;
}

/** A figure that follows from others is not marked; nor is one a second time, since its other cells refer to the first. */
export function markInputs(sheets: readonly Sheet[], book: FigureBook): readonly Sheet[] {
  const homes = homesOf(sheets);
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell): SheetCell => {
        const address = addressIn(cell);
        const definition = address === undefined ? undefined : book.get(address)?.definition;
        if (address === undefined || definition === undefined || definition.relation !== undefined)
          return cell;
        if (homes.get(address) !== cell || isCompared(address)) return cell;
        const { input = address.startsWith('tasks/') ? 'number' : 'signed' } = cell;
        const unit = (cell.content.kind === 'figure' ? cell.content.unit : undefined) ?? definition.unit;
        return { ...cell, input, prompt: unitPrompt(unit) };
      }),
    ),
  }));
}

/** Where each figure is typed: the cell that is marked already, else its first cell as a number, else the first text that stands for it. */
function homesOf(sheets: readonly Sheet[]): ReadonlyMap<Address, SheetCell> {
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  const homes = new Map<Address, SheetCell>();
  const take = (fits: (cell: SheetCell) => boolean): void => {
    for (const cell of cells) {
      const address = cell.elsewhere ? undefined : addressIn(cell);
      if (address !== undefined && !homes.has(address) && fits(cell)) homes.set(address, cell);
    }
  };
  take(({ input }) => input !== undefined);
  take(({ content }) => content.kind === 'figure');
  take(() => true);
  return homes;
}

function addressIn({ content, stands }: SheetCell): Address | undefined {
  return content.kind === 'figure' ? content.address : stands;
}
