// Operands of a content stream -> numbers and transformations.
import { PdfFault, type PdfValue } from './pdf-value.ts';

/** `x' = ax + cy + e`, `y' = bx + dy + f` (8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner`, then `outer` (8.3.4). */
export function product(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Throws a PdfFault where there is no number. */
export function numberAt(operands: readonly PdfValue[], index: number): number {
  const value = operands[index];
  if (typeof value !== 'number') throw new PdfFault('그리기 명령에 수가 모자랍니다');
  return value;
}

/** Throws a PdfFault unless the operands begin with six numbers. */
export function matrixOf(operands: readonly PdfValue[]): Matrix {
  const at = (index: number): number => numberAt(operands, index);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}
