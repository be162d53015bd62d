// Throws of the dice -> a workbook of ours as people and accidents change it, and what came of its import.

import type { ImportResult } from '../../src/commands/import-edition.ts';
import { type Diagnostic, hasErrors } from '../../src/diagnostic.ts';
import { valueText } from '../../src/revise/apply/typed-value.ts';
import { imported, PLAN, partNameOf, partsOf, withCellsIn, workbooksOf } from '../revise/import-plan.ts';
import type { Texts } from './base-plan.ts';
import type { Dice } from './dice.ts';
import { editionVerdict } from './imported-edition.ts';
import { mutated } from './mutate.ts';
import { randomPlan } from './random-plan.ts';
import { type ProjectRow, projectRowsOf, type RowEdit, rowEdit } from './row-edits.ts';
import { refusal, type Thoroughness, timed } from './verdict.ts';
import {
  cellsHarmed,
  type Edit,
  type InputCell,
  inputCellsOf,
  numberEdit,
  oddEdit,
  rowsHarmed,
  rowsSorted,
  sheetIn,
  sheetRenamed,
} from './workbook-edits.ts';
import { archived, harmedArchive, type Parts } from './zip-harm.ts';

interface Book {
  readonly name: string;
  readonly plan: Texts;
  readonly parts: Parts;
  readonly inputs: readonly InputCell[];
  readonly rows: readonly ProjectRow[];
}

/** What happens to a workbook beside edits of its cells. `sound`: the edits, and nothing else, must come of it. */
interface Harm {
  readonly sound: boolean;
  readonly of: (parts: Parts, place: string, dice: Dice) => Uint8Array;
}

const ORIGIN = '_iljari';

const HARMS: readonly Harm[] = [
  { sound: true, of: (parts) => archived(parts) },
  { sound: true, of: (parts) => archived(parts, true) },
  { sound: true, of: (parts, _, dice) => archived(rowsSorted(parts, dice)) },
  { sound: true, of: (parts, place, dice) => archived(sheetRenamed(parts, place, dice)) },
  { sound: false, of: (parts, place, dice) => archived(rowsHarmed(parts, place, dice)) },
  { sound: false, of: (parts, _, dice) => harmedArchive(parts, dice) },
  // Any part but the one with the edits.
  {
    sound: false,
    of: (parts, place, dice) => {
      const names = [...parts.keys()].filter((name) => name !== partNameOf(parts, sheetIn(place)));
      return archived(withPart(parts, dice.one(names), dice));
    },
  },
  { sound: false, of: (parts, _, dice) => archived(rowsHarmed(parts, `${ORIGIN}!A1`, dice)) },
  { sound: false, of: (parts, _, dice) => archived(cellsHarmed(parts, ORIGIN, dice)) },
  { sound: false, of: (parts, _, dice) => archived(withPart(parts, 'xl/sharedStrings.xml', dice)) },
];

function withPart(parts: Parts, name: string, dice: Dice): Parts {
  return new Map(parts).set(name, mutated(parts.get(name) ?? '', dice));
}

/** What is wrong with how the program took the case; undefined when all is well. Throws when the program does. */
export async function workbookFaultOf(dice: Dice, thoroughness: Thoroughness): Promise<string | undefined> {
  const book = await bookOf(dice, thoroughness);
  const [anywhere] = book.inputs;
  if (anywhere === undefined) return undefined;
  const edits = editsOf(book, dice);
  const typed = book.rows.length > 0 && dice.once(3) ? rowEdit(book.rows, dice) : undefined;
  const [{ place } = anywhere] = edits.map(({ cell }) => cell);
  const harm = dice.one(HARMS);
  const contents = {
    ...typed?.contents,
    ...Object.fromEntries(edits.map(({ cell, content }) => [cell.place, content])),
  };
  const bytes = harm.of(withCellsIn(book.parts, contents), place, dice);
  const { result, late } = await timed(() => imported(bytes, book.plan, book.name));
  return (
    late ??
    (harm.sound && typed === undefined ? unfaithful(result, edits) : deaf(result, edits)) ??
    (typed && harm.sound ? unmade(result, typed) : undefined) ??
    (await editionVerdict(result, book.plan, dice, thoroughness, typed?.plain !== false))
  );
}

const small = new Map<string, Promise<Book>>();

async function bookOf(dice: Dice, { random }: Thoroughness): Promise<Book> {
  const name = dice.one(['budget.xlsx', 'targets.xlsx']);
  if (dice.once(random)) return opened(name, randomPlan(dice).files);
  const known = small.get(name) ?? opened(name, PLAN);
  small.set(name, known);
  return known;
}

