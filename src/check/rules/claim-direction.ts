// claim-direction: a word of direction or rank, against the figures that have to bear it out.
import { korean } from '../../diagnostic/particle.ts';
import type { Address } from '../../figure/address.ts';
import { showFigure } from '../../figure/show.ts';
import { Claims, type Verdict } from '../claims/claims.ts';
import { describedBy } from '../figures/described.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { lineOf, type PlacedRun } from '../text/line.ts';

export const claimDirection: Rule = {
  title: '증가·감소, 높다·낮다, 가장 많다 같은 말은 수치가 뒷받침해야 합니다.',
  reason: '수가 바뀌었는데 말이 그대로면 공시가 사실과 반대되는 말을 하게 됩니다.',
  severity: 'error',
  *find(input) {
    const claims = new Claims(input);
    const nameOf = describedBy(input.book, input.labels);
    for (const { text } of input.texts) {
      const line = lineOf(text);
      yield* unsaid(line.runs, input, text.place, nameOf);
      for (const { run, from } of line.runs) {
        if (run.kind !== 'text' || run.meaning.kind !== 'claim') continue;
        const { figures, except, chosen } = run.meaning;
        const before = line.text.slice(0, from);
        const verdict = claims.judge({ word: run.text, before, figures, except });
        // Which words the author has chosen for more and less is not ours to know.
        if (verdict?.kind === 'unknown-word' && chosen === true) continue;
        if (verdict !== undefined) yield found(input, verdict, run.text, figures, text.place, nameOf);
      }
    }
  },
};

/** Less, printed without a sign, that no word of the text says. */
function* unsaid(
  runs: readonly PlacedRun[],
  { book }: CheckInput,
  place: Found['place'],
  nameOf: (address: Address) => string,
): Iterable<Found> {
  const said = new Set(
    runs.flatMap(({ run }) =>
      run.kind === 'text' && run.meaning.kind === 'claim' ? run.meaning.figures : [],
    ),
  );
  for (const { run } of runs) {
    if (run.kind !== 'figure' || run.magnitude !== true || said.has(run.address)) continue;
    const figure = book.get(run.address);
    if (figure?.effective.kind !== 'quantity' || figure.effective.exact.compare(0) >= 0) continue;
    yield {
      subject: `${run.address} magnitude`,
      message: korean`${nameOf(run.address)}: 부호 없이 ‘${run.text}’(으)로 찍히는데 줄었다는 말이 글에 없습니다.`,
      place,
      related: [{ place: figure.definition.place, note: '0보다 작은 수치' }],
      stated: run.text,
      computed: showFigure(figure),
      remedy: `{{direction "${run.address}"}}를 함께 적거나 form="magnitude"를 지웁니다.`,
    };
  }
}

function found(
  { book }: CheckInput,
  verdict: Verdict,
  word: string,
  figures: readonly Address[],
  place: Found['place'],
  nameOf: (address: Address) => string,
): Found {
  const subject = `‘${word}’ ${figures.join(' ')}`;
  if (verdict.kind === 'unknown-word') {
    return {
      subject,
      severity: 'warning',
      message: `‘${word}’: 수치로 확인할 수 있는 말이 아닙니다(${figures.map(nameOf).join(', ')}).`,
      place,
      stated: word,
      remedy: '증가, 감소, 높은, 낮은, 가장 많은 같은 말로 적거나, 확인할 말이 아니면 그냥 글로 적습니다.',
    };
  }
  const at = book.get(verdict.figure)?.definition.place;
  const fact = `${nameOf(verdict.figure)}: ${verdict.fact}`;
  return {
    subject,
    message: korean`글에는 ‘${word}’(이)라고 적혀 있으나 ${fact}`,
    place,
    ...(at === undefined ? {} : { related: [{ place: at, note: fact }] }),
    stated: word,
    computed: verdict.fact,
    formula: verdict.formula,
    remedy: korean`‘${word}’을(를) 사실에 맞게 고치거나, 수치를 바로잡습니다.`,
  };
}
