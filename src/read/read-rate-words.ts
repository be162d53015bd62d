// templates/rate-words.yaml -> which figures in percent are parts of a whole and which may be any.
import type { Outcome } from '../diagnostic.ts';
import type { RateWords } from '../plan/rate-words.ts';
import { Faults } from './faults.ts';
import { list, mapping, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { readYaml } from './yaml-source.ts';

export const RATE_WORDS_FILE = 'rate-words.yaml';

const FILE = mapping({ part: list(text), free: list(text) });

/** Rules: those of any YAML file. Undefined with any fault. */
export function readRateWords(file: { readonly name: string; readonly text: string }): Outcome<RateWords> {
  const faults = new Faults();
  const root = readYaml(file.name, file.text, faults);
  const read = root && readShape(root, FILE, faults);
  const diagnostics = faults.sorted();
  if (read === undefined || diagnostics.length > 0) return { value: undefined, diagnostics };
  const words = (typed: typeof read.part) => typed.map((one) => one.text);
  return { value: { part: words(read.part), free: words(read.free) }, diagnostics };
}
