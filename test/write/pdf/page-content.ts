// A page of a PDF file -> what is drawn on it: each operation with its operands, marked content and colour.
import { type PdfDict, type PdfFile, PdfName, PdfOperator, PdfRef, type PdfValue } from './pdf-file.ts';
import { PdfScanner } from './pdf-scanner.ts';

/** A piece of marked content that is open. */
export interface Mark {
  readonly tag: string;
  readonly mcid: number | undefined;
  readonly language: string | undefined;
  readonly expansion: string | undefined;
}

export interface Operation {
  readonly operator: string;
  readonly operands: readonly PdfValue[];
  /** From the outermost in. */
  readonly marks: readonly Mark[];
  /** The last operator that set the colour of what is filled, with its operands. */
  readonly fill: readonly PdfValue[];
  /** What a text operator shows, by the font's own table; empty for others. */
  readonly text: string;
}

const SHOWING = new Set(['Tj', 'TJ', "'", '"']);
const FILLING = new Set(['g', 'rg', 'k', 'sc', 'scn', 'cs']);

export function pagesOf(file: PdfFile): readonly { readonly id: number; readonly dict: PdfDict }[] {
  const walk = (value: PdfValue): { id: number; dict: PdfDict }[] => {
    const dict = file.dict(value);
    if (file.name(dict.get('Type')) === 'Pages') return file.array(dict.get('Kids')).flatMap(walk);
    return value instanceof PdfRef ? [{ id: value.id, dict }] : [];
  };
  return walk(file.root.get('Pages') ?? null);
}

/** Throws where marked content or graphics states are not closed as they were opened. */
export function operationsOf(file: PdfFile, page: PdfDict): Operation[] {
  const scanner = new PdfScanner(file.data(page.get('Contents')).toString('latin1'));
  const resources = file.dict(page.get('Resources'));
  const operations: Operation[] = [];
  let marks: readonly Mark[] = [];
  let operands: PdfValue[] = [];
  let fill: readonly PdfValue[] = [];
  let font = '';
  const states: (readonly PdfValue[])[] = [];
  while (!scanner.done) {
    const value = scanner.value();
    if (!(value instanceof PdfOperator)) {
      operands.push(value);
      continue;
    }
    const { operator } = value;
    if (operator === 'BDC' || operator === 'BMC') marks = [...marks, markOf(file, operands)];
    if (operator === 'EMC') {
      if (marks.length === 0) throw new Error('marked content ends that never began');
      marks = marks.slice(0, -1);
    }
    if (operator === 'q') states.push(fill);
    if (operator === 'Q') {
      const state = states.pop();
      if (state === undefined) throw new Error('a graphics state ends that never began');
      fill = state;
    }
    if (FILLING.has(operator)) fill = [value, ...operands];
    if (operator === 'Tf') font = file.name(operands[0]) ?? '';
    const text = SHOWING.has(operator) ? shown(file, resources, font, operands) : '';
    operations.push({ operator, operands, marks, fill, text });
    operands = [];
  }
  if (marks.length > 0) throw new Error('marked content is not closed');
  return operations;
}

function markOf(file: PdfFile, [tag, properties]: readonly PdfValue[]): Mark {
  const dict = properties instanceof Map ? properties : new Map<string, PdfValue>();
  const mcid = dict.get('MCID');
  return {
    tag: tag instanceof PdfName ? tag.name : '',
    mcid: typeof mcid === 'number' ? mcid : undefined,
    language: file.text(dict.get('Lang')),
    expansion: file.text(dict.get('E')),
  };
}

const tables = new WeakMap<PdfDict, ReadonlyMap<number, string>>();

function shown(file: PdfFile, resources: PdfDict, font: string, operands: readonly PdfValue[]): string {
  const dict = file.dict(file.dict(resources.get('Font')).get(font));
  let table = tables.get(dict);
  if (table === undefined) {
    table = unicodeOf(file.data(dict.get('ToUnicode')).toString('latin1'));
    tables.set(dict, table);
  }
  const codes = Buffer.from(String(operands[0]), 'latin1');
  let text = '';
  for (let at = 0; at < codes.length; at += 2) {
    const code = codes.readUInt16BE(at);
    const characters = table.get(code);
    if (code === 0 || characters === undefined) throw new Error(`code ${code} of ${font} reads as nothing`);
    text += characters;
  }
  return text;
}

/** Characters by code (ISO 32000-1, 9.10.3), of the arrays in bfrange, as our library writes them. */
function unicodeOf(cmap: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  for (const [, first = '', entries = ''] of cmap.matchAll(/<(\w+)> <\w+> \[(.*?)\]/g)) {
    [...entries.matchAll(/<([\w ]+)>/g)].forEach(([, hex = ''], index) => {
      const units = Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');
      table.set(Number.parseInt(first, 16) + index, units);
    });
  }
  return table;
}
