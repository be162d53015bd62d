// Templates and charts that were made to do harm -> diagnostics with their places, in no time.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatDiagnostic } from '../../src/cli/report.ts';
import { build } from '../../src/commands/build.ts';
import { KEPT } from '../kept.ts';
import { processorTime } from '../processor-time.ts';

const own = (name: string) => readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');
const OURS = {
  'theme.yaml': own('theme.yaml'),
  'charts/config.vl.json': own('charts/config.vl.json'),
};

const PLAN = `id: small
title: 일자리대책
issuer: 한빛구
year: 2023
issue-date: 2023-03-31
`;

/** What a build without files says of these texts, one line each. */
async function said(
  plan: Readonly<Record<string, string>>,
  templates: Readonly<Record<string, string>>,
): Promise<string> {
  const { diagnostics } = await build(
    {
      plan: {
        displayRoot: 'plan',
        kept: KEPT,
        files: new Map(Object.entries({ 'plan.yaml': PLAN, ...plan })),
      },
      templates: {
        displayRoot: 'templates',
        kept: KEPT,
        files: new Map(Object.entries({ ...OURS, ...templates })),
      },
      fonts: new Map(),
    },
    [],
  );
  return diagnostics.map(formatDiagnostic).join('\n');
}

// Nothing is printed past the program's own words: what libraries say in English reaches nobody, so they must have nothing to say.
beforeEach(() => {
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) vi.spyOn(console, name);
  vi.spyOn(process, 'emitWarning');
});
afterEach(() => {
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    expect(console[name]).not.toHaveBeenCalled();
  expect(process.emitWarning).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

describe('a template', () => {
  it('that includes others ten times over, six deep, is stopped', async () => {
    const partials = Object.fromEntries(
      [...'abcdef'].map((name, index) => [
        `partials/${name}.hbs`,
        index === 5 ? '글' : `{{> ${'abcdef'[index + 1]}}}\n`.repeat(10),
      ]),
    );
    const text = await said({}, { 'publication.hbs': '{{> a}}\n', ...partials });
    expect(text).toMatch(/^templates\/partials\/[a-f]\.hbs:\d+:\d+ {2}오류 too-much-text/m);
  });

  it('that includes others one in the other, 300 deep, is stopped', async () => {
    const partials = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`partials/p${index}.hbs`, `{{> p${index + 1}}}\n`]),
    );
    const text = await said({}, { 'publication.hbs': '{{> p0}}\n', ...partials, 'partials/p300.hbs': '글' });
    expect(text).toMatch(/^templates\/partials\/p48\.hbs:1:1 {2}오류 too-much-text .*50단계까지/m);
  });

  it.each([
    '{{constructor}}',
    '{{__proto__}}',
    '{{constructor.constructor "return process"}}',
    '{{#with this}}{{lookup . "constructor"}}{{/with}}',
    '{{fig (lookup this "constructor")}}',
    '{{@root.constructor}}',
    '{{> (lookup this "a")}}',
    '{{> ../../../etc/passwd}}',
    '{{toString}}',
    '{{hasOwnProperty "a"}}',
    '{{helperMissing}}',
    '{{each "a"}}',
    '{{log "a"}}',
  ])('%s reaches nothing', async (text) => {
    expect(await said({}, { 'publication.hbs': `□ ${text}\n` })).toMatch(
      /^templates\/publication\.hbs:1:\d+ {2}오류 (unknown-helper|helper-arguments|template-syntax|unknown-partial) /m,
    );
  });

  it.each([
    'toString',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'valueOf',
    'nothing-of-that-name',
  ])('that may take in %s takes in nothing', async (name) => {
    const text = await said({}, { 'publication.hbs': `□ 앞\n{{#> ${name}}}{{/${name}}}\n□ 뒤\n` });
    expect(text).toBe('');
  });

  it.each([
    '{{{constructor}}}',
    '{{{toString}}}',
    '{{&constructor}}',
    '{{{__proto__}}}',
    '{{> toString}}',
    '{{> constructor}}',
  ])('%s reaches nothing either', async (text) => {
    expect(await said({}, { 'publication.hbs': `□ ${text}\n` })).toMatch(
      /^templates\/publication\.hbs:1:\d+ {2}오류 (unknown-helper|unknown-partial|template-syntax) /m,
    );
  });

  it('of opened braces only is refused quickly', async () => {
    const spent = await processorTime(async () => {
      expect(await said({}, { 'publication.hbs': '{{#a}}'.repeat(20_000) })).toContain('template-syntax');
      expect(await said({}, { 'publication.hbs': '{{'.repeat(5000) })).toContain('template-syntax');
    });
    expect(spent).toBeLessThan(10_000);
  });
});

