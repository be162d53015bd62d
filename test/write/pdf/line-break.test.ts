import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../src/write/pdf/type/line-break.ts';

/** Every character one unit wide. */
function lines(text: string, width: number): string[] {
  const characters = [...text].map((char) => ({ char, advance: 1, attached: false }));
  return breakLines(characters, width).map(({ start, end }) => [...text].slice(start, end).join(''));
}

describe('breakLines', () => {
  it('breaks between words only, and drops the blank at the break', () => {
    expect(lines('서구의 인구는 증가', 7)).toEqual(['서구의 인구는', '증가']);
    expect(lines('서구의 인구는 증가', 6)).toEqual(['서구의', '인구는 증가']);
  });

  it('cuts a word wider than the line between syllables', () => {
    expect(lines('경제활동인구', 4)).toEqual(['경제활동', '인구']);
  });

  it('prefers to cut a long word after a middle dot', () => {
    expect(lines('인쇄·목재·공예', 7)).toEqual(['인쇄·목재·', '공예']);
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(lines('가나다라)마', 4)).toEqual(['가나다', '라)마']);
    expect(lines('가나다(라마', 4)).toEqual(['가나다', '(라마']);
    expect(lines('가나다라%', 4)).toEqual(['가나다', '라%']);
  });

  it('keeps figures whole and with the unit behind them', () => {
    expect(lines('가나58,270개', 5)).toEqual(['가나', '58,27', '0개']);
    expect(lines('가나다12명라', 5)).toEqual(['가나다', '12명라']);
  });

  it('keeps Latin words whole where it can', () => {
    expect(lines('가나다FOOD', 5)).toEqual(['가나다', 'FOOD']);
  });

  it('ends a line at a line feed, also an empty one', () => {
    expect(lines('가\n\n나', 9)).toEqual(['가', '', '나']);
    expect(lines('가\n', 9)).toEqual(['가', '']);
    expect(lines('', 9)).toEqual(['']);
  });

  it('loses no character, whatever the width', () => {
    const text = '(인구규모) 서구의 인구는 2022년 12월말 기준 589,013명으로,  전국 인구의 1.1%·2위 「표」';
    for (let width = 1; width < 40; width++) {
      expect(lines(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines(text, width)) expect([...line].length).toBeLessThanOrEqual(Math.max(width, 2));
    }
  });

  it('keeps an attached note reference with the character before it', () => {
    const characters = [...'가나다1'].map((char) => ({ char, advance: 1, attached: char === '1' }));
    expect(breakLines(characters, 3)).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
  });
});
