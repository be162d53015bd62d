// What a phase has to say about its input: where, what is wrong, what was expected.

/** A point in a text file (line and column count from 1) or in a workbook. */
export type SourceLocation =
  | { readonly file: string; readonly line: number; readonly column: number }
  | { readonly file: string; readonly cell: string };

export type Severity = 'error' | 'warning' | 'style' | 'information';

/** An author's fault. Program faults throw instead. */
export interface Diagnostic {
  /** Kebab-case id of the rule that was broken, e.g. `unknown-key`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One plain Korean sentence: what is wrong. */
  readonly message: string;
  /** The form that would have been right, in plain Korean. */
  readonly expected?: string;
  readonly place: SourceLocation;
  /** What it is about, the same from run to run: by that people decide on it, and the check tells it as a finding of its rule. */
  readonly subject?: string;
  /** The other places of the same fault, e.g. where two places disagree. */
  readonly related?: readonly { readonly place: SourceLocation; readonly note: string }[];
}

/** A phase's value together with everything it has to say. The value is absent when an error made it impossible. */
export interface Outcome<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes the value of each outcome, and adds what it has to say to the rest. */
export function taker(diagnostics: Diagnostic[]): <T>(outcome: Outcome<T>) => T | undefined {
  return (outcome) => {
    // One by one: a damaged file may have more faults than a call can have arguments.
    for (const diagnostic of outcome.diagnostics) diagnostics.push(diagnostic);
    return outcome.value;
  };
}

/** An error of a whole file. */
export function fileFault(rule: string, file: string, message: string, expected: string): Diagnostic {
  return { rule, severity: 'error', message, expected, place: { file, line: 1, column: 1 } };
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** Whether any of the diagnostics forbids going on. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(isError);
}

/** `file:line:column` or `file!cell`. */
export function formatLocation(place: SourceLocation): string {
  return 'cell' in place ? `${place.file}!${place.cell}` : `${place.file}:${place.line}:${place.column}`;
}

/** In the order of the files and of the lines in them. */
export function comparePlaces(a: SourceLocation, b: SourceLocation): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  if ('cell' in a || 'cell' in b) return 0;
  return a.line - b.line || a.column - b.column;
}
