import { describe, expect, it } from 'vitest';
import { blocksOf, compose, documentOf, faults, narrativeFaults, outline, short } from './small-plan.ts';

const figures = {
  population: '589013',
  rate: '3.8 %',
  nil: '-',
  unknown: 'missing',
  less: '-11.2 %',
  zero: '0.0 %',
};
const names = { park: ['뷰티풀파크', '뷰티폴파크'] };

function paragraph(narrative: string): string {
  const [block] = blocksOf({ narrative, figures, names });
  return block?.kind === 'paragraph' ? short(block.content.inlines) : '';
}

describe('helpers', () => {
  it.each([
    ['{{fig "figures/population"}}명', '{589,013}명'],
    ['{{fig "figures/population" unit=true}}', '{589,013명}'],
    ['{{fig "figures/population" as="589천여"}}', '{589천여}'],
    ['{{fig "figures/population" form="plain"}}', '{589013}'],
    ['{{fig "figures/rate"}}%', '{3.8}%'],
    ['{{fig "figures/less"}}%', '{△11.2}%'],
    ['{{fig "figures/nil"}}', '{-}'],
    ['{{fig "figures/unknown"}}', '{미정}'],
    ['**{{fig "figures/population"}}명**', '**{589,013}****명**'],
    ['{{free "34" "나이"}}세', '34세'],
    ['{{claim "증가" "figures/rate"}}', '증가'],
    ['{{fig "figures/less" form="magnitude" unit=true}} {{direction "figures/less"}}', '{11.2%} 감소'],
    ['{{fig "figures/rate" form="magnitude"}}% {{direction "figures/rate" "상승/하락"}}', '{3.8}% 상승'],
    ['{{direction "figures/less" "늘어/줄어/그대로"}}', '줄어'],
    ['{{fig "figures/zero" form="magnitude"}} {{direction "figures/zero" "상승/하락/보합"}}', '{0.0} 보합'],
    ['{{direction "figures/nil" "상승/하락/보합"}}', '보합'],
    ['{{fig "figures/unknown" form="magnitude"}} {{direction "figures/unknown"}}', '{미정} 미정'],
    ['{{fig "figures/nil" form="magnitude"}}', '{-}'],
    ['{{year -1}}년', '2022년'],
    ['{{year 0 form="short"}}년', '’23년'],
    ['{{name "park"}}', '뷰티풀파크'],
    ['{{name "park" as="뷰티폴파크"}}', '뷰티폴파크'],
    ['{{fig "figures/rate"}}{{fig "figures/population"}}', '{3.8}{589,013}'],
    ['A & B < C = "D" \'E\' `F`', 'A & B < C = "D" \'E\' `F`'],
  ])('%s prints %s', (template, printed) => {
    expect(paragraph(template)).toBe(printed);
  });

  it('say what their words are', () => {
    const [block] = blocksOf({
      narrative:
        '{{free "34" "나이"}}{{claim "증가" "figures/rate"}}{{year -1}}{{name "park"}}{{fig "figures/rate"}}',
      figures,
      names,
    });
    expect(block?.kind === 'paragraph' && block.content.inlines).toMatchObject([
      { kind: 'text', text: '34', meaning: { kind: 'free', what: '나이' } },
      { kind: 'text', text: '증가', meaning: { kind: 'claim', figures: ['figures/rate'], except: [] } },
      { kind: 'text', text: '2022', meaning: { kind: 'year', offset: -1 } },
      { kind: 'text', text: '뷰티풀파크', meaning: { kind: 'name', name: 'park' } },
      { kind: 'figure', text: '3.8', address: 'figures/rate' },
    ]);
  });

  it('choose a word by the sign, as a claim about the figure, and print a magnitude as one', () => {
    const [block] = blocksOf({
      narrative: '{{fig "figures/less" form="magnitude"}}% {{direction "figures/less" "상승/하락"}}',
      figures,
    });
    expect(block?.kind === 'paragraph' && block.content.inlines).toMatchObject([
      { kind: 'figure', text: '11.2', address: 'figures/less', magnitude: true },
      { kind: 'text', text: '% ' },
      {
        kind: 'text',
        text: '하락',
        meaning: { kind: 'claim', figures: ['figures/less'], except: [], chosen: true },
      },
    ]);
  });

  it.each([
    ['589,013', '은/는', '은'],
    ['1', '으로/로', '로'],
    ['3', '으로/로', '으로'],
    ['6', '으로/로', '으로'],
    ['7', '으로/로', '로'],
    ['2', '이/가', '가'],
    ['10', '을/를', '을'],
    ['300', '이/가', '이'],
    ['4,000', '은/는', '은'],
    ['20,000', '으로/로', '으로'],
    ['100,000', '을/를', '을'],
    ['100,000,000', '이/가', '이'],
    ['0.80', '은/는', '은'],
    ['0.85', '은/는', '는'],
    ['11.2', '이/가', '가'],
    ['0', '을/를', '을'],
    ['3.8%', '으로/로', '로'],
    ['2.1%p', '은/는', '는'],
    ['5명', '으로/로', '으로'],
    ['18건', '을/를', '을'],
    ['8배', '이/가', '가'],
    ['서울', '으로/로', '로'],
    ['서구(인천)', '은/는', '은'],
    ['서구', '은/는', '는'],
  ])('josa "%s" "%s" is %s', (word, pair, particle) => {
    expect(paragraph(`{{josa "${word}" "${pair}"}}`)).toBe(particle);
  });

  it('josa reads a figure as it is shown', () => {
    expect(paragraph('{{josa "figures/population" "을/를"}}')).toBe('을');
    expect(paragraph('{{josa "figures/population" "으로/로" unit=true}}')).toBe('으로');
    expect(paragraph('{{josa "figures/rate" "은/는" unit=true}}')).toBe('는');
  });
});

