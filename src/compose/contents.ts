// The blocks of a document -> the entries of its contents: parts, sections, strategies, tasks; headings where a part has none of these.
import { korean } from '../diagnostic/particle.ts';
import type { Block, ContentsBlock, ContentsEntry } from '../document/document.ts';
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
  const sheets = sheetEntries(session, renderer);
  const spelt = session.plan.contents?.entries;
  return partsOf(blocks).flatMap((part) => {
    const divided = part.some(({ kind }) => kind === 'section' || kind === 'task-sheet');
    return part.flatMap((block): readonly ContentsEntry[] => {
      const other = spelt?.get(block.id);
      const titled = (level: 1 | 2, prefix: string, title: ContentsEntry['label']): ContentsEntry[] => [
        {
          level,
          label: joinedText(
            wording(prefix, title.place),
            other === undefined ? withoutNotes(title) : richText(session, renderer, other),
          ),
          target: block.id,
        },
      ];
      switch (block.kind) {
        case 'part':
          return titled(1, `${block.numeral}. `, block.title);
        case 'section':
          return titled(2, `${block.number}. `, block.title);
        case 'heading':
          return divided ? [] : titled(2, '', block.title);
        case 'task-sheet':
          return (sheets.get(block.id) ?? []).map((entry) =>
            entry.level === 3 && other !== undefined
              ? { ...entry, label: richText(session, renderer, other) }
              : entry,
          );
        default:
          return [];
      }
    });
  });
}

/** The blocks cut before each part. */
function partsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  for (const block of blocks) {
    if (block.kind === 'part' || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}

/** What the contents say of each sheet: the strategy that it opens, and the task. */
function sheetEntries(
  session: Session,
  renderer: TemplateRenderer,
): ReadonlyMap<string, readonly ContentsEntry[]> {
  const named = (prefix: string, source: SourceText) =>
    joinedText(wording(prefix, source.place), withoutNotes(richText(session, renderer, source)));
  return new Map(
    session.plan.programme.strategies.flatMap((strategy, index) =>
      strategy.tasks.map((task, position) => {
        const target = sheetId(task);
        const entries: ContentsEntry[] = [
          { level: 3, label: named(`${circled(position + 1)} `, nameAt(task.name, 'contents')), target },
        ];
        if (position === 0) {
          entries.unshift({
            level: 2,
            label: named(`${index + 1}. `, nameAt(strategy.name, 'contents')),
            target,
          });
        }
        return [target, entries] as const;
      }),
    ),
  );
}
