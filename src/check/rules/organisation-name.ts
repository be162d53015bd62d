// Organisations that carry projects out (수행기관) -> those that stand in two spellings.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import { formatLocation } from '../../diagnostic.ts';
import { plainText } from '../../document/inline.ts';
import { leavesOf } from '../../plan/statistics-table.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { sheetLines } from '../sheet-lines.ts';
import { alike, DIFFERENCE_NOUNS, DIFFERENCES, differencesOf, squeezed } from '../spelling.ts';

const COLUMN = '수행기관';
/** Letters that a name has at least, and the part of them that two spellings share. */
const LETTERS = 5;
const SHARED = 0.75;

interface Organisation {
  readonly name: string;
  readonly places: SourceLocation[];
}

export const organisationName: Rule = {
  title: '한 기관은 어디에서나 같은 이름으로 적어야 합니다.',
  reason: '기관의 이름이 다르면 다른 기관으로 읽힙니다.',
  severity: 'style',
  *find(input) {
    const spelt = [...organisations(input).values()].sort((a, b) => b.places.length - a.places.length);
    for (const [index, { name, places }] of spelt.entries()) {
      const usual = spelt.slice(0, index).find((other) => alike(other.name, name) >= SHARED);
      const [first, ...more] = places;
      if (usual === undefined || first === undefined) continue;
      const differences = differencesOf(usual.name, name);
      const nouns = DIFFERENCES.flatMap((kind) => (differences.has(kind) ? [DIFFERENCE_NOUNS[kind]] : []));
      yield {
        subject: `organisations/${name}`,
        message: korean`수행기관 ‘${name}’이(가) 다른 곳의 ‘${usual.name}’과(와) ${nouns.join(', ')} 다릅니다.`,
        place: first,
        related: [
          ...usual.places.slice(0, 1).map((place) => ({ place, note: usual.name })),
          ...more.map((place) => ({ place, note: name })),
        ],
        stated: name,
        computed: usual.name,
        remedy: '같은 기관이면 한 이름으로 맞춥니다.',
      };
    }
  },
};

function organisations({ plan, texts }: CheckInput): ReadonlyMap<string, Organisation> {
  const found = new Map<string, Organisation>();
  const seen = new Set<string>();
  const add = (text: string, place: SourceLocation) => {
    for (const part of text.split(/,\s*/)) {
      const name = part.trim();
      const at = `${name} ${formatLocation(place)}`;
      if (squeezed(name).length < LETTERS || seen.has(at)) continue;
      seen.add(at);
      const one = found.get(name) ?? { name, places: [] };
      one.places.push(place);
      found.set(name, one);
    }
  };
  for (const table of plan.tables.values()) {
    const column = leavesOf(table.columns).findIndex((path) => path.at(-1)?.label.text === COLUMN);
    for (const row of table.cells) {
      const cell = row[column];
      if (cell?.kind === 'text') add(cell.text.text, cell.text.place);
    }
  }
  for (const { item } of sheetLines({ plan, texts })) {
    const [, name] =
      /^수행기관\s*:\s*((?:[^()\s][^()]*)?(?:\([^()]{1,2}\)[^()]*)?)$/.exec(
        plainText(item.content.inlines),
      ) ?? [];
    if (name !== undefined) add(name, item.content.place);
  }
  return found;
}
