// Entries of the contents -> those that differ from their heading, and those that repeat another's title.
import { korean } from '../../diagnostic/particle.ts';
import { numberOf } from '../../document/blocks/part.ts';
import type { Block, ContentsEntry } from '../../document/document.ts';
import { plainText } from '../../document/inline.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { DIFFERENCE_NOUNS, DIFFERENCES, differencesOf, squeezed } from '../spelling.ts';

const NUMBER = /^(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|\d+)\.\s*|^[①-⑳]\s*/;

export const contentsTitle: Rule = {
  title: '순서의 제목은 본문의 제목과 같고, 서로 달라야 합니다.',
  reason: '순서를 보고 찾아간 곳에 다른 제목이 있으면 찾을 수 없습니다.',
  severity: 'style',
  *find(input) {
    const contents = input.document.blocks.find((block) => block.kind === 'contents');
    if (contents?.kind !== 'contents') return;
    const seen = new Map<string, ContentsEntry>();
    const blocks = new Map(input.document.blocks.map((block) => [block.id, block]));
    for (const entry of contents.entries) {
      // What is compared is headed alike in every plan, whatever its own headings say.
      if (entry.level >= 3 || entry.target.startsWith('comparison-')) continue;
      const block = blocks.get(entry.target);
      const title = titleOf(entry, block);
      const key = `${entry.level} ${squeezed(title)}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, entry);
      yield* found(input, entry, block, title, first);
    }
  },
};

function* found(
  { plan }: CheckInput,
  entry: ContentsEntry,
  block: Block | undefined,
  title: string,
  first: ContentsEntry | undefined,
): Iterable<Found> {
  const place = plan.contents?.entries.get(entry.target)?.place ?? entry.label.place;
  const heading =
    block?.kind === 'part' || block?.kind === 'section' || block?.kind === 'heading'
      ? block.title
      : undefined;
  const printed = heading === undefined ? undefined : plainText(heading.inlines);
  const related = heading === undefined ? [] : [{ place: heading.place, note: `본문의 제목: ${printed}` }];
  const subject = `contents/${entry.target}`;
  if (first !== undefined) {
    const other = plainText(first.label.inlines);
    const differs = printed !== undefined && squeezed(printed) !== squeezed(title);
    yield {
      subject: `${subject} repeated`,
      severity: differs ? 'error' : 'style',
      message: korean`순서의 ‘${plainText(entry.label.inlines)}’이(가) ‘${other}’의 제목을 되풀이합니다.${differs ? ` 본문의 제목은 ‘${printed}’입니다.` : ''}`,
      place,
      related: [
        {
          place: plan.contents?.entries.get(first.target)?.place ?? first.label.place,
          note: `순서: ${other}`,
        },
        ...related,
      ],
      stated: title,
      ...(printed === undefined ? {} : { computed: printed }),
      remedy: '순서의 제목을 본문의 제목으로 고칩니다.',
    };
    return;
  }
  if (printed === undefined) return;
  const kinds = differencesOf(printed, title);
  if (kinds.size === 0) return;
  const nouns = DIFFERENCES.flatMap((kind) => (kinds.has(kind) ? [DIFFERENCE_NOUNS[kind]] : []));
  yield {
    subject,
    severity: kinds.has('wording') || kinds.has('letter') ? 'warning' : 'style',
    message: korean`순서의 제목 ‘${title}’이(가) 본문의 제목 ‘${printed}’과(와) ${nouns.join(', ')} 다릅니다.`,
    place,
    related,
    stated: title,
    computed: printed,
    remedy: '한쪽으로 맞춥니다.',
  };
}

function titleOf({ label }: ContentsEntry, block: Block | undefined): string {
  const text = plainText(label.inlines);
  const number =
    block?.kind === 'part'
      ? numberOf(block.numeral)
      : block?.kind === 'section'
        ? numberOf(block.number)
        : '';
  return number !== '' && text.startsWith(number) ? text.slice(number.length) : text.replace(NUMBER, '');
}
