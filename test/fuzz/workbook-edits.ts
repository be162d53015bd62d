// The parts of a workbook of ours and throws of the dice -> the same as people edit them, and what an import must say of it.

import { parseQuantity } from '../../src/figure/quantity.ts';
import { isCompared } from '../../src/plan/comparison.ts';
import { originOf } from '../../src/revise/import/workbook-origin.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText } from '../../src/spreadsheet/spreadsheet.ts';
import { type Content, partNameOf } from '../revise/import-plan.ts';
import type { Dice } from './dice.ts';
import type { Parts } from './zip-harm.ts';

/** A cell that people type into. */
export interface InputCell {
  readonly address: string;
  /** `sheet!cell` */
  readonly place: string;
  readonly before: string;
}

/** What was typed into the cell, and the value it means; undefined where it is none. */
export interface Edit {
  readonly cell: InputCell;
  readonly content: Content;
  readonly value: string | undefined;
}

export function inputCellsOf(bytes: Uint8Array): readonly InputCell[] {
  const read = readSpreadsheet(bytes);
  const origin = read.ok ? originOf(read.sheets) : undefined;
  if (origin === undefined || origin === 'changed') throw new Error('a workbook of ours is not read');
  return origin.figures.flatMap(({ kind, address, spot, exported }) =>
    kind !== 'input' || spot === undefined || isCompared(address)
      ? []
      : [{ address, place: `${spot.sheet.name}!${cellText(spot.column, spot.row)}`, before: exported }],
  );
}

/** A whole number that the cell does not hold, in one of the spellings of people and programs. */
export function numberEdit(cell: InputCell, dice: Dice): Edit {
  const number = 1 + dice.below(10 ** (1 + dice.below(9)));
  const value = String(parseQuantity(cell.before)?.exact.equals(number) ? number + 1 : number);
  const commas = Number(value).toLocaleString('en-US');
  const content = dice.one<Content>([
    Number(value),
    Number(value),
    Number(value),
    { xml: `<v>${Number(value).toExponential()}</v>` },
    // The 17 digits of a binary number, of which 15 are meant.
    { xml: `<v>${value}.${'1'.padStart(17 - value.length, '0')}</v>` },
    { attributes: ' t="str"', xml: `<v>${value}</v>` },
    value,
    commas,
    ` ${commas} `,
    [...value].map((digit) => '０１２３４５６７８９'[Number(digit)]).join(''),
  ]);
  return { cell, content, value };
}

/** What is no number, or one that the figure may not take. */
const ODD: readonly Content[] = [
  -1,
  0.5,
  1e15,
  1e300,
  { xml: '<v>1e999</v>' },
  { xml: '<v>NaN</v>' },
  { xml: '<v>0x1F</v>' },
  { xml: '<f>1+1</f><v>2</v>' },
  { xml: '<f>SUM(A1:A9)</f>' },
  { xml: '<f t="shared" si="0"/><v>77</v>' },
  { attributes: ' t="e"', xml: '<v>#REF!</v>' },
  { attributes: ' t="b"', xml: '<v>1</v>' },
  { attributes: ' t="d"', xml: '<v>2023-05-12T00:00:00</v>' },
  { attributes: ' t="s"', xml: '<v>3</v>' },
  { attributes: ' t="s"', xml: '<v>99999</v>' },
  { attributes: ' t="zz"', xml: '<v>31</v>' },
  '협의 중',
  '△100',
  '1,00,0',
  '1.5억',
  '약 77',
  '12명',
  '99%',
  '1/3',
  '٣',
  '\u202e77',
  '7\u030177',
  '👨‍👩‍👧‍👦',
  '=77',
];

export function oddEdit(cell: InputCell, dice: Dice): Edit {
  return { cell, content: dice.one(ODD), value: undefined };
}

/** The sheet of projects, whose rows have ids: people sort it. */
const SORTED = '세부사업별(입력)';

/** The rows of projects in another order, references left as they were: as sorting does. */
export function rowsSorted(parts: Parts, dice: Dice): Parts {
  const isThere = parts.get('xl/workbook.xml')?.includes(`name="${SORTED}"`);
  return isThere ? rowsShuffled(parts, `${SORTED}!A1`, dice) : parts;
}

