// unit-after-figure: the unit that a text prints behind a figure, against the figure's own.
import { korean } from '../../diagnostic/particle.ts';
import type { RichText } from '../../document/inline.ts';
import type { FigureDefinition } from '../../figure/figure.ts';
import { sourceLabels } from '../../plan/office.ts';
import { describedBy } from '../figures/described.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { excerptOf, lineOf } from '../text/line.ts';
import { hasNoCounter, isSameUnit, unitBehind } from '../text/units.ts';

/** Amounts by source follow a total that has the unit: (국비 10,678 시비 5,339). */
const SOURCE = /(?:국비|[시도군구]비|시도비|시군구비|구|민자|기타)\s*$/u;

export const unitAfterFigure: Rule = {
  title: '글에서 수치 뒤에 적은 단위는 그 수치의 단위여야 합니다.',
  reason: '명을 세는 수에 개를 붙이거나 %p에 %를 붙이면 다른 것을 말하게 됩니다.',
  severity: 'warning',
  *find({ plan, book, texts, labels }) {
    const nameOf = describedBy(book, labels);
    const sources = Object.values(sourceLabels(plan.office, plan.labels));
    const namesSource = (before: string) =>
      SOURCE.test(before) || sources.some((name) => before.trimEnd().endsWith(name));
    for (const { text, context } of texts) {
      if (context.cell?.figure !== undefined) continue;
      const line = lineOf(text);
      for (const { run, from, to } of line.runs) {
        if (run.kind !== 'figure') continue;
        const figure = book.get(run.address);
        if (figure?.effective.kind !== 'quantity') continue;
        const { definition } = figure;
        if (run.text.endsWith(definition.unit.label)) continue;
        const printed = unitBehind(line.text.slice(to), plan.units, definition.unit);
        const around = excerptOf(line.text, from, to, 10);
        if (printed === undefined) {
          if (namesSource(line.text.slice(0, from)) || !hasNoCounter(line.text.slice(to))) continue;
          yield found(definition, '', around, text, nameOf(run.address));
        } else if (
          !isSameUnit(printed, definition.unit, plan.units) &&
          !countsJobs(line.text, printed.label, definition)
        ) {
          yield found(definition, printed.label, around, text, nameOf(run.address));
        }
      }
    }
  },
};

/** A job is a person at work: targets are counted in both. */
function countsJobs(text: string, printed: string, { unit }: FigureDefinition): boolean {
  return printed === '개' && unit.dimension === 'people' && /일자리/u.test(text);
}

function found(
  { address, unit, place }: FigureDefinition,
  printed: string,
  around: string,
  text: RichText,
  name: string,
): Found {
  const said = printed === '' ? '단위가 없으나' : korean`단위가 ‘${printed}’(으)로 적혀 있으나`;
  const isError = printed === '%' && unit.label === '%p';
  return {
    subject: `${address} ‘${around}’`,
    ...(isError ? { severity: 'error' as const } : {}),
    message: `‘${around}’: ${said} 이 수치(${name})의 단위는 ${unit.label}입니다.`,
    place: text.place,
    related: [{ place, note: `단위 ${unit.label}` }],
    stated: printed,
    computed: unit.label,
    remedy: korean`‘${unit.label}’(으)로 적거나, 수치의 단위를 바로잡습니다.`,
  };
}
