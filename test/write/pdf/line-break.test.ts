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

  it.each([
    '12 명',
    '50 % 이상',
    '3 개소에서',
    '4 백만원',
    '2 억 원',
    '2023. 12. 31.',
    '제 3차',
    '약 120곳',
    '총 5회',
    '△ 5.2',
    '가 ·',
    '가 /',
    '( 가',
    '가 )',
  ])('keeps together what is one thing: %s', (text) => {
    const words = text.split(' ');
    const held = words.slice(0, text.endsWith('이상') || text.endsWith('억 원') ? 2 : words.length).join(' ');
    for (let width = [...held].length; width < 30; width++)
      expect(lines(`가나다 라마 ${text} 바사`, width).some((line) => line.includes(held))).toBe(true);
  });

  it.each(['2023 목표', '제 안건', '12. 31일', '가. 나'])('parts what is two: %s', (text) => {
    expect(lines(`가나다 ${text}`, 4 + text.indexOf(' ')).at(-1)).toBe(text.slice(text.indexOf(' ') + 1));
  });

  it('parts them where the line is too short for both', () => {
    expect(lines('12345 명이다', 6)).toEqual(['12345', '명이다']);
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
