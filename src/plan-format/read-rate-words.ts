// templates/rate-words.yaml -> which figures in percent are parts of a whole, which may be any, and which counts are means.
import * as v from 'valibot';
import type { Diagnostic, Outcome } from '../diagnostic.ts';
import type { RateWords } from '../plan/rate-words.ts';
import { Faults } from './faults.ts';
import { list, mapping, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { readYaml } from './yaml-source.ts';

const RATE_WORDS_FILE = 'rate-words.yaml';

const words = list(text);
const FILE = mapping({
  part: words,
  free: words,
  mean: v.exactOptional(words),
  'mean-ids': v.exactOptional(words),
});

/** Rules: those of any YAML file. Undefined with any fault. */
export function readRateWords(file: { readonly name: string; readonly text: string }): Outcome<RateWords> {
  const faults = new Faults();
  const root = readYaml(file.name, file.text, faults);
  const read = root && readShape(root, FILE, faults);
  const diagnostics = faults.sorted();
  if (read === undefined || diagnostics.length > 0) return { value: undefined, diagnostics };
  const said = (typed: typeof read.part = []) => typed.map((one) => one.text);
  const { part, free, mean, 'mean-ids': meanIds } = read;
  return {
    value: { part: said(part), free: said(free), mean: said(mean), meanIds: said(meanIds) },
    diagnostics,
  };
}

/** What the program's templates say; undefined, told where the file is broken, without them. */
export function rateWordsOf(
  templates: { readonly displayRoot: string; readonly files: ReadonlyMap<string, string> } | undefined,
  diagnostics: Diagnostic[],
): RateWords | undefined {
  const text = templates?.files.get(RATE_WORDS_FILE);
  if (templates === undefined || text === undefined) return undefined;
  const read = readRateWords({ name: `${templates.displayRoot}/${RATE_WORDS_FILE}`, text });
  diagnostics.push(...read.diagnostics);
  return read.value;
}
