// swot.yaml -> the SWOT analysis.
import type { SourceText, Swot } from '../plan/plan.ts';
import type { Faults } from './faults.ts';
import type { Mapping, Node, Scalar } from './node.ts';
import { choice, list, mapping, named, node, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { sourceText } from './source-text.ts';

const STRATEGIES = ['so', 'st', 'wo', 'wt'] as const;

const SWOT_FILE = mapping({
  alt: named,
  factors: mapping({ strengths: node, weaknesses: node, opportunities: node, threats: node }),
  strategies: list(mapping({ id: choice(...STRATEGIES), title: named, items: list(text) })),
});

const FACTORS = list(text);

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

/** A list of texts, or the word `missing`. */
function readFactors(factors: Node, faults: Faults): readonly SourceText[] | 'missing' {
  if (factors.kind === 'scalar' && factors.text === 'missing') return 'missing';
  return readShape(factors, FACTORS, faults)?.map(sourceText) ?? 'missing';
}
