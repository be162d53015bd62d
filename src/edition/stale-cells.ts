// The found cells of figures and the plan's values of today -> which were made from other values.
import { exportedForm, isTyped } from './figure-cell.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import type { Current } from './import-workbook.ts';

/** Tells (`stale-workbook`) each cell that was made from another value than the plan has now, with both; whether there is one. */
export function tellStale(
  found: FoundCells,
  { book, plan }: Pick<Current, 'book' | 'plan'>,
  faults: ImportFaults,
): boolean {
  const latest = plan.editions.length;
  let stale = false;
  for (const { origin, spot } of found.figures) {
    if (!isTyped(origin)) continue;
    const figure = book.get(origin.address);
    const now = figure && exportedForm(figure);
    // Where a text stands for a figure, what was written is the text.
    if (now === origin.exported || (figure !== undefined && isWords(origin.exported))) continue;
    stale = true;
    faults.add({
      rule: 'stale-workbook',
      place: faults.at(spot),
      message:
        now === undefined
          ? `지금 계획에 없는 수치입니다: ${origin.address}`
          : `통합문서를 만든 뒤에 자료가 바뀌었습니다. 통합문서 ${origin.exported || '미정'}, 지금 ${now || '미정'}`,
      expected: `iljari build${latest === 0 ? '' : ` --edition ${latest}`}(으)로 새로 만든 통합문서`,
      ...(figure === undefined ? {} : { related: [{ place: figure.definition.place, note: '지금 값' }] }),
    });
  }
  return stale;
}

function isWords(exported: string): boolean {
  return exported !== '' && !/^(-|-?\d+(\.\d+)?)$/.test(exported);
}
