// What stands above amounts or beside them -> whether it says that they are what was added or taken, and not the whole.
import { type BudgetWords, bareLabel, squeezed } from '../../../plan/budget-words.ts';

/** `change`: 증감, 제1회추경 증감액, 예산액(증감). `unclear`, where the word may say either: 1회추경 증액. Undefined for anything else. */
export function increaseWord(text: string, words: BudgetWords): 'change' | 'unclear' | undefined {
  const [, inBrackets = ''] = /[([{<〔【]([^([{<〔【]*)[)\]}>〕】]$/.exec(squeezed(text)) ?? [];
  return wordAtEnd(inBrackets, words) ?? wordAtEnd(bareLabel(text), words);
}

function wordAtEnd(text: string, { amounts, stages }: BudgetWords): 'change' | 'unclear' | undefined {
  if (text === '') return undefined;
  const ofStages = new Set(Object.values(stages).flat());
  const ends = (kind: 'change' | 'unclear') =>
    [...amounts].some(([word, one]) => one === kind && !ofStages.has(word) && text.endsWith(word));
  if (ends('change')) return 'change';
  return ends('unclear') ? 'unclear' : undefined;
}
