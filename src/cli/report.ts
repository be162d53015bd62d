// Diagnostics -> lines on the error stream, one each, in the order of their places.
import { SEVERITY_NAMES } from '../check/findings-table.ts';
import { comparePlaces, type Diagnostic, formatLocation } from '../diagnostic.ts';
import { inOneLine } from '../figure/characters.ts';
import { harmless } from './harmless.ts';
import { warn } from './print.ts';

/** One line each, in the order of the places. */
export function report(diagnostics: readonly Diagnostic[]): void {
  const sorted = diagnostics.toSorted((a, b) => comparePlaces(a.place, b.place));
  for (const line of sorted.map(formatDiagnostic)) warn(line);
}

/** `file:line:column  오류 rule  message (바른 형식: …)`, on one line. */
export function formatDiagnostic({
  place,
  severity,
  rule,
  message,
  expected,
  related = [],
}: Diagnostic): string {
  const parts = [
    message,
    ...(expected === undefined ? [] : [`(바른 형식: ${expected})`]),
    ...related.map((other) => `[${formatLocation(other.place)} ${other.note}]`),
  ];
  const text = inOneLine(parts.join(' '));
  return harmless(`${formatLocation(place)}  ${SEVERITY_NAMES[severity]} ${rule}  ${text}`);
}
