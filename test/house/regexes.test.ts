// The source files -> proof that no regular expression takes longer than its text is long.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { WHOLE } from '../whole.ts';
import { type FoundRegex, isBounded, plainForms, regexesOfSource } from './regexes.ts';

interface Left {
  readonly left: readonly { readonly file: string; readonly regex: string; readonly why: string }[];
  readonly made: readonly {
    readonly file: string;
    readonly text: string;
    readonly form?: string;
    readonly why?: string;
  }[];
}

const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8');
const { left, made } = parse(read('left-regexes.yaml')) as Left;
/** Judged by `npm run measure:regexes`, since judging takes seconds: it judges them all, or new ones alone, and writes the list anew. */
const judged = new Set(read('linear-regexes.txt').split('\n'));
const found = regexesOfSource();

/** Each that nobody judged to take no longer than the text is long, with its place. */
function faults(list: readonly FoundRegex[]): readonly string[] {
  return list.flatMap(({ file, line, text }) => {
    if (isBounded(text) || judged.has(text)) return [];
    if (left.some((one) => one.file === file && one.regex === text)) return [];
    return [`${file}:${line} ${text}`];
  });
}

const MEND =
  "`npm run measure:regexes -- --new` judges what is new. What it tells of: let it start only where a run starts, (?<!\\d)\\d+, or end at the text's end, \\[[^\\]]*\\]?; else list it in left-regexes.yaml.";

describe('the regular expressions of src', () => {
  it('are found', () => {
    expect(found.length).toBeGreaterThan(500);
    expect(found.filter((one) => one.made).length).toBeGreaterThan(10);
  });

  it('take time in line with the text, but for those listed with a reason', () => {
    expect(faults(found.filter((one) => !one.made)), MEND).toEqual([]);
  });

  it('that are made when the program runs are listed with a form, which is judged too', () => {
    const forms = found
      .filter((one) => one.made)
      .map((one) => {
        const entry = made.find(({ file, text }) => file === one.file && text === one.text);
        return {
          ...one,
          text: entry?.form ?? (entry?.why === undefined ? `no form listed: ${one.text}` : '/linear/'),
        };
      });
    expect(forms.filter(({ text }) => text.startsWith('no form'))).toEqual([]);
    expect(faults(forms), MEND).toEqual([]);
  });

  it('that are listed are still there', () => {
    const there = new Set(found.map(({ file, text }) => `${file} ${text}`));
    const listed = [
      ...left.map((one) => `${one.file} ${one.regex}`),
      ...made.map((one) => `${one.file} ${one.text}`),
    ];
    expect(listed.filter((one) => !there.has(one))).toEqual([]);
    expect(left.every(({ why }) => why.length > 20)).toBe(true);
  });
});

// What judges takes seconds to load, and `npm test` asks the list.
describe.runIf(WHOLE)('the judgement', () => {
  it.each([
    String.raw`/\s+$/`,
    String.raw`/(\d+)개/g`,
    String.raw`/^(?:가|나|\s)+?\s*:\s*(.+)$/`,
    String.raw`/x(?:[^.]*)\.?[^.]*$/`,
    String.raw`/(?<!a)\d+(?=\s+b)|\{\{[^}]*\}\}/`,
    '/(?:a+)+b(?!c)/',
    String.raw`/(["'])\w+\s*\w+\1/`,
  ])('tells of %s', async (literal) => {
    const { superlinear } = await import('./superlinear.ts');
    expect(isBounded(literal)).toBe(false);
    expect(superlinear(literal)).toBeDefined();
  });

  it.each([
    String.raw`/(?<!\s)\s+$/`,
    String.raw`/(?<!\d)(\d+)개(?!월)/g`,
    String.raw`/^(?!.*\.\.)[^/]+$/`,
    String.raw`/[(+*]\{2,\}\*/`,
  ])('lets %s pass', async (literal) => {
    const { superlinear } = await import('./superlinear.ts');
    expect(superlinear(literal)).toBeUndefined();
  });
});

describe('an expression', () => {
  it('without assertions is made of one with them, and one that repeats nothing without end is bounded', () => {
    expect(plainForms(String.raw`(?<![\d,])(\d+)(?=a|b)|^(?!x)y\1`)).toEqual([
      String.raw`^(?:[\s\S]*?[^\d,])?(?:(\d+)(?:a|b|))\uFFFF`,
      '^(?:x)',
      String.raw`(?:^y)\uFFFF`,
    ]);
    expect(isBounded(String.raw`/[+*]{1,3}\+/`)).toBe(true);
  });
});
