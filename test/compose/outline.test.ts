import { describe, expect, it } from 'vitest';
import { blocksOf, compose, documentOf, faults, narrativeFaults, outline } from './small-plan.ts';

describe('the outline', () => {
  it('makes a block of each line by the marker that opens it', () => {
    const narrative = [
      '# Ⅱ 지역 노동시장 현황',
      '',
      '## 1 인구변화',
      '□ 인구현황',
      '○ 서구의 인구',
      '※ 참고',
      '* 설명',
      '표지 없는 글',
    ];
    expect(outline(blocksOf({ narrative }))).toEqual([
      'part Ⅱ: 지역 노동시장 현황',
      'section 1: 인구변화',
      'heading: 인구현황',
      'item 1 ○: 서구의 인구',
      'remark 0 ※: 참고',
      'remark 0 *: 설명',
      'paragraph: 표지 없는 글',
    ]);
  });

  it('levels items by the first appearance of their marker under each heading', () => {
    const narrative = ['□ 가', '○ 1', '- 2', '· 3', '- 2', '○ 1', '□ 나', '- 1', '▶ 2', '① 3', '② 3', '- 1'];
    const levels = blocksOf({ narrative }).flatMap((block) => (block.kind === 'item' ? [block] : []));
    for (const item of levels) {
      const text = item.content.inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
      expect(`${item.marker} ${item.level}`).toBe(`${item.marker} ${text}`);
    }
  });

  it('refuses a fifth marker under one heading', () => {
    expect(narrativeFaults({ narrative: '□ 가\n○ 1\n- 2\n· 3\n▶ 4\n▷ 5' })).toEqual(['6:1 too-deep']);
  });

  it('continues a line behind two blanks, and hangs a remark under its item', () => {
    const narrative = ['○ 첫 줄', '  둘째 줄', '  ※ 참고', '※ 바깥'];
    expect(outline(blocksOf({ narrative }))).toEqual([
      'item 1 ○: 첫 줄 둘째 줄',
      'remark 1 ※: 참고',
      'remark 0 ※: 바깥',
    ]);
  });

  it('lets bold run over a continued line', () => {
    expect(outline(blocksOf({ narrative: ['○ **굵은', '  글** 끝'] }))).toEqual(['item 1 ○: **굵은 글** 끝']);
  });

  it('takes what stands behind a backslash as text', () => {
    const narrative = [
      '\\○ 표지가 아님',
      '\\* 별',
      '\\# 샵',
      '\\◆ 마름모',
      '별 \\*\\*둘\\*\\* \\[^없음] \\\\',
    ];
    expect(outline(blocksOf({ narrative }))).toEqual([
      'paragraph: ○ 표지가 아님',
      'paragraph: * 별',
      'paragraph: # 샵',
      'paragraph: ◆ 마름모',
      'paragraph: 별 **둘** [^없음] \\',
    ]);
  });

  it('takes no marker from what a helper puts in', () => {
    const narrative = [
      '{{free "○ 5" "표지처럼 보이는 글"}}',
      '○ {{free "**6** \\* [^n]" "표시처럼 보이는 글"}}',
    ];
    expect(outline(blocksOf({ narrative }))).toEqual(['paragraph: ○ 5', 'item 1 ○: **6** \\* [^n]']);
  });

  it('leaves a sign without a blank behind it in the text', () => {
    const narrative = ['-5명이 줄었다', '**굵은** 글', '(괄호) 글', '< 꺾쇠 > 글', '“따옴표” 글'];
    expect(outline(blocksOf({ narrative }))).toEqual([
      'paragraph: -5명이 줄었다',
      'paragraph: **굵은** 글',
      'paragraph: (괄호) 글',
      'paragraph: < 꺾쇠 > 글',
      'paragraph: “따옴표” 글',
    ]);
  });

  it.each([
    '◆ 글',
    '◇ 글',
    '■ 글',
    '☞ 글',
    '→ 글',
    '● 글',
    '◦ 글',
    '+ 글',
    '∙ 글',
  ])('says that %s opens with an unknown marker', (line) => {
    expect(narrativeFaults({ narrative: `□ 가\n\n  ${line}` })[0]).toMatch(/^3:\d+ unknown-marker$/);
  });

  it.each(['○글', '□', '※글', '▶글', '①글', 'ㅇ 글'])('does not take %s for text', (line) => {
    const { value, diagnostics } = compose({ narrative: `○ 앞\n${line}` });
    expect(value).toBeUndefined();
    expect(faults(diagnostics)[0]).toMatch(/labour-market\.hbs:2:1 /);
  });

  it('says that a heading has the wrong form', () => {
    expect(narrativeFaults({ narrative: '# 지역 노동시장\n## 인구변화\n### 더 아래' })).toEqual([
      '1:1 heading-form',
      '2:1 heading-form',
      '3:1 heading-form',
    ]);
  });

  it('gives every block an id of its own, the same when text is added elsewhere', () => {
    const before = ['# Ⅱ 현황', '## 1 인구', '□ 가', '○ 하나', '○ 둘', '## 2 고용', '□ 나', '○ 셋'];
    const after = ['# Ⅱ 현황', '## 1 인구', '□ 가', '○ 하나', '○ 새로', '○ 둘', '## 2 고용', '□ 나', '○ 셋'];
    const idsOf = (narrative: readonly string[]) => blocksOf({ narrative }).map(({ id }) => id);
    expect(new Set(idsOf(after)).size).toBe(after.length);
    expect(idsOf(after).slice(-3)).toEqual(idsOf(before).slice(-3));
  });

  it('tells of each text where it was written', () => {
    const { blocks } = documentOf({ narrative: ['○ 가', '', '{{! 설명', '두 줄 }}', '○ {{year -1}}년'] });
    expect(blocks.map((block) => block.kind === 'item' && block.content.place)).toMatchObject([
      { file: 'data/narrative/labour-market.hbs', line: 1 },
      { file: 'data/narrative/labour-market.hbs', line: 5 },
    ]);
  });
});
