// Throws of the dice -> a budget system's export, sound or harmed, and what came of its import.
import ExcelJS from 'exceljs';
import type { ImportResult } from '../../src/commands/import-edition.ts';
import { valueText } from '../../src/revise/apply/typed-value.ts';
import { HEAD, imported, PLAN, partsOf } from '../revise/import-plan.ts';
import type { Dice } from './dice.ts';
import { type Book, bookOf, styleOf } from './export-layouts.ts';
import { editionVerdict } from './imported-edition.ts';
import { mutated, mutatedBytes } from './mutate.ts';
import { refusal, type Thoroughness, timed } from './verdict.ts';
import { cellsHarmed, rowsHarmed } from './workbook-edits.ts';
import { archived, harmedArchive } from './zip-harm.ts';

/** Amounts by chance change by any factor. */
const REASONED = { ...HEAD, reason: '추가경정예산 확정' };

const CODES = `projects:
  tasks/startup/projects/room: ['0101', 창업 공간 리모델링]
  tasks/startup/projects/shop: ['0102']
  tasks/intern/projects/office: ['0202', '0203']
outside: ['0900', 남의 사업]
`;

const HEADER = ['세부사업코드', '세부사업명', '예산액(천원)', '국비', '시비', '구비'];

/** Lines of the projects that codes name, with what the funding of each project comes to by address. */
interface Export {
  readonly rows: readonly (readonly string[])[];
  readonly funding: ReadonlyMap<string, number>;
}

const LINES = [
  { to: 'startup/projects/room', code: '0101', name: '창업 공간', sources: ['national', 'district'] },
  { to: 'startup/projects/room', code: '', name: '창업 공간 리모델링', sources: ['national', 'district'] },
  { to: 'startup/projects/shop', code: '0102', name: '창업 점포', sources: ['district'] },
  { to: 'intern/projects/office', code: '0202', name: '행정 인턴', sources: ['province', 'district'] },
  { to: 'intern/projects/office', code: '0203', name: '행정 "인턴", 2차', sources: ['province'] },
  { to: undefined, code: '0900', name: '밖의 사업', sources: ['national'] },
] as const;

const COLUMNS = ['national', 'province', 'district'] as const;

function exported(dice: Dice): Export {
  const funding = new Map<string, number>();
  const rows = LINES.map(({ to, code, name, sources }) => {
    const amounts = COLUMNS.map((column) =>
      sources.some((source) => source === column) ? 1 + dice.below(10 ** (1 + dice.below(8))) : 0,
    );
    if (to !== undefined)
      COLUMNS.forEach((column, index) => {
        const address = `tasks/${to}/funding/${column}`;
        if (amounts[index]) funding.set(address, (funding.get(address) ?? 0) + amounts[index]);
      });
    const spelt = amounts.map((amount) =>
      amount === 0 ? dice.one(['', '0', '-']) : dice.one([String(amount), amount.toLocaleString('en-US')]),
    );
    return [code, name, String(amounts.reduce((sum, amount) => sum + amount, 0)), ...spelt];
  });
  return { rows: [HEADER, ...rows], funding };
}

/** What is wrong with how the program took the case; undefined when all is well. Throws when the program does. */
export async function exportFaultOf(dice: Dice, thoroughness: Thoroughness): Promise<string | undefined> {
  const { rows, funding } = exported(dice);
  const sound = dice.once(2);
  const codes = sound || !dice.once(4) ? CODES : mutated(CODES, dice);
  const plan = new Map(PLAN).set('budget-codes.yaml', codes);
  const isText = !dice.once(4);
  const bytes = isText ? csvOf(rows, sound, dice) : await workbookOf(rows, sound, dice);
  const name = isText ? 'export.csv' : 'export.xlsx';
  const { result, late } = await timed(() => imported(bytes, plan, name, REASONED));
  return (
    late ??
    (sound ? unfaithful(result, funding) : undefined) ??
    (await editionVerdict(result, plan, dice, thoroughness))
  );
}

/** Every amount that differs from the plan's is set, and the others are not. */
function unfaithful({ edition, diagnostics }: ImportResult, funding: ReadonlyMap<string, number>) {
  const refused = refusal(diagnostics);
  if (refused !== undefined || edition === undefined) return refused ?? 'no edition';
  const made = new Map(
    edition.changes.flatMap((change) =>
      change.kind === 'set' ? [[String(change.address), valueText(change.after.value)]] : [],
    ),
  );
  const before = new Map(edition.plan.figures.map(({ address, given }) => [String(address), given]));
  for (const [address, amount] of funding) {
    const old = before.get(address);
    const now = made.get(address) ?? (old === undefined ? '' : valueText(old));
    if (now !== String(amount)) return `lost: ${address} ${amount}, now ${now}`;
  }
  const extra = [...made.keys()].find((address) => !funding.has(address));
  return extra && `a change that nobody made: ${extra} ${made.get(extra)}`;
}

