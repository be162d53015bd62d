// Titles and labels of a chart -> numbers in them that come from no figure, and letters that nobody can read.

import { korean } from '../../diagnostic/particle.ts';
import type { PlacedChart } from '../../document/chart-marks.ts';
import { contrast, LEAST_LARGE, PAPER, type Rgb } from '../../document/contrast.ts';
import type { Theme } from '../../document/theme.ts';
import { showFigure } from '../../figure/show.ts';
import { KNOWN_UNITS } from '../../figure/unit.ts';
import { PaintColours } from '../paint-colours.ts';
import type { ChartFaults } from './chart-faults.ts';
import type { ChartRows } from './mark-numbers.ts';
import type { SaidNumber } from './numerals.ts';
import { isPainted } from './prove-values.ts';
import { numbersIn } from './text-numbers.ts';

/** Points below which letters are not read. */
const LEAST_LETTERS = 5;

/** What counts nothing behind a number, and the largest number before it: dates, ages, ordinals. */
const COUNTLESS: readonly (readonly [RegExp, number])[] = [
  [/^(?:년|\.|$|[-~–∼’/)])/u, 2100],
  [/^월/u, 12],
  [/^일(?!자리)/u, 31],
  [/^(?:\/|분기|반기)/u, 4],
  [/^주/u, 53],
  [/^(?:차|기|단계|위|순위|학년|학기|호)/u, 20],
  [/^(?:세|대(?!책))/u, 120],
  [/^인(?: |$|가구|이상|미만|이하|초과)/u, 1000],
];
const YEARS = [1900, 2100] as const;
const DAYS = 31;
/** Words that say how a unit counts: 인구 10만 명당, 단위: 1,000명. */
const COUNTING = /당|단위|\(\s*$/u;

/** `spec` is what somebody typed, as text: a number that stands there is typed. */
export function proveTitles(chart: PlacedChart, rows: ChartRows, spec: string, faults: ChartFaults): void {
  const named = rows.all.flatMap(({ named: { words } }) => words.flatMap(numbersIn));
  /** As a row is called, or the last two digits of its year; 2 of 2분기 is no 2배. */
  const isNamed = ({ text, behind }: SaidNumber): boolean =>
    named.some(
      (name) =>
        (name.text === text || name.text.slice(-2) === text) &&
        (name.behind.startsWith(behind) || !isCounted(behind)),
    );
  const shown = rows.all.map(({ figure, named }) => ({
    texts: new Set(numbersIn(showFigure(figure)).map(({ text }) => text)),
    words: named.words,
  }));
  /** Whether it is the text of a figure, of one that the title names where it names any. */
  const isShown = (said: SaidNumber, title: string): boolean =>
    shown.some(({ texts, words }) => texts.has(said.text) && rows.names.other(title, words) === undefined);
  const prove = (text: string, what: string, isOwn: (said: SaidNumber) => boolean): void => {
    for (const said of numbersIn(text)) {
      if (isNamed(said) || isCountless(said, text)) continue;
      if (spec.includes(said.text) || spec.includes(said.text.replaceAll(',', '')))
        faults.tell(
          'chart-typed-value',
          what,
          korean`${what} ‘${text}’에 적어 넣은 수 ‘${said.text}’이(가) 있습니다.`,
        );
      else if (!isOwn(said))
        faults.tell(
          'chart-other-text',
          what,
          korean`${what} ‘${text}’의 수 ‘${said.text}’은(는) 어느 수치의 글자도 아닙니다.`,
        );
    }
  };
  for (const { kind, text } of chart.words)
    if (kind === 'title') prove(text, '제목', (said) => isShown(said, text));
  for (const { value, text } of chart.categories) {
    const behind = chart.marks
      .filter(({ names }) => names.includes(value))
      .flatMap((mark) => rows.groups(mark).flat());
    const own = new Set(
      behind.flatMap(({ figure }) => numbersIn(showFigure(figure)).map((said) => said.text)),
    );
    // A rank or an order that was counted is small.
    prove(text, '이름표', (said) => own.has(said.text) || (said.digits === 0 && Math.abs(said.value) < 100));
  }
}

/** Whether a unit stands behind a number that no year has. */
function isCounted(behind: string): boolean {
  return KNOWN_UNITS.leading(behind, (_, { label }) => label !== '년') !== undefined;
}

/** Whether a number is known to count nothing: a year, a date, an age, an ordinal, the tens of a unit. */
function isCountless({ value, digits, behind, text: number }: SaidNumber, text: string): boolean {
  const plain = number.replaceAll(',', '');
  if (/^10+$/u.test(plain))
    return COUNTING.test(text.slice(0, text.indexOf(number))) || COUNTING.test(behind) || COUNTING.test(text);
  if (digits > 0 || value < 0 || number.includes(',')) return false;
  if (behind === '' || behind.startsWith('년')) if (value >= YEARS[0] && value <= YEARS[1]) return true;
  const found = COUNTLESS.find(([unit]) => unit.test(behind));
  if (found === undefined) return false;
  const [, most] = found;
  return most === YEARS[1] ? (value >= YEARS[0] && value <= most) || value <= DAYS * 4 : value <= most;
}

/** Degrees from upright to either side up to which letters are read. */
const UPRIGHT = 100;

/** Every word is of a size that is read, none stands on its head, and none beside the marks is so thin that it looks like paper. */
export function proveLetters(chart: PlacedChart, theme: Pick<Theme, 'colours'>, faults: ChartFaults): void {
  const marked = chart.marks
    .filter(isPainted)
    .flatMap(({ shape }) => (shape.kind === 'words' ? [shape] : []));
  for (const { text, size } of [...chart.words, ...marked])
    if (text.trim() !== '' && size < LEAST_LETTERS)
      faults.tell(
        'chart-small',
        '',
        korean`글자 ‘${text}’이(가) ${Number(size.toFixed(1))}포인트라 읽을 수 없습니다.`,
      );
  for (const { text, angle } of [...chart.words, ...marked])
    if (text.trim() !== '' && Math.abs((((angle % 360) + 540) % 360) - 180) > UPRIGHT)
      faults.tell('chart-upside-down', '', korean`글자 ‘${text}’이(가) 거꾸로 서 있습니다.`);
  const colours = new PaintColours(theme, { kind: 'plain' });
  for (const { text, colour } of chart.words) {
    const [red = 0, green = 0, blue = 0] = colours.of(colour, 'fill')?.values ?? [];
    const rgb: Rgb = [255 * red, 255 * green, 255 * blue];
    // Whole colours are the check's, which a plan may have decided on.
    if (colour.endsWith('%') && contrast(rgb, PAPER) < LEAST_LARGE)
      faults.tell('chart-hidden', 'letters', korean`글자 ‘${text}’이(가) 너무 옅습니다.`);
  }
}
