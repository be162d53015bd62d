// thousands-separator: a number of four digits or more, not a year, without its commas or with commas in odd places.
import { korean } from '../../diagnostic/particle.ts';
import { formOf } from '../../figure/address.ts';
import { grouped } from '../../figure/show.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { excerptOf, lineOf } from '../text/line.ts';
import type { PrintedText } from '../texts.ts';

/** Before one of these a run of four digits or more is an amount or a count, never a year or a code; behind a blank one of them opens other words. */
const COUNTED =
  /(?<![\d,.\p{L}])(\d[\d,]*\d)(?=(?:개|명|건|원|천원|만원|백만원|억원|㎡|평|대|회|인(?![가-힣])|가구|부(?![가-힣]))|\s+(?:개|명|건|원|천원|만원|백만원|억원|㎡|대|회|가구)(?![가-힣]))/gu;
const NUMBER = /\d[\d,]*/u;
const GROUPED = /^\d{1,3}(?:,\d{3})*$/;
const PLAIN = /^\d{1,3}$/;

export const thousandsSeparator: Rule = {
  title: '네 자리가 넘는 수는 천 단위마다 쉼표를 적어야 합니다.',
  reason: '쉼표가 있는 수와 없는 수가 섞이면 자릿수를 잘못 읽기 쉽습니다.',
  severity: 'style',
  *find({ book, texts, labels }) {
    const reported = new Set<string>();
    for (const printed of texts) {
      for (const found of [...inFigures(printed), ...inText(printed)]) {
        if (reported.has(found.subject)) continue;
        reported.add(found.subject);
        yield found;
      }
    }

    function* inFigures({ text }: PrintedText): Iterable<Found> {
      for (const { run } of lineOf(text).runs) {
        if (run.kind !== 'figure') continue;
        const digits = NUMBER.exec(run.text)?.[0];
        if (digits === undefined || isGrouped(digits)) continue;
        const place = book.get(run.address)?.definition.place ?? text.place;
        const form = formOf(run.address);
        yield {
          ...found(`${run.address} as ${run.text}`, `${labels(run.address)}: `, digits, place),
          ...(form.kind === 'table' && { cause: `thousands-separator ${form.table}` }),
        };
      }
    }
  },
};

function* inText({ text }: PrintedText): Iterable<Found> {
  const line = lineOf(text);
  for (const match of line.text.matchAll(COUNTED)) {
    const digits = match[1] ?? '';
    const inFigure = line.runs.some(
      ({ run, from, to }) => run.kind === 'figure' && match.index < to && from < match.index + digits.length,
    );
    if (inFigure || isGrouped(digits)) continue;
    const around = excerptOf(line.text, match.index, match.index + digits.length);
    yield found(`text ${around}`, `‘${around}’: `, digits, text.place);
  }
}

function isGrouped(digits: string): boolean {
  return GROUPED.test(digits) || PLAIN.test(digits);
}

function found(subject: string, where: string, digits: string, place: Found['place']): Found {
  const right = grouped(digits.replaceAll(',', ''));
  return {
    subject,
    message: `${where}‘${digits}’의 천 단위 쉼표가 ${digits.includes(',') ? '자리에 맞지 않습니다' : '없습니다'}.`,
    place,
    stated: digits,
    computed: right,
    remedy: korean`‘${right}’(으)로 적습니다.`,
  };
}
