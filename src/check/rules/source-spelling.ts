// The paths of sources -> levels that one note spells otherwise than another, blanks around >, missing 출처.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import type { Document } from '../../document/document.ts';
import { plainText } from '../../document/inline.ts';
import type { Found } from '../finding.ts';
import { sourceLevels } from '../note-places.ts';
import type { Rule } from '../rule.ts';
import { DIFFERENCE_NOUNS, DIFFERENCES, differencesOf, oneLetterApart, squeezed } from '../spelling.ts';

interface Line {
  readonly text: string;
  readonly what: string;
  readonly place: SourceLocation;
}

interface Level {
  readonly text: string;
  /** The levels above and below, which tell what a level is when its own name is misspelt. */
  readonly above: string;
  readonly below: string;
  readonly line: Line;
}

export const sourceSpelling: Rule = {
  title: '같은 출처는 어디에서나 같게 적어야 합니다.',
  reason: '출처의 이름이 다르면 다른 자료로 읽힙니다.',
  severity: 'style',
  *find({ document }) {
    const lines = sourceLines(document);
    yield* levels(lines);
    yield* oneLevelApart(lines);
    yield* form(
      lines.filter(({ text }) => /\S>|>\S/.test(text)),
      lines,
      'blanks',
      '‘>’의 앞뒤에 빈칸이 없습니다. 다른 출처에는 있습니다.',
      '‘>’의 앞뒤를 띄어 씁니다.',
    );
    yield* form(
      lines.filter(({ text }) => !/^(?:출처|자료)\s*:/.test(text)),
      lines,
      'prefix',
      '‘출처:’ 없이 시작합니다. 다른 출처는 ‘출처:’로 시작합니다.',
      '앞에 ‘출처:’를 붙입니다.',
    );
  },
};

/** The lines of notes, and of remarks that name a source, that are paths. */
function sourceLines(document: Document): readonly Line[] {
  const notes = [...document.notes.values()].flatMap(({ number, content }) =>
    content.inlines
      .map((inline) => (inline.kind === 'line-break' ? '\n' : 'text' in inline ? inline.text : ''))
      .join('')
      .split('\n')
      .map((text) => ({ text, what: `각주 ${number}`, place: content.place })),
  );
  const remarks = document.blocks.flatMap((block) => {
    const text = block.kind === 'remark' ? plainText(block.content.inlines) : '';
    if (block.kind !== 'remark' || !/^(?:출처|자료)\s*:/.test(text)) return [];
    return text.split(' / ').map((one) => ({
      text: one.startsWith('자료') ? one : `자료 : ${one}`,
      what: '자료',
      place: block.content.place,
    }));
  });
  return [...notes, ...remarks].filter(({ text }) => sourceLevels(text).length > 0);
}

function* levels(lines: readonly Line[]): Iterable<Found> {
  const all = lines.flatMap((line) => {
    const names = sourceLevels(line.text);
    return names.map(
      (text, index): Level => ({
        text,
        above: squeezed(names[index - 1] ?? ''),
        below: squeezed(names[index + 1] ?? ''),
        line,
      }),
    );
  });
  const texts = new Map<string, Level[]>();
  for (const level of all) texts.set(level.text, [...(texts.get(level.text) ?? []), level]);
  const spelt = [...texts].sort(([, a], [, b]) => b.length - a.length);
  for (const [index, [text, own]] of spelt.entries()) {
    const usual = spelt.slice(0, index).find(([other, there]) => sameLevel(other, there, text, own));
    if (usual === undefined) continue;
    const [name, there] = usual;
    const kinds = DIFFERENCES.filter((kind) => differencesOf(name, text).has(kind));
    const [first, ...more] = own;
    if (first === undefined) continue;
    yield {
      subject: `sources/${text}`,
      message: korean`${[...new Set(own.map(({ line }) => line.what))].join(', ')}의 출처에 적은 ‘${text}’이(가) 다른 출처의 ‘${name}’과(와) ${kinds.map((kind) => DIFFERENCE_NOUNS[kind]).join(', ')} 다릅니다.`,
      place: first.line.place,
      related: [
        ...more.map(({ line }) => ({ place: line.place, note: `${line.what}: ${text}` })),
        ...there.slice(0, 1).map(({ line }) => ({ place: line.place, note: `${line.what}: ${name}` })),
      ],
      stated: text,
      computed: name,
      remedy: korean`‘${name}’(으)로 맞춥니다.`,
    };
  }
}

