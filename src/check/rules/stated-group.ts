// stated-group: an age or size that the text names (40대, 20인 미만), against what the figures beside it count.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import type { Note } from '../../document/document.ts';
import type { RichText } from '../../document/inline.ts';
import type { Address } from '../../figure/address.ts';
import { leavesOf } from '../../plan/statistics-table.ts';
import { describedBy } from '../figures/described.ts';
import { FigureGroups } from '../figures/figure-groups.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { type Group, type GroupMention, groupsIn, groupText, sameGroup, unionOf } from '../text/groups.ts';
import { excerptOf, type Line, lineOf } from '../text/line.ts';

export const statedGroup: Rule = {
  title: '글에 적은 나이나 규모는 곁에 적은 수치가 세는 나이나 규모와 같아야 합니다.',
  reason: '40대의 수를 30대의 수라고 적으면 수가 맞아도 틀린 말입니다.',
  severity: 'error',
  *find(input) {
    const groups = new FigureGroups(input);
    const nameOf = describedBy(input.book, input.labels);
    const below = tablesBelow(input);
    for (const { text, context } of input.texts) {
      if (context.cell !== undefined) continue;
      const line = lineOf(text);
      const mentions = groupsIn(line.text);
      if (mentions.length === 0) continue;
      const odd = new Set<GroupMention>();
      for (const counted of countedIn(line, groups)) {
        const named = contradicted(counted, mentions, line.text);
        if (named === undefined) continue;
        for (const mention of named) odd.add(mention);
        yield found(input, counted, named, line.text, text.place, nameOf);
      }
      yield* notesOf(input, text, mentions);
      yield* offTheTable(
        mentions.filter((one) => !odd.has(one)),
        below.get(context.block.id) ?? [],
        line.text,
        text.place,
      );
    }
  },
};

/** Fewer groups divide nothing. */
const FEWEST_GROUPS = 3;

/** A figure, or the figures of a claim, and the group that they count. */
interface Counted {
  readonly figures: readonly Address[];
  readonly group: Group;
  readonly from: number;
  /** Whether it is what the claim leaves out, which may be named anywhere in the line. */
  readonly exempt: boolean;
}

function countedIn(line: Line, groups: FigureGroups): readonly Counted[] {
  const counted = (figures: readonly Address[], from: number, exempt = false): Counted[] => {
    const known = figures.map((address) => groups.of(address));
    const all = known.flatMap((group) => group ?? []);
    const [first] = all;
    if (first === undefined || all.length < known.length) return [];
    const union = all.every((group) => sameGroup(group, first)) ? first : unionOf(all);
    return union === undefined ? [] : [{ figures, group: union, from, exempt }];
  };
  return line.runs.flatMap(({ run, from }) => {
    if (run.kind === 'figure') return counted([run.address], from);
    if (run.meaning.kind !== 'claim') return [];
    return [...counted(run.meaning.figures, from), ...counted(run.meaning.except, from, true)];
  });
}

const JOINED = /^\s*(?:및|과|와|,|·|이나|나)\s*$/u;

/** What the text names instead; undefined when it names the group, or none of its measure before it. */
function contradicted(
  { group, from, exempt }: Counted,
  mentions: readonly GroupMention[],
  text: string,
): readonly GroupMention[] | undefined {
  const same = mentions.filter(({ measure }) => measure === group.measure);
  const before = same.filter(({ end }) => end <= from);
  const last = before.at(-1);
  if (last === undefined) return undefined;
  const joined = [last];
  for (const mention of before.slice(0, -1).reverse()) {
    const next = joined[0];
    if (next === undefined || !JOINED.test(text.slice(mention.end, next.start))) break;
    joined.unshift(mention);
  }
  const after = same.find(({ start }) => start > from);
  const named = [last, unionOf(joined), ...(after === undefined ? [] : [after]), ...(exempt ? same : [])];
  return named.some((one) => one !== undefined && sameGroup(one, group)) ? undefined : joined;
}

