// A copy to hand in -> the cells whose published number is not what their formula would give.
import type { Workbook } from '../document/workbook.ts';
import { shownIn, showValue } from '../figure/show.ts';
import { CellPlaces, cellName, placeOf } from './cell-places.ts';
import { figureValue } from './figure-value.ts';
import { ledgersOf } from './live-formula.ts';

export interface StatedCell {
  /** `budget.xlsx 총괄!B5` */
  readonly cell: string;
  /** As they are shown. */
  readonly published: string;
  readonly computed: string;
}

export function statedCells(workbook: Workbook): readonly StatedCell[] {
  const { file, figures, sheets, clean = false } = workbook;
  const places = new CellPlaces(sheets, figures);
  const ledgers = ledgersOf(sheets);
  return sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, index) =>
      row.flatMap(({ column, content }): StatedCell[] => {
        const figure = content.kind === 'figure' ? figures.get(content.address) : undefined;
        if (content.kind !== 'figure' || figure === undefined) return [];
        const at = placeOf(sheet, index, column);
        const { suffix, unit } = content;
        const { computed, formula } = figureValue(figure, { suffix, ...(unit && { unit }) }, at, {
          figures,
          places,
          ledgers,
          sheet: sheet.name,
          clean,
        });
        // Where it stands once more its cell refers to the first.
        if (computed === undefined || formula !== undefined) return [];
        const shown = shownIn(figure, unit ?? figure.definition.unit);
        const published = shown.kind === 'quantity' ? showValue(shown, shown.digits) : showValue(shown, 0);
        return [{ cell: `${file} ${sheet.name}!${cellName(at)}`, published, computed }];
      }),
    ),
  );
}
