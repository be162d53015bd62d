// Labels of tables, captions and names in cells -> those that stand in two spellings but for blanks and middle dots.
import type { SourceLocation } from '../../diagnostic.ts';
import { formatLocation } from '../../diagnostic.ts';
import { brokenText } from '../broken-text.ts';
import type { Rule } from '../rule.ts';
import { DIFFERENCE_NOUNS, DIFFERENCES, differencesOf, squeezed } from '../spelling.ts';
import { printedTexts } from '../texts.ts';

interface Label {
  readonly text: string;
  readonly places: SourceLocation[];
}

export const labelSpelling: Rule = {
  title: '표의 행 이름, 열 이름과 기관 이름은 어디에서나 같게 적어야 합니다.',
  reason: '표마다 이름이 다르면 같은 지표인지 알 수 없습니다.',
  severity: 'style',
  *find({ document }) {
    const groups = new Map<string, Map<string, Label>>();
    const seen = new Set<string>();
    for (const { text, role, context } of printedTexts(document)) {
      if (role !== 'cell' || context.block.kind !== 'table') continue;
      // Names of the programme are another rule's: they are printed in many tables.
      if (/(?:^|\/)(?:tasks|strategies)[./]/.test('file' in text.place ? text.place.file : '')) continue;
      const whole = brokenText(text.inlines);
      for (const part of whole.split(/,\s*/)) {
        const name = part.trim();
        const at = `${formatLocation(text.place)} ${name}`;
        if (seen.has(at) || spread(name) || !/[가-힣]{2}/.test(name)) continue;
        seen.add(at);
        const group = groups.get(squeezed(name)) ?? new Map<string, Label>();
        const label = group.get(name) ?? { text: name, places: [] };
        label.places.push(text.place);
        group.set(name, label);
        groups.set(squeezed(name), group);
      }
    }
    for (const [key, group] of groups) {
      const [usual, ...others] = [...group.values()].sort((a, b) => b.places.length - a.places.length);
      if (usual === undefined || others.length === 0) continue;
      for (const kind of DIFFERENCES) {
        const found = others.filter(({ text }) => differencesOf(usual.text, text).has(kind));
        const [first] = found.flatMap(({ places }) => places);
        if (first === undefined) continue;
        yield {
          subject: `labels/${key} ${kind}`,
          message: `‘${usual.text}’의 ${DIFFERENCE_NOUNS[kind]} 표마다 다릅니다: ${found.map(({ text }) => `‘${text}’`).join(', ')}.`,
          place: first,
          related: [
            ...found.flatMap(({ text, places }) => places.map((place) => ({ place, note: text }))).slice(1),
            ...usual.places.slice(0, 1).map((place) => ({ place, note: usual.text })),
          ],
          stated: found.map(({ text }) => text).join(', '),
          computed: usual.text,
          remedy: `모두 ‘${usual.text}’(으)로 맞춥니다.`,
        };
      }
    }
  },
};

/** 합 계, 구 분: spread over the width of its cell. */
function spread(name: string): boolean {
  return name.split(/\s+/).every((word) => word.length === 1);
}
