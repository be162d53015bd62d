import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/document.ts';
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

  it('keeps apart what is headed by one number twice', () => {
    const narrative = [
      '# 제1장 가',
      '## 제1절 나',
      '## 제1절 다',
      '# 제1절 라',
      '○ 마',
      '# 제1장 바',
      '○ 사',
    ];
    const ids = blocksOf({ narrative }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, 2)).toEqual(['part-1', 'part-1-1']);
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
    '+ 글',
    '= 글',
    '★ 글',
    '♣ 글',
    '\uF0FB 글',
  ])('says that %s opens with an unknown marker', (line) => {
    expect(narrativeFaults({ narrative: `□ 가\n\n  ${line}` })[0]).toMatch(/^3:\d+ unknown-marker$/);
  });

  it.each(['○글', '□', '※글', '▶글', '①글'])('does not take %s for text', (line) => {
    const { value, diagnostics } = compose({ narrative: `○ 앞\n${line}` });
    expect(value).toBeUndefined();
    expect(faults(diagnostics)[0]).toMatch(/labour-market\.hbs:2:1 /);
  });

  it('says that a heading has the wrong form', () => {
    const narrative = '# Ⅱ지역 노동시장\n## 1\n#### 더 아래\n#제목\n### 가.\n## 나)';
    expect(narrativeFaults({ narrative })).toEqual(
      [1, 2, 3, 4, 5, 6].map((line) => `${line}:1 heading-form`),
    );
  });

  it('reads headings with numbers of every kind, and without one', () => {
    const narrative = [
      '# 발간사',
      '# 제2장 노동시장',
      '# 3. 목표',
      '## 제1절 인구',
      '## 가. 고용',
      '## 사업체',
      '### 1) 규모',
      '□ 현황',
      '### (나) 구조',
      '### 흐름',
    ];
    const blocks = blocksOf({ narrative });
    expect(outline(blocks)).toEqual([
      'part : 발간사',
      'part 제2장: 노동시장',
      'part 3: 목표',
      'section 제1절: 인구',
      'section 가: 고용',
      'section : 사업체',
      'subsection 1): 규모',
      'heading: 현황',
      'subsection (나): 구조',
      'subsection : 흐름',
    ]);
    expect(blocks.map(({ id }) => id)).toEqual([
      'part-x1',
      'part-2',
      'part-3',
      'part-3-1',
      'part-3-k1',
      'part-3-x1',
      'part-3-x1-s1',
      'part-3-x1-s1-h1',
      'part-3-x1-sk2',
      'part-3-x1-sx1',
    ]);
  });

  it.each([
    ['○', 'ㅇ❍◦◯o'],
    ['-', '–—−－'],
    ['·', '∙ㆍ‧'],
    ['▶', '‣➢\uF0D8'],
    ['▪', '▪▫\uF0A7'],
    ['◆', '◆◇❖\uF076'],
    ['●', '●⚫\uF06C'],
    ['☞', '☞'],
    ['⇨', '➡⇨→\uF0E8'],
    ['✓', '✔\uF0FC'],
    ['①', '➊❶ⓛ\u{F02B1}\uF081'],
    ['③', '➌❸'],
    ['㉮', '㉮'],
  ])('reads %s in every sign that is typed for it: %s', (marker, signs) => {
    for (const sign of signs)
      expect(outline(blocksOf({ narrative: `□ 가\n${sign} 글` }))[1]).toBe(`item 1 ${marker}: 글`);
  });

  it.each([
    '■',
    '▣',
    '▢',
    '❏',
  ])('reads %s as the sign of a heading, and ＃ and ＊ as what they are', (sign) => {
    expect(outline(blocksOf({ narrative: `${sign} 인구\n＊ 설명` }))).toEqual([
      'heading: 인구',
      'remark 0 *: 설명',
    ]);
    expect(outline(blocksOf({ narrative: '＃＃ 1 인구' }))).toEqual(['section 1: 인구']);
  });

  it('leaves a look-alike without a blank behind it in the text', () => {
    expect(outline(blocksOf({ narrative: ['ㅇㅇ동 주민', '■글', '→글', '❶글'] }))).toEqual([
      'paragraph: ㅇㅇ동 주민',
      'paragraph: ■글',
      'paragraph: →글',
      'paragraph: ❶글',
    ]);
  });

  it('gives a sign that stands in for others the level that it has by custom', () => {
    const narrative = ['□ 가', '○ 1', '- 2', '· 3', '◆ 1', '☞ 2', '▪ 3', '◆ 1', '○ 2', '□ 나', '▪ 1', '- 2'];
    for (const block of blocksOf({ narrative }))
      if (block.kind === 'item')
        expect(`${block.level}`).toBe(
          block.content.inlines.map((one) => ('text' in one ? one.text : '')).join(''),
        );
  });

  it('takes numbers for items only where the plan says so', () => {
    const narrative = [
      '□ 가',
      '1. 하나',
      '가. 둘',
      '1) 셋',
      '（２） 넷',
      '1) 셋',
      '나. 둘',
      '3. 15. 행사',
      '2026. 3. 접수',
    ];
    expect(
      outline(blocksOf({ narrative }))
        .slice(1)
        .every((line) => line.startsWith('paragraph: ')),
    ).toBe(true);
    expect(outline(blocksOf({ narrative, numberedItems: true })).slice(1)).toEqual([
      'item 1 1.: 하나',
      'item 2 가.: 둘',
      'item 3 1): 셋',
      'item 4 (2): 넷',
      'item 3 1): 셋',
      'item 2 나.: 둘',
      'paragraph: 3. 15. 행사',
      'paragraph: 2026. 3. 접수',
    ]);
  });

  it('puts lines in a frame, with markers of their own order', () => {
    const narrative = [
      '○ 앞',
      '- 아래',
      '{{#box "요약"}}',
      '- 하나',
      '○ 둘',
      '  ※ 셋',
      '{{/box}}',
      '○ 뒤',
      '{{#box}}',
      '글',
      '{{/box}}',
    ];
    const [, , first, after, second] = blocksOf({ narrative });
    const boxOf = (block: Block | undefined) => (block?.kind === 'box' ? block : undefined);
    expect(boxOf(first)?.title?.inlines).toMatchObject([{ text: '요약' }]);
    expect(outline(boxOf(first)?.blocks ?? [])).toEqual(['item 1 -: 하나', 'item 2 ○: 둘', 'remark 2 ※: 셋']);
    expect(outline(after === undefined ? [] : [after])).toEqual(['item 1 ○: 뒤']);
    expect(boxOf(second)?.title).toBeUndefined();
    expect(outline(boxOf(second)?.blocks ?? [])).toEqual(['paragraph: 글']);
  });

  it.each([
    ['{{#box}}\n{{/box}}', '1:1 box-content'],
    ['{{#box}}\n□ 제목\n○ 글\n{{/box}}', '2:1 box-content'],
    ['{{#box}}\n○ 글\n{{page-break}}\n{{/box}}', '3:1 box-content'],
    ['{{#box}}\n○ 글', '1:1 group-form'],
    ['○ 글\n{{/box}}', '2:1 group-form'],
    ['{{#box}}\n○ 글\n{{#box}}\n○ 글\n{{/box}}', '3:1 group-form'],
    ['○ 글 {{#box}}안{{/box}}', '1:5 group-form'],
    ['{{#box 3}}\n○ 글\n{{/box}}', '1:1 helper-arguments'],
    ['{{#bax}}\n○ 글\n{{/bax}}', '1:1 unknown-helper'],
    ['{{#landscape}}\n{{/landscape}}', '1:1 landscape-content'],
    ['{{#landscape}}\n{{page-break}}\n{{/landscape}}', '1:1 landscape-content'],
    ['{{#landscape}}\n○ 글\n# Ⅱ 부\n{{/landscape}}', '3:1 landscape-content'],
    ['{{#landscape}}\n○ 글', '1:1 group-form'],
    ['{{#landscape}}\n○ 글\n{{#landscape}}\n○ 글\n{{/landscape}}\n{{/landscape}}', '3:1 group-form'],
    ['{{#box}}\n○ 글\n{{#landscape}}\n○ 글\n{{/landscape}}\n{{/box}}', '3:1 group-form'],
    ['{{#landscape}}\n{{#box}}\n○ 글\n{{/landscape}}\n{{/box}}', '4:1 group-form'],
    ['{{#landscape "제목"}}\n○ 글\n{{/landscape}}', '1:1 helper-arguments'],
    ['○ 글 {{#landscape}}안{{/landscape}}', '1:5 group-form'],
    ['{{page-break 1}}', '1:1 helper-arguments'],
    ['○ 글 {{page-break}}', '1:5 block-in-text'],
  ])('tells what is wrong with %j', (narrative, fault) => {
    expect(narrativeFaults({ narrative })[0]).toBe(fault);
  });

  it('tells a group within a group once', () => {
    const narrative = '{{#landscape}}\n○ 글\n{{#landscape}}\n○ 글\n{{/landscape}}\n{{/landscape}}';
    expect(narrativeFaults({ narrative })).toEqual(['3:1 group-form']);
  });

  it('turns the pages of a group, with a frame in it and headings that go on', () => {
    const narrative = [
      '## 1 앞',
      '○ 글',
      '### 가. 함께 옮겨 감',
      '{{#landscape}}',
      '## 2 뒤',
      '{{#box}}',
      '글',
      '{{/box}}',
      '{{/landscape}}',
      '○ 끝',
    ];
    const blocks = blocksOf({ narrative });
    expect(blocks.map((block) => (block.kind === 'page-turn' ? block.landscape : block.kind))).toEqual([
      'section',
      'item',
      true,
      'subsection',
      'section',
      'box',
      false,
      'item',
    ]);
    const turns = blocks.filter(({ kind }) => kind === 'page-turn');
    expect(new Set(turns.map(({ id }) => id)).size).toBe(2);
  });

  it('begins a page where the text says so', () => {
    const kinds = blocksOf({ narrative: ['○ 앞', '{{page-break}}', '○ 뒤', '{{page-break}}'] });
    expect(kinds.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'item item-1',
      'page-break page-break',
      'item item-2',
      'page-break page-break-2',
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