function found(
  { book }: CheckInput,
  { figures, group }: Counted,
  named: readonly GroupMention[],
  text: string,
  place: SourceLocation,
  nameOf: (address: Address) => string,
): Found {
  const stated = named.map((one) => one.text).join(', ');
  const around = excerptOf(text, named[0]?.start ?? 0, named.at(-1)?.end ?? 0);
  const [first] = figures;
  const at = first && book.get(first)?.definition.place;
  const what = `${figures.map(nameOf).join(', ')}: ${groupText(group)}`;
  return {
    subject: `‘${stated}’ ${figures.join(' ')}`,
    cause: `stated-group ‘${around}’ ${groupText(group)}`,
    message: korean`‘${around}’: 글에는 ‘${stated}’(이)라고 적혀 있으나 수치는 ${groupText(group)}의 것입니다(${what}).`,
    place,
    ...(at === undefined ? {} : { related: [{ place: at, note: what }] }),
    stated,
    computed: groupText(group),
    remedy: korean`‘${groupText(group)}’(으)로 고치거나, 그 나이나 규모의 수치를 가져옵니다.`,
  };
}

/** The groups of the table right below an item, by the item's id: rows or columns that divide people by age, or places by size. */
function tablesBelow({ plan, document, printed }: CheckInput): ReadonlyMap<string, readonly Group[]> {
  const below = new Map<string, readonly Group[]>();
  for (const [index, block] of document.blocks.entries()) {
    const next = document.blocks[index + 1];
    const table = next?.kind === 'table' ? plan.tables.get(next.id) : undefined;
    if (block.kind !== 'item' || table === undefined) continue;
    const groups = [...leavesOf(table.rows), ...leavesOf(table.columns)].flatMap((path) => {
      const label = path.at(-1)?.label;
      const text = label && printed(label.place);
      return text === undefined ? [] : groupsIn(lineOf(text).text).slice(0, 1);
    });
    if (groups.length >= FEWEST_GROUPS) below.set(block.id, groups);
  }
  return below;
}

/** A group that no rows of the table below come to. */
function* offTheTable(
  mentions: readonly GroupMention[],
  groups: readonly Group[],
  text: string,
  place: SourceLocation,
): Iterable<Found> {
  for (const mention of mentions) {
    const same = groups.filter(({ measure }) => measure === mention.measure);
    const [first, last] = [same[0], same.at(-1)];
    if (first === undefined || last === undefined) continue;
    const begins = mention.from === 0 || same.some(({ from }) => from === mention.from);
    const ends = same.some(({ to }) => to === mention.to);
    if (begins && ends) continue;
    const around = excerptOf(text, mention.start, mention.end);
    yield {
      subject: `off ${around}`,
      severity: 'warning',
      message: korean`‘${around}’: ‘${mention.text}’은(는) 아래 표의 구간(${same.map(groupText).join(', ')})으로 나뉘지 않습니다.`,
      place,
      stated: mention.text,
      computed: same.map(groupText).join(', '),
      remedy: '표의 구간에 맞는 나이나 규모로 고칩니다.',
    };
  }
}

/** A note's age is one of those that the text says where it refers to the note. */
function* notesOf(
  { document }: CheckInput,
  text: RichText,
  mentions: readonly GroupMention[],
): Iterable<Found> {
  for (const inline of text.inlines) {
    const note: Note | undefined =
      inline.kind === 'note-reference' ? document.notes.get(inline.note) : undefined;
    if (note === undefined) continue;
    for (const mention of groupsIn(lineOf(note.content).text)) {
      const same = mentions.filter(({ measure }) => measure === mention.measure);
      if (same.length === 0 || same.some((one) => sameGroup(one, mention))) continue;
      const named = same.map((one) => one.text).join(', ');
      yield {
        subject: `note/${note.id} ${mention.text}`,
        message: korean`각주 ${note.number}에는 ‘${mention.text}’, 이 각주를 단 글에는 ‘${named}’(이)라고 적혀 있습니다.`,
        place: note.content.place,
        related: [{ place: text.place, note: `‘${named}’` }],
        stated: mention.text,
        computed: named,
        remedy: '각주와 본문의 나이나 규모를 맞춥니다.',
      };
    }
  }
}
