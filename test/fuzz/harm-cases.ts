// A seed -> a look, a font, a profile, a journal, a tree from another system, a record of what went out, or a finished file, harmed by
// chance, and what came of it. The last digit tells of which kind.

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { harmedFonts } from '../../src/commands/build/own-files.ts';
import { type BuildResult, build } from '../../src/commands/build.ts';
import { publicationRecord } from '../../src/commands/publish.ts';
import { composeBudget } from '../../src/compose/compose-targets.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import type { Workbook } from '../../src/document/workbook.ts';
import { decodeAll } from '../../src/files/decode.ts';
import { lookIn, recoverIn } from '../../src/files/recover.ts';
import { readTheme } from '../../src/plan-format/read-theme.ts';
import { proveHwpx } from '../../src/proof/hwpx/prove-hwpx.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { proveWorkbook } from '../../src/proof/prove-workbook.ts';
import { profileFault } from '../../src/write/pdf/press/icc-profile.ts';
import { writeWorkbook } from '../../src/write/xlsx/write-workbook.ts';
import { zipOf } from '../../src/zip/write-zip.ts';
import { edited } from '../proof/edit-pdf.ts';
import { smallDocument, smallPdf } from '../proof/small-pdf.ts';
import { everyKindWritten } from '../write/hwpx/written.ts';
import { fonts } from '../write/pdf/documents.ts';
import { FONTS, PROFILE, SMALL, TEMPLATES, type Texts } from './base-plan.ts';
import { type Dice, diceOf } from './dice.ts';
import { mutated } from './mutate.ts';
import { randomPlan } from './random-plan.ts';
import { placeless, refusal, silent, sourcesOf, timed } from './verdict.ts';

/** What is wrong with how the program took the case; undefined when all is well. Throws when the program does. */
export async function harmFaultOf(seed: number): Promise<string | undefined> {
  return KINDS[seed % KINDS.length]?.(diceOf(seed));
}

const KINDS: readonly ((dice: Dice) => Promise<string | undefined> | string | undefined)[] = [
  themeFaultOf,
  fontFaultOf,
  profileFaultOf,
  journalFaultOf,
  macTreeFaultOf,
  recordFaultOf,
  pdfFaultOf,
  workbookFaultOf,
  hwpxFaultOf,
];

const THEME = TEMPLATES.get('theme.yaml') ?? '';

/** A look by chance: within its bounds it is printed or told, beyond them it is refused with a place. */
async function themeFaultOf(dice: Dice): Promise<string | undefined> {
  let text = THEME;
  for (let left = 1 + dice.below(6); left > 0; left--) {
    const numbers = [...text.matchAll(/(?<=\w: )-?\d+(?:\.\d+)?(?=[ ,}])/g)];
    const colours = [...text.matchAll(/#[0-9A-F]{6}/gi)];
    const { 0: old, index } = dice.one(dice.once(2) ? numbers : colours);
    const other = old.startsWith('#')
      ? `#${dice
          .below(2 ** 24)
          .toString(16)
          .padStart(6, '0')}`
      : String(dice.once(8) ? dice.one([0, -1, 1e9, 1000]) : (Number(old) * (25 + dice.below(200))) / 100);
    text = text.slice(0, index) + other + text.slice(index + old.length);
  }
  const { diagnostics, value } = readTheme({ file: 'templates/theme.yaml', text });
  if (value === undefined) return diagnostics.length === 0 ? 'no theme and no error' : placeless(diagnostics);
  const templates = new Map(TEMPLATES).set('theme.yaml', text);
  const { result, late } = await timed(() =>
    build(sourcesOf(SMALL, ['pdf'], templates), ['pdf'], undefined, undefined, { proof: false }),
  );
  return late ?? placeless(result.diagnostics) ?? silent(result, result.diagnostics, ['pdf']);
}

/** Bytes changed, lost or put in; each time there is at least one. */
function harmedBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  const harmed = Uint8Array.from(bytes);
  const at = dice.below(bytes.length);
  if (dice.once(3)) return harmed.subarray(0, at);
  if (dice.once(3)) return Uint8Array.from([...harmed.subarray(0, at), 0, ...harmed.subarray(at)]);
  const end = Math.min(bytes.length, at + 1 + dice.below(dice.once(2) ? 4 : 100_000));
  for (let index = at; index < end; index++) harmed[index] = dice.below(256);
  harmed[at] = ((bytes[at] ?? 0) + 1 + dice.below(255)) % 256;
  return harmed;
}

