// A workbook's model and its finished sheets -> what an import of the edited file would miss.
import type { Diagnostic } from '../diagnostic.ts';
import { type OriginLine, originSeal } from '../document/origin-seal.ts';
import { ORIGIN_SHEET, type SheetCell, type Workbook } from '../document/workbook.ts';
import { decimalText } from '../figure/quantity.ts';
import { shownValue } from '../figure/show.ts';
import type { ReadCell, ReadSheet } from './xlsx/read-workbook.ts';

/** The hidden sheet names the plan, the edition, and each figure of the sheets with what its cell shows. */
export function proveOrigin(
  workbook: Workbook,
  sheets: ReadonlyMap<string, ReadSheet>,
): readonly Diagnostic[] {
  const { origin, file } = workbook;
  if (origin === undefined) return [];
  const cells = sheets.get(ORIGIN_SHEET)?.cells ?? new Map<string, ReadCell>();
  const listed = new Set<string>();
  for (const [name, { value }] of cells) {
    const row = /^B(\d+)$/.exec(name)?.[1];
    if (row === undefined) continue;
    const [kind, shown] = ['A', 'D'].map((column) => cells.get(column + row)?.value ?? '');
    listed.add(kind === 'input' || kind === 'derived' ? line(value, shown ?? '') : line(kind ?? '', value));
  }
  const wanted = [
    line('plan', origin.plan),
    line('edition', String(origin.edition)),
    ...workbook.sheets.flatMap(({ rows }) => rows.flat().flatMap((cell) => lineOf(cell, workbook))),
  ];
  const missing = wanted.filter((one) => !listed.has(one));
  if (!isSealed(cells)) missing.push(line('seal', ''));
  if (missing.length === 0) return [];
  const first = missing[0]?.replace('\n', ' = ');
  return [
    {
      rule: 'origin-not-kept',
      severity: 'error',
      message: `${file}의 숨은 시트 ${ORIGIN_SHEET}에 없거나 다른 것이 ${missing.length}개 있어, 고친 파일을 다시 가져올 수 없습니다. 처음 것: ${first}`,
      place: { file, cell: `${ORIGIN_SHEET}!A1` },
    },
  ];
}

/** Whether the last line seals those above it: without that an import refuses the workbook. */
function isSealed(cells: ReadonlyMap<string, ReadCell>): boolean {
  const rows = [...cells.keys()].flatMap((name) => /^A(\d+)$/.exec(name)?.[1] ?? []);
  const lines = rows.map((row): OriginLine => {
    const value = (column: string): string => cells.get(column + row)?.value ?? '';
    return [value('A'), value('B'), value('D'), value('E')];
  });
  const [kind, seal] = lines.pop() ?? [];
  return kind === 'seal' && seal === originSeal(lines);
}

function line(name: string, value: string): string {
  return `${name}\n${value}`;
}

function lineOf({ content, stands }: SheetCell, { figures }: Workbook): readonly string[] {
  if (content.kind === 'figure') {
    const figure = figures.get(content.address);
    const shown = figure && shownValue(figure);
    if (shown === undefined || shown.kind === 'missing') return [line(content.address, '')];
    return [line(content.address, shown.kind === 'nil' ? '-' : decimalText(shown.exact, shown.digits))];
  }
  if (stands === undefined) return [];
  const words = content.kind === 'text' ? content.pieces.map(({ text }) => text).join('') : '';
  return [line(stands, words.normalize('NFC').replaceAll(/\s+/g, ' ').trim())];
}
