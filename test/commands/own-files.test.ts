// The program's fonts and profiles, harmed one way or another -> told, and never printed with.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHECKSUMS } from '../../src/commands/build/checksums.ts';
import { harmedFonts, OWN_PROFILE } from '../../src/commands/build/own-files.ts';
import { pressJob } from '../../src/commands/build/press.ts';
import { build } from '../../src/commands/build.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { PRESS_DEFAULTS } from '../../src/plan/press.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { profileFault, profileName } from '../../src/write/pdf/press/icc-profile.ts';
import { KEPT } from '../kept.ts';
import { PLAN_FOLDER } from './bundled-plan.ts';
import { checksums } from './renew-checksums.ts';

const PROFILE = readFileSync(path.join(PROGRAM_FOLDER, 'templates/press/FOGRA39L_coated.icc'));
let sources: Sources;
let plan: Plan;

beforeAll(async () => {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const read = (await readSources(PLAN_FOLDER, folders, { fonts: true, profiles: true, kept: KEPT })).value;
  const value = read && readPlan(read.plan).value;
  if (read === undefined || value === undefined) throw new Error('the bundled plan cannot be read');
  sources = read;
  plan = value;
});

it('has the checksums of its own files; npm run checksums renews them', () => {
  expect(CHECKSUMS).toEqual(checksums());
});

const FONT = 'Pretendard-Regular.ttf';
const flipped = (bytes: Uint8Array) => bytes.map((byte, index) => (index === 12_345 ? byte ^ 1 : byte));
const HARMS: readonly [string, (bytes: Uint8Array, fonts: Sources['fonts']) => Uint8Array | undefined][] = [
  ['cut', (bytes) => bytes.slice(0, 5000)],
  ['emptied', () => new Uint8Array()],
  ['harmed in a bit', flipped],
  ['another under its name', (_, fonts) => fonts.get('NanumGothic.ttf')],
  ['another weight under its name', (_, fonts) => fonts.get('Pretendard-Bold.ttf')],
  ['not there', () => undefined],
];

function withHarm(harm: (typeof HARMS)[number][1]): Sources {
  const fonts = new Map(sources.fonts);
  const harmed = harm(fonts.get(FONT) ?? new Uint8Array(), fonts);
  if (harmed === undefined) fonts.delete(FONT);
  else fonts.set(FONT, harmed);
  return { ...sources, fonts };
}

describe('a font', () => {
  it('is told of by nobody as long as it is sound', () => {
    expect(harmedFonts(sources.templates, sources.fonts)).toEqual([]);
  });

  it.each(HARMS)('%s is named, with what to do', (_, harm) => {
    const found = harmedFonts(sources.templates, withHarm(harm).fonts);
    expect(found).toMatchObject([
      { rule: 'harmed-file', severity: 'error', expected: expect.stringContaining(`fonts/${FONT}`) },
    ]);
    expect(found[0]?.place).toMatchObject({ file: `fonts/${FONT}` });
  });

  it.each(
    HARMS.filter(([name]) => /^(cut|another)/.test(name)).slice(0, 2),
  )('%s is never printed with', async (_, harm) => {
    const { diagnostics, files } = await build(withHarm(harm), ['pdf']);
    expect(diagnostics.map(({ rule }) => rule)).toContain('harmed-file');
    expect(files).toEqual([]);
  });
});

/** Bytes by chance, the same each time. */
function random(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 7;
  for (let index = 0; index < length; index++) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    bytes[index] = state >> 16;
  }
  return bytes;
}
function withRandom(from: number, to = PROFILE.length): Buffer {
  const bytes = Buffer.from(PROFILE);
  random(to - from).copy(bytes, from);
  return bytes;
}
function withWord(at: number, word: string): Buffer {
  const bytes = Buffer.from(PROFILE);
  bytes.write(word, at, 'latin1');
  return bytes;
}
function withNumber(at: number, value: number): Buffer {
  const bytes = Buffer.from(PROFILE);
  bytes.writeUInt32BE(value, at);
  return bytes;
}

/** The profile with its table to colours as newer ones have it (lutAToBType): the same grid between curves that change nothing. */
function withNewTable(harm: (table: Buffer) => void = () => {}): Buffer {
  const grid = Buffer.alloc(20);
  grid.fill(9, 0, 4).writeUInt8(2, 16);
  const curve = Buffer.from('637572760000000000000000', 'hex');
  const nodes = PROFILE.subarray(744 + 52 + 4 * 2 * Buffer.from(PROFILE).readUInt16BE(744 + 48)).subarray(
    0,
    9 ** 4 * 6,
  );
  const table = Buffer.concat([Buffer.alloc(32), ...new Array<Buffer>(7).fill(curve), grid, nodes]);
  table.write('mAB ', 0, 'latin1');
  table.set([4, 3], 8);
  table.writeUInt32BE(32, 28);
  table.writeUInt32BE(32 + 4 * 12, 12);
  table.writeUInt32BE(32 + 7 * 12, 24);
  harm(table);
  const bytes = Buffer.concat([PROFILE, table]);
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.writeUInt32BE(PROFILE.length, 132 + 12 * 6 + 4);
  bytes.writeUInt32BE(table.length, 132 + 12 * 6 + 8);
  return bytes;
}