function fontFaultOf(dice: Dice): string | undefined {
  const [name, bytes] = dice.one([...FONTS]);
  const harmed = new Map(FONTS).set(name, harmedBytes(bytes, dice));
  const told = harmedFonts({ displayRoot: 'templates', files: TEMPLATES }, harmed);
  const named = told.some(({ place }) => place.file === `fonts/${name}`);
  return named && told.length === 1 ? undefined : `harmed font ${name}: ${JSON.stringify(told)}`;
}

/** What is cut or longer than it says is told; no harm makes the reader fail. */
function profileFaultOf(dice: Dice): string | undefined {
  const harmed = harmedBytes(PROFILE, dice);
  const fault = profileFault(harmed);
  if (harmed.length !== PROFILE.length && fault === undefined) return 'a cut profile passes';
  return fault === '' ? 'nothing is said' : undefined;
}

const CLAIMED = [
  '.git/config',
  'plan.yaml',
  'tasks/a.yaml',
  '../beside.txt',
  '/etc/passwd',
  'editions/1.yaml',
  '',
];

/** Journals of every form: none of them, and no command, changes a file that was there. */
async function journalFaultOf(dice: Dice): Promise<string | undefined> {
  const working = await mkdtemp(path.join(tmpdir(), 'iljari-fuzz-'));
  try {
    const plan = path.join(working, 'plan');
    const put = async (name: string, text: string) => {
      await mkdir(path.dirname(path.join(plan, name)), { recursive: true });
      await writeFile(path.join(plan, name), text);
    };
    for (const name of ['.git/config', 'plan.yaml', 'tasks/a.yaml', '../beside.txt']) await put(name, name);
    const before = await treeOf(working);
    const names = Array.from({ length: 1 + dice.below(4) }, () => dice.one(CLAIMED));
    for (const name of names.filter((one) => one !== '' && !one.startsWith('/') && !one.startsWith('..'))) {
      await put(`.iljari-stage/new/${name}`, 'evil');
      if (dice.once(2)) await put(`.iljari-stage/old/${name}`, 'evil');
    }
    const digest = 'a'.repeat(64);
    const journal = {
      version: dice.below(4),
      manner: dice.one(['replace', 'add', 'new', 'remove']),
      names,
      replaced: dice.once(2) ? names : [],
      files: names.map((name) => ({ name, fresh: digest, ...(dice.once(2) && { earlier: digest }) })),
      folders: dice.once(2) ? ['tasks', '..'] : [],
      machine: dice.one(['-', 'f'.repeat(16), '', 1]),
      host: dice.one(['here', '\u001b[2J', '']),
      place: plan,
      seal: digest,
    };
    const text = JSON.stringify(journal);
    await put(
      `.iljari-stage/${dice.one(['commit.json', 'undo.json'])}`,
      dice.once(3) ? mutated(text, dice) : text,
    );
    for (const told of [await lookIn(plan, working), await recoverIn(plan, working)]) {
      const said = placeless(told);
      if (said !== undefined) return said;
    }
    const after = await treeOf(working);
    const changed = [...before].find(([name, bytes]) => after.get(name) !== bytes);
    return changed && `a journal changed ${changed[0]}: ${text}`;
  } finally {
    await rm(working, { recursive: true, force: true });
  }
}

async function treeOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)));
}

/** A sound plan in the letters of macOS, all of it or a file of it, says what it says in those of all others. */
async function macTreeFaultOf(dice: Dice): Promise<string | undefined> {
  const { files } = randomPlan(dice);
  const apart = (text: string) => (dice.once(4) ? text : text.normalize('NFD'));
  const bytes = new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(apart(text))]));
  const { texts, diagnostics } = decodeAll(bytes, 'plan');
  const [as, mac] = [await documentOf(files), await documentOf(texts)];
  return (
    refusal([...diagnostics, ...mac.diagnostics]) ??
    (JSON.stringify(as.document?.blocks) === JSON.stringify(mac.document?.blocks) ? undefined : 'other words')
  );
}

