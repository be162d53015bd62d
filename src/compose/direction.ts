// A figure and the words for more and less -> the word that its sign asks for, as a claim that the check knows.
import { korean } from '../diagnostic/particle.ts';
import { isBlank } from '../figure/characters.ts';
import type { Figure } from '../figure/figure.ts';
import { shownValue } from '../figure/show.ts';
import { figureOf, type HelperCall, nothing, refuse, text } from './helper-call.ts';

/** A figure that is not known yet has no direction; what stands there instead is printed for it. */
export function directionWord(call: HelperCall, unknown: string): string {
  const figure = figureOf(call, call.args[0]);
  if (figure === undefined) return nothing(call);
  const words = String(call.args[1] ?? '증가/감소').split('/');
  const [more = '', less = '', neither] = words;
  if (words.length < 2 || words.length > 3 || words.some(isBlank))
    return refuse(call, {
      rule: 'helper-arguments',
      message: korean`늘고 주는 말의 짝이 아닙니다: ${String(call.args[1])}`,
      expected: '"상승/하락", 0일 때의 말까지 적으려면 "상승/하락/보합"',
    });
  const sign = signOf(figure);
  if (sign === undefined) return text(call, unknown, { kind: 'plain' });
  if (sign !== 0) {
    const { address } = figure.definition;
    const meaning = { kind: 'claim', figures: [address], except: [], chosen: true } as const;
    return text(call, sign > 0 ? more : less, meaning);
  }
  if (neither !== undefined) return text(call, neither, { kind: 'plain' });
  return refuse(call, {
    rule: 'no-direction',
    message: `수치 ‘${String(call.args[0])}’의 값이 0이라 ${more}도 ${less}도 아닙니다.`,
    expected: `{{direction "${String(call.args[0])}" "${more}/${less}/변동 없음"}}처럼 0일 때의 말`,
  });
}

/** Of what is printed: what is rounded to 0 has none. */
function signOf(figure: Figure): -1 | 0 | 1 | undefined {
  const shown = shownValue(figure);
  if (shown.kind === 'missing') return undefined;
  if (shown.kind === 'nil' || shown.exact.equals(0)) return 0;
  return shown.exact.compare(0) > 0 ? 1 : -1;
}
