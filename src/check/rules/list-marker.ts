// Lists in table cells and the keywords of the outreach -> lines that begin with another sign than the rest.
import { korean } from '../../diagnostic/particle.ts';
import type { Document } from '../../document/document.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Found } from '../finding.ts';
import { usual } from '../outline-items.ts';
import type { Rule } from '../rule.ts';

/** How many keywords make a habit, and how many of them must keep it. */
const LEAST = 6;
const MOST = 0.9;

export const listMarker: Rule = {
  title: '한 칸에 늘어놓은 글과 홍보 키워드는 같은 부호로 시작합니다.',
  reason: '부호가 다르면 다른 목록이나 딸린 글로 읽힙니다.',
  severity: 'style',
  *find({ plan, document }) {
    yield* cells(document);
    yield* keywords(plan);
  },
};

/** A list in a cell whose every line has another marker. */
function* cells(document: Document): Iterable<Found> {
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    for (const { blocks } of block.rows.flat()) {
      const items = blocks.filter((one) => one.kind === 'item');
      const [first, second] = items;
      if (first?.kind !== 'item' || second?.kind !== 'item' || items.length !== 2) continue;
      if (first.marker === second.marker || /[①-⑳]/.test(first.marker)) continue;
      yield {
        subject: `markers/${second.id}`,
        message: korean`한 칸에 늘어놓은 글의 글머리표가 ‘${first.marker}’과(와) ‘${second.marker}’(으)로 다릅니다.`,
        place: second.content.place,
        remedy: '한 글머리표로 맞춥니다.',
      };
    }
  }
}

function* keywords({ outreach }: Plan): Iterable<Found> {
  const words = outreach?.rows.flatMap((row) => row.keywords) ?? [];
  const sign = usual(
    words.map(({ text }) => text[0]),
    LEAST,
    MOST,
  );
  if (sign === undefined || /[\p{L}\p{N}]/u.test(sign)) return;
  for (const { text, place } of words) {
    if (text.startsWith(sign)) continue;
    yield {
      subject: `keywords/${text}`,
      message: korean`홍보 키워드 ‘${text}’이(가) ‘${sign}’(으)로 시작하지 않습니다.`,
      place,
      remedy: korean`앞에 ‘${sign}’을(를) 붙입니다.`,
    };
  }
}
