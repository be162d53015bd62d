// Headings □ of the task sheets and of the narrative -> sheets that lack one of all the others', lines that are no heading.
import { korean } from '../../diagnostic/particle.ts';
import type { Block, HeadingBlock } from '../../document/document.ts';
import { plainText } from '../../document/inline.ts';
import { placeOf } from '../../document/reading.ts';
import type { Found } from '../finding.ts';
import { usual } from '../outline-items.ts';
import type { Rule } from '../rule.ts';

/** Sheets that make a habit, and how many of them must keep it. */
const LEAST = 5;
const MOST = 0.8;
/** Letters that a heading has at most. */
const LONG = 40;

export const sheetHeading: Rule = {
  title: '과제 시트는 모두 같은 소제목으로 나누고, 소제목은 짧게 적습니다.',
  reason: '소제목이 빠지거나 다르면 무엇을 적은 글인지 알 수 없습니다.',
  severity: 'style',
  *find({ document }) {
    yield* sheets(document.blocks);
    yield* sections(document.blocks);
    for (const block of document.blocks) {
      if (block.kind !== 'heading') continue;
      const title = plainText(block.title.inlines);
      if (title.length <= LONG) continue;
      yield {
        subject: `headings/${block.id} long`,
        message: korean`소제목 ‘${title.slice(0, LONG / 2)}…’이(가) ${title.length}자입니다. 본문의 글머리표가 □로 적혔을 수 있습니다.`,
        place: block.title.place,
        remedy: '글머리표를 바로잡거나 제목을 줄입니다.',
      };
    }
  },
};

interface Sheet {
  readonly block: Block;
  readonly headings: HeadingBlock[];
}

function* sheets(blocks: readonly Block[]): Iterable<Found> {
  const all: Sheet[] = [];
  for (const block of blocks) {
    if (block.kind === 'task-sheet') all.push({ block, headings: [] });
    if (block.kind === 'part') all.push({ block, headings: [] });
    if (block.kind === 'heading') all.at(-1)?.headings.push(block);
  }
  const list = all.filter(({ block }) => block.kind === 'task-sheet');
  const titles = (sheet: Sheet) => sheet.headings.map(({ title }) => plainText(title.inlines));
  const common = usual(
    list.map((sheet) => titles(sheet).join('\n')),
    LEAST,
    MOST,
  );
  for (const sheet of list) {
    const own = titles(sheet);
    if (common === undefined || own.join('\n') === common) continue;
    const place = sheet.headings[0]?.title.place ?? placeOf(sheet.block);
    if (place === undefined) continue;
    const expected = common.split('\n');
    const other = sheet.headings.find((_, index) => own[index] !== expected[index]);
    yield {
      subject: `headings/${sheet.block.id}`,
      message: `과제 시트의 소제목이 다른 시트와 다릅니다: ${own.join(', ')}. 다른 시트는 ${expected.join(', ')}입니다.`,
      place: other?.title.place ?? place,
      stated: own.join(', '),
      computed: expected.join(', '),
      remedy: '소제목을 다른 시트에 맞춥니다.',
    };
  }
}

/** In a part whose sections are divided by headings, text before the first heading of one. */
function* sections(blocks: readonly Block[]): Iterable<Found> {
  let part: { sections: Block[]; undivided: Block[] } = { sections: [], undivided: [] };
  const parts = [part];
  let open = false;
  for (const block of blocks) {
    if (block.kind === 'part' || block.kind === 'task-sheet') {
      part = { sections: [], undivided: [] };
      parts.push(part);
      open = false;
    } else if (block.kind === 'section') {
      part.sections.push(block);
      open = true;
    } else if (block.kind === 'heading') open = false;
    else if (block.kind === 'item' && open) {
      part.undivided.push(block);
      open = false;
    }
  }
  for (const { sections: all, undivided } of parts) {
    const [block] = undivided;
    if (all.length < 3 || undivided.length !== 1 || block?.kind !== 'item') continue;
    const headed = blocks.filter(
      (one) => one.kind === 'heading' && all.some(({ id }) => one.id.startsWith(id)),
    );
    if (headed.length < all.length) continue;
    yield {
      subject: `headings/${block.id} before`,
      message: `‘${plainText(block.content.inlines)}’ 앞에 소제목(□)이 없습니다. 이 부의 다른 절은 소제목으로 시작합니다.`,
      place: block.content.place,
      remedy: '글머리표를 □로 고치거나 소제목을 넣습니다.',
    };
  }
}
