// The lines of a cover, and what a document says of its years and sources -> the head of a plan and its cover.

import { type AdoptWords, wordAt } from '../plan/adopt-words.ts';
import { OFFICE_KINDS, type OfficeKind, sourceLabels } from '../plan/office.ts';
import { isoDate } from '../plan/typed-date.ts';
import { type Ask, type Block, type LineBlock, textsOf } from './block.ts';
import { markup, plain, withoutBold } from './inline-text.ts';

export interface HeadDraft {
  readonly title: string;
  readonly issuer: string;
  readonly year: number;
  /** `2023-03-31`. */
  readonly issueDate: string;
  readonly office: OfficeKind;
  /** The texts of cover.yaml; undefined for a document without a cover. */
  readonly cover:
    | Readonly<Record<'tag' | 'slogan' | 'series' | 'title' | 'vision', string | undefined>>
    | undefined;
}

/** Of a document that names no year at all. */
const SOME_YEAR = 2000;
/** What nobody has said. */
const UNKNOWN = '발행 기관';

export function headOf(
  cover: readonly LineBlock[],
  body: readonly Block[],
  words: AdoptWords,
  ask: Ask,
): HeadDraft {
  const texts = cover.map(({ text }) => text);
  const [from, to] = titleLines(texts, words);
  const titled = texts.slice(from, to);
  const said = titled.map(withoutBold).join(' ');
  const office = texts.findLastIndex((text, index) => (index < from || index >= to) && isOffice(text, words));
  const at = cover[0]?.at ?? body[0]?.at ?? '1';
  const doubt = (what: string, proposal: string, form: string, fits = (typed: string) => typed !== '') => {
    const answer = ask({ at, what, excerpt: said, proposal, takes: { form, fits }, weight: 1 });
    return typeof answer === 'string' ? answer : undefined;
  };
  const guessed = commonYear(body) ?? SOME_YEAR;
  const askedYear = () =>
    doubt('계획 연도가 제목에 없습니다.', `${guessed}년으로 보았습니다.`, '연도', isYear) ?? guessed;
  const year = yearIn(said) ?? Number(askedYear());
  const unnamed = `${year}년도 계획`;
  const askedTitle = () =>
    doubt('표지의 제목을 찾지 못하였습니다.', `제목을 ‘${unnamed}’으로 적었습니다.`, '제목') ?? unnamed;
  const askedIssuer = () =>
    doubt('발행 기관의 이름을 찾지 못하였습니다.', `‘${UNKNOWN}’으로 적었습니다.`, '기관 이름') ?? UNKNOWN;
  const askedDate = () =>
    doubt(
      '공시하는 날을 찾지 못하였습니다.',
      `${year}-03-31로 적었습니다(plan.yaml의 issue-date).`,
      '날짜(2031-02-14)',
      (typed) => typedDate(typed) !== undefined,
    ) ?? `${year}-03-31`;
  const title = said === '' ? markup(askedTitle()) : said;
  const issuer = office < 0 ? markup(askedIssuer()) : withoutBold(texts[office] ?? '');
  const issueDate = texts.map(dateIn).find((one) => one !== undefined) ?? typedDate(askedDate()) ?? '';
  const before = texts.slice(0, from).filter((_, index) => index !== office);
  const behind = texts.slice(to).filter((_, index) => index + to !== office);
  const series = before.find((text) => /^-\s.*\s-$/.test(plain(text)));
  const [tag, ...rest] = before.filter((text) => text !== series);
  return {
    title,
    issuer,
    year,
    issueDate,
    office: officeKind(body),
    cover:
      cover.length === 0
        ? undefined
        : {
            tag: linesOf([tag ?? '']),
            slogan: linesOf(rest),
            series: linesOf([series ?? '']),
            title: linesOf(titled.map(withoutBold)),
            vision: linesOf(behind),
          },
  };
}

function linesOf(lines: readonly string[]): string | undefined {
  const text = lines.filter((line) => line !== '').join('\n');
  return text === '' ? undefined : text;
}

/** From the line with the year, or the one before the name of the publication, to that name. */
function titleLines(texts: readonly string[], words: AdoptWords): readonly [from: number, to: number] {
  const ends = (text: string) => wordAt(words, 'publications', 'end', plain(text)) !== undefined;
  const year = texts.findIndex((text) => yearIn(text) !== undefined && !/^\d{4}\.\s*\d/.test(plain(text)));
  const first = texts.findIndex((text, index) => index >= Math.max(0, year) && ends(text));
  // A name over several lines may end with two of them.
  const end = first >= 0 && ends(texts[first + 1] ?? '') ? first + 1 : first;
  if (end < 0) return year < 0 ? [0, 0] : [year, year + 1];
  return [year < 0 || end - year > 2 ? end : year, end + 1];
}

function isOffice(text: string, words: AdoptWords): boolean {
  const said = plain(text);
  return (
    said.length <= 20 && /^[가-힣\s]+$/.test(said) && wordAt(words, 'offices', 'end', said) !== undefined
  );
}

function yearIn(text: string): number | undefined {
  const [year] = /(?:19|20)\d\d/.exec(plain(text)) ?? [];
  return year === undefined ? undefined : Number(year);
}

/** `2023. 3. 31.` */
function dateIn(text: string): string | undefined {
  const [, year = '', month = '', day = '1'] =
    /^((?:19|20)\d\d)\.\s?(\d{1,2})\.(?:\s?(\d{1,2})\.?)?$/.exec(plain(text)) ?? [];
  return isoDate(`${year}-${month}-${day}`);
}

function typedDate(typed: string): string | undefined {
  const [year = '', month = '', day = '', ...more] = typed.split('-');
  return dateIn(day === '' || more.length > 0 ? typed : `${year}.${month}.${day}`);
}

function isYear(typed: string): boolean {
  return yearIn(typed) === Number(typed);
}

function commonYear(body: readonly Block[]): number | undefined {
  const counts = new Map<number, number>();
  for (const block of body)
    if (block.kind === 'line')
      for (const [, year = ''] of block.text.matchAll(/(20\d\d)년/g))
        counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  // The year before is spoken of most: what is counted is what was.
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return most === undefined ? undefined : most + 1;
}

/** The kind whose words for the money above and its own stand most beside each other. */
function officeKind(body: readonly Block[]): OfficeKind {
  const said = body.filter(({ kind }) => kind === 'line' || kind === 'table');
  const text = said.flatMap(textsOf).join('\n');
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/[가-힣]{2,4}/g)) words.set(word, (words.get(word) ?? 0) + 1);
  const counted = OFFICE_KINDS.map((kind) => {
    const { province, district } = sourceLabels(kind);
    return { kind, count: Math.min(words.get(province) ?? 0, words.get(district) ?? 0) };
  });
  const best = counted.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count === 0 ? 'any' : best.kind;
}
