// How often something is done, and how many: 월2회, 총12회, 매주 금, 23개 동 -> those that contradict one another.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import { formatLocation } from '../../diagnostic.ts';
import { plainText } from '../../document/inline.ts';
import type { Found } from '../finding.ts';
import { type Frequency, frequencyIn } from '../frequency.ts';
import type { Rule } from '../rule.ts';
import { squeezed } from '../spelling.ts';

interface Printed {
  readonly text: string;
  readonly place: SourceLocation;
}

export const statedFrequency: Rule = {
  title: '횟수와 개수는 서로, 그리고 다른 곳과 맞아야 합니다.',
  reason: '횟수가 맞지 않으면 무엇을 얼마나 하는지 알 수 없습니다.',
  severity: 'warning',
  *find(input) {
    const seen = new Set<string>();
    const texts = input.texts.flatMap(({ text, context }): Printed[] => {
      if (context.cell?.figure !== undefined) return [];
      const printed = { text: plainText(text.inlines), place: text.place };
      const key = `${formatLocation(text.place)} ${printed.text}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [printed];
    });
    for (const { text, place } of texts) {
      yield* totals(text, place);
      yield* parts(text, place);
    }
    yield* activities(texts);
    yield* offices(texts);
  },
};

/** 월2회, 총12회: twelve months of it. Only where nothing says that it lasts less than a year. */
function* totals(text: string, place: SourceLocation): Iterable<Found> {
  for (const [all, unit, each, total] of text.matchAll(/(월|주|연|분기)\s*(\d+)회\s*,\s*총\s*(\d+)회/g)) {
    const periods = { 월: 12, 주: 52, 연: 1, 분기: 4 }[unit ?? ''] ?? 0;
    const computed = Number(each) * periods;
    if (computed === Number(total)) continue;
    yield {
      subject: `frequency/${squeezed(text).slice(0, 20)} total`,
      message: `‘${all}’에서 ${unit} ${each}회를 한 해 동안 하면 ${computed}회인데 총 ${total}회로 적혀 있습니다.`,
      place,
      stated: `총 ${total}회`,
      computed: `총 ${computed}회`,
      formula: `${each}회 × ${periods}`,
      remedy: '횟수를 바로잡거나 하는 기간을 밝힙니다.',
    };
  }
}

/** 1일 52회(출·퇴근 각 26회), 1일 10회(출근 6회 / 퇴근 4회), 64명(상·하반기 각 32명). */
function* parts(text: string, place: SourceLocation): Iterable<Found> {
  for (const [all, count, unit, inner = ''] of text.matchAll(
    /(?<![\d,])([\d,]+)(회|명|개|대)\s*\(([^()]*)\)/g,
  )) {
    const each = /(?<![가-힣]|[가-힣]·)([가-힣]+(?:·[가-힣]+)+)\s*각\s*([\d,]+)(회|명|개|대)/.exec(inner);
    const amounts = [...inner.matchAll(/(?<![\d,])([\d,]+)(회|명|개|대)/g)].filter(
      ([, , one]) => one === unit,
    );
    const whole = numberOf(count);
    const sum =
      each !== null && each[3] === unit
        ? numberOf(each[2]) * (each[1]?.split('·').length ?? 0)
        : amounts.length > 1 && !/총|월|주|연/.test(inner)
          ? amounts.reduce((total, [, amount]) => total + numberOf(amount), 0)
          : undefined;
    if (sum === undefined || sum === whole) continue;
    yield {
      subject: `counts/${squeezed(text).slice(0, 20)} parts`,
      message: korean`‘${all}’에서 괄호 안을 더하면 ${sum}${unit}인데 ${count}${unit}(으)로 적혀 있습니다.`,
      place,
      stated: `${count}${unit}`,
      computed: `${sum}${unit}`,
      formula: inner,
      remedy: '합이나 나눈 수를 바로잡습니다.',
    };
  }
}

function numberOf(text: string | undefined): number {
  return Number((text ?? '').replaceAll(',', ''));
}

/** One activity, told of in several places, each with how often. */
function* activities(texts: readonly Printed[]): Iterable<Found> {
  const known = new Map<
    string,
    { readonly frequency: Frequency; readonly place: SourceLocation; readonly text: string }
  >();
  for (const { text, place } of texts) {
    for (const { 1: inner = '', index } of text.matchAll(/\(([^()]*)\)/g)) {
      // What stands before the bracket, back to the next sign that parts.
      const from = Math.max(...[',', '(', ')'].map((sign) => text.lastIndexOf(sign, index - 1))) + 1;
      const what = index === 0 ? '' : text.slice(from, index);
      const frequency = frequencyIn(inner);
      const activity = squeezed(what).replace(/(?:운영|추진|지원|개최)$/, '');
      if (frequency === undefined || activity.length < 4) continue;
      const stated = `${what.trim()}(${inner})`;
      const day = /([월화수목금토일])요/.exec(activity)?.[1];
      if (day !== undefined && frequency.day !== undefined && day !== frequency.day) {
        yield {
          subject: `frequency/${activity} day`,
          message: `‘${stated}’의 이름은 ${day}요일인데 ${frequency.day}요일에 한다고 적혀 있습니다.`,
          place,
          remedy: '요일을 바로잡습니다.',
        };
      }
      const first = known.get(activity);
      if (first === undefined) {
        known.set(activity, { frequency, place, text: stated });
        continue;
      }
      const days =
        first.frequency.day !== undefined &&
        frequency.day !== undefined &&
        first.frequency.day !== frequency.day;
      if (first.frequency.yearly === frequency.yearly && !days) continue;
      yield {
        subject: `frequency/${activity}`,
        message: korean`‘${stated}’이(가) 다른 곳의 ‘${first.text}’과(와) 횟수가 다릅니다.`,
        place,
        related: [{ place: first.place, note: first.text }],
        stated: inner,
        computed: first.text,
        remedy: '둘 가운데 틀린 쪽을 바로잡습니다.',
      };
    }
  }
}

/** 23개 동 행정복지센터: how many offices the district has is the same everywhere. */
function* offices(texts: readonly Printed[]): Iterable<Found> {
  const counts = new Map<string, Printed[]>();
  for (const { text, place } of texts)
    for (const [, count] of text.matchAll(/(?<!\d)(\d+)개\s*동\s*(?=행정복지센터|주민센터)/g))
      counts.set(count ?? '', [...(counts.get(count ?? '') ?? []), { text, place }]);
  const [usual, ...others] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  if (usual === undefined) return;
  for (const [count, at] of others) {
    const [first] = at;
    const [there] = usual[1];
    if (first === undefined || there === undefined) continue;
    yield {
      subject: `counts/동 ${count}`,
      message: `동 행정복지센터가 ${count}개로 적혀 있으나, 다른 ${usual[1].length}곳에는 ${usual[0]}개입니다.`,
      place: first.place,
      related: [{ place: there.place, note: there.text }],
      stated: `${count}개`,
      computed: `${usual[0]}개`,
      remedy: '둘 가운데 틀린 쪽을 바로잡습니다.',
    };
  }
}
