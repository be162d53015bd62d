// Parts of a workbook that its sheets share -> the shared strings, and what the styles make of numbers.
import { type NumberFormat, numberFormat } from './number-format.ts';
import { readXml } from './xml-events.ts';

/** Collects the text of a string item: runs joined, readings of characters (rPh) left out. */
export class StringItem {
  #text = '';
  #taking = false;
  #reading = false;

  open(name: string): void {
    if (name === 't') this.#taking = !this.#reading;
    else if (name === 'rPh') this.#reading = true;
  }

  add(text: string): void {
    if (this.#taking) this.#text += text;
  }

  close(name: string): void {
    if (name === 't') this.#taking = false;
    else if (name === 'rPh') this.#reading = false;
  }

  /** The text so far, with `_x000D_` and its kin decoded (ECMA-376 part 1, 22.9.2.19); begins anew. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
}

export function readSharedStrings(part: Uint8Array): readonly string[] {
  const strings: string[] = [];
  const item = new StringItem();
  readXml(part, {
    open: (name) => item.open(name),
    text: (text) => item.add(text),
    close: (name) => {
      item.close(name);
      if (name === 'si') strings.push(item.take());
    },
  });
  return strings;
}

/** What each cell style, by its index, makes of a number. */
export function readNumberFormats(part: Uint8Array): readonly NumberFormat[] {
  const custom = new Map<string, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  readXml(part, {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(numberFormat(attributes.numFmtId ?? '0', custom));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
