// missing-data: charts and figures that the team does not have yet.
import { plainText } from '../../document/inline.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const missingData: Rule = {
  title: '아직 없는 자료는 공시하기 전에 채우거나 싣지 않기로 정합니다.',
  reason: '빈 그림 자리와 미정인 수치는 공시본에 실을 수 없습니다.',
  severity: 'warning',
  *find({ document, book, labels }): Iterable<Found> {
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
    for (const { definition, effective } of book.values()) {
      const { address, given, place } = definition;
      if (given?.kind !== 'missing' || effective.kind !== 'missing') continue;
      const [kind, table] = address.split('/');
      yield {
        subject: address,
        message: `${labels(address)}: 값이 아직 없습니다.`,
        place,
        remedy: '값을 적습니다.',
        cause: `missing ${kind}/${table}`,
      };
    }
  },
};
