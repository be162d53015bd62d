// Labels of tables, captions and names in cells -> those that stand in two spellings but for blanks and middle dots.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import { formatLocation } from '../../diagnostic.ts';
import { plainText } from '../../document/inline.ts';
import type { Plan } from '../../plan/plan.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { leavesOf } from '../../plan/statistics-table.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';
import {
  DIFFERENCE_NOUNS,
  DIFFERENCES,
  differencesOf,
  oneKeyApart,
  oneLetterApart,
  squeezed,
} from '../spelling.ts';
import type { PrintedText } from '../texts.ts';

interface Label {
  readonly text: string;
  readonly places: SourceLocation[];
}

export const labelSpelling: Rule = {
  title: '표의 행 이름, 열 이름과 기관 이름은 어디에서나 같게 적어야 합니다.',
  reason: '표마다 이름이 다르면 같은 지표인지 알 수 없습니다.',
  severity: 'style',
  *find({ plan, texts: printed }) {
    yield* byId(plan, printed);
    const groups = new Map<string, Map<string, Label>>();
    const seen = new Set<string>();
    for (const { text, role, context } of printed) {
      if (role !== 'cell' || context.block.kind !== 'table') continue;
      // Names of the programme are another rule's: they are printed in many tables.
      if (/(?:^|\/)(?:tasks|strategies)[./]/.test('file' in text.place ? text.place.file : '')) continue;
      // Where a cell or box breaks a name, no blank is meant.
      const whole = plainText(text.inlines, '\n');
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
          remedy: korean`모두 ‘${usual.text}’(으)로 맞춥니다.`,
        };
      }
    }
  },
};

/** Rows and columns with one id in several tables, of which one is labelled a letter off. */
function* byId({ tables }: Plan, printed: readonly PrintedText[]): Iterable<Found> {
  const labels = new Map<string, SourceText[]>();
  for (const table of tables.values()) {
    const entries = [table.rows, table.columns].flatMap((axis) => leavesOf(axis).flat());
    for (const { id, label, period } of new Set(entries)) {
      // 합계, 총계 and 계 are all words for a total.
      if (period !== undefined || id === 'total' || label.text === '') continue;
      labels.set(id, [...(labels.get(id) ?? []), { ...label, text: label.text.replaceAll(/\s+/g, ' ') }]);
    }
  }
  for (const [id, list] of labels) {
    const usual = mostOf(list.map(({ text }) => squeezed(text)));
    for (const { text, place } of list) {
      const own = squeezed(text);
      if (usual === undefined || !oneSlipApart(own, usual)) continue;
      if (list.filter((one) => squeezed(one.text) === own).length > 1) continue;
      if (isSaidElsewhere(text, place, usual, printed)) continue;
      const other = list.find((one) => squeezed(one.text) === usual);
      if (other === undefined) continue;
      yield {
        subject: `labels/${id} ${own}`,
        message: korean`‘${text}’은(는) 이 표에만 나옵니다. 다른 표에는 ‘${other.text}’(으)로 적혀 있습니다.`,
        place,
        related: [{ place: other.place, note: other.text }],
        stated: text,
        computed: other.text,
        remedy: korean`‘${other.text}’이(가) 맞는지 확인합니다.`,
      };
    }
  }
}

/** Whether the odd word of the label stands in another text too: 증가율 is no slip for 증감율. */
function isSaidElsewhere(
  label: string,
  place: SourceLocation,
  usual: string,
  printed: readonly PrintedText[],
): boolean {
  const odd = label.split(' ').filter((word) => word !== '' && !usual.includes(word));
  const own = formatLocation(place);
  return printed.some(
    ({ text }) =>
      formatLocation(text.place) !== own && odd.every((word) => plainText(text.inlines).includes(word)),
  );
}

/** One stroke other, or a letter more or less that is not the last: 취업자 and 취업자 수 are both names. */
function oneSlipApart(a: string, b: string): boolean {
  if (!oneLetterApart(a, b) || a.startsWith(b) || b.startsWith(a)) return false;
  if (a.length !== b.length) return true;
  const odd = [...a].flatMap((letter, index) => (letter === b[index] ? [] : [index]));
  return odd.length > 1 || odd.every((index) => oneKeyApart(a.charAt(index), b.charAt(index)));
}

/** What three or more are. */
function mostOf(texts: readonly string[]): string | undefined {
  return texts.find((text) => texts.filter((one) => one === text).length >= 3);
}

/** 합 계, 구 분: spread over the width of its cell. */
function spread(name: string): boolean {
  return name.split(/\s+/).every((word) => word.length === 1);
}
