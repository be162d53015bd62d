// templates/budget-words.yaml -> what budget systems and budget books call things.
import type { Outcome } from '../diagnostic.ts';
import {
  AMOUNT_WORDS,
  type BudgetWords,
  bareLabel,
  STAGE_WORDS,
  TEXT_COLUMNS,
} from '../plan/budget-words.ts';
import { FUNDING_SOURCES } from '../plan/programme.ts';
import { Faults } from './faults.ts';
import type { Scalar } from './node.ts';
import { list, mapping, scalar } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { readYaml } from './yaml-source.ts';

const WORDS = list(scalar);

const FILE = mapping({
  columns: mapping(each(TEXT_COLUMNS)),
  amounts: mapping(each(AMOUNT_WORDS)),
  total: WORDS,
  won: WORDS,
  sources: mapping(each(FUNDING_SOURCES)),
  stages: mapping(each(STAGE_WORDS)),
  sums: mapping({ words: WORDS, endings: WORDS }),
  accounts: WORDS,
});

function each<Key extends string>(keys: readonly Key[]) {
  return Object.fromEntries(keys.map((key) => [key, WORDS])) as Record<Key, typeof WORDS>;
}

/** Rules: those of any YAML file and `duplicate-id`. Undefined with any fault. */
export function readBudgetWords(file: {
  readonly name: string;
  readonly text: string;
}): Outcome<BudgetWords> {
  const faults = new Faults();
  const root = readYaml(file.name, file.text, faults);
  const read = root && readShape(root, FILE, faults);
  if (read === undefined) return { value: undefined, diagnostics: faults.sorted() };
  const meanings = <Key extends string>(
    groups: Readonly<Record<Key, readonly Scalar[]>>,
    keys: readonly Key[],
  ) => {
    const found = new Map<string, Key>();
    for (const key of keys)
      for (const { text, place } of groups[key]) {
        const word = bareLabel(text);
        if (found.has(word))
          faults.add({
            rule: 'duplicate-id',
            place,
            message: `한 말이 두 번 나옵니다: ${text}`,
            expected: '말마다 한 번',
          });
        found.set(word, key);
      }
    return found;
  };
  const texts = (words: readonly Scalar[]) => words.map(({ text }) => bareLabel(text));
  const { stages, sums } = read;
  const value: BudgetWords = {
    columns: meanings(read.columns, TEXT_COLUMNS),
    amounts: meanings(read.amounts, AMOUNT_WORDS),
    total: new Set(texts(read.total)),
    sources: meanings(read.sources, FUNDING_SOURCES),
    won: new Set(texts(read.won)),
    stages: {
      original: texts(stages.original),
      before: texts(stages.before),
      supplementary: texts(stages.supplementary),
      revised: texts(stages.revised),
      last: texts(stages.last),
    },
    sums: new Set(texts(sums.words)),
    sumEndings: texts(sums.endings),
    accounts: texts(read.accounts),
  };
  const diagnostics = faults.sorted();
  return { value: diagnostics.length > 0 ? undefined : value, diagnostics };
}
