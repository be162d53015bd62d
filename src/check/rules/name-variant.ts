// Names that places of the publication spell otherwise -> one finding for each name and kind of difference.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import type { Plan } from '../../plan/plan.ts';
import { NAME_PLACES, type NamePlace } from '../../plan/programme.ts';
import type { Found } from '../finding.ts';
import { programmeNames } from '../programme-names.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { DIFFERENCE_NOUNS, DIFFERENCES, differencesOf } from '../spelling.ts';

const PLACE_NOUNS = {
  contents: '순서',
  overview: '핵심 전략',
  vision: '비전',
  fields: '분야별 목표',
  projects: '세부 실천 과제',
  banner: '띠',
  sheet: '과제 시트',
  schedule: '추진일정',
} as const satisfies Record<NamePlace, string>;

interface Spelling {
  readonly text: string;
  /** Where in the publication it stands, in words. */
  readonly where: string;
  readonly place: SourceLocation;
}

interface Spelt {
  readonly id: string;
  readonly noun: string;
  readonly canonical: string;
  readonly place: SourceLocation;
  readonly spellings: readonly Spelling[];
}

export const nameVariant: Rule = {
  title: '한 이름은 어디에서나 같게 적어야 합니다.',
  reason: '이름이 다르면 같은 사업인지 찾아볼 수 없고, 집계할 때 둘로 셉니다.',
  severity: 'style',
  *find(input) {
    for (const spelt of [...placedNames(input.plan), ...listedNames(input)]) yield* variants(spelt);
  },
};

function* variants({ id, noun, canonical, place, spellings }: Spelt): Iterable<Found> {
  const spelt = spellings.map((spelling) => ({ spelling, kinds: differencesOf(canonical, spelling.text) }));
  for (const kind of DIFFERENCES) {
    const others = spelt.flatMap(({ spelling, kinds }) => (kinds.has(kind) ? [spelling] : []));
    const [first, ...more] = others;
    if (first === undefined) continue;
    const list = [...new Set(others.map(({ text }) => text))].map((text) => {
      const where = others.filter((one) => one.text === text).map((one) => one.where);
      return `‘${flat(text)}’(${[...new Set(where)].join(', ')})`;
    });
    yield {
      subject: `${id} ${kind}`,
      message: `${noun} ‘${flat(canonical)}’의 ${DIFFERENCE_NOUNS[kind]} 곳에 따라 다릅니다: ${list.join(', ')}.`,
      place: first.place,
      related: [
        { place, note: `바른 이름: ${flat(canonical)}` },
        ...more.map((one) => ({ place: one.place, note: `${one.where}: ${flat(one.text)}` })),
      ],
      stated: flat(first.text),
      computed: flat(canonical),
      remedy: korean`모두 ‘${flat(canonical)}’(으)로 맞춥니다.`,
    };
  }
}

function placedNames({ programme }: Plan): readonly Spelt[] {
  return programmeNames(programme).map(({ id, noun, name: { canonical, published } }) => ({
    id,
    noun,
    canonical: canonical.text,
    place: canonical.place,
    spellings: NAME_PLACES.flatMap((at) => {
      const text = published[at];
      return text === undefined ? [] : [{ text: text.text, where: PLACE_NOUNS[at], place: text.place }];
    }),
  }));
}

/** Names of names.yaml, where texts and notes print them. */
function listedNames({ plan, texts }: CheckInput): readonly Spelt[] {
  const printed = new Map<string, Spelling[]>();
  for (const { text } of texts) {
    for (const inline of text.inlines) {
      if (inline.kind !== 'text' || inline.meaning.kind !== 'name' || !plan.names.has(inline.meaning.name))
        continue;
      const spellings = printed.get(inline.meaning.name) ?? [];
      if (spellings.some(({ place }) => place === text.place)) continue;
      printed.set(inline.meaning.name, [...spellings, { text: inline.text, where: '글', place: text.place }]);
    }
  }
  return [...plan.names.values()].map(({ id, canonical, place }) => ({
    id: `names/${id}`,
    noun: '이름',
    canonical,
    place,
    spellings: printed.get(id) ?? [],
  }));
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
