// A small plan's workbooks -> whatever is done to their parts is told, but for what harms nobody; packed anew they prove without a word.

import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { readTemplates } from '../../src/commands/read-templates.ts';
import { composeBudget, composeTargets } from '../../src/compose/compose-targets.ts';
import type { Workbook } from '../../src/document/workbook.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { proveWorkbook } from '../../src/proof/prove-workbook.ts';
import { Grammar } from '../../src/proof/xlsx/grammar.ts';
import { parseXml } from '../../src/proof/xlsx/xml.ts';
import { KEPT } from '../kept.ts';
import { someOf } from '../whole.ts';
import { HARMLESS, HARMS, NOTE_HARMS, type Parts } from './sabotage-parts.ts';

interface Made {
  readonly model: Workbook;
  readonly bytes: Uint8Array;
  readonly parts: Parts;
}

let budget: Made;
let targets: Made;

beforeAll(async () => {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const folder = path.join(PROGRAM_FOLDER, 'test/plans/workbooks');
  const sources = (await readSources(folder, folders, { fonts: false, kept: KEPT })).value;
  if (sources === undefined) throw new Error(`${folder} cannot be read`);
  expect(readTemplates(sources.templates).diagnostics).toEqual([]);
  const { plan, book, document, files } = await build(sources, ['xlsx']);
  if (!plan || !book || !document) throw new Error('nothing was made');
  const made = (model: Workbook): Made => {
    const bytes = files.find(({ name }) => name === model.file)?.bytes ?? expect.unreachable(model.file);
    const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
    return { model, bytes, parts };
  };
  budget = made(composeBudget(plan, book, document));
  targets = made(composeTargets(plan, book, document));
}, 60_000);

function packed(parts: Parts, level: 0 | 9 = 9): Uint8Array {
  const files = Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { mtime: new Date(2000, 0, 1, 12), level });
}

function told({ model, parts }: Made, harm: (parts: Parts) => void) {
  const harmed = new Map(parts);
  harm(harmed);
  return proveWorkbook(model, packed(harmed)).diagnostics;
}

it('are silent when packed anew', () => {
  for (const { model, parts, bytes } of [budget, targets])
    for (const again of [bytes, packed(parts), packed(parts, 0)])
      expect(proveWorkbook(model, again).diagnostics).toEqual([]);
});

it('are told where blanks at an end of a text are not kept', () => {
  const grammar = new Grammar({ t: [{ 'xml:space?': 'preserve' }, /^/] });
  const told = ['<t> 가</t>', '<t>가\n</t>', '<t>가 나</t>', '<t xml:space="preserve"> 가</t>'].map(
    (xml) => grammar.foreignIn(parseXml(xml)).length,
  );
  expect(told).toEqual([1, 1, 0, 0]);
});

it.each(someOf(Object.entries(HARMS), 40))('are told with %s', (_, harm) => {
  const diagnostics = told(budget, harm);
  expect(diagnostics.map(({ severity }) => severity)).toContain('error');
  for (const { place, message } of diagnostics) {
    expect(place.file).toBe('budget.xlsx');
    expect(message).not.toMatch(/undefined|NaN|\[object/);
  }
});

it.each(Object.entries(NOTE_HARMS))('are told with %s', (_, harm) => {
  expect(told(targets, harm)).not.toEqual([]);
});

describe('harmless', () => {
  it.each(someOf(Object.entries(HARMLESS), 8))('%s', (_, [, harm]) => {
    expect(told(budget, harm)).toEqual([]);
  });
});

/** With bytes between the last file and the directory; they may be counted to that file, whose packed bytes have ended. */
function withSpare(bytes: Uint8Array, isCounted: boolean): Uint8Array {
  const [spare, file] = [Buffer.from('숨은 말'), Buffer.from(bytes)];
  const end = file.length - 22;
  const start = file.readUInt32LE(end + 16);
  if (isCounted) {
    const record = file.lastIndexOf('PK\x01\x02', end, 'latin1');
    const length = file.readUInt32LE(record + 20) + spare.length;
    file.writeUInt32LE(length, record + 20);
    file.writeUInt32LE(length, file.readUInt32LE(record + 42) + 18);
  }
  file.writeUInt32LE(start + spare.length, end + 16);
  return Buffer.concat([file.subarray(0, start), spare, file.subarray(start)]);
}

describe('an archive', () => {
  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    [
      'with a comment',
      (bytes) => {
        const longer = Buffer.concat([bytes, Buffer.from('숨은 말')]);
        longer.writeUInt16LE(longer.length - bytes.length, bytes.length - 2);
        return longer;
      },
    ],
    [
      'with comments on its files',
      (bytes) =>
        zipSync(
          Object.fromEntries(
            Object.entries(unzipSync(bytes)).map(([name, part]) => [name, [part, { comment: '숨은 말' }]]),
          ),
        ),
    ],
    ['with further fields', (bytes) => zipSync(unzipSync(bytes), { extra: { 39321: strToU8('숨은 말') } })],
    ['with a folder', (bytes) => zipSync({ ...unzipSync(bytes), 'xl/': new Uint8Array() })],
    ['with a gap before its directory', (bytes) => withSpare(bytes, false)],
    ['with bytes behind a packed part', (bytes) => withSpare(bytes, true)],
    ['with more behind it', (bytes) => Buffer.concat([bytes, Buffer.from('more')])],
    ['with more before it', (bytes) => Buffer.concat([Buffer.from('more'), bytes])],
    ['cut short', (bytes) => bytes.subarray(0, bytes.length - 100)],
    [
      'with a part under the name of another',
      (bytes) =>
        Buffer.from(
          Buffer.from(bytes).toString('latin1').replaceAll('xl/styles.xml', 'xl/sheets.xml'),
          'latin1',
        ),
    ],
    ['with no bytes', () => new Uint8Array()],
  ])('%s is told', (_, harm) => {
    expect(proveWorkbook(budget.model, harm(budget.bytes)).diagnostics).not.toEqual([]);
  });
});
