// What an import gave -> whether the edition reads back as it was meant, and is built and exported as any other.
import { build, type Format } from '../../src/commands/build.ts';
import type { ImportResult } from '../../src/commands/import-edition.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { editionText } from '../../src/revise/import/edition-text.ts';
import { KEPT } from '../kept.ts';
import { imported } from '../revise/import-plan.ts';
import type { Texts } from './base-plan.ts';
import type { Dice } from './dice.ts';
import { placeless, refusal, silent, sourcesOf, type Thoroughness, timed } from './verdict.ts';

/** `printable`: an edition that no build refuses. */
export async function editionVerdict(
  { edition, diagnostics }: ImportResult,
  plan: Texts,
  dice: Dice,
  thoroughness: Thoroughness,
  printable = true,
): Promise<string | undefined> {
  const unplaced = placeless(diagnostics);
  if (unplaced !== undefined) return unplaced;
  if (edition === undefined) return hasErrors(diagnostics) ? undefined : 'no edition and no error';
  if (hasErrors(diagnostics)) return 'an edition with errors';

  const { number, text } = edition;
  const revised = new Map(plan).set(`editions/${number}.yaml`, text);
  const read = readPlan({ displayRoot: 'plan', kept: KEPT, files: revised }, { edition: number });
  const again = read.value?.editions.at(-1);
  if (hasErrors(read.diagnostics) || again === undefined)
    return `the edition is not read: ${JSON.stringify(read.diagnostics[0])}`;
  if (editionText(again) !== text) return `the edition is read otherwise: ${text}`;

  const formats: Format[] = [];
  if (dice.once(2 * thoroughness.pdf)) formats.push('pdf');
  if (formats.length > 0 || dice.once(2 * thoroughness.xlsx)) formats.push('xlsx');
  if (formats.length === 0) return undefined;
  const { result, late } = await timed(() =>
    build(sourcesOf(revised, formats), formats, undefined, undefined, { edition: number }),
  );
  const bytes = result.files.find(({ name }) => name === 'budget.xlsx')?.bytes;
  return (
    late ??
    placeless(result.diagnostics) ??
    silent(result, result.diagnostics, formats) ??
    (printable ? refusal(result.diagnostics) : undefined) ??
    (bytes && unstill(imported(bytes, revised)))
  );
}

/** A workbook that nobody edited has no changes. */
function unstill({ edition, diagnostics }: ImportResult): string | undefined {
  if (edition?.changes.length === 0) return undefined;
  return `changes that nobody made: ${edition?.text ?? JSON.stringify(diagnostics[0])}`;
}
