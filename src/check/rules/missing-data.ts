// missing-data: charts and figures that the team does not have yet, and what else is printed as not known.
import { plainText } from '../../document/inline.ts';
import type { Address } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { operandsOf } from '../../figure/relation.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { excerptOf, lineOf } from '../text/line.ts';

export const missingData: Rule = {
  title: '아직 없는 자료는 공시하기 전에 채우거나 싣지 않기로 정합니다.',
  reason: '빈 그림 자리와 미정인 수치는 공시본에 실을 수 없습니다.',
  severity: 'warning',
  *find(input): Iterable<Found> {
    const { document, book, labels } = input;
    for (const block of document.blocks) {
      if (block.kind === 'missing')
        yield {
          subject: block.id.replace(/^chart-/, 'charts/'),
          message: `그림 ‘${plainText(block.caption.inlines)}’의 자료가 없습니다: ${plainText(block.needed.inlines)}`,
          place: block.caption.place,
          remedy: '자료를 넣거나 dispositions.yaml에서 omit으로 정합니다.',
        };
      if (block.kind === 'swot') {
        const titles = block.factors.flatMap(({ title, unknown }) =>
          unknown === undefined ? [] : [plainText(title.inlines)],
        );
        const place = block.boxes[0]?.title.place ?? block.alt.place;
        if (titles.length > 0)
          yield {
            subject: `swot/${block.id}`,
            message: `SWOT 분석에 ${titles.join(', ')}의 목록이 없습니다.`,
            place,
            remedy: 'swot.yaml에 목록을 적습니다.',
          };
      }
    }
    const printed = printedFigures(input);
    const unknown = new Set([...printed].flatMap((address) => unknownBehind(address, book)));
    for (const { definition, effective } of book.values()) {
      const { address, given, place } = definition;
      const isGiven = given?.kind === 'missing';
      if (effective.kind !== 'missing' || !(isGiven || unknown.has(address))) continue;
      const [kind, table] = address.split('/');
      yield {
        subject: address,
        // A publication does not say 미정; what nobody reads may stay unknown.
        severity: unknown.has(address) ? 'error' : 'warning',
        message: isGiven
          ? `${labels(address)}: 값이 아직 없습니다.`
          : `${labels(address)}: 있는 값으로 셈할 수 없어 ‘미정’으로 찍힙니다.`,
        place,
        remedy: '값을 적습니다.',
        cause: `missing ${kind}/${table}`,
      };
    }
    yield* typedUnknown(input);
  },
};

/** All that a text or a chart shows. */
function printedFigures({ document, texts }: CheckInput): ReadonlySet<Address> {
  return new Set([
    ...texts.flatMap(({ text }) =>
      text.inlines.flatMap((inline) => (inline.kind === 'figure' ? [inline.address] : [])),
    ),
    ...document.blocks.flatMap((block) =>
      block.kind === 'chart'
        ? Object.values(block.rows).flatMap((rows) => rows.map((row) => row.address))
        : [],
    ),
  ]);
}

/** The figures without a value for whose sake this one has none: itself, where that is not of its operands. */
function unknownBehind(address: Address, book: FigureBook): readonly Address[] {
  const found = new Set<Address>();
  const seen = new Set<Address>();
  const open = [address];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const figure = book.get(one);
    if (seen.has(one) || figure?.effective.kind !== 'missing') continue;
    seen.add(one);
    const { relation } = figure.definition;
    const lacking = (relation === undefined ? [] : operandsOf(relation)).filter(
      (operand) => book.get(operand)?.effective.kind === 'missing',
    );
    if (lacking.length === 0) found.add(one);
    open.push(...lacking);
  }
  return [...found];
}

/** The words typed by hand. */
function* typedUnknown({ texts, words }: CheckInput): Iterable<Found> {
  const isLetter = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
  const isEnd = (letter: string) => !isLetter(letter) || words.particles.includes(letter);
  for (const { text } of texts) {
    const { text: all, runs } = lineOf(text);
    for (const { run, from, to } of runs) {
      if (run.kind !== 'text' || run.meaning.kind !== 'plain') continue;
      for (const word of words.undecided) {
        for (let at = all.indexOf(word, from); at >= 0 && at < to; at = all.indexOf(word, at + 1)) {
          if (isLetter(all.charAt(at - 1)) || !isEnd(all.charAt(at + word.length))) continue;
          const around = excerptOf(all, at, at + word.length);
          const { place } = text;
          yield {
            subject: `${'file' in place ? place.file : ''} ${around}`,
            severity: 'error',
            message: `‘${around}’: 아직 정하지 않았다는 말이 찍힙니다.`,
            place,
            remedy: '정한 것을 적거나 그 글을 뺍니다.',
          };
        }
      }
    }
  }
}
