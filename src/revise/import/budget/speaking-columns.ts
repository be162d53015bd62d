// Columns with a label that says little (구분) -> what they hold, where each of their texts says so: stages of the budget, or sources.
import type { TextColumn } from '../../../plan/budget-words.ts';
import { bareLabel } from '../../../plan/budget-words.ts';
import { partOf, type Vocabulary } from './column-meaning.ts';
import type { Grid } from './grid.ts';
import type { BudgetHead } from './head.ts';
import { increaseWord } from './increase-words.ts';
import { stageNamed, stageOf } from './stages.ts';
import { isSumText } from './sums.ts';

/** The head, with the column of stages and that of sources where the texts of its rows tell which one that is. */
export function withSpeakingColumns(
  grid: Grid,
  { head, rows }: { readonly head: BudgetHead; readonly rows: readonly number[] },
  vocabulary: Vocabulary,
): BudgetHead {
  const { words } = vocabulary;
  const texts = new Map<TextColumn, number>(head.texts);
  const kinds = {
    stage: (text: string) =>
      increaseWord(text, words) !== undefined ||
      stageNamed(text, words) !== undefined ||
      (stageOf(text, words) && !/^\d/.test(text)),
    source: (text: string) => {
      const part = partOf(bareLabel(text), vocabulary);
      return part !== undefined && part !== 'none';
    },
  } as const;
  for (const { column, meaning } of head.columns) {
    if (meaning.kind !== 'unknown') continue;
    const said = new Set(rows.map((row) => grid.shown(row, column)).filter((text) => text !== ''));
    const own = [...said].filter((text) => !isSumText(text, words));
    if (own.length === 0) continue;
    for (const kind of ['stage', 'source'] as const)
      if (!texts.has(kind) && own.every((text) => kinds[kind](text))) texts.set(kind, column);
  }
  return { ...head, texts };
}