/** A sound book of any layout; the same with one amount changed. */
export async function layoutFaultOf(dice: Dice): Promise<string | undefined> {
  const { rows, funding } = exported(dice);
  const lines = rows.slice(1).map(([code = '', name = '', , ...amounts]) => ({
    code,
    name,
    amounts: amounts.map((amount) => Number(amount.replace(/^-$/, '0').replaceAll(',', ''))),
  }));
  const isText = !dice.once(3);
  const accounts = !isText && dice.once(3);
  const style = styleOf(dice, isText);
  const book = bookOf(lines, style, accounts, dice);
  const codes = book.unit === undefined ? CODES : `${CODES}unit: ${book.unit}\n`;
  const plan = new Map(PLAN).set('budget-codes.yaml', codes);
  const taken = async (sheets: Book['sheets']) => {
    const [first] = sheets;
    const texts = first?.rows.map((row) => row.map((cell) => String(cell ?? ''))) ?? [];
    const bytes = isText ? csvOf(texts, true, dice) : await bookBytes(sheets);
    return imported(bytes, plan, isText ? 'export.csv' : 'export.xlsx', REASONED);
  };
  const fault = unfaithful(await taken(book.sheets), funding);
  if (fault !== undefined) return `${JSON.stringify(style)} ${JSON.stringify(book.sheets)} ${fault}`;
  const [sheet, row, column] = dice.one(book.amounts);
  const harmed = book.sheets.map((one, index) => {
    const changed = one.rows.map((cells, number) =>
      cells.map((cell, at) =>
        index === sheet && number === row && at === column ? `1${String(cell ?? '')}` : cell,
      ),
    );
    return { ...one, rows: changed };
  });
  const result = await taken(harmed);
  const other = result.edition === undefined ? undefined : unfaithful(result, funding);
  return other && `harmed ${row} ${column}: ${JSON.stringify(style)} ${JSON.stringify(harmed)} ${other}`;
}

async function bookBytes(sheets: Book['sheets']): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, merged } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    for (const [top, left, bottom, right] of merged)
      if (top < bottom || left < right) sheet.mergeCells(top, left, bottom, right);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function csvOf(rows: readonly (readonly string[])[], sound: boolean, dice: Dice): Uint8Array {
  const delimiter = dice.one([',', ',', '\t', ';']);
  const always = dice.once(4);
  const line = dice.one(['\n', '\r\n', '\r\n']);
  const spelt = (value: string) =>
    always || /[",;\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const text = rows.map((row) => row.map(spelt).join(delimiter) + (dice.once(9) ? '\r\n' : line)).join('');
  const titled = dice.once(3) ? `세출예산${line}${line}${text}` : text;
  if (sound) return encoded(dice.once(4) ? titled.trimEnd() : titled, dice);
  switch (dice.below(4)) {
    case 0:
      return mutatedBytes(titled, dice);
    case 1:
      return encoded(titled, dice).map((byte) => (dice.once(200) ? dice.below(256) : byte));
    case 2: {
      const at = dice.below(titled.length + 1);
      const piece = dice.one(['"', '\u0000', `${'가'.repeat(300_000)}`, ','.repeat(100_000), '\n"', '=1+1']);
      return encoded(titled.slice(0, at) + piece + titled.slice(at), dice);
    }
    default:
      return encoded(mutated(titled, dice), dice);
  }
}

function encoded(text: string, dice: Dice): Uint8Array {
  switch (dice.below(5)) {
    case 0:
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 1:
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 2:
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 3:
      return inCp949(text);
    default:
      return Buffer.from(text, 'utf8');
  }
}

/** The two bytes of each character that the encoding has; `?` for others, as Windows programs write. */
const CP949 = new Map<string, readonly [number, number]>();

function inCp949(text: string): Uint8Array {
  if (CP949.size === 0) {
    const decoder = new TextDecoder('euc-kr');
    for (let first = 0x81; first < 0xff; first++)
      for (let second = 0x41; second < 0xff; second++) {
        const character = decoder.decode(Uint8Array.of(first, second));
        if ([...character].length === 1) CP949.set(character, [first, second]);
      }
  }
  return Uint8Array.from(
    [...text].flatMap((character) =>
      character < '\u0080' ? [character.charCodeAt(0)] : (CP949.get(character) ?? [0x3f]),
    ),
  );
}

async function workbookOf(
  rows: readonly (readonly string[])[],
  sound: boolean,
  dice: Dice,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('세출');
  const numbers = dice.once(2);
  for (const row of rows)
    sheet.addRow(row.map((value) => (numbers && /^[1-9]\d*$/.test(value) ? Number(value) : value)));
  const parts = partsOf(new Uint8Array(await book.xlsx.writeBuffer()));
  if (sound) return archived(parts);
  switch (dice.below(4)) {
    case 0:
      return harmedArchive(parts, dice);
    case 1:
      return archived(rowsHarmed(parts, '세출!A1', dice));
    case 2:
      return archived(cellsHarmed(parts, '세출', dice));
    default: {
      const name = dice.one([...parts.keys()]);
      return archived(new Map(parts).set(name, mutated(parts.get(name) ?? '', dice)));
    }
  }
}
