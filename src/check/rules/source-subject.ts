// Sources in notes -> those that cannot hold what their table shows.
import { korean } from '../../diagnostic/particle.ts';
import { plainText } from '../../document/inline.ts';
import type { CheckWords } from '../../plan/check-words.ts';
import type { Found } from '../finding.ts';
import { type NotePlace, notePlaces, sourceLevels } from '../note-places.ts';
import type { Rule } from '../rule.ts';

/** How a statistic is cut, and what its table then shows. */
const CUTS = [
  { name: '5세별', source: /\d세별/, holds: /\d\s*세|연령/ },
  { name: '성별', source: /(?:^|[\s,/])성별/, holds: /남|여|성별|인구/ },
] as const;

/** A level of a path that holds one statistic only, and what may stand below it. */
const PARENTS = [
  { parent: /^고용보험\s*가입자$/, below: /피보험자|가입자/ },
  { parent: /^주민등록\s*인구현황$/, below: /인구/ },
  { parent: /^지역별\s*고용조사$/, below: /경제활동|고용|취업/ },
  { parent: /^노동시장현황$/, below: /고용보험|구인|구직|취업/ },
] as const;

const SOURCE = /^\s*(?:출처|자료)/u;

export const sourceSubject: Rule = {
  title: '출처로 적은 통계에는 그 표의 내용이 있어야 합니다.',
  reason: '출처가 다르면 수치를 확인할 수 없습니다.',
  severity: 'warning',
  *find(input) {
    const places = notePlaces(input);
    for (const place of places) yield* ofTable(place, input.words.statistics);
    const seen = new Set<string>();
    for (const { note } of places) {
      if (seen.has(note.id)) continue;
      seen.add(note.id);
      yield* inPath(note.id, note.number, plainText(note.content.inlines), note.content.place);
    }
  },
};

/** Whether one of the words stands in the text, whatever its blanks. */
function has(text: string, words: readonly string[]): boolean {
  const plain = text.replaceAll(/\s/gu, '');
  return words.some((word) => plain.includes(word));
}

function* ofTable(
  { note, text, around, captions }: NotePlace,
  statistics: CheckWords['statistics'],
): Iterable<Found> {
  const holds = (one: (typeof statistics)[number]) => has(around, one.holds) && !has(around, one.lacks);
  const source = plainText(note.content.inlines);
  // What only explains a figure is no source.
  if (!SOURCE.test(source) && sourceLevels(source).length === 0) return;
  // What follows the last level is what the source is of; a source without levels is all one.
  const last = sourceLevels(source).slice(-2).join(' ') || source;
  const named = statistics.filter(({ source }) => has(last, source));
  const wrong = named.length > 0 && !named.some(holds) ? named[0] : undefined;
  const cut =
    captions === undefined ? undefined : CUTS.find((one) => one.source.test(last) && !one.holds.test(around));
  const fault = wrong ?? cut;
  if (fault === undefined) return;
  const all = plainText(text.inlines)
    .replaceAll(/[<>〈〉]/g, '')
    .trim();
  const what = all.length > 30 ? `${all.slice(0, 30)}…` : all;
  const fitting = statistics.filter(holds).map(({ name }) => name);
  yield {
    subject: `notes/${note.id} ${captions ?? ''}`,
    message: `‘${what}’의 출처(각주 ${note.number})가 ‘${source}’이나, 여기에는 ${fault.name} 통계의 내용이 없습니다.`,
    place: note.content.place,
    related: [{ place: text.place, note: what }],
    stated: source,
    remedy:
      fitting.length === 0
        ? '출처를 확인합니다.'
        : `출처를 확인합니다. 내용은 ${fitting.join(', ')} 통계입니다.`,
  };
}

function* inPath(id: string, number: number, source: string, place: Found['place']): Iterable<Found> {
  const levels = sourceLevels(source);
  for (const [index, level] of levels.entries()) {
    const child = levels[index + 1];
    const rule = PARENTS.find(({ parent }) => parent.test(level));
    if (child === undefined || rule === undefined || rule.below.test(child)) continue;
    yield {
      subject: `notes/${id} path`,
      message: korean`각주 ${number}의 출처에서 ‘${child}’이(가) ‘${level}’ 아래에 있습니다. ‘${level}’의 통계가 아닙니다.`,
      place,
      stated: `${level} > ${child}`,
      remedy: '통계가 실린 자리를 다시 찾아 적습니다.',
      cause: `${level} ${child}`,
    };
  }
}
