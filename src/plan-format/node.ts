// What a YAML text is made of, each part with its place: the tree that the readers of the files walk.
import type { SourceLocation } from '../diagnostic.ts';

/** A single value. What it means (text, number, …) is decided by who reads it, from its characters. */
export interface Scalar {
  readonly kind: 'scalar';
  /** The characters between the quotes, escapes resolved; for a plain scalar as typed, so `0.80` keeps its zero. */
  readonly text: string;
  /** Whether it was written without quotes, so that it may be a number, `true` or empty. */
  readonly plain: boolean;
  /** Whether the file has the text on one line character by character, so that offsets in it are columns. */
  readonly verbatim: boolean;
  readonly place: SourceLocation;
}

export interface Entry {
  readonly kind: 'entry';
  readonly key: Scalar;
  readonly value: Node;
}

export interface Mapping {
  readonly kind: 'mapping';
  /** In the order of the file, each key once. */
  readonly entries: readonly Entry[];
  readonly place: SourceLocation;
}

export interface Sequence {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
  readonly place: SourceLocation;
}

export type Node = Scalar | Mapping | Sequence;

const EMPTY = /^(~|null|Null|NULL|)$/;
const BOOLEAN = /^(true|True|TRUE|false|False|FALSE)$/;
const NUMBER =
  /^[-+]?((\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?|0x[\da-fA-F]+|0o[0-7]+|\.(inf|Inf|INF))$|^\.(nan|NaN|NAN)$/;

/** `~`, `null` or nothing at all. */
export function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.plain && EMPTY.test(node.text);
}

/** Whether YAML takes the scalar for text: in quotes, or like nothing else. */
export function isText(scalar: Scalar): boolean {
  const { plain, text } = scalar;
  return !plain || !(EMPTY.test(text) || BOOLEAN.test(text) || NUMBER.test(text));
}

/** The place of the character at an offset (from 0) in a scalar; its beginning where that cannot be told. */
export function placeWithin(scalar: Scalar, offset: number): SourceLocation {
  const { place } = scalar;
  if ('cell' in place || !scalar.verbatim) return place;
  return { ...place, column: place.column + offset + (scalar.plain ? 0 : 1) };
}
