// The text of a sheet -> its parts: no line is lost, and what is no tag of a block stays text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetParts } from '../../src/plan/sheet-blocks.ts';

describe('the parts of a sheet', () => {
  it('are the stretches between tags, with the lines on which they begin', () => {
    const text =
      '□ 사업\n{{#project "a"}}\n○ 가\n- 나\n{{/project}}\n○ 다\n  {{~#project \'b\'~}}\n○ 라\n{{/project}}';
    expect(sheetParts(text)).toEqual({
      parts: [
        { text: '□ 사업', line: 1 },
        { project: 'a', text: '○ 가\n- 나', line: 3 },
        { text: '○ 다', line: 6 },
        { project: 'b', text: '○ 라', line: 8 },
      ],
      faults: [],
    });
  });

  it.each([
    '○ {{#project "a"}} 글 {{/project}}',
    '{{project "a"}}',
    '{{!-- \n{{#project "a"}}\n --}}',
    '{{#project a}}',
  ])('are one where there is no tag on a line of its own: %s', (text) => {
    expect(sheetParts(text)).toEqual({ parts: [{ text, line: 1 }], faults: [] });
  });

  it('hold every line of any text once, in order, but for the tags', () => {
    const line = fc.constantFrom(
      '□ 제목',
      '○ 글',
      '',
      '- {{fig "./target"}}',
      '{{#project "a"}}',
      '{{#project "b"}}',
      '{{/project}}',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { parts } = sheetParts(lines.join('\n'));
        const kept = parts.flatMap(({ text, line: first }) =>
          text.split('\n').map((one, index) => [first + index, one] as const),
        );
        const plain = lines
          .map((one, index) => [index + 1, one] as const)
          .filter(([, one]) => !/[#/]project/.test(one));
        expect(kept.filter(([, one]) => one !== '')).toEqual(plain.filter(([, one]) => one !== ''));
      }),
      { seed: 20261130 },
    );
  });
});
