// The bytes of a csv file, in whichever encoding Korean programs write -> a sheet of texts.
import type { PlainCell, PlainSheet } from './spreadsheet.ts';

/** A table needs a delimiter in its first lines, and no file of text holds this character. */
const BINARY = '\u0000';

/** A sheet of texts, or the line on which a quotation mark opens that nothing closes: what follows could be of any cell. */
type CsvResult =
  | { readonly ok: true; readonly sheet: PlainSheet }
  | { readonly ok: false; readonly unclosed: number };

/**
 * Reads UTF-8 with or without BOM, UTF-16 with one, else CP949; values between commas, tabs or semicolons (RFC 4180). Rows are numbered by the line
 * they begin on. Undefined for bytes that are no table in text. Every value is a text, so that a code keeps its zeros.
 */
export function readCsv(bytes: Uint8Array, name: string): CsvResult | undefined {
  const text = decoded(bytes);
  if (text === undefined || text.includes(BINARY)) return undefined;
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) return undefined;
  const rows = new Map<number, ReadonlyMap<number, PlainCell>>();
  for (const { line, values, unclosed } of records(text, delimiter)) {
    if (unclosed !== undefined) return { ok: false, unclosed };
    const cells = values.flatMap((value, index): [number, PlainCell][] =>
      value.trim() === '' ? [] : [[index + 1, { value: { kind: 'text', text: value }, formula: undefined }]],
    );
    if (cells.length > 0) rows.set(line, new Map(cells));
  }
  return { ok: true, sheet: { name, rows, merged: [] } };
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encodings =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'euc-kr'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding.
    }
  }
  return undefined;
}

function delimiterOf(text: string): string | undefined {
  const head = text.slice(0, 4_000);
  const counts = [',', '\t', ';'].map((one) => ({ one, count: head.split(one).length - 1 }));
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best));
  return most.count === 0 ? undefined : most.one;
}

interface CsvRecord {
  readonly line: number;
  readonly values: readonly string[];
  /** Of the last record alone: the line on which a quotation mark stays open. */
  readonly unclosed?: number;
}

function* records(text: string, delimiter: string): Generator<CsvRecord> {
  let line = 1;
  let from = 1;
  let values: string[] = [];
  let value = '';
  let quoted = false;
  let opened = 1;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (quoted) {
      if (character === '\n') line++;
      if (character !== '"') value += character;
      else if (text[index + 1] === '"') value += text[++index];
      else quoted = false;
    } else if (character === '"' && (value === '' || value === '=')) {
      // ="0631" keeps the zeros of a code in spreadsheets.
      value = '';
      quoted = true;
      opened = line;
    } else if (character === delimiter) {
      values.push(value);
      value = '';
    } else if (character === '\n') {
      yield { line: from, values: [...values, value] };
      values = [];
      value = '';
      from = ++line;
    } else if (character !== '\r') value += character;
  }
  if (quoted) yield { line: from, values, unclosed: opened };
  else if (value !== '' || values.length > 0) yield { line: from, values: [...values, value] };
}
