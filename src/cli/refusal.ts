// What keeps a command from its work -> its faults and one sentence on the error stream, and exit code 3.
import type { Diagnostic } from '../diagnostic.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { warn } from './print.ts';
import { report } from './report.ts';

/** `sentence` says what was not done. */
export function refusal(sentence: string): (diagnostics: readonly Diagnostic[]) => ExitCode {
  return (diagnostics) => {
    report(diagnostics);
    warn(sentence);
    return EXIT.unusable;
  };
}
