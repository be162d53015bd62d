import { describe, expect, it } from 'vitest';
import { axis, compose, documentOf, faults, short, source, table } from './small-plan.ts';

describe('notes', () => {
  const notes = { a: '가', b: '나', c: '다', d: '라', e: '마' };
  const small = table('t', [axis('x', '열[^c]')], [axis('r', '행[^d]')], [['1']], {
    caption: source('< 표[^b] >'),
    unitLine: source('(단위)[^e]'),
  });

  it('are numbered by their first reference: prose, caption, unit line, header, body', () => {
    const document = documentOf({
      narrative: '○ 앞[^a]\n{{table "t"}}\n○ 뒤[^c] 다시[^a]',
      notes,
      tables: [small],
    });
    expect([...document.notes].map(([id, { number }]) => `${number} ${id}`)).toEqual([
      '1 a',
      '2 b',
      '3 e',
      '4 c',
      '5 d',
    ]);
  });

  it('hold text with helpers, bold and line breaks', () => {
    const document = documentOf({
      narrative: '○ 글[^n]',
      notes: { n: '출처: **조사**({{year -3}}년)\n둘째 줄' },
    });
    expect(short(document.notes.get('n')?.content.inlines ?? [])).toBe('출처: **조사**(2020년)|둘째 줄');
  });

  it('are a warning where nothing refers to them', () => {
    const { value, diagnostics } = compose({ narrative: '○ 글[^a]', notes: { a: '가', b: '나' } });
    expect(value?.notes.size).toBe(1);
    expect(diagnostics).toMatchObject([{ rule: 'unused-note', severity: 'warning' }]);
  });

  it('do not refer to notes', () => {
    const { value, diagnostics } = compose({ narrative: '○ 글[^a][^b]', notes: { a: '가[^b]', b: '나' } });
    expect(value).toBeUndefined();
    expect(faults(diagnostics)).toEqual(['data/plan.yaml:1:1 note-in-note']);
  });

  it('show the one that was probably meant', () => {
    const { diagnostics } = compose({
      narrative: '○ 글[^kosis-populatoin]',
      notes: { 'kosis-population': '출처' },
    });
    expect(diagnostics[0]).toMatchObject({ expected: expect.stringContaining('kosis-population') });
  });
});

describe('the theme', () => {
  it('takes the office’s own colours, for screens and for the press', () => {
    const { theme } = documentOf({ narrative: '○ 글', colours: { main: '#FF8000' } });
    expect(theme.colours.main).toMatchObject({ rgb: '#FF8000', cmyk: [0, 50, 100, 0] });
    expect(theme.colours.second?.rgb).toBe('#000000');
  });

  it('has no colours but its own', () => {
    const { value, diagnostics } = compose({ narrative: '○ 글', colours: { mian: '#FF8000' } });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { rule: 'unknown-colour', expected: expect.stringContaining('main') },
    ]);
  });
});
