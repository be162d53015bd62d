// Throws of the dice -> editions of a plan, sound or harmed, and whether all that they change is in the comparison.
import { build, type Format } from '../../src/commands/build.ts';
import { type ComparisonResult, compareSources } from '../../src/commands/compare.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import { parseAddress } from '../../src/figure/address.ts';
import { valueText } from '../../src/revise/apply/typed-value.ts';
import { PLAN } from '../revise/import-plan.ts';
import type { Dice } from './dice.ts';
import { mutated } from './mutate.ts';
import { type Changed, randomEditions } from './random-edition.ts';
import { randomPlan } from './random-plan.ts';
import { placeless, refusal, silent, sourcesOf, type Thoroughness, timed } from './verdict.ts';

/** What is wrong with how the program took the case; undefined when all is well. Throws when the program does. */
export async function editionFaultOf(dice: Dice, thoroughness: Thoroughness): Promise<string | undefined> {
  const formats: Format[] = [];
  if (dice.once(thoroughness.pdf)) formats.push('pdf');
  if (dice.once(thoroughness.xlsx)) formats.push('xlsx');
  const plan = dice.once(2) ? PLAN : randomPlan(dice).files;
  const { files, changed } = randomEditions(plan, 1 + dice.below(2), dice);
  const editions = [...files.keys()].filter((name) => name.startsWith('editions/'));
  const harmed = dice.once(2) ? undefined : dice.one(editions);
  const now = new Map(files);
  if (harmed !== undefined) now.set(harmed, mutated(files.get(harmed) ?? '', dice));

  const from = dice.below(editions.length);
  const request = { from, files: formats.includes('pdf'), places: dice.once(8) };
  // Places are found by laying out.
  const sources = sourcesOf(now, request.places ? ['pdf'] : formats);
  const { result: compared, late } = await timed(() => compareSources(sources, request));
  const built = await timed(() =>
    build(sources, formats, undefined, undefined, { edition: editions.length, final: false }),
  );
  const tooLate = late ?? built.late;
  if (tooLate !== undefined) return tooLate;
  const diagnostics = [...compared.diagnostics, ...built.result.diagnostics];
  if (compared.value === undefined && !hasErrors(compared.diagnostics)) return 'no comparison and no error';
  return (
    placeless(diagnostics) ??
    silent(built.result, built.result.diagnostics, formats) ??
    (harmed === undefined
      ? (refusal(diagnostics) ?? missingIn(compared.value, changed, from, editions.length))
      : undefined)
  );
}

/** What the editions changed and the comparison with the edition `from` does not say. */
function missingIn(
  compared: ComparisonResult | undefined,
  changed: readonly Changed[],
  from: number,
  last: number,
): string | undefined {
  if (compared === undefined) return 'no comparison';
  const { figures, items, texts } = compared.comparison;
  const printed = JSON.stringify(compared.document.blocks);
  const missing = changed.find((change) => {
    switch (change.kind) {
      case 'set': {
        const address = parseAddress(change.address);
        // Between editions that are not compared a value may come and go.
        const [before, after] = [change.values[from], change.values[last]];
        const figure = address && figures.get(address);
        if (before === after) return figure !== undefined;
        if (figure === undefined) return true;
        return valueText(figure.before) !== before || valueText(figure.after) !== after;
      }
      case 'project':
        if (change.edition <= from) return false;
        return !items.some(({ key, state }) => key === change.key && state === change.state);
      case 'text':
        if (change.edition <= from) return false;
        return !texts.some(({ after }) => after.text === change.after) || !printed.includes(change.after);
    }
  });
  return missing && `lost in the comparison with ${from}: ${JSON.stringify(missing)}`;
}
