// Captioned tables of statistics -> the few without a source, where all others have one.
import type { Rule } from '../rule.ts';

/** Of so many tables this share has a source before one without is missed. */
const FEWEST = 4;
const MOST = 0.75;

export const lostSource: Rule = {
  title: '통계표에는 출처가 있어야 합니다.',
  reason: '출처가 없는 수치는 읽는 사람이 확인할 수 없습니다.',
  severity: 'warning',
  *find({ plan, texts, words }) {
    const sourced = new Set<string>();
    const captions = new Map<string, string>();
    for (const [index, { text, role, context }] of texts.entries()) {
      const { id, kind } = context.block;
      if (role === 'caption' && kind === 'table') {
        captions.set(id, text.inlines.map((one) => ('text' in one ? one.text : '')).join(''));
        if (text.inlines.some((one) => one.kind === 'note-reference')) sourced.add(id);
      }
      if (context.cell !== undefined && text.inlines.some((one) => one.kind === 'note-reference'))
        sourced.add(id);
      // A remark right below the table says it as well.
      const before = texts[index - 1]?.context.block;
      if (
        before?.kind === 'table' &&
        before.id !== id &&
        isSource(text.inlines.map((one) => ('text' in one ? one.text : '')).join(''), words.sources)
      )
        sourced.add(before.id);
    }
    const asked = [...plan.tables.values()].filter(({ id, isOfProgramme, unitLine }) => {
      const caption = captions.get(id);
      if (caption === undefined || isOfProgramme) return false;
      if (isSource(unitLine?.text ?? '', words.sources)) sourced.add(id);
      return !words.own.some((word) => caption.includes(word));
    });
    const without = asked.filter(({ id }) => !sourced.has(id));
    if (asked.length < FEWEST || without.length > asked.length * (1 - MOST)) return;
    for (const { id, place, caption } of without)
      yield {
        subject: `${id} source`,
        message: `‘${(captions.get(id) ?? id).replaceAll(/[<>〈〉]/gu, '').trim()}’: 표에 출처가 없습니다. 다른 통계표에는 있습니다.`,
        place: caption?.place ?? place,
        remedy: '제목 뒤에 출처의 각주([^…])를 답니다. 이 기관이 만든 수치면 처리(not-a-fault)로 적습니다.',
      };
  },
};

function isSource(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}