/** One name in two spellings; or, between the same levels, names that share their letters but a few. */
function sameLevel(other: string, there: readonly Level[], text: string, own: readonly Level[]): boolean {
  const [a, b] = [squeezed(other), squeezed(text)];
  if (a === b || (Math.min(a.length, b.length) >= 4 && oneLetterApart(a, b))) return true;
  return there.some((x) =>
    own.some(
      (y) =>
        x.above === y.above &&
        x.below === y.below &&
        x.above !== '' &&
        x.below !== '' &&
        (a.includes(b) || b.includes(a) || oneLetterApart(a, b) || similar(a, b)),
    ),
  );
}

/** Whether all but two letters are the same, of five or more. */
function similar(a: string, b: string): boolean {
  const letters = new Set(a);
  return Math.min(a.length, b.length) >= 5 && [...b].filter((letter) => !letters.has(letter)).length <= 2;
}

/**
 * Paths that differ in one level, not the last, and nowhere else: the same statistic is found in one place only. Levels that are
 * two spellings of one name are told above.
 */
function* oneLevelApart(lines: readonly Line[]): Iterable<Found> {
  const reported = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const own = sourceLevels(line.text).map(squeezed);
    for (const other of lines.slice(0, index)) {
      const there = sourceLevels(other.text).map(squeezed);
      if (own.length !== there.length || own.length < FEWEST_LEVELS) continue;
      const apart = own.flatMap((level, at) => (level === there[at] ? [] : [at]));
      const [at = -1, ...more] = apart;
      const [a, b] = [own[at] ?? '', there[at] ?? ''];
      if (at < 0 || at === own.length - 1 || more.length > 0) continue;
      const respelt = a.includes(b) || b.includes(a) || oneLetterApart(a, b) || similar(a, b);
      if (at > 0 && respelt) continue;
      if (at === 0 && oneLetterApart(a, b)) continue;
      const [wrong, right] = timesIn(lines, a, at) < timesIn(lines, b, at) ? [line, other] : [other, line];
      const subject = `sources/${nameOf(wrong, at)} ${nameOf(right, at)}`;
      if (reported.has(subject)) continue;
      reported.add(subject);
      yield {
        subject,
        message: korean`${wrong.what}의 출처는 다른 것이 모두 ${right.what}의 출처와 같으나 ‘${nameOf(wrong, at)}’ 자리에 거기에는 ‘${nameOf(right, at)}’이(가) 적혀 있습니다.`,
        place: wrong.place,
        related: [{ place: right.place, note: `${right.what}: ${nameOf(right, at)}` }],
        stated: nameOf(wrong, at),
        computed: nameOf(right, at),
        remedy: '두 출처를 맞춥니다.',
      };
    }
  }
}

/** Shorter paths are alike by chance. */
const FEWEST_LEVELS = 4;

function nameOf({ text }: Line, at: number): string {
  return sourceLevels(text)[at] ?? '';
}

/** How many paths have the level at that depth. */
function timesIn(lines: readonly Line[], level: string, at: number): number {
  return lines.filter((line) => squeezed(nameOf(line, at)) === level).length;
}

/** Lines that are written in another form than some others: one finding. */
function* form(
  wrong: readonly Line[],
  lines: readonly Line[],
  subject: string,
  message: string,
  remedy: string,
): Iterable<Found> {
  const [first, ...more] = wrong;
  if (first === undefined || wrong.length === lines.length) return;
  yield {
    subject: `sources/${subject}`,
    message: `${[...new Set(wrong.map(({ what }) => what))].join(', ')}의 출처가 ${message}`,
    place: first.place,
    related: more.map(({ what, place }) => ({ place, note: what })),
    remedy,
  };
}
