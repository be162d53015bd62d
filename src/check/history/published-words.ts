// What is another now in an edition that has gone out -> the Korean words for it.
import { shownDate } from '../../plan/edition.ts';
import type { Publication } from '../../plan/publication.ts';
import { partsOf } from './printed-now.ts';
import { isChartOf } from './unread-parts.ts';

export const NOTHING = '(없음)';

/** `당초, 2023. 3. 31. 공시` */
export function publicationLabel({ edition, date }: Pick<Publication, 'edition' | 'date'>): string {
  return `${edition === 0 ? '당초' : `제${edition}차 판`}, ${shownDate(date)} 공시`;
}

/** What a name is, with its particle. */
export function kindOf(key: string): string {
  if (key.startsWith('charts/')) return '그림의 틀이나 표가';
  if (key.startsWith('images/')) return '이미지가';
  if (key.startsWith('tables/')) return '표 제목이';
  if (isChartOf(key)) return '그림틀이';
  return KINDS[key] ?? '이름이';
}

const KINDS: Readonly<Record<string, string>> = {
  'plan/title': '제목이',
  'plan/issue-date': '날짜가',
  'file/keywords': '핵심어가',
  'file/summary': '요지가',
  'file/language': '언어가',
  'file/first-page': '첫 쪽 번호가',
  'file/colours': '색이',
};

export function shown(text: string | undefined): string {
  return text === undefined || text === '' ? NOTHING : text;
}

export function plain(text = ''): string {
  return partsOf(text)
    .map(({ words }) => words)
    .join('');
}

export function digits(text: string): string {
  return text.replaceAll(/[^\d.]/g, '');
}
/** A text without its numbers. */
export function letters(text: string): string {
  return text.replaceAll(/[\d.,]/g, '');
}

/** How much of a text is quoted: what differs from the other, with so much before and behind it. */
const AROUND = 12;
const MOST_QUOTED = 80;

export function excerpt(text: string, other: string): string {
  if (text === '') return NOTHING;
  const [a, b] = [[...text], [...other]];
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let behind = 0;
  while (behind < a.length - from && behind < b.length - from && a.at(-1 - behind) === b.at(-1 - behind))
    behind++;
  const start = Math.max(0, from - AROUND);
  const end = Math.min(a.length - behind + AROUND, start + MOST_QUOTED, a.length);
  return `‘${start > 0 ? '…' : ''}${a.slice(start, end).join('')}${end < a.length ? '…' : ''}’`;
}