describe('faults of a template', () => {
  it.each([
    ['○ 글 {{fig "figures/popluation"}}명', '2:5 unknown-figure'],
    ['○ {{fig "아무 글"}}', '2:3 unknown-figure'],
    ['○ {{claim "증가" "figures/ratee"}}', '2:3 unknown-figure'],
    ['○ {{direction "figures/ratee"}}', '2:3 unknown-figure'],
    ['○ {{direction "figures/zero"}}', '2:3 no-direction'],
    ['○ {{direction "figures/nil" "상승/하락"}}', '2:3 no-direction'],
    ['{{table "job-openings"}}', '2:1 unknown-table'],
    ['{{chart "none"}}', '2:1 unknown-chart'],
    ['{{diagram "swot"}}', '2:1 unknown-diagram'],
    ['○ {{name "prak"}}', '2:3 unknown-name'],
    ['○ 글 {{figg "figures/rate"}}', '2:5 unknown-helper'],
    ['○ 글 {{rate}}', '2:5 unknown-helper'],
    ['○ 글 {{#if x}}a{{/if}}', '2:5 unknown-helper'],
    ['○ 글[^nte]', '2:1 unknown-note'],
    ['○ 글[^rate', '2:1 unknown-note'],
    ['○ **글', '2:1 unclosed-bold'],
    ['{{> other}}', '2:1 unknown-partial'],
  ])('%s', (line, fault) => {
    expect(narrativeFaults({ narrative: `○ 앞\n${line}\n○ 뒤`, figures, names })).toEqual([fault]);
  });

  it.each([
    '○ {{fig}}',
    '○ {{fig "figures/rate" "figures/rate"}}',
    '○ {{fig "figures/rate" untt=true}}',
    '○ {{fig "figures/rate" at=1}}',
    '○ {{fig rate}}',
    '○ {{fig (year 0)}}',
    '○ {{fig 5}}',
    '○ {{fig "figures/rate" as=5}}',
    '○ {{fig "figures/rate" unit="예"}}',
    '○ {{fig "figures/rate" form="roman"}}',
    '○ {{fig "figures/less" form="magnitude" as="11.2"}}',
    '○ {{direction}}',
    '○ {{direction "figures/less" "상승"}}',
    '○ {{direction "figures/less" "상승/"}}',
    '○ {{direction "figures/less" "가/나/다/라"}}',
    '○ {{direction "figures/less" unit=true}}',
    '○ {{year "0"}}',
    '○ {{year 0.5}}',
    '○ {{year -1 form="tiny"}}',
    '○ {{free "34"}}',
    '○ {{free 34 "나이"}}',
    '○ {{josa "서구" "은"}}',
    '○ {{table}}',
    '○ {{#> labour-market}}{{/labour-market}}',
    '○ {{#*inline "x"}}{{/inline}}',
    '○ {{* decorator}}',
    '○ {{fig "figures/rate}}',
    '○ {{fig "figures/rate"}',
    '○ {{/if}}',
    '○ {{name "park" as="뷰티풀 파크"}}',
  ])('%s is one fault on its line', (line) => {
    const found = narrativeFaults({ narrative: `○ 앞\n\n${line}\n○ 뒤`, figures, names });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^3:\d+ /);
  });

  it('are told all in one run', () => {
    const narrative = [
      '○ {{fig "figures/rate}}',
      '○ {{figg "figures/rate"}} {{fig "figures/nowhere"}}',
      '★ 글[^none]',
      '○ {{fig}} {{name "nobody"}}',
      '○ 글[^none]',
    ];
    expect(narrativeFaults({ narrative, figures }).map((fault) => fault.replace(/^(\d+):\d+/, '$1'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^1 /),
        '2 unknown-helper',
        '2 unknown-figure',
        '3 unknown-marker',
        expect.stringMatching(/^4 /),
        '4 unknown-name',
        '5 unknown-note',
      ]),
    );
  });

  it('name the nearest of what there is', () => {
    const { diagnostics } = compose({
      narrative: '{{fig "figures/popluation"}} {{figg "figures/rate"}}',
      figures,
    });
    expect(diagnostics.map(({ expected }) => expected)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('figures/population'),
        expect.stringMatching(/\bfig\b/),
      ]),
    );
  });

  it('stand at the place of the text in the data', () => {
    const { diagnostics } = compose({ title: '글 {{fig "figures/none"}}' });
    expect(faults(diagnostics)).toEqual(['data/plan.yaml:1:1 unknown-figure']);
  });

  it('do not throw on characters that tokens are made of', () => {
    const narrative = '○ \uE0001\uE001 {{free "\uE0007\uE001\uE002" "글"}}';
    expect(outline(blocksOf({ narrative, title: '\uE0009\uE001' }))).toEqual(['item 1 ○: �1� �7��']);
  });

  it('are faults when files include each other in a circle', () => {
    const { value, diagnostics } = compose({ narrative: '○ 앞\n{{> labour-market}}' });
    expect(value).toBeUndefined();
    expect(faults(diagnostics)).toEqual(['data/narrative/labour-market.hbs:2:1 circular-partial']);
  });

  it('are faults when a block stands in the middle of text', () => {
    const swot = {
      alt: { text: '', place: { file: 'swot.yaml', line: 1, column: 1 } },
      factors: { strengths: 'missing', weaknesses: 'missing', opportunities: 'missing', threats: 'missing' },
      strategies: [],
      place: { file: 'swot.yaml', line: 1, column: 1 },
    } as const;
    expect(narrativeFaults({ narrative: '○ 글 {{diagram "swot"}}', swot })).toHaveLength(1);
  });
});

describe('the publication', () => {
  it('composes without narratives that may be absent', () => {
    const document = documentOf({ publication: '{{#> labour-market}}{{/labour-market}}\n' });
    expect(document.blocks).toEqual([]);
    expect(document.title).toBe('2023년도 계획');
  });

  it('prints a narrative that may be absent where it is there', () => {
    const publication = '# Ⅱ 앞\n{{#> labour-market}}{{/labour-market}}\n○ 뒤';
    expect(outline(blocksOf({ publication, narrative: '○ 본문' }))).toEqual([
      'part Ⅱ: 앞',
      'item 1 ○: 본문',
      'item 1 ○: 뒤',
    ]);
  });

  it('warns of a narrative that nothing includes', () => {
    const { value, diagnostics } = compose({ publication: '○ 글', narratives: { lonely: '○ 혼자' } });
    expect(value).toBeDefined();
    expect(faults(diagnostics)).toEqual(['data/narrative/lonely.hbs:1:1 unused-narrative']);
  });
});
