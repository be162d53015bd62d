// A file for 한글 -> what another program (@rhwp/core) reads and draws of it: every text, note and field, page by page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HwpDocument, initSync } from '@rhwp/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectedBody } from '../../../src/proof/hwpx/expected-body.ts';
import { everyKindWritten, type Written } from './written.ts';

/** What the program asks its browser for: how wide a text is. */
const BROWSER = { measureTextWidth: (_font: string, text: string) => 8 * text.length };

let file: Written;
let read: HwpDocument;
let drawn: string;

beforeAll(async () => {
  Object.assign(globalThis, BROWSER);
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@rhwp/core/rhwp_bg.wasm')) });
  file = await everyKindWritten();
  read = new HwpDocument(file.bytes);
  const pages = Array.from({ length: read.pageCount() }, (_, page) => read.renderPageSvg(page));
  drawn = pages.map(textIn).join('');
}, 60_000);

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'measureTextWidth');
});

/** The letters of a drawn page, in the order of drawing. */
function textIn(svg: string): string {
  const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text = '']) => text);
  return texts
    .join('')
    .replaceAll(/<[^>]*>|\s+/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

it('draws every text, and every note at the foot of a page', () => {
  const { paragraphs, notes } = expectedBody(file.document, file.layout, file.map);
  const words = [...paragraphs, ...notes].map((one) => one.words.replaceAll(/[\s…]/g, ''));
  expect(words.filter((one) => !drawn.includes(one))).toEqual([]);
  expect(words.length).toBeGreaterThan(80);
  expect(drawn).toContain('[검토본]');
  for (const page of [3, 4, 5]) expect(drawn).toContain(`-${page}-`);
});

it('finds the figures under their addresses, and the fields of the contents', () => {
  const fields = JSON.parse(read.getFieldList()) as readonly {
    readonly name: string;
    readonly fieldType: string;
  }[];
  expect(fields.map(({ name }) => name).filter((name) => name !== '')).toEqual([
    'tables/people/2022/men',
    'tables/people/2022/women',
  ]);
  expect(fields.filter(({ fieldType }) => fieldType === 'crossref')).toHaveLength(3);
});

it('keeps all of it when it saves the file', () => {
  const again = new HwpDocument(read.exportHwpx());
  expect(again.pageCount()).toBe(read.pageCount());
  expect(again.getFieldList()).toContain('tables/people/2022/men');
});
