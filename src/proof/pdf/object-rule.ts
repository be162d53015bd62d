// What may stand in an object of a PDF -> a rule, and the short forms that the table of objects is written in.
import type { PdfFile } from './pdf-file.ts';
import { isString, type PdfDict, type PdfStream, type PdfValue } from './pdf-value.ts';

/** What may stand under a key or in an array. */
export type Rule =
  | { readonly kind: 'number' | 'integer' | 'text' | 'boolean' | 'null' }
  /** One of the names; any name without. */
  | { readonly kind: 'name'; readonly names?: readonly string[] }
  /** Exactly these numbers in an array, or the one. */
  | { readonly kind: 'numbers'; readonly values: readonly number[] }
  | { readonly kind: 'exactly'; readonly value: number | boolean }
  | { readonly kind: 'list'; readonly of: Rule }
  | { readonly kind: 'tuple'; readonly of: readonly Rule[] }
  /** Things of two kinds by turns. */
  | { readonly kind: 'pairs'; readonly of: readonly [Rule, Rule] }
  /** A dictionary of names that fit a pattern. */
  | { readonly kind: 'map'; readonly names: RegExp; readonly of: Rule }
  /** A dictionary or a stream of the table. */
  | { readonly kind: 'object'; readonly type: string }
  /** The first that the value fits at first sight. */
  | { readonly kind: 'any'; readonly of: readonly Rule[] };

/** What a dictionary or a stream of the table may hold. */
export interface KnownObject {
  readonly stream?: true;
  readonly keys: Readonly<Record<string, Rule>>;
  /** Keys that may not be absent. */
  readonly required: readonly string[];
  /** What its values say of each other. */
  readonly agrees?: (file: PdfFile, dict: PdfDict, stream: PdfStream | undefined) => boolean;
}

/** The names of a tree come in order, between the limits that are told of them: readers look a name up by halves (7.9.6). */
export const isNameTree: NonNullable<KnownObject['agrees']> = (file, dict) => {
  const names = file.array(dict.get('Names')).filter((_, at) => at % 2 === 0);
  const texts = names.map((one) => stringOf(file.resolve(one)));
  const limits = file.array(dict.get('Limits')).map((one) => stringOf(file.resolve(one)));
  const isOrdered = texts.every((one, at) => at === 0 || (texts[at - 1] ?? '') < one);
  return isOrdered && (limits.length === 0 || (limits[0] === texts[0] && limits[1] === texts.at(-1)));
};

function stringOf(value: PdfValue): string {
  return isString(value) ? value.bytes : '';
}

export const number: Rule = { kind: 'number' };
export const integer: Rule = { kind: 'integer' };
export const text: Rule = { kind: 'text' };
export const box: Rule = { kind: 'tuple', of: [number, number, number, number] };
export const name = (...names: readonly string[]): Rule =>
  names.length === 0 ? { kind: 'name' } : { kind: 'name', names };
export const exactly = (value: number | boolean): Rule => ({ kind: 'exactly', value });
export const numbers = (...values: readonly number[]): Rule => ({ kind: 'numbers', values });
export const list = (of: Rule): Rule => ({ kind: 'list', of });
export const to = (type: string): Rule => ({ kind: 'object', type });
export const any = (...of: readonly Rule[]): Rule => ({ kind: 'any', of });
export const pairs = (...of: readonly [Rule, Rule]): Rule => ({ kind: 'pairs', of });
