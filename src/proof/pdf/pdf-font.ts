// A font of a PDF -> what each code reads as, and how wide it is.
import type { PdfFile } from './pdf-file.ts';
import { PdfParser } from './pdf-parser.ts';
import { isArray, isStream, isString, isWord, nameOf, PdfFault, type PdfValue } from './pdf-value.ts';

export interface PdfFont {
  /** Its name, without the mark of a subset. */
  readonly name: string;
  /** Characters by code; of two bytes each. */
  readonly characters: ReadonlyMap<number, string>;
  /** Thousandths of the type size by code. */
  readonly widths: ReadonlyMap<number, number>;
  readonly defaultWidth: number;
  /** The bytes of its file; throws a PdfFault where it has none. */
  program(): Uint8Array;
}

/** Throws a PdfFault for a font whose text cannot be told. */
export function readFont(file: PdfFile, value: PdfValue): PdfFont {
  const font = file.dict(value);
  const map = file.resolve(font.get('ToUnicode'));
  if (nameOf(file.resolve(font.get('Encoding'))) !== 'Identity-H' || !isStream(map))
    throw new PdfFault('어느 글자인지 알 수 없는 글꼴이 있습니다');
  const descendant = file.dict(file.array(font.get('DescendantFonts'))[0]);
  return {
    name: (nameOf(file.resolve(font.get('BaseFont'))) ?? '').replace(/^[A-Z]{6}\+/, ''),
    characters: charactersOf(file.content(map)),
    widths: widthsOf(file, file.array(descendant.get('W'))),
    defaultWidth: file.number(descendant.get('DW')) ?? 1000,
    program: () => {
      const program = file.resolve(file.dict(descendant.get('FontDescriptor')).get('FontFile2'));
      if (!isStream(program)) throw new PdfFault('글자 모양이 들어 있지 않은 글꼴이 있습니다');
      return file.data(program);
    },
  };
}

/** Codes have two bytes (Identity-H); a range that goes on and on would fill the memory. */
const LAST_CODE = 0xffff;

function codeOf(bytes: string): number {
  let code = 0;
  for (let index = 0; index < bytes.length; index++) code = code * 256 + bytes.charCodeAt(index);
  return code;
}

/** UTF-16, big end first. */
function textOf(bytes: string, added = 0): string {
  let text = '';
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const last = index + 2 === bytes.length;
    text += String.fromCharCode(codeOf(bytes.slice(index, index + 2)) + (last ? added : 0));
  }
  return text;
}

/** The mappings of a ToUnicode CMap (9.10.3). */
function charactersOf(content: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  const parser = new PdfParser(content);
  let values: PdfValue[] = [];
  for (let value = parser.next(); value !== undefined; value = parser.next()) {
    if (isWord(value)) {
      if (value.word === 'endbfchar') addSingles(characters, values);
      if (value.word === 'endbfrange') addRanges(characters, values);
      values = [];
    } else values.push(value);
  }
  return characters;
}

function addSingles(characters: Map<number, string>, values: readonly PdfValue[]): void {
  for (let index = 0; index + 1 < values.length; index += 2) {
    const [code, text] = [values[index] ?? null, values[index + 1] ?? null];
    if (isString(code) && isString(text)) characters.set(codeOf(code.bytes), textOf(text.bytes));
  }
}

function addRanges(characters: Map<number, string>, values: readonly PdfValue[]): void {
  for (let index = 0; index + 2 < values.length; index += 3) {
    const [low, high, texts] = [values[index] ?? null, values[index + 1] ?? null, values[index + 2] ?? null];
    if (!isString(low) || !isString(high)) continue;
    const [first, last] = [codeOf(low.bytes), codeOf(high.bytes)];
    if (last > LAST_CODE) throw new PdfFault('글꼴이 두 바이트를 넘는 글자를 말합니다');
    for (let code = first; code <= last; code++) {
      if (isString(texts)) characters.set(code, textOf(texts.bytes, code - first));
      const text = isArray(texts) ? (texts[code - first] ?? null) : null;
      if (isString(text)) characters.set(code, textOf(text.bytes));
    }
  }
}

/** The W array (9.7.4.3): a code and the widths from it on, or two codes and the width of all between. */
function widthsOf(file: PdfFile, entries: readonly PdfValue[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (let index = 0; index + 1 < entries.length; ) {
    const first = file.number(entries[index]);
    if (first === undefined) throw new PdfFault('글꼴의 글자 너비가 깨졌습니다');
    const second = file.resolve(entries[index + 1]);
    if (isArray(second)) {
      second.forEach((width, offset) => {
        if (typeof width === 'number') widths.set(first + offset, width);
      });
      index += 2;
    } else {
      const width = file.number(entries[index + 2]) ?? 0;
      if (typeof second !== 'number' || second > LAST_CODE || first < 0)
        throw new PdfFault('글꼴의 글자 너비가 깨졌습니다');
      for (let code = first; code <= second; code++) widths.set(code, width);
      index += 3;
    }
  }
  return widths;
}
