// A line of a template -> its words and marks; with what the marks show, the line as people read it; of what they type, the line again.
import { escaped } from './literal.ts';

/** Words as they are read; a tag, which shows a value; what shows nothing: a note, the edge of bold letters. */
interface Segment {
  readonly kind: 'words' | 'value' | 'note' | 'bold';
  readonly text: string;
}

export interface MarkedLine {
  /** What opens the line and is not shown: the # of a heading, the backslash that keeps a marker. */
  readonly lead: string;
  readonly segments: readonly Segment[];
}

const LEAD = /^(?:#{1,3}\s+|\\(?=[^*[\\{]))/;
/** A tag, bold letters, a note, an escape. */
const MARK = /\{\{[^{}]*\}\}|\*\*|\[\^[^[\]\s]*\]|\\[*[\\{]/g;

export function markedLine(source: string): MarkedLine {
  const [lead = ''] = LEAD.exec(source) ?? [];
  const segments: Segment[] = [];
  const put = (kind: Segment['kind'], text: string): void => {
    const last = segments.at(-1);
    if (kind === 'words' && last?.kind === 'words')
      segments[segments.length - 1] = { kind, text: last.text + text };
    else if (text !== '') segments.push({ kind, text });
  };
  let from = lead.length;
  for (const { 0: found, index } of source.matchAll(MARK)) {
    if (index < from) continue;
    // A block is one mark, with all that is in it.
    const last = /^\{\{~?[#^]/.test(found) ? source.indexOf('}}', source.lastIndexOf('{{/')) : -1;
    const mark = last < index ? found : source.slice(index, last + 2);
    put('words', source.slice(from, index));
    from = index + mark.length;
    if (mark.startsWith('\\')) put('words', mark.slice(1));
    else put(mark.startsWith('{{') ? 'value' : mark === '**' ? 'bold' : 'note', mark);
  }
  put('words', source.slice(from));
  return { lead, segments };
}

/**
 * What each segment shows where the line as a whole shows `shown`; undefined where it cannot. `isTail`: what is shown may lack the first words,
 * as a title lacks its number.
 */
export function shownSegments(
  { segments }: MarkedLine,
  shown: string,
  isTail = false,
): readonly string[] | undefined {
  const text = single(shown).trim();
  const dead = new Set<string>();
  const rest = (index: number, at: number): readonly string[] | undefined => {
    const segment = segments[index];
    if (segment === undefined) return text.slice(at).trim() === '' ? [] : undefined;
    const key = `${index} ${at}`;
    if (dead.has(key)) return undefined;
    const found = ends(segment, index, at)
      .map((end): readonly string[] | undefined => {
        const more = rest(index + 1, end);
        const own = segment.kind === 'words' ? segment.text : text.slice(at, end);
        return more && [own, ...more];
      })
      .find((one) => one !== undefined);
    if (found === undefined) dead.add(key);
    return found;
  };
  const ends = ({ kind, text: own }: Segment, index: number, at: number): readonly number[] => {
    if (kind === 'value') return Array.from({ length: text.length - at + 1 }, (_, more) => at + more);
    if (kind !== 'words') return [at];
    const isEdge = index === segments.length - 1;
    const words = single(own);
    // Blanks at an edge, or beside what shows nothing, may be none.
    const spelt = [words, words.trimStart(), words.trimEnd(), words.trim()];
    const cut = isTail && index === 0 ? [...words.matchAll(/(?<=\s)(?=\S)|$/g)].map((one) => one.index) : [];
    const all = [...spelt, ...cut.map((from) => words.slice(from))];
    const fits = new Set(all.filter((one) => text.startsWith(one, at)).map((one) => at + one.length));
    return [...fits].filter((end) => !isEdge || text.slice(end).trim() === '').sort((a, b) => b - a);
  };
  return rest(0, 0);
}

function single(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** Alignments are not made of more. */
const MOST_STEPS = 4_000_000;

/** The line with what was typed over what was shown, each mark where it was; or the values that were not typed again. */
export function retyped(
  { lead, segments }: MarkedLine,
  shown: readonly string[],
  typed: string,
): { readonly source: string } | { readonly lost: readonly string[] } {
  const atoms = segments.flatMap((segment, index): readonly Atom[] => {
    const text = shown[index] ?? '';
    return segment.kind === 'words' ? [...text].map((one) => ({ segment, text: one })) : [{ segment, text }];
  });
  const values = atoms.filter(({ segment, text }) => segment.kind === 'value' && text !== '');
  if (atoms.length * typed.length > MOST_STEPS) return { lost: values.map(({ text }) => text) };
  const places = aligned(atoms, typed);
  const lost = values.filter((atom) => !isHeld(atom, atoms, places, typed));
  if (lost.length > 0) return { lost: lost.map(({ text }) => text) };
  let from = 0;
  let source = '';
  let isBold = false;
  atoms.forEach((atom, index) => {
    const { segment } = atom;
    if (segment.kind === 'words') return;
    const at = places.get(atom) ?? unseenPlace(atoms, index, places, segment.kind === 'bold' && isBold);
    if (segment.kind === 'bold') isBold = !isBold;
    const start = Math.max(from, at ?? typed.length);
    source += escaped(typed.slice(from, start)) + segment.text;
    from = Math.max(from, start + (segment.kind === 'value' ? atom.text.length : 0));
  });
  const whole = source + escaped(typed.slice(from));
  return { source: lead + whole.replaceAll('****', '').replaceAll('\n', ' \\\n  ') };
}

interface Atom {
  readonly segment: Segment;
  readonly text: string;
}

type Places = ReadonlyMap<Atom, number>;

/** Whether the number goes on before or behind the text: the 12 of 120. */
function isPartOfNumber(typed: string, at: number, text: string): boolean {
  return (
    (/^\d/.test(text) && /\d[.,]?$/.test(typed.slice(Math.max(0, at - 2), at))) ||
    (/\d$/.test(text) && /^[.,]?\d/.test(typed.slice(at + text.length, at + text.length + 2)))
  );
}

/** Of digits alone: another number may be spelt so by chance. */
const BARE = /^\d{1,3}$/;

/** Whether the value stands there as itself: beside what it stood beside, or as the only one that is spelt so. */
function isHeld(atom: Atom, atoms: readonly Atom[], places: Places, typed: string): boolean {
  const at = places.get(atom);
  if (at === undefined) return false;
  const index = atoms.indexOf(atom);
  const isSeen = ({ text }: Atom) => text.trim() !== '';
  const [before, after] = [atoms.slice(0, index).findLast(isSeen), atoms.slice(index + 1).find(isSeen)];
  if (before === undefined && after === undefined) return true;
  const [last, next] = [before && places.get(before), after && places.get(after)];
  const isBeside =
    (last !== undefined && typed.slice(last + (before?.text.length ?? 0), at).trim() === '') ||
    (next !== undefined && typed.slice(at + atom.text.length, next).trim() === '');
  return isBeside || (!BARE.test(atom.text) && typed.split(atom.text).length === 2);
}

/** Where each atom stands in what was typed, as many of them as can be in order; a value counts for more than a letter. */
function aligned(atoms: readonly Atom[], typed: string): Places {
  const width = typed.length + 1;
  const best = new Int32Array((atoms.length + 1) * width);
  const scoreOf = ({ segment, text }: Atom, at: number): number => {
    if (text === '' || !typed.startsWith(text, at)) return -1;
    if (segment.kind !== 'value') return text.trim() === '' ? 1 : 2;
    return isPartOfNumber(typed, at, text) ? -1 : 3 * text.length + 4;
  };
  for (let index = atoms.length - 1; index >= 0; index--)
    for (let at = typed.length; at >= 0; at--) {
      const atom = atoms[index] as Atom;
      const score = scoreOf(atom, at);
      const taken = score < 0 ? -1 : score + (best[(index + 1) * width + at + atom.text.length] ?? 0);
      const skipped = Math.max(best[(index + 1) * width + at] ?? 0, best[index * width + at + 1] ?? 0);
      best[index * width + at] = Math.max(
        taken,
        at === typed.length ? (best[(index + 1) * width + at] ?? 0) : skipped,
      );
    }
  const places = new Map<Atom, number>();
  for (let index = 0, at = 0; index < atoms.length; ) {
    const atom = atoms[index] as Atom;
    const now = best[index * width + at] ?? 0;
    const score = scoreOf(atom, at);
    if (score >= 0 && score + (best[(index + 1) * width + at + atom.text.length] ?? 0) === now) {
      places.set(atom, at);
      at += atom.text.length;
      index++;
    } else if ((best[(index + 1) * width + at] ?? 0) === now) index++;
    else at++;
  }
  return places;
}

/** Of what shows nothing: behind what it stood behind, or before what it stood before; at the outer edge where all within is new. */
function unseenPlace(
  atoms: readonly Atom[],
  index: number,
  places: Places,
  closes: boolean,
): number | undefined {
  const { segment } = atoms[index] as Atom;
  const endOf = (atom: Atom | undefined) => {
    const at = atom && places.get(atom);
    return atom === undefined || at === undefined ? undefined : at + atom.text.length;
  };
  const isSeen = (atom: Atom) => places.has(atom);
  const before = atoms.slice(0, index);
  const after = atoms.slice(index + 1);
  const edge = (one: Atom) => one.segment.kind === 'bold';
  const last = endOf(before.findLast(isSeen)) ?? 0;
  const firstAfter = after.find(isSeen);
  const next = firstAfter && places.get(firstAfter);
  if (segment.kind !== 'bold') return last;
  if (closes) {
    const inside = before.slice(before.findLastIndex(edge) + 1);
    return inside.some(isSeen) ? last : next;
  }
  const end = after.findIndex(edge);
  return after.slice(0, end < 0 ? after.length : end).some(isSeen) ? next : last;
}