function documentOf(files: Texts) {
  return build(sourcesOf(files, []), [], undefined, undefined, { proof: false });
}

let recorded: Promise<{ readonly plan: Texts; readonly says: string }> | undefined;

/** The small plan after it has gone out, and what it says. */
function published(): NonNullable<typeof recorded> {
  recorded ??= documentOf(SMALL).then((result) => {
    const document = result.document && { ...result.document, reviewCopy: false };
    const { name, bytes } = publicationRecord({ ...result, document }, sourcesOf(SMALL, []), '2023-03-31');
    return { plan: new Map(SMALL).set(name, new TextDecoder().decode(bytes)), says: wordsOf(result) };
  });
  return recorded;
}

/** Every text of a document, in order. */
function wordsOf({ document }: Pick<BuildResult, 'document'>): string {
  return (JSON.stringify(document?.blocks).match(/"text":"(?:[^"\\]|\\.)*"/g) ?? []).join('');
}

/** What went out and says something else since, by the data or an edition, is told; a harmed record is told or harmless, and never fails. */
async function recordFaultOf(dice: Dice): Promise<string | undefined> {
  const { plan: sound, says } = await published();
  const plan = new Map(sound);
  const record = [...plan.keys()].filter((name) => name.startsWith('published/'));
  const name = dice.one(dice.once(3) ? record : [...plan.keys()]);
  if (dice.once(8)) plan.delete(name);
  else plan.set(name, mutated(plan.get(name) ?? '', dice));
  const { result, late } = await timed(() => documentOf(plan));
  const { diagnostics, findings } = result;
  const told = findings.some(({ rule }) => rule === 'published-changed');
  const silently = !told && !record.includes(name) && !hasErrors(diagnostics) && wordsOf(result) !== says;
  return (
    late ??
    placeless([...diagnostics, ...findings]) ??
    (silently ? `changed since, and no word of it: ${name}` : undefined)
  );
}

/** Numbers of operators that place, size or colour what is seen, with how much they have to change to be seen. */
const SEEN: readonly (readonly [operator: RegExp, step: number])[] = [
  [/(?<=^| )-?[\d.]+(?= (?:-?[\d.]+ ){0,3}re\b)/gm, 6],
  [/(?<=^| )-?[\d.]+(?= (?:-?[\d.]+ )?Tm\b)/gm, 6],
  [/(?<=^| )[\d.]+(?= (?:[\d.]+ ){0,2}rg\b)/gm, 0.4],
  [/(?<=\/F\d )[\d.]+(?= Tf\b)/gm, 3],
];

/** One number of a finished file by chance: what changes what a reader sees is told. */
async function pdfFaultOf(dice: Dice): Promise<string | undefined> {
  const { bytes, layout } = await smallPdf();
  let what = '';
  const harmed = edited(bytes, (pdf) => {
    const page = dice.below(3);
    const content = pdf.content(page);
    const [pattern, step] = dice.one(SEEN);
    const places = [...content.matchAll(pattern)];
    if (places.length === 0) return;
    const { 0: old, index } = dice.one(places);
    const by = Number(old) >= step && dice.once(2) ? -step : step;
    const other = step < 1 && Number(old) + by > 1 ? Number(old) - step : Number(old) + by;
    what = `page ${page}: ${content.slice(Math.max(0, index - 60), index)}[${old} -> ${other}]${content.slice(index + old.length, index + 60)}`;
    pdf.setContent(page, content.slice(0, index) + String(other) + content.slice(index + old.length));
  });
  if (what === '') return undefined;
  const { diagnostics } = provePdf(smallDocument, layout, harmed, 'plan.pdf', { fonts });
  return diagnostics.length > 0 ? placeless(diagnostics) : `nobody told of ${what}`;
}

let written: Promise<{ readonly model: Workbook; readonly bytes: Uint8Array }> | undefined;