async function opened(name: string, plan: Texts): Promise<Book> {
  const bytes = (await workbooksOf(plan, 0, 'xlsx', true)).get(name);
  if (bytes === undefined) throw new Error(`there is no ${name}`);
  return { name, plan, parts: partsOf(bytes), inputs: inputCellsOf(bytes), rows: projectRowsOf(bytes) };
}

/** None to three edits of different cells, on one sheet. */
function editsOf({ inputs }: Book, dice: Dice): readonly Edit[] {
  const sheet = sheetIn(dice.one(inputs).place);
  const cells = inputs.filter(({ place }) => sheetIn(place) === sheet);
  const chosen = new Set(Array.from({ length: dice.below(4) }, () => dice.one(cells)));
  return [...chosen].map((cell) => (dice.once(5) ? oddEdit(cell, dice) : numberEdit(cell, dice)));
}

const PART = /^전체 가운데 일부의 비율은/;

const TOLD: ReadonlySet<string> = new Set([
  'sources-do-not-add-up',
  'implausible-change',
  'implausible-rate',
]);

/** Edits that did not become changes, or changes that nobody made, where nothing else was wrong with the workbook. */
function unfaithful(result: ImportResult, edits: readonly Edit[]): string | undefined {
  if (edits.some(({ value }) => value === undefined)) return deaf(result, edits);
  // Whoever types a source without the total that stands beside it is told, and whoever types another size of amount.
  if (result.diagnostics.some(({ rule }) => TOLD.has(rule))) return undefined;
  // No rate of a part of a whole is so. All edits are on one sheet, which may bear another name by now.
  const bare = (place: string) => place.slice(place.lastIndexOf('!'));
  const odd = new Set(edits.filter(({ value }) => Number(value) > 100).map(({ cell }) => bare(cell.place)));
  const isTold = ({ rule, place, message }: Diagnostic) =>
    rule === 'wrong-number' && PART.test(message) && 'cell' in place && odd.has(bare(place.cell));
  if (result.diagnostics.some(isTold)) return undefined;
  const refused = refusal(result.diagnostics);
  if (refused !== undefined) return refused;
  const made = setsOf(result);
  const extra = (result.edition?.changes.length ?? 0) - edits.length;
  return extra === 0 ? lostOf(made, edits) : `${extra} changes too many: ${[...made]}`;
}

/** Edits that neither became changes nor were told, where the import says that all went well. */
function deaf(result: ImportResult, edits: readonly Edit[]): string | undefined {
  if (hasErrors(result.diagnostics) || result.edition === undefined) return undefined;
  const told = new Set(
    result.diagnostics.flatMap(({ place, severity }) =>
      severity !== 'information' && 'cell' in place ? [place.cell] : [],
    ),
  );
  // What was typed into a sheet that the harm took away is gone with it, and the sheet is told.
  const gone = result.diagnostics.filter(({ message }) => message.startsWith('지워진 시트'));
  const isGone = ({ place }: { readonly place: string }): boolean =>
    gone.some(({ message }) => message.includes(sheetIn(place)));
  return lostOf(
    setsOf(result),
    edits.filter(({ cell }) => !told.has(cell.place) && !isGone(cell)),
  );
}

/** Words that were typed and became no change, where the import says that all went well. */
function unmade({ edition, diagnostics }: ImportResult, { contents, isMadeBy }: RowEdit): string | undefined {
  if (hasErrors(diagnostics) || edition === undefined || isMadeBy(edition.changes)) return undefined;
  const told = diagnostics.some(({ place, severity }) => {
    return severity !== 'information' && 'cell' in place && Object.hasOwn(contents, place.cell);
  });
  return told ? undefined : `lost: ${JSON.stringify(contents)}; made ${edition.text}`;
}

function setsOf({ edition }: ImportResult): ReadonlyMap<string, string> {
  return new Map(
    (edition?.changes ?? []).flatMap((change) =>
      change.kind === 'set' ? [[change.address, valueText(change.after.value)]] : [],
    ),
  );
}

function lostOf(made: ReadonlyMap<string, string>, edits: readonly Edit[]): string | undefined {
  const missing = edits.find(({ cell, value }) => {
    const now = made.get(cell.address);
    return value === undefined ? now === undefined : now === undefined || Number(now) !== Number(value);
  });
  if (missing === undefined) return undefined;
  const { cell, content } = missing;
  return `lost: ${cell.place} ${cell.address} ${cell.before} -> ${JSON.stringify(content)}, now ${made.get(cell.address)}`;
}
