// Small documents -> press files of a cover, an inside and a whole, and what cannot be printed.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import type { PressJob } from '../../../src/write/pdf/press/press-job.ts';
import { writePdf } from '../../../src/write/pdf/write-pdf.ts';
import { backCover, cover, part } from './blocks.ts';
import { documentOf, fonts, paragraph } from './documents.ts';
import { operationsOf, pagesOf } from './page-content.ts';
import { PdfFile } from './pdf-file.ts';

const place = { file: 'plan.yaml', line: 3, column: 2 };
const FOGRA39 = readFileSync(new URL('../../../templates/press/FOGRA39L_coated.icc', import.meta.url));
const JOB: PressJob = {
  part: 'whole',
  bleed: 3,
  inner: 26,
  multiple: 4,
  inks: new Map(),
  profile: { bytes: FOGRA39, registered: 'FOGRA39', place },
};
const BOOK: readonly Block[] = [cover, part('one', '첫째 부'), paragraph('p', '본문'), backCover];

function printed(blocks: readonly Block[], job: Partial<PressJob>) {
  return writePdf(documentOf(blocks), fonts, () => {}, undefined, { press: { ...JOB, ...job } });
}

/** The text of each page, without blanks. */
async function textsOf(job: Partial<PressJob>): Promise<string[]> {
  const { value, diagnostics } = await printed(BOOK, job);
  if (value?.press === undefined) throw new Error(JSON.stringify(diagnostics));
  const file = new PdfFile(value.press.bytes);
  return pagesOf(file).map(({ dict }) =>
    operationsOf(file, dict)
      .map(({ text }) => text)
      .join('')
      .replaceAll(' ', ''),
  );
}

describe('the press file', () => {
  it('is filled with blank pages, the back cover outside', async () => {
    const [front, inside, ...rest] = await textsOf({});
    expect(front).toContain('일자리대책연차별세부계획');
    expect(inside).toContain('본문');
    expect(rest).toEqual(['', expect.stringContaining('가람시청')]);
  });

  it('prints cover and inside apart', async () => {
    const sheet = await textsOf({ part: 'cover' });
    expect(sheet.map((text) => text !== '')).toEqual([true, false, false, true]);
    const inside = await textsOf({ part: 'inside', multiple: 8 });
    expect(inside.map((text) => text !== '')).toEqual([true, ...new Array(7).fill(false)]);
  });

  it('is the same twice', async () => {
    const [one, other] = [await printed(BOOK, {}), await printed(BOOK, {})];
    const bytes = Buffer.from(one.value?.press?.bytes ?? []);
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.equals(other.value?.press?.bytes ?? new Uint8Array())).toBe(true);
  });

  it('takes inks, bleed and profile from the plan', async () => {
    const profile = { bytes: FOGRA39, registered: undefined, place };
    const { value } = await printed(BOOK, { bleed: 5, profile, inks: new Map([['main', [90, 60, 0, 0]]]) });
    expect(value?.press?.report).toContain('도련 5 mm');
    expect(value?.press?.report).toContain('출력 의도: Custom, FOGRA39L Coated');
    expect(value?.press?.report).toContain('1\t표지\tCMYK\t165%');
  });

  it.each([
    ['press-ink', { inks: new Map([['main', [100, 100, 80, 20] as const]]) }],
    ['unknown-colour', { inks: new Map([['mian', [100, 0, 0, 0] as const]]) }],
    ['press-margin', { inner: 44 }],
  ] as const)('is not printed with %s', async (rule, job) => {
    const outcome = await printed(BOOK, job);
    expect(outcome.value).toBe(undefined);
    expect(outcome.diagnostics.map((one) => [one.rule, one.place])).toEqual([[rule, place]]);
  });
});
