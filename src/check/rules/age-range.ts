// Ages in any text -> ranges that run backwards, and ages that nobody reaches.
import { korean } from '../../diagnostic/particle.ts';
import type { Rule } from '../rule.ts';
import { groupsIn } from '../text/groups.ts';
import { excerptOf, lineOf } from '../text/line.ts';

const OLDEST = 120;
/** An age by itself: 세대 and 세트 are no ages. */
const AGE = /(?<![\d.,])(\d{3,4})\s*세(?![대트입금율기]|\s*(?:이상|이하|미만|초과))/gu;

export const ageRange: Rule = {
  title: '나이는 0세에서 120세 사이이고, 구간의 앞은 뒤보다 적어야 합니다.',
  reason: '있을 수 없는 나이로는 누구를 위한 사업인지, 누구를 센 수인지 알 수 없습니다.',
  severity: 'error',
  *find({ texts }) {
    for (const { text } of texts) {
      const line = lineOf(text).text;
      if (!line.includes('세')) continue;
      const groups = groupsIn(line).filter(
        ({ measure, from, to }) => measure === 'age' && (from > to || isOld(from) || isOld(to)),
      );
      const alone = [...line.matchAll(AGE)]
        .filter(([, years]) => Number(years) > OLDEST)
        .map((match) => ({
          text: match[0],
          start: match.index,
          end: match.index + match[0].length,
          from: 0,
          to: Number(match[1]),
        }))
        .filter((one) => !groups.some(({ start, end }) => one.start < end && start < one.end));
      for (const { text: age, start, end, from, to } of [...groups, ...alone])
        yield {
          subject: `‘${age}’ ${line
            .slice(0, start)
            .replaceAll(/[\d.,]/gu, '')
            .slice(-12)}`,
          message:
            from > to
              ? korean`‘${excerptOf(line, start, end)}’: ‘${age}’은(는) 앞의 나이가 뒤의 나이보다 많습니다.`
              : korean`‘${excerptOf(line, start, end)}’: ‘${age}’은(는) 있을 수 없는 나이입니다.`,
          place: text.place,
          stated: age,
          remedy: '나이를 바로 적습니다.',
        };
    }
  },
};

function isOld(age: number): boolean {
  return Number.isFinite(age) && age > OLDEST;
}
