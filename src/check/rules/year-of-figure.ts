// year-of-figure: the year that a sentence names, against the year of the figures in it.
import { korean } from '../../diagnostic/particle.ts';
import type { Address } from '../../figure/address.ts';
import { describedBy } from '../figures/described.ts';
import { Periods } from '../figures/periods.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { excerptOf, lineOf } from '../text/line.ts';
import { wordsIn } from '../text/words.ts';
import { type YearMention, yearsIn } from '../text/years.ts';
import type { PrintedText } from '../texts.ts';

const MONTHS = 12;
const MONTH = /^\s*년(?:도)?\s*(\d{1,2})\s*월/u;
const DATED = /(?:19|20)\d{2}\.\s*(\d{1,2})\./u;

export const yearOfFigure: Rule = {
  title: '글에 적은 연도는 그 글에 든 수치의 연도여야 합니다.',
  reason: '지난해 수치를 올해 수치라고 적으면 수가 맞아도 틀린 말입니다.',
  severity: 'error',
  *find(input) {
    const { plan, book, texts, labels, cells, printed, words } = input;
    const goesOn = wordsIn(words.relativeYears, ['대비', '도대비', '보다', '에비해', '에비하여']);
    const periods = new Periods(input);
    const nameOf = describedBy(book, labels);
    for (const one of texts) if (one.context.cell === undefined) yield* inText(one);

    function* inText({ text }: PrintedText): Iterable<Found> {
      const line = lineOf(text);
      const mentions = yearsIn(text, plan.year, line);
      if (mentions.length === 0) return;
      for (const { run, from } of line.runs) {
        const figures =
          run.kind === 'figure' ? [run.address] : run.meaning.kind === 'claim' ? run.meaning.figures : [];
        const before = mentions.filter((one) => one.to <= from);
        for (const address of figures) {
          const said = before.findLast(({ base }) => !base);
          const last = before.at(-1);
          // 올해, 지난해: from there on another year is meant.
          if (said !== undefined && !goesOn(line.text.slice(said.to, from))) {
            yield* apart(address, said, periods.of(address), '');
            yield* monthApart(address, said);
          }
          if (last?.compared === true) yield* apart(address, last, periods.baseOf(address), '견주는 ');
        }
      }

      function* apart(address: Address, said: YearMention, year: number | undefined, what: string) {
        if (year === undefined || year === said.year) return;
        const around = excerptOf(line.text, said.from, said.to);
        const place = book.get(address)?.definition.place;
        yield found(
          `‘${around}’ ${what}${year}`,
          address,
          `‘${around}’: 글에는 ${said.year}년이라고 적혀 있으나 ${nameOf(address)}의 ${what}해는 ${year}년입니다.`,
          place === undefined ? [] : [{ place, note: `${what}${year}년의 수치` }],
          [`${said.year}년`, `${year}년`],
        );
      }

      /** The month of 2022년 12월말, against the date in the unit line of the figure's table. */
      function* monthApart(address: Address, said: YearMention) {
        const month = MONTH.exec(line.text.slice(said.to))?.[1];
        const unitLine = cells.get(address)?.table.unitLine;
        if (month !== undefined && Number(month) > MONTHS) {
          const around = excerptOf(line.text, said.from, said.to + month.length + 2);
          yield found(
            `‘${around}’ no month`,
            address,
            `‘${around}’: ${month}월은 없는 달입니다.`,
            [],
            [`${month}월`, `${MONTHS}월`],
          );
          return;
        }
        const dated = unitLine && printed(unitLine.place);
        const date = dated && DATED.exec(lineOf(dated).text);
        if (month === undefined || dated === undefined || date?.[1] === undefined) return;
        if (Number(date[1]) === Number(month)) return;
        yield found(
          `‘${excerptOf(line.text, said.from, said.to)}’ month`,
          address,
          `글에는 ${month}월이라고 적혀 있으나 표는 ‘${lineOf(dated).text}’입니다.`,
          [{ place: dated.place, note: lineOf(dated).text }],
          [`${month}월`, `${date[1]}월`],
        );
      }

      function found(
        subject: string,
        address: Address,
        message: string,
        related: Found['related'],
        [stated, computed]: readonly [string, string],
      ): Found {
        return {
          subject: `${subject} ${address}`,
          cause: `year-of-figure ${subject}`,
          message,
          place: text.place,
          ...(related === undefined ? {} : { related }),
          stated,
          computed,
          remedy: korean`‘${computed}’(으)로 고치거나, ${stated}의 수치를 가져옵니다.`,
        };
      }
    }
  },
};