function rowsShuffled(parts: Parts, place: string, dice: Dice): Parts {
  return withRows(parts, place, (rows) => {
    // Titles and headers stay above.
    const from = rows.findIndex(({ xml }) => /<v>/.test(xml)) + 4 + dice.below(4);
    const to = Math.min(rows.length, from + 2 + dice.below(6));
    const numbers = rows.slice(from, to).map(({ number }) => number);
    const moved = rows.slice(from, to).sort(() => dice.below(3) - 1);
    return rows.map((row, index) => {
      const other = moved[index - from];
      return index < from || index >= to || other === undefined
        ? row
        : renumbered(other.xml, numbers[index - from] ?? row.number);
    });
  });
}

/** The rows of the sheet with one doubled at the end, lost, emptied, or numbered like another. */
export function rowsHarmed(parts: Parts, place: string, dice: Dice): Parts {
  if (dice.once(6)) return rowsShuffled(parts, place, dice);
  return withRows(parts, place, (rows) => {
    const at = dice.below(rows.length);
    const row = rows[at];
    const last = rows.at(-1);
    if (row === undefined || last === undefined) return rows;
    switch (dice.below(6)) {
      case 0:
        return [...rows, renumbered(row.xml, last.number + 1 + dice.below(3))];
      case 1:
        return rows.filter((one) => one !== row);
      case 2:
        return [...rows.slice(0, at), renumbered(row.xml, rows[at + 1]?.number ?? 1), ...rows.slice(at + 1)];
      case 3:
        return rows.map((one) => ({ ...one, xml: one === row ? one.xml.replace(/ r="\d+"/, '') : one.xml }));
      case 4:
        return [...rows, renumbered(row.xml, dice.one([0, 1, 1_048_577, 9_999_999, 1e21]))];
      default:
        return [
          ...rows,
          { number: 0, xml: `<row r="${dice.one(['-1', 'x', '', '1.5'])}"${row.xml.slice(4)}` },
        ];
    }
  });
}

/** A sheet with one to three of its cells' contents exchanged for each other's, lost, or changed. */
export function cellsHarmed(parts: Parts, sheet: string, dice: Dice): Parts {
  const name = partNameOf(parts, sheet);
  let part = parts.get(name) ?? '';
  const contents = part.match(/(?<=<c r="[A-Z]+\d+"[^>]*)>.*?(?=<\/c>)/gs) ?? [];
  for (let left = 1 + dice.below(3); left > 0 && contents.length > 0; left--) {
    const old = dice.one(contents);
    const other = [
      dice.one(contents),
      '>',
      `>${dice.one(['<v>-1</v>', '<v>1e10</v>', '<v>x</v>', '<f>A1</f>'])}`,
    ];
    part = part.replace(old, () => dice.one(other));
  }
  return new Map(parts).set(name, part);
}

interface Row {
  readonly number: number;
  readonly xml: string;
}

function renumbered(xml: string, number: number): Row {
  return {
    number,
    xml: xml.replaceAll(/ r="([A-Z]*)\d+"/g, (_, column: string) => ` r="${column}${number}"`),
  };
}

function withRows(parts: Parts, place: string, change: (rows: readonly Row[]) => readonly Row[]): Parts {
  const name = partNameOf(parts, sheetIn(place));
  const part = parts.get(name) ?? '';
  const rows = [...part.matchAll(/<row r="(\d+)".*?<\/row>/gs)].map(([xml, number]) => ({
    number: Number(number),
    xml,
  }));
  const now = change(rows).map(({ xml }) => xml);
  const data = `<sheetData>${now.join('')}</sheetData>`;
  return new Map(parts).set(
    name,
    part.replace(/<sheetData>.*<\/sheetData>/s, () => data),
  );
}

/** The sheet under another name, and every formula with it, as spreadsheet programs do it. */
export function sheetRenamed(parts: Parts, place: string, dice: Dice): Parts {
  const old = sheetIn(place);
  const fresh = dice.one(['사업별', '2차 (수정)', "it''s", 'A', '예산 👍', 'a&amp;b']);
  return new Map(
    [...parts].map(([name, part]) => [
      name,
      name === 'xl/workbook.xml'
        ? part.replaceAll(`name="${old}"`, `name="${fresh.replaceAll("''", "'")}"`)
        : part.replaceAll(/(&apos;|')([^'&<>]+)\1!/g, (whole, quote: string, name: string) =>
            name === old ? `${quote}${fresh.replaceAll("'", quote)}${quote}!` : whole,
          ),
    ]),
  );
}

export function sheetIn(place: string): string {
  return place.slice(0, place.lastIndexOf('!'));
}