describe('a chart', () => {
  const chart = (spec: string) =>
    said(
      { 'charts.yaml': 'bad:\n  caption: 그림\n  alt: 그림\n  spec: bad\n  tables: []\n' },
      { 'publication.hbs': '{{chart "bad"}}\n', 'charts/bad.vl.json': spec },
    );

  it.each([
    ['{"data":{"url":"/etc/passwd"},"mark":"bar"}', 'url'],
    ['{"data":{"values":[]},"mark":{"type":"image","url":"http://a"}}', 'url'],
    ['{"data":{"values":[]},"mark":{"type":"bar","href":"http://a"}}', 'href'],
    ['{"data":{"sequence":{"start":0,"stop":1e9}},"mark":"bar"}', 'sequence'],
    ['{"data":{"sequence":{"start":0,"stop":1,"step":0}},"mark":"bar"}', 'sequence'],
    [
      '{"data":{"values":[]},"transform":[{"impute":"a","key":"b","keyvals":{"stop":1e9}}],"mark":"bar"}',
      'keyvals',
    ],
    ['{"data":{"values":[]},"mark":"bar","encoding":{"x":{"bin":{"maxbins":1e9}}}}', 'maxbins'],
    [
      '{"data":{"values":[]},"mark":"bar","encoding":{"x":{"axis":{"tickCount":{"expr":"1e9"}}}}}',
      'tickCount',
    ],
    [
      '{"data":{"values":[]},"mark":"bar","encoding":{"x":{"axis":{"tickCount":{"interval":"second"}}}}}',
      'tickCount',
    ],
    ['{"data":{"values":[]},"transform":[{"quantile":"a","step":1e-9}],"mark":"bar"}', 'step'],
    [
      '{"data":{"values":[]},"transform":[{"regression":"a","on":"b","method":"poly","order":1e6}],"mark":"bar"}',
      'order',
    ],
    ['{"data":{"graticule":{"step":[1e-6,1e-6]}},"mark":"bar"}', 'graticule'],
    ['{"data":{"values":[]},"mark":"bar","encoding":{"x":{"scale":{"bins":{"step":1e-3}}}}}', 'bins'],
    ['{"data":{"values":[]},"mark":"bar","__proto__":{"a":1}}', '__proto__'],
    [
      '{"data":{"values":[]},"transform":[{"calculate":"datum.value * random()","as":"value"}],"mark":"bar"}',
      'calculate',
    ],
    ['{"data":{"values":[]},"transform":[{"filter":"year(now ()) > 2000"}],"mark":"bar"}', 'filter'],
    ['{"data":{"values":[]},"params":[{"name":"a","expr":"sampleUniform(0, 1)"}],"mark":"bar"}', 'expr'],
    ['{"data":{"values":[]},"transform":[{"sample":5}],"mark":"bar"}', 'sample'],
    ['{"data":{"values":[]},"mark":{"type":"bar","size":{"expr":"r\\\\u0061ndom()"}}}', 'expr'],
    [`{"layer":${'[{"layer":'.repeat(30)}[]${'}]'.repeat(30)}}`, 'layer'],
  ])('%s is refused where it stands', async (spec, key) => {
    const text = await chart(spec);
    expect(text).toMatch(/^templates\/charts\/bad\.vl\.json:1:\d+ {2}오류 chart-unsafe /m);
    expect(text).toContain(`"${key}"`);
  });

  it('of brackets only is no JSON of ours', async () => {
    expect(await chart('['.repeat(200_000))).toContain('chart-syntax');
  });
});

describe('data', () => {
  it.each([
    'wo\u200dmen',
    'a b',
    '../a',
    'A',
    '__proto__',
    'constructor',
  ])('with the id %j names no figure', async (id) => {
    const files = {
      'strategies.yaml': `strategies:\n  - { id: '${id}', name: 가, tasks: [one, '${id}'] }\n`,
      'tasks/one.yaml': `id: one\nname: 나\nprojects:\n  - { id: '${id}', name: 다, target: 1, funding: { district: 1 } }\n`,
    };
    expect(await said(files, { 'publication.hbs': '' })).toMatch(
      /^plan\/(strategies|tasks\/one)\.yaml:\d+:\d+ {2}오류/m,
    );
  });

  it.each([
    [
      'an alias bomb',
      `a: &a [${'x,'.repeat(9)}x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}1]`).join('\n')}\n`,
    ],
    ['lists in lists', `a: ${'['.repeat(100_000)}`],
    ['mappings in mappings', `a: ${'{a: '.repeat(50_000)}`],
    ['steps to the right', Array.from({ length: 700 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
    ['dashes', `a:\n  ${'- '.repeat(50_000)}`],
    ['keys', `${'? '.repeat(20_000)}a`],
  ])('%s is refused quickly', async (_, text) => {
    const spent = await processorTime(async () =>
      expect(await said({ 'notes.yaml': text }, { 'publication.hbs': '' })).toMatch(
        /^plan\/notes\.yaml:\d+:\d+ {2}오류/m,
      ),
    );
    expect(spent).toBeLessThan(5000);
  });

  it('with control characters is shown without them', async () => {
    const text = await said(
      { 'notes.yaml': 'a: [\u001b]0;harm\u0007 "\u202e\n' },
      { 'publication.hbs': '□ {{fig "\u001b[31m\u202e"}}' },
    );
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    expect(text).toContain('(보이지 않는 글자 U+001B)');
  });
});
