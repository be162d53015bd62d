// Characters and words that no plan can have -> refused with their place, before they hold up or harm what comes behind.
import { describe, expect, it } from 'vitest';
import { PROGRAMME, readProgramme } from './programme-files.ts';

const LONG = '가'.repeat(1_001);

function faultsOf(over: Readonly<Record<string, string>>): readonly string[] {
  return readProgramme(over).faults;
}

describe('a character is refused', () => {
  it.each([
    ['a control', '창업 \u001b[31m 공간'],
    ['a control, by an escape', '"창업 \\u0000 공간"'],
    ['a control of the second set', '창업 \u0085 공간'],
    ['private-use', '창업 \ue000 공간'],
    ['private-use, by an escape', '"창업 \\ue000 공간"'],
    ['none, U+FFFF', '창업 \uffff 공간'],
    ['none, U+FFFE, by an escape', '"창업 \\ufffe 공간"'],
    ['half of a pair, by an escape', '"창업 \\ud800 공간"'],
    ['the other half of a pair, by an escape', '"창업 \\udc00 공간"'],
  ])('%s', (_, name) => {
    const task = (PROGRAMME['tasks/intern.yaml'] ?? '').replace('청년 인턴', name);
    expect(faultsOf({ 'tasks/intern.yaml': task })).toEqual([
      expect.stringMatching(/^data\/tasks\/intern\.yaml:2:\d+ unusable-character$/),
    ]);
  });

  it('and a whole pair is not', () => {
    const task = (PROGRAMME['tasks/intern.yaml'] ?? '').replace('청년 인턴', '"\\U0001F004 \u{1F004}"');
    expect(faultsOf({ 'tasks/intern.yaml': task })).toEqual([]);
  });
});

describe('a word of more than 1,000 characters is refused', () => {
  it('in data', () => {
    expect(faultsOf({ 'notes.yaml': `source: 출처\nlong: ${LONG} 끝\n` })).toEqual([
      'data/notes.yaml:2:7 word-too-long',
    ]);
    expect(faultsOf({ 'notes.yaml': `long: ${LONG.slice(1)} ${LONG.slice(1)}\n` })).toEqual([]);
  });

  it('in prose', () => {
    expect(faultsOf({ 'narrative/labour-market.hbs': `□ 가\n\n○ ${LONG}\n` })).toEqual([
      'data/narrative/labour-market.hbs:3:3 word-too-long',
    ]);
  });
});
