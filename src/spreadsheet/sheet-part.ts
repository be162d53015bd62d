// The XML of a worksheet, as whichever program wrote it -> its cells and merged ranges.
import { DAYS_TO_1904 } from './date-text.ts';
import { formatShown, type NumberFormat } from './number-format.ts';
import { StringItem } from './shared-parts.ts';
import { type CellRange, type CellValue, type PlainCell, type PlainSheet, parseCell } from './spreadsheet.ts';
import { readXml } from './xml-events.ts';

interface Shared {
  /** Whether days count from 1904. */
  readonly from1904: boolean;
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
}

/** The cell being read. */
interface Open {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  raw: string;
  formula: string | undefined;
  inline: string | undefined;
}

/** Reads a worksheet. Throws a SyntaxError where the part is not a worksheet's. */
export function readSheetPart(name: string, part: Uint8Array, shared: Shared): PlainSheet {
  const rows = new Map<number, Map<number, PlainCell>>();
  const merged: CellRange[] = [];
  const item = new StringItem();
  let row = 0;
  let column = 0;
  let cell: Open | undefined;
  let taking: 'v' | 'f' | undefined;
  readXml(part, {
    open: (tag, attributes) => {
      switch (tag) {
        case 'row':
          // Row and cell may leave out where they stand: then it is the next place.
          row = rowNumber(attributes.r ?? String(row + 1));
          column = 0;
          break;
        case 'c': {
          const at = parseCell(attributes.r ?? '');
          if (at !== undefined && at.row !== row) throw new SyntaxError(`${attributes.r} in row ${row}`);
          column = at?.column ?? column + 1;
          const { t = 'n', s = '0' } = attributes;
          cell = { column, type: t, style: Number(s), raw: '', formula: undefined, inline: undefined };
          break;
        }
        case 'v':
          taking = 'v';
          break;
        case 'f':
          taking = 'f';
          if (cell) cell.formula = '';
          break;
        case 'mergeCell': {
          const range = rangeOf(attributes.ref ?? '');
          if (range) merged.push(range);
          break;
        }
        default:
          item.open(tag);
      }
    },
    text: (text) => {
      if (cell && taking === 'v') cell.raw += text;
      else if (cell && taking === 'f') cell.formula += text;
      else item.add(text);
    },
    close: (tag) => {
      item.close(tag);
      if (tag === 'v' || tag === 'f') taking = undefined;
      else if (tag === 'is' && cell) cell.inline = item.take();
      else if (tag === 'c' && cell) {
        const value = cellValue(cell, shared);
        if (value !== undefined || cell.formula !== undefined) {
          const cells = rows.get(row) ?? new Map<number, PlainCell>();
          if (cells.has(cell.column)) throw new SyntaxError(`a cell of row ${row} stands twice`);
          const format = value?.kind === 'number' ? shared.formats[cell.style] : undefined;
          const shown = format && value?.kind === 'number' ? formatShown(format, value.text) : undefined;
          cells.set(cell.column, { value, formula: cell.formula, ...(shown && { shown }) });
          rows.set(row, cells);
        }
        cell = undefined;
      }
    },
  });
  return { name, rows, merged };
}

/** 1 to 1,048,576 (ECMA-376 part 1, 18.3.1.73; Excel's limit). */
function rowNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 1_048_576) throw new SyntaxError(`row ${text}`);
  return number;
}

function cellValue(cell: Open, { strings, formats, from1904 }: Shared): CellValue | undefined {
  const { type, raw, inline } = cell;
  switch (type) {
    case 's':
      return sharedString(raw.trim(), strings);
    case 'inlineStr':
      return written(inline);
    case 'str':
      return written(raw);
    case 'b':
      return raw === '' ? undefined : { kind: 'boolean', value: raw === '1' || raw === 'true' };
    case 'e':
      return { kind: 'error', text: raw };
    case 'd':
      return { kind: 'number', text: raw, form: 'date' };
    default: {
      const text = decimalOf(raw.trim());
      if (text === undefined) return written(raw);
      const form = formats[cell.style]?.form ?? 'plain';
      const isLate = from1904 && form === 'date';
      return { kind: 'number', text: isLate ? String(Number(text) + DAYS_TO_1904) : text, form };
    }
  }
}

/** A string that the file does not have was lost: the cell was not empty. */
function sharedString(index: string, strings: readonly string[]): CellValue | undefined {
  if (index === '') return undefined;
  const text = strings[Number(index)];
  if (text === undefined) throw new SyntaxError(`there is no shared string ${index}`);
  return written(text);
}

function written(text: string | undefined): CellValue | undefined {
  return text === undefined || text === '' ? undefined : { kind: 'text', text };
}

/** 33.700000000000003 is 33.7: programs write the 17 digits of a binary number, and mean 15. */
function decimalOf(raw: string): string | undefined {
  // Most cells hold a whole number as it is.
  if (/^(0|-?[1-9]\d{0,14})$/.test(raw)) return raw;
  const number = Number(raw);
  if (raw === '' || !Number.isFinite(number)) return undefined;
  const [, sign = '', first = '', rest = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(number.toExponential(14)) ?? [];
  const digits = (first + rest).replace(/(?<!0)0+$/, '') || '0';
  const point = Number(exponent) + 1;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const decimals = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const minus = digits === '0' ? '' : sign;
  return `${minus}${whole}${decimals === '' || digits === '0' ? '' : `.${decimals}`}`;
}

function rangeOf(ref: string): CellRange | undefined {
  const [from, to = ref] = ref.split(':');
  const [first, last] = [parseCell(from ?? ''), parseCell(to)];
  if (first === undefined || last === undefined) return undefined;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}
