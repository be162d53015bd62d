// The blocks of a document -> the entries of its contents: parts, sections, strategies, tasks, subtasks; headings where a part has none of these.
import { korean } from '../diagnostic/particle.ts';
import type { Block, ContentsBlock, ContentsEntry } from '../document/document.ts';
import type { RichText } from '../document/inline.ts';
import { type OutlineEntry, outlineOf } from '../document/outline.ts';
import { readingOf } from '../document/reading.ts';
import { nameAt } from '../plan/programme.ts';
import type { SourceText } from '../plan/source-text.ts';
import { richText } from './inline.ts';
import { sheetId } from './programme/task-sheet.ts';
import type { TemplateRenderer } from './render.ts';
import { circled, joinedText, withoutNotes, wording } from './rich-text.ts';
import type { Session } from './session.ts';

/** The contents without entries: those are known when everything else is composed. */
export function contentsPlace(session: Session, renderer: TemplateRenderer): readonly ContentsBlock[] {
  const { contents } = session.plan;
  if (contents === undefined) return [];
  return [
    { kind: 'contents', id: 'contents', title: richText(session, renderer, contents.title), entries: [] },
  ];
}

/** The blocks with the contents filled in. A title that the contents are to spell otherwise and that is not there is `unknown-heading`. */
export function withContents(
  session: Session,
  renderer: TemplateRenderer,
  blocks: readonly Block[],
): readonly Block[] {
  if (!blocks.some(({ kind }) => kind === 'contents')) return blocks;
  const entries = entriesOf(session, renderer, blocks);
  const targets = new Set(entries.map(({ target }) => target));
  for (const [id, { place }] of session.plan.contents?.entries ?? []) {
    if (targets.has(id)) continue;
    session.fault({
      rule: 'unknown-heading',
      message: korean`차례에 달리 적을 제목 ‘${id}’이(가) 없습니다.`,
      expected: [...targets].join(', '),
      place,
    });
  }
  return blocks.map((block) => (block.kind === 'contents' ? { ...block, entries } : block));
}

function entriesOf(
  session: Session,
  renderer: TemplateRenderer,
  blocks: readonly Block[],
): readonly ContentsEntry[] {
  const spelt = session.plan.contents?.entries;
  const names = sheetNames(session, renderer);
  const outline = outlineOf(readingOf({ blocks }).nodes);
  let divided = isDivided(outline);
  return outline.flatMap((heading, index): readonly ContentsEntry[] => {
    const { rank, block: target, number, title } = heading;
    if (rank === 'part') divided = isDivided(outline.slice(index + 1));
    const other = spelt?.get(target);
    const own = other && richText(session, renderer, other);
    switch (rank) {
      case 'part':
      case 'section': {
        const label = joinedText(wording(number, title.place), own ?? withoutNotes(title));
        return [{ level: rank === 'part' ? 1 : 2, label, target }];
      }
      case 'subsection':
        return [
          { level: 3, label: joinedText(wording(number, title.place), own ?? withoutNotes(title)), target },
        ];
      case 'heading':
        return divided ? [] : [{ level: 2, label: own ?? withoutNotes(title), target }];
      case 'strategy':
        return [{ level: 2, label: names.get(target)?.strategy ?? withoutNotes(title), target }];
      case 'task':
        return [{ level: 3, label: own ?? names.get(target)?.task ?? withoutNotes(title), target }];
      case 'subtask':
        return [{ level: 4, label: withoutNotes(title), target }];
    }
  });
}

/** Whether what stands before the next part has sections or sheets. */
function isDivided(below: readonly OutlineEntry[]): boolean {
  const end = below.findIndex(({ rank }) => rank === 'part');
  return below.slice(0, end < 0 ? below.length : end).some(({ rank }) => rank !== 'heading');
}

/** What the contents call each sheet's strategy and its task. */
function sheetNames(
  session: Session,
  renderer: TemplateRenderer,
): ReadonlyMap<string, { readonly strategy: RichText; readonly task: RichText }> {
  const named = (prefix: string, source: SourceText) =>
    joinedText(wording(prefix, source.place), withoutNotes(richText(session, renderer, source)));
  return new Map(
    session.plan.programme.strategies.flatMap(({ name, tasks }, index) =>
      tasks.map((task, position) => [
        sheetId(task),
        {
          strategy: named(`${index + 1}. `, nameAt(name, 'contents')),
          task: named(`${circled(position + 1)} `, nameAt(task.name, 'contents')),
        },
      ]),
    ),
  );
}