function smallWorkbook(): NonNullable<typeof written> {
  written ??= documentOf(SMALL).then(async ({ plan, book, document }) => {
    if (!plan || !book || !document) throw new Error('the small plan does not build');
    const model = composeBudget(plan, book, document);
    const bytes = (await writeWorkbook(model)).value;
    if (bytes === undefined) throw new Error('no workbook');
    return { model, bytes };
  });
  return written;
}

/** What cells hold, compute and look like, in the parts that are shown. */
const CELL_PARTS: readonly RegExp[] = [
  /(?<=<v>[^<]{0,20})\d(?=[^<]{0,20}<\/v>)/g,
  /(?<=<f>[^<]{0,200})[A-Z1-9](?=[^<]{0,200}<\/f>)/g,
  /(?<=<t[^>]{0,30}>[^<]{0,200})[\p{L}\d](?=[^<]{0,200}<\/t>)/gu,
  /(?<=<c r="[A-Z]{1,2}\d{1,3}" s=")\d+/g,
  /(?<=<col [^>]{0,80}width=")\d+/g,
  /(?<=<row [^>]{0,80}ht=")\d+/g,
];

/** One letter, digit or measure of a finished workbook by chance: whatever a reader could see of it is told. */
async function workbookFaultOf(dice: Dice): Promise<string | undefined> {
  const { model, bytes } = await smallWorkbook();
  const parts = unzipSync(bytes);
  const name = dice.one(
    Object.keys(parts).filter((one) => /sharedStrings|worksheets\/sheet\d+\.xml$/.test(one)),
  );
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  const places = CELL_PARTS.flatMap((pattern) => dice.one([[], [...xml.matchAll(pattern)]]));
  if (places.length === 0) return undefined;
  const { 0: old, index } = dice.one(places);
  const other = /\d/.test(old)
    ? String((Number(old) + 1) % 10)
    : old === 'A'
      ? 'B'
      : old === '가'
        ? '나'
        : /[A-Z]/.test(old)
          ? 'A'
          : '가';
  const after = xml.slice(0, index) + other + xml.slice(index + old.length);
  const { diagnostics } = proveWorkbook(model, zipSync({ ...parts, [name]: strToU8(after) }));
  const what = `${name}: ${xml.slice(Math.max(0, index - 80), index)}[${old} -> ${other}]${xml.slice(index + old.length, index + 40)}`;
  return diagnostics.length > 0 ? placeless(diagnostics) : `nobody told of ${what}`;
}

/** Letters that are shown, and numbers by which a look, a place or a size is told. */
const HANGUL_PARTS: readonly RegExp[] = [
  /(?<=<hp:t>[^<]{0,200})[\p{L}\d](?=[^<]{0,200}<\/hp:t>)/gu,
  /(?<=(?:IDRef|width|height|Addr|Span|left|right|top|bottom)=")\d+/g,
];

/** One letter or number of a finished file for 한글 by chance: whatever a reader could see of it is told. */
async function hwpxFaultOf(dice: Dice): Promise<string | undefined> {
  const file = await everyKindWritten();
  const parts = unzipSync(file.bytes);
  const name = dice.one(Object.keys(parts).filter((one) => /section\d+\.xml$/.test(one)));
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  const { 0: old, index } = dice.one([...xml.matchAll(dice.one(HANGUL_PARTS))]);
  const other = /\d/.test(old) ? String(Number(old) + 1) : old === '가' ? '나' : '가';
  const harmed = new Map(Object.entries(parts)).set(
    name,
    strToU8(xml.slice(0, index) + other + xml.slice(index + old.length)),
  );
  const isStored = (one: string) => /^(?:mimetype|version\.xml|BinData\/.*)$/.test(one);
  const bytes = zipOf(harmed, '2023-03-31', { isStored });
  const told = proveHwpx(file.document, { ...file, bytes, name: 'plan.hwpx' });
  const what = `${name}: ${xml.slice(Math.max(0, index - 120), index)}[${old} -> ${other}]${xml.slice(index + old.length, index + 60)}`;
  return told.length > 0 ? placeless(told) : `nobody told of ${what}`;
}