describe('a colour profile', () => {
  it('is read', () => {
    expect(profileFault(PROFILE)).toBeUndefined();
    expect(profileName(PROFILE)).toBe('FOGRA39L Coated');
    expect(profileFault(withNewTable())).toBeUndefined();
  });

  it.each([
    ['emptied', new Uint8Array(), '0바이트'],
    ['cut to 5,000 bytes', PROFILE.subarray(0, 5000), '5000바이트'],
    ['cut, its size mended', Buffer.concat([withNumber(0, 5000).subarray(0, 5000)]), '벗어납니다'],
    ['longer than it says', Buffer.concat([PROFILE, Buffer.from([0])]), '121369바이트'],
    ['with a random body', withRandom(132), '태그'],
    ['random behind its tag table', withRandom(400), '손상되었습니다'],
    // The table of A2B0 lies at 744: 52 bytes of head, then curves and nodes.
    ['random in its table alone', withRandom(744 + 2200, 744 + 53_754), '값이 손상되었습니다'],
    ['with curves of no entries', withNumber(744 + 48, 0), '차례'],
    ['with more grid points than there are', withNumber(744 + 8, 0x04032000), '짧거나'],
    ['with a newer table that has no grid', withNewTable((table) => table.writeUInt32BE(0, 24)), '차례'],
    [
      'with a newer table of one grid point',
      withNewTable((table) => table.writeUInt8(1, 32 + 7 * 12 + 3)),
      '차례',
    ],
    ['with curves beyond its newer table', withNewTable((table) => table.writeUInt32BE(1 << 20, 28)), '차례'],
    ['with a matrix without curves', withNewTable((table) => table.writeUInt32BE(32, 16)), '차례'],
    [
      'random in its newer table',
      withNewTable((table) => table.set(random(30_000), 200)),
      '값이 손상되었습니다',
    ],
    ['no profile', withWord(36, 'xxxx'), 'acsp'],
    ['of a screen', withWord(12, 'mntr'), 'mntr'],
    ['of three colours', withWord(16, 'RGB '), 'RGB'],
    ['without a table to colours', withWord(132 + 12 * 6, 'A2Bx'), 'A2B0'],
    ['with a tag beyond its end', withNumber(132 + 4, 4_000_000_000), '벗어납니다'],
    ['with too many tags', withNumber(128, 4_000_000_000), '4000000000개'],
  ])('%s is refused with what is wrong', (_, bytes, words) => {
    expect(profileFault(bytes)).toContain(words);
  });

  const job = (bytes: Uint8Array | undefined, own: boolean) => {
    const profiles = new Map(bytes === undefined ? [] : [[own ? OWN_PROFILE : 'shop.icc', bytes]]);
    const place = { file: 'plan.yaml', line: 9, column: 1 };
    const press = own ? PRESS_DEFAULTS : { ...PRESS_DEFAULTS, profile: { path: 'shop.icc', place } };
    return pressJob({ ...plan, press }, 'whole', { ...sources, profiles });
  };

  it('of the plan is read, and one of the program has to be as it was', () => {
    expect(job(PROFILE, true).value?.profile.registered).toBe('FOGRA39');
    expect(job(PROFILE, false).value?.profile.registered).toBeUndefined();
    const rules = (bytes: Uint8Array | undefined, own: boolean) =>
      job(bytes, own).diagnostics.map(({ rule, place }) => `${rule} ${place.file}`);
    expect(rules(withRandom(800, 900), true)).toEqual(['harmed-file templates/press/FOGRA39L_coated.icc']);
    expect(rules(undefined, true)).toEqual(['harmed-file templates/press/FOGRA39L_coated.icc']);
    expect(rules(PROFILE.subarray(0, 5000), false)).toEqual(['press-profile plan.yaml']);
    expect(rules(undefined, false)).toEqual(['missing-profile plan.yaml']);
  });

  it('of the plan is never taken for the program’s, whatever its name', () => {
    const profiles = new Map([['FOGRA39L_coated.icc', PROFILE]]);
    expect(pressJob(plan, 'whole', { ...sources, profiles }).value).toBeUndefined();
  });
});
