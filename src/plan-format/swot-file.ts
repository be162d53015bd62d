// swot.yaml -> the SWOT analysis.

import type { Swot } from '../plan/plan.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { Faults } from './faults.ts';
import type { Mapping, Node, Scalar } from './node.ts';
import { choice, later, like, list, mapping, must, named, scalar, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { sourceText } from './source-text.ts';

const STRATEGIES = ['so', 'st', 'wo', 'wt'] as const;

const FACTORS = list(text);

/** A list of texts, or the word `missing`. */
const factors = (title: string) =>
  must(later(like(scalar, { const: 'missing' }), FACTORS), title, '글의 목록. 아직 모르면 missing', {
    example: ['젊은 인구의 유입'],
  });

export const SWOT_FILE = mapping({
  alt: must(named, '대체 글', '화면 낭독기가 그림 대신 읽는 글', { example: 'SWOT 분석' }),
  factors: must(
    mapping({
      strengths: factors('강점'),
      weaknesses: factors('약점'),
      opportunities: factors('기회'),
      threats: factors('위협'),
    }),
    '요인',
    '네 칸의 글',
  ),
  strategies: must(
    list(
      mapping({
        id: must(choice(...STRATEGIES), '갈래', 'so 강점·기회, st 강점·위협, wo 약점·기회, wt 약점·위협'),
        title: must(named, '제목', '그 전략의 제목', { example: 'SO전략' }),
        items: must(list(text), '내용', '줄마다 한 글'),
      }),
    ),
    '전략',
    '갈래마다 하나씩 적습니다.',
  ),
});

export function readSwotFile(root: Mapping, faults: Faults): Swot | undefined {
  const file = readShape(root, SWOT_FILE, faults);
  if (file === undefined) return undefined;
  const factors = (name: keyof Swot['factors']) => readFactors(file.factors[name], faults);
  const first = new Map<string, Scalar>();
  return {
    alt: sourceText(file.alt),
    factors: {
      strengths: factors('strengths'),
      weaknesses: factors('weaknesses'),
      opportunities: factors('opportunities'),
      threats: factors('threats'),
    },
    strategies: file.strategies.flatMap(({ id, title, items }) => {
      const known = STRATEGIES.find((one) => one === id.text);
      const twin = first.get(id.text);
      if (twin !== undefined) {
        faults.add({
          rule: 'duplicate-id',
          place: id.place,
          message: `같은 전략이 두 번 나옵니다: ${id.text}`,
          expected: STRATEGIES.join(', '),
          related: [{ place: twin.place, note: '먼저 나온 곳' }],
        });
      }
      first.set(id.text, id);
      return known === undefined
        ? []
        : [{ id: known, title: sourceText(title), items: items.map(sourceText) }];
    }),
    place: root.place,
  };
}

function readFactors(factors: Node, faults: Faults): readonly SourceText[] | 'missing' {
  if (factors.kind === 'scalar' && factors.text === 'missing') return 'missing';
  return readShape(factors, FACTORS, faults)?.map(sourceText) ?? 'missing';
}
