// untouched-text: what the pattern of a new plan says where nobody has written anything else, and headings under which nobody wrote anything.
import type { SourceLocation } from '../../diagnostic.ts';
import type { Block } from '../../document/document.ts';
import { plainText } from '../../document/inline.ts';
import { tasksOf } from '../../plan/programme.ts';
import type { Rule } from '../rule.ts';
import { squeezed } from '../spelling.ts';
import { lineOf } from '../text/line.ts';

export const untouchedText: Rule = {
  title: '새 계획의 틀에 있던 글은 모두 바꾸어 적고, 제목 아래는 비우지 않습니다.',
  reason: '틀의 글은 무엇을 적을지 알려 주는 것이라 공시본에 실을 수 없습니다.',
  severity: 'error',
  *find({ plan, document, texts, words }) {
    const { strategies } = plan.programme;
    const tasks = tasksOf(plan.programme);
    const named = [
      ...strategies,
      ...tasks,
      ...tasks.flatMap(({ subtasks, projects }) => [...subtasks, ...projects]),
    ];
    const said: readonly (readonly [text: string, place: SourceLocation])[] = [
      ...texts.map(({ text }) => [lineOf(text).text, text.place] as const),
      // The workbooks name them whether or not the publication does.
      ...named.map(({ name }) => [name.canonical.text, name.canonical.place] as const),
    ];
    const letters = said.map(([text, place]) => [squeezed(text), place] as const);
    for (const phrase of words.untouched) {
      const sought = squeezed(phrase);
      for (const [text, place] of letters) {
        if (!text.includes(sought)) continue;
        yield {
          subject: phrase,
          message: `새 계획의 틀에 있던 글이 그대로입니다: ${phrase}`,
          place,
          remedy: '이 계획의 것을 적거나 그 줄을 지웁니다.',
          cause: `untouched ${phrase}`,
        };
      }
    }
    const blocks = document.blocks.filter(({ kind }) => kind !== 'page-break' && kind !== 'page-turn');
    for (const [index, block] of blocks.entries()) {
      if (block.kind !== 'heading' || !ENDS.has(blocks[index + 1]?.kind)) continue;
      const title = plainText(block.title.inlines);
      yield {
        // What comes of the data may be nothing this year.
        severity: 'warning',
        subject: title,
        message: `제목 아래에 아무것도 없습니다: ${title}`,
        place: block.title.place,
        remedy: '그 아래에 글을 적거나 제목 줄을 지웁니다.',
      };
    }
  },
};

/** What ends the lines under a heading of the outline; nothing does at the end of the document. */
const ENDS: ReadonlySet<Block['kind'] | undefined> = new Set([
  undefined,
  ...(['heading', 'subsection', 'section', 'part', 'task-sheet', 'label', 'colophon', 'back-cover'] as const),
]);
