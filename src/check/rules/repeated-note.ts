// Notes -> those whose text another note has already.

import type { Note } from '../../document/document.ts';
import { plainText } from '../../document/inline.ts';
import type { Rule } from '../rule.ts';
import { squeezed } from '../spelling.ts';

export const repeatedNote: Rule = {
  title: '같은 글의 각주는 하나로 적고 여러 곳에서 가리킬 수 있습니다.',
  reason: '같은 각주가 되풀이되면 고칠 때 한쪽만 고치게 됩니다.',
  severity: 'information',
  *find({ document }) {
    const byText = new Map<string, Note[]>();
    for (const note of document.notes.values()) {
      const text = squeezed(plainText(note.content.inlines));
      byText.set(text, [...(byText.get(text) ?? []), note]);
    }
    for (const [first, ...more] of byText.values()) {
      if (first === undefined || more.length === 0) continue;
      yield {
        subject: `notes/${first.id} repeated`,
        message: `각주 ${[first, ...more].map(({ number }) => number).join(', ')}의 글이 같습니다: ‘${plainText(first.content.inlines)}’.`,
        place: first.content.place,
        related: more.map(({ number, content }) => ({ place: content.place, note: `각주 ${number}` })),
        remedy: '각주 하나를 여러 곳에서 가리키면 고칠 곳이 하나입니다.',
      };
    }
  },
};
