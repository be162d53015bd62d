// Names typed in running text, in cells and in the schedule -> those spelt otherwise than the plan's own name, by blanks and middle dots.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import type { Inline } from '../../document/inline.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RelatedPlace } from '../finding.ts';
import { programmeNames } from '../programme-names.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { DIFFERENCE_NOUNS, DIFFERENCES, differencesOf, squeezed } from '../spelling.ts';

/** Letters that a name has at least: shorter ones stand in other words. */
const LETTERS = 6;
/** By how many of its first letters a name is looked up. */
const HEAD = 4;

interface Known {
  readonly id: string;
  readonly name: string;
  readonly letters: string;
  readonly place: SourceLocation;
}

export const nameInText: Rule = {
  title: '글에 적은 이름은 계획의 이름과 같아야 합니다.',
  reason: '글과 표의 이름이 다르면 같은 것인지 알 수 없습니다.',
  severity: 'style',
  *find(input) {
    const names = new Map<string, Known[]>();
    for (const known of knownNames(input)) {
      const head = known.letters.slice(0, HEAD);
      names.set(head, [...(names.get(head) ?? []), known]);
    }
    const found = new Map<
      string,
      { known: Known; spelling: string; kind: string; at: Map<SourceLocation, string> }
    >();
    for (const { inlines, place } of textsOf(input)) {
      for (const plain of plainRuns(inlines)) {
        const letters = squeezed(plain);
        for (const known of namesIn(letters, names)) {
          const spelling = excerpt(plain, known.letters);
          for (const kind of DIFFERENCES) {
            if (!differencesOf(known.name, spelling).has(kind)) continue;
            const key = `${known.id} ${kind}`;
            const one = found.get(key) ?? { known, spelling, kind: DIFFERENCE_NOUNS[kind], at: new Map() };
            one.at.set(place, spelling);
            found.set(key, one);
          }
        }
      }
    }
    for (const [subject, { known, kind, at }] of found) {
      const [first, ...more] = at;
      if (first === undefined) continue;
      yield {
        subject: `text ${subject}`,
        message: korean`글에 적은 ${[...new Set(at.values())].map((one) => `‘${one}’`).join(', ')}의 ${kind} 이름 ‘${known.name}’과(와) 다릅니다.`,
        place: first[0],
        related: [
          { place: known.place, note: `이름: ${known.name}` },
          ...more.map(([place, spelling]): RelatedPlace => ({ place, note: spelling })),
        ],
        stated: first[1],
        computed: known.name,
        remedy: korean`‘${known.name}’(으)로 맞춥니다.`,
      };
    }
  },
};

/** The names whose letters stand among these. */
function namesIn(letters: string, names: ReadonlyMap<string, readonly Known[]>): ReadonlySet<Known> {
  const within = new Set<Known>();
  for (let from = 0; from + LETTERS <= letters.length; from++)
    for (const known of names.get(letters.slice(from, from + HEAD)) ?? [])
      if (letters.startsWith(known.letters, from)) within.add(known);
  return within;
}

function knownNames({ plan }: CheckInput): readonly Known[] {
  const placed = programmeNames(plan.programme).map(({ id, name: { canonical } }) => ({
    id,
    name: canonical.text,
    place: canonical.place,
  }));
  return [...placed, ...listed(plan)]
    .map((known) => ({ ...known, letters: squeezed(known.name) }))
    .filter(({ letters }) => letters.length >= LETTERS);
}

function listed({ names, issuer }: Plan): readonly Omit<Known, 'letters'>[] {
  return [
    ...[...names.values()].map(({ id, canonical, place }) => ({ id: `names/${id}`, name: canonical, place })),
    { id: 'issuer', name: issuer.text, place: issuer.place },
  ];
}

/** Every text that is no name's own: those are compared where they are declared. */
function textsOf({
  plan,
  texts,
}: CheckInput): readonly { readonly inlines: readonly Inline[]; readonly place: SourceLocation }[] {
  const own = new Set<SourceLocation>(
    plan.programme.strategies
      .flatMap((strategy) => [
        strategy,
        ...strategy.tasks,
        ...strategy.tasks.flatMap((task) => task.projects),
      ])
      .flatMap(({ name }) => [name.canonical, ...Object.values(name.published)])
      .map(({ place }) => place),
  );
  const seen = new Set<SourceLocation>();
  return texts
    .map(({ text }) => text)
    .filter(({ place }) => {
      if (own.has(place) || seen.has(place)) return false;
      seen.add(place);
      return true;
    });
}

/** The text between names that a helper put in. */
function plainRuns(inlines: readonly Inline[]): readonly string[] {
  const runs = [''];
  for (const inline of inlines) {
    const last = runs.length - 1;
    if (inline.kind === 'text' && inline.meaning.kind === 'name') runs.push('');
    else if (inline.kind === 'line-break') runs[last] += '\n';
    else if (inline.kind !== 'note-reference') runs[last] += inline.text;
  }
  return runs.filter((run) => run !== '');
}

/** The stretch of the text that has these letters, with its blanks and dots. */
function excerpt(text: string, letters: string): string {
  for (let from = 0; from < text.length; from++) {
    if (squeezed(text[from] ?? '') !== letters[0]) continue;
    for (let to = from + letters.length; to <= text.length; to++) {
      const stretch = text.slice(from, to);
      const own = squeezed(stretch);
      if (own === letters) return stretch;
      if (!letters.startsWith(own)) break;
    }
  }
  return '';
}
