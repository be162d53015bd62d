// The values that a PDF is written in (ISO 32000-1, 7.3), as the proof needs them.

export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

/** One character a byte. */
interface PdfString {
  readonly kind: 'string';
  readonly bytes: string;
}

interface PdfRef {
  readonly kind: 'ref';
  readonly number: number;
}

export type PdfDict = ReadonlyMap<string, PdfValue>;

export interface PdfStream {
  readonly kind: 'stream';
  readonly dict: PdfDict;
  /** Offset of its first byte in the file. */
  readonly start: number;
}

/** A word that is none of the others: an operator, `obj`, `R`. */
export interface PdfWord {
  readonly kind: 'word';
  readonly word: string;
}

export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | PdfWord
  | readonly PdfValue[];

/** What makes a file unreadable; caught by the proof, which then tells of the file. */
export class PdfFault extends Error {}

export function isDict(value: PdfValue): value is PdfDict {
  return value instanceof Map;
}

export function isArray(value: PdfValue): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** The kind of a value that carries one. */
function kindOf(value: PdfValue): 'name' | 'string' | 'ref' | 'stream' | 'word' | undefined {
  if (value === null || typeof value !== 'object' || isDict(value) || isArray(value)) return undefined;
  return value.kind;
}

export function isStream(value: PdfValue): value is PdfStream {
  return kindOf(value) === 'stream';
}

export function isString(value: PdfValue): value is PdfString {
  return kindOf(value) === 'string';
}

/** A text string's characters (ISO 32000-1, 7.9.2.2). */
export function textOf({ bytes }: PdfString): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  // Half a letter at the end is none.
  const letters = Buffer.from(bytes.length % 2 === 0 ? bytes : `${bytes}\0`, 'latin1').subarray(2);
  return letters.swap16().toString('utf16le');
}

export function isWord(value: PdfValue, word?: string): value is PdfWord {
  return kindOf(value) === 'word' && (word === undefined || (value as PdfWord).word === word);
}

export function nameOf(value: PdfValue): string | undefined {
  return value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'name'
    ? value.name
    : undefined;
}

export function refOf(value: PdfValue): number | undefined {
  return value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'ref'
    ? value.number
    : undefined;
}
