// The bytes of a workbook -> its sheets with what each cell holds. Shares nothing with the writer.
import { readZip, type ZipLimits } from '../../zip/read-zip.ts';
import { attribute, xmlEvents } from './xml.ts';

export interface ReadCell {
  readonly kind: 'number' | 'text' | 'other' | 'empty';
  /** As stored: digits of a number, characters of a text. */
  readonly value: string;
  /** What gives the value, without the leading `=`; undefined for what is typed. */
  readonly formula: string | undefined;
  /** The code of its number format. */
  readonly format: string;
}

export interface ReadSheet {
  readonly name: string;
  /** By name: B3. */
  readonly cells: ReadonlyMap<string, ReadCell>;
  /** Merged ranges: A1:N1. */
  readonly merged: ReadonlySet<string>;
}

/** What makes a file unreadable; caught by the proof, which then tells of the file. */
export class WorkbookFault extends Error {}

/** Far above what a plan's tables come to. */
const LIMITS: ZipLimits = { entries: 2_000, entryBytes: 64 << 20, totalBytes: 256 << 20, ratio: 1_100 };
const WORKBOOK = 'xl/workbook.xml';

/** Number formats that are not written out (ECMA-376, 18.8.30), as far as sheets of figures use them. */
const BUILT_IN: Readonly<Record<string, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  49: '@',
};

/** The sheets by name. Throws a WorkbookFault when the file cannot be read. */
export function readWorkbook(bytes: Uint8Array): ReadonlyMap<string, ReadSheet> {
  const zip = readZip(bytes, LIMITS);
  if (!zip.ok) throw new WorkbookFault(zip.refusal.reason);
  const part = (name: string): string => {
    const entry = zip.entries.get(name);
    if (entry === undefined) throw new WorkbookFault(`part ${name} is missing`);
    return new TextDecoder().decode(entry);
  };
  const targets = new Map<string, string>();
  for (const event of xmlEvents(part('xl/_rels/workbook.xml.rels'))) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    const target = attribute(event.attributes, 'Target') ?? '';
    targets.set(
      attribute(event.attributes, 'Id') ?? '',
      target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    );
  }
  const texts = zip.entries.has('xl/sharedStrings.xml') ? sharedTexts(part('xl/sharedStrings.xml')) : [];
  const formats = formatsOf(part('xl/styles.xml'));
  const sheets = new Map<string, ReadSheet>();
  for (const event of xmlEvents(part(WORKBOOK))) {
    if (event.kind !== 'open' || event.name !== 'sheet') continue;
    const name = attribute(event.attributes, 'name') ?? '';
    const target = targets.get(attribute(event.attributes, 'r:id') ?? '');
    if (target === undefined) throw new WorkbookFault(`sheet ${name} leads nowhere`);
    sheets.set(name, readSheet(name, part(target), texts, formats));
  }
  return sheets;
}

/** Each shared text in one piece, whatever faces it has. */
function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let open: string | undefined;
  let inside = false;
  let phonetic = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (inside && !phonetic && open !== undefined) open += event.text;
      continue;
    }
    const opens = event.kind === 'open' && !event.closed;
    if (event.name === 'si') {
      if (event.kind === 'open') open = '';
      if (!opens) {
        texts.push((open ?? '').replaceAll(/_x005F_(?=x[0-9A-Fa-f]{4}_)/g, '_'));
        open = undefined;
      }
    } else if (event.name === 't') inside = opens;
    else if (event.name === 'rPh') phonetic = opens;
  }
  return texts;
}

/** The format code of each cell style. */
function formatsOf(xml: string): readonly string[] {
  const codes = new Map<string, string>(Object.entries(BUILT_IN));
  const formats: string[] = [];
  let inCellStyles = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') inCellStyles = event.kind === 'open';
    if (event.kind !== 'open') continue;
    if (event.name === 'numFmt')
      codes.set(
        attribute(event.attributes, 'numFmtId') ?? '',
        attribute(event.attributes, 'formatCode') ?? '',
      );
    if (event.name === 'xf' && inCellStyles)
      formats.push(codes.get(attribute(event.attributes, 'numFmtId') ?? '0') ?? 'General');
  }
  return formats;
}

function readSheet(
  name: string,
  xml: string,
  texts: readonly string[],
  formats: readonly string[],
): ReadSheet {
  const cells = new Map<string, ReadCell>();
  const merged = new Set<string>();
  let at = '';
  let type = '';
  let format = '';
  let formula: string | undefined;
  let inFormula = false;
  let value: string | undefined;
  let reading = false;
  const keep = (): void => {
    cells.set(at, { ...content(type, value, texts), formula, format });
  };
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (reading) value = (value ?? '') + event.text;
      if (inFormula) formula += event.text;
      continue;
    }
    if (event.name === 'c') {
      if (event.kind === 'close') keep();
      else {
        at = attribute(event.attributes, 'r') ?? '';
        type = attribute(event.attributes, 't') ?? 'n';
        format = formats[Number(attribute(event.attributes, 's') ?? 0)] ?? 'General';
        formula = undefined;
        value = undefined;
        if (event.closed) keep();
      }
    } else if (event.name === 'v' || event.name === 't') reading = event.kind === 'open' && !event.closed;
    else if (event.name === 'f') {
      inFormula = event.kind === 'open' && !event.closed;
      formula ??= '';
    } else if (event.name === 'mergeCell' && event.kind === 'open')
      merged.add(attribute(event.attributes, 'ref') ?? '');
  }
  return { name, cells, merged };
}

/** What a cell's type and stored characters come to (18.18.11). */
function content(
  type: string,
  value: string | undefined,
  texts: readonly string[],
): Pick<ReadCell, 'kind' | 'value'> {
  if (value === undefined) return { kind: 'empty', value: '' };
  switch (type) {
    case 'n':
      return { kind: 'number', value };
    case 's':
      return { kind: 'text', value: texts[Number(value)] ?? '' };
    case 'str':
    case 'inlineStr':
      return { kind: 'text', value };
    default:
      return { kind: 'other', value };
  }
}
