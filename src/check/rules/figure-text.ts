// figure-text: the characters that were published for a figure, against its value at the precision that they show.
import { korean } from '../../diagnostic/particle.ts';
import type { FigureRun, RichText } from '../../document/inline.ts';
import type { Figure } from '../../figure/figure.ts';
import { roundHalfUp } from '../../figure/quantity.ts';
import { showValue } from '../../figure/show.ts';
import { describedBy } from '../figures/described.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';
import { parseShown } from '../text/shown-number.ts';

export const figureText: Rule = {
  title: '글과 표에 찍히는 수는 그 수치의 값과 같아야 합니다.',
  reason: '같은 수치가 표와 글에서 다르면 읽는 사람은 어느 쪽이 맞는지 알 수 없습니다.',
  severity: 'error',
  *find({ book, texts, labels }) {
    const nameOf = describedBy(book, labels);
    const reported = new Set<string>();
    for (const { text } of texts) {
      for (const { run } of lineOf(text).runs) {
        if (run.kind !== 'figure') continue;
        const figure = book.get(run.address);
        const found =
          figure &&
          mismatch(
            inUnitOf(run.magnitude === true ? unsigned(figure) : figure, run),
            run.text,
            text,
            nameOf(run.address),
          );
        if (found === undefined || reported.has(found.subject)) continue;
        reported.add(found.subject);
        yield found;
      }
    }
  },
};

/** As its column counts it. */
function inUnitOf(figure: Figure, { unit }: Pick<FigureRun, 'unit'>): Figure {
  const { definition, effective } = figure;
  if (unit === undefined || effective.kind !== 'quantity') return figure;
  const exact = effective.exact.mul(definition.unit.scale).div(unit.scale);
  return { ...figure, definition: { ...definition, unit }, effective: { ...effective, exact } };
}

/** What stands in print without its sign; the word beside it is a claim. */
function unsigned(figure: Figure): Figure {
  const { effective } = figure;
  return effective.kind === 'quantity'
    ? { ...figure, effective: { ...effective, exact: effective.exact.abs() } }
    : figure;
}

function mismatch(figure: Figure, shown: string, { place }: RichText, name: string): Found | undefined {
  const { definition, effective } = figure;
  if (effective.kind !== 'quantity') return undefined;
  const { unit, address } = definition;
  const characters = shown.endsWith(unit.label) ? shown.slice(0, -unit.label.length) : shown;
  const number = parseShown(characters);
  const value = `${showValue(effective, effective.digits)}${unit.label}`;
  if (number !== undefined) {
    const rounded = roundHalfUp(effective.exact, number.digits);
    if (rounded.equals(number.exact)) return undefined;
    const computed = `${showValue({ ...effective, exact: rounded }, number.digits)}${unit.label}`;
    return {
      subject: `${address} as ${shown}`,
      message: `${name}: 찍히는 수는 ‘${shown}’인데 수치의 값은 ${value}입니다.`,
      place,
      related: [{ place: definition.place, note: `값은 ${value}입니다.` }],
      stated: shown,
      computed,
      remedy: korean`‘${shown}’을(를) ‘${computed}’(으)로 고치거나, 수치의 값을 바로잡습니다.`,
    };
  }
  return {
    subject: `${address} as ${shown}`,
    message: korean`${name}: 찍히는 글자 ‘${shown}’은(는) 수로 읽을 수 없습니다. 수치의 값은 ${value}입니다.`,
    place,
    related: [{ place: definition.place, note: `값은 ${value}입니다.` }],
    stated: shown,
    computed: value,
    remedy: korean`‘${value}’(으)로 고칩니다.`,
  };
}
