// A workbook's model and its finished file -> cells that look otherwise than asked, and what is set otherwise beside them.
import type { Diagnostic } from '../diagnostic.ts';
import { gridOf } from '../document/table.ts';
import { ORIGIN_SHEET, type Sheet, type TextPiece, type Workbook } from '../document/workbook.ts';
import { edgesAt, type Face, type Look, lookOf, NO_EDGES, SIDES, stretchesOf } from '../sheet/cell-look.ts';
import type { CellValues } from '../sheet/cell-values.ts';
import { frameOf } from '../sheet/sheet-frame.ts';
import { cellName, rowsAbove } from './cell-name.ts';
import { bookSettings, sheetSettings } from './expected-settings.ts';
import { faceText, lookText } from './xlsx/read-looks.ts';
import type { ReadCell, ReadSheet } from './xlsx/read-sheet.ts';
import type { ReadBook } from './xlsx/read-workbook.ts';
import { Settings } from './xlsx/settings.ts';

/** How a cell has to look, in the reader's words. */
interface Shown {
  readonly look: string;
  /** The stretches of its text where they have faces of their own. */
  readonly stretches?: ReadCell['stretches'];
}

/**
 * All that is set in the file is set as the model asks and nothing else is (`workbook-differs`); all cells look as asked, those that nobody
 * asked for like none (`cell-look`); nothing is there that this program never writes (`workbook-foreign`).
 */
export function proveAppearance(
  workbook: Workbook,
  read: ReadBook,
  values: ReadonlyMap<Sheet, CellValues>,
): readonly Diagnostic[] {
  const { file, sheets, colours } = workbook;
  const diagnostics: Diagnostic[] = [];
  const tell = (rule: string, place: string | undefined, what: string): void => {
    const at = place === undefined ? { file, line: 1, column: 1 } : { file, cell: place };
    diagnostics.push({ rule, severity: 'error', message: `${file} ${what}`, place: at });
  };
  const compare = (is: Settings, should: Settings, sheet?: string): void => {
    for (const one of is.differences(should)) {
      const cell = / ([A-Z]{1,3}[1-9]\d*)(?::[A-Z\d]+)?$/.exec(one.name)?.[1] ?? 'A1';
      const where = sheet === undefined ? '' : `‘${sheet}’ 시트의 `;
      const found = `있는 것: ${one.is ?? '없음'}. 있어야 할 것: ${one.should ?? '없음'}`;
      tell('workbook-differs', sheet && `${sheet}!${cell}`, `${where}${one.name}. ${found}.`);
    }
  };
  for (const { part, what, cell } of read.foreign)
    tell('workbook-foreign', cell, `${part} 안에 이 프로그램이 쓰지 않는 것이 있습니다: ${what}`);
  const tellLooks = (sheet: string, off: ReturnType<typeof looksOff>): void => {
    for (const [cell, what] of off)
      tell('cell-look', `${sheet}!${cell}`, `‘${sheet}’ 시트 ${cell} 칸의 모양이 다릅니다. ${what}`);
  };
  const noted: number[] = [];
  sheets.forEach((sheet, index) => {
    const own = values.get(sheet) ?? new Map();
    const should = sheetSettings(sheet, colours, own);
    if (should.get('메모 상자의 관계') !== undefined) noted.push(index + 1);
    const is = read.sheets.get(sheet.name);
    if (is === undefined) return;
    compare(is.settings, should, sheet.name);
    tellLooks(sheet.name, looksOff(is, looksOf(sheet, colours, own)));
  });
  const hidden = read.sheets.get(ORIGIN_SHEET);
  if (hidden !== undefined) {
    compare(hidden.settings, HIDDEN, ORIGIN_SHEET);
    tellLooks(ORIGIN_SHEET, looksOff(hidden, new Map()));
  }
  compare(read.settings, bookSettings(workbook, noted));
  return diagnostics;
}

/** What is set in the hidden sheet. */
const HIDDEN = new Settings();
HIDDEN.set('인쇄 방향', 'portrait');

function looksOff(
  { cells }: ReadSheet,
  looks: ReadonlyMap<string, Shown>,
): readonly (readonly [cell: string, what: string])[] {
  return [...new Set([...looks.keys(), ...cells.keys()])].flatMap((cell) => {
    const [is, should] = [cells.get(cell), looks.get(cell)];
    const differences: string[] = [];
    const [look, wanted] = [is?.look ?? '', should?.look ?? ''];
    if (look !== wanted) differences.push(`있는 것: ${look || '없음'}. 있어야 할 것: ${wanted || '없음'}.`);
    const [runs, wantedRuns] = [is?.stretches, should?.stretches].map((one) =>
      one ? JSON.stringify(one) : '없음',
    );
    if (runs !== wantedRuns) differences.push(`글자별 모양 있는 것: ${runs}. 있어야 할 것: ${wantedRuns}.`);
    return differences.map((what) => [cell, what] as const);
  });
}

/** Of the lines and of every place of the table that is not hidden. */
function looksOf(sheet: Sheet, colours: Workbook['colours'], values: CellValues): ReadonlyMap<string, Shown> {
  const looks = new Map<string, Shown>();
  const words = new Map<string, string>();
  const inWords = (look: Look): string => {
    const key = JSON.stringify(look);
    const known = words.get(key) ?? wordsOf(look, colours);
    words.set(key, known);
    return known;
  };
  for (const { row, look, pieces } of frameOf(sheet, colours).lines)
    looks.set(cellName(0, row), { look: inWords(look), stretches: runsOf(pieces, look.face) });
  const top = rowsAbove(sheet);
  const grid = gridOf({ id: sheet.name, widths: sheet.columns, rows: sheet.rows });
  grid.forEach((cells, y) => {
    cells.forEach((cell, x) => {
      const { content } = cell;
      const isFirst = grid[y - 1]?.[x] !== cell && cells[x - 1] !== cell;
      const isHidden = sheet.hiddenColumns?.includes(x) === true;
      const look = isHidden
        ? ''
        : inWords(lookOf(cell, edgesAt(grid, y, x), colours, values.get(cell)?.format));
      const stretches =
        isFirst && content.kind === 'text'
          ? runsOf(content.pieces, lookOf(cell, NO_EDGES, colours).face)
          : undefined;
      looks.set(cellName(x, top + y + 1), { look, stretches });
    });
  });
  return looks;
}

/** Undefined where the cell's own face serves. */
function runsOf(pieces: readonly TextPiece[], face: Face): ReadCell['stretches'] {
  const stretches = stretchesOf(pieces, face);
  if (stretches.every((one) => !one.face.raised && one.face.bold === face.bold)) return undefined;
  return stretches.map((one) => ({ text: one.text, face: wordsOfFace(one.face) }));
}

function wordsOf(
  { face, align, indent, wrap, fill, edges, format }: Look,
  colours: Workbook['colours'],
): string {
  return lookText({
    face: wordsOfFace(face),
    align,
    indent,
    wrap,
    fill: fill && `solid ${digitsOf(fill)}`,
    rules: SIDES.map((side) => {
      const edge = edges[side];
      return edge === 'none'
        ? undefined
        : `${edge} ${digitsOf(edge === 'medium' ? colours.main : colours.rule)}`;
    }),
    format,
  });
}

function wordsOfFace({ size, colour, bold, underlined, raised }: Face): string {
  const marks = [...(bold ? ['b'] : []), ...(underlined ? ['u'] : []), ...(raised ? ['superscript'] : [])];
  return faceText(size, digitsOf(colour), ...marks);
}

/** Opacity first, as workbooks write colours (18.8.3). */
function digitsOf(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}
