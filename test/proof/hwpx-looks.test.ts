// A file for 한글 with one value changed, whichever it is -> told: what the proof lets pass is listed here with its reason.
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { proveHwpx } from '../../src/proof/hwpx/prove-hwpx.ts';
import { zipOf } from '../../src/zip/write-zip.ts';
import { someOf } from '../whole.ts';
import { everyKindWritten } from '../write/hwpx/written.ts';

const STORED = /^(?:mimetype|version\.xml|BinData\/.*)$/;

/** Only has to be another one in each note, which is proven. */
const HARMLESS = /^hp:footNote@instId /;

/** The first and the third time that an element has an attribute: with another value. */
function* changes(xml: string): Generator<readonly [string, string]> {
  const seen = new Map<string, number>();
  for (const element of xml.matchAll(/<([\w:]+)((?: [\w:-]+="[^"]*")*)\/?>/g))
    for (const one of (element[2] ?? '').matchAll(/ ([\w:-]+)="([^"]*)"/g)) {
      const [written, name = '', value = ''] = one;
      const key = `${element[1]}@${name}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      if (seen.get(key) !== 1 && seen.get(key) !== 3) continue;
      const at = element.index + 1 + (element[1] ?? '').length + one.index;
      const other = value === '0' ? '1' : /^-?\d+$/.test(value) ? String(Number(value) - 1) : `${value}x`;
      yield [
        `${key} ${value} → ${other}`,
        `${xml.slice(0, at)} ${name}="${other}"${xml.slice(at + written.length)}`,
      ];
    }
  for (const text of xml.matchAll(/<hp:t>([^<]+)<\/hp:t>/g))
    for (const other of [`${text[1]} `, `\u200b${text[1]}`, (text[1] ?? '').replace(' ', '\u00a0')])
      if (other !== text[1])
        yield [
          `hp:t ${text[1]} → ${other}`,
          `${xml.slice(0, text.index)}<hp:t>${other}</hp:t>${xml.slice(text.index + text[0].length)}`,
        ];
}

it('tells of every value and every blank', { timeout: 600_000 }, async () => {
  const file = await everyKindWritten();
  const parts = new Map(Object.entries(unzipSync(file.bytes)));
  const all = [...parts].flatMap(([part, bytes]) =>
    /\.(?:xml|hpf)$/.test(part) ? [...changes(strFromU8(bytes))].map((one) => [part, ...one] as const) : [],
  );
  expect(all.length).toBeGreaterThan(800);
  const silent = someOf(all, 30).flatMap(([part, what, xml]) => {
    const harmed = new Map(parts).set(part, strToU8(xml));
    const bytes = zipOf(harmed, '2023-03-31', { isStored: (name) => STORED.test(name) });
    const told = proveHwpx(file.document, { ...file, bytes, name: 'plan.hwpx' });
    return told.length > 0 || HARMLESS.test(what) ? [] : [`${part} ${what}`];
  });
  expect(silent).toEqual([]);
});
