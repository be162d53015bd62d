// A number of a task or project as typed -> the same one, missing.
import { isMap, isScalar } from 'yaml';
import { valueScalar } from '../yaml-edit.ts';
import { type Shift, shiftRelation } from './shift.ts';

/** What says that there is none: it is as true next year. */
const NONE: ReadonlySet<string> = new Set(['-', '~', '']);

interface RenewedNumber {
  readonly node: unknown;
  /** What was typed, where that is to be typed anew. */
  readonly last?: string;
}

/** Units and ways to print stay; published characters and inferences go. */
export function renewNumber(node: unknown, shift: Shift): RenewedNumber {
  if (isScalar(node)) {
    const typed = String(node.value);
    return NONE.has(typed) || typed === 'computed' ? { node } : { node: valueScalar('missing'), last: typed };
  }
  if (!isMap(node)) return { node };
  for (const key of ['as', 'inferred', 'about']) node.delete(key);
  const rule = node.get('is', true);
  const moved =
    isScalar(rule) && typeof rule.value === 'string' ? shiftRelation(rule.value, shift) : undefined;
  const value = node.get('value');
  if (isScalar(rule) && moved !== undefined) {
    rule.value = moved;
    node.delete('value');
    return { node };
  }
  node.delete('is');
  if (value === 'computed' || (typeof value === 'string' && NONE.has(value))) return { node };
  node.set('value', valueScalar('missing'));
  return { node, last: typeof value === 'string' ? value : 'computed' };
}
