// claim-direction: a word of direction or rank, against the figures that have to bear it out.
import { korean } from '../../diagnostic/particle.ts';
import type { Address } from '../../figure/address.ts';
import { showFigure } from '../../figure/show.ts';
import { Claims, type Verdict } from '../claims/claims.ts';
import { describedBy } from '../figures/described.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { excerptOf, type Line, lineOf, type PlacedRun } from '../text/line.ts';

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
      yield* unmarked(line, input, text.place, nameOf);
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

/** What stands between a rate and the word that says which way it went: its unit, the amount in brackets; without blanks. */
const BETWEEN = /^(?:%p?|퍼센트)?(?:\([^()]{0,30}\))?$/u;

/** A rate of growth, and right behind it a word that nobody marked and that says the other way. */
function* unmarked(
  { text, runs }: Line,
  { book, words }: CheckInput,
  place: Found['place'],
  nameOf: (address: Address) => string,
): Iterable<Found> {
  const { up, down } = words.changes;
  for (const { run, from, to } of runs) {
    const figure = run.kind === 'figure' ? book.get(run.address) : undefined;
    if (run.kind !== 'figure' || figure?.definition.relation?.kind !== 'growth') continue;
    const value = figure.effective;
    if (value.kind !== 'quantity' || value.exact.equals(0)) continue;
    const behind = text.slice(to, to + FAR);
    const at = [...up, ...down]
      .map((word) => ({ word, index: behind.indexOf(word) }))
      .filter(({ index }) => index !== -1)
      .sort((a, b) => a.index - b.index)[0];
    if (at === undefined || !BETWEEN.test(behind.slice(0, at.index).replaceAll(/\s/gu, ''))) continue;
    // 증가율, 감소폭 and the like are names of what is counted.
    if (/^[율률폭세분액량]/u.test(behind.slice(at.index + at.word.length))) continue;
    const marked = runs.some(
      (other) =>
        other.from <= to + at.index &&
        to + at.index < other.to &&
        other.run.kind === 'text' &&
        other.run.meaning.kind === 'claim',
    );
    const rises = value.exact.compare(0) > 0;
    if (marked || up.includes(at.word) === rises) continue;
    const fact = `${nameOf(run.address)}: ${showFigure(figure, { unit: true })}`;
    yield {
      subject: `${run.address} ‘${at.word}’`,
      message: korean`‘${excerptOf(text, from, to + at.index + at.word.length)}’: 글에는 ‘${at.word}’(이)라고 적혀 있으나 수치는 ${rises ? '늘었습니다' : '줄었습니다'}(${fact}).`,
      place,
      stated: at.word,
      computed: rises ? '늘었음' : '줄었음',
      remedy: korean`말이나 수치를 고칩니다. {{direction "${run.address}"}}로 적으면 수치를 따라갑니다.`,
    };
  }
}

/** How many characters behind a rate its word may stand. */
const FAR = 30;

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
