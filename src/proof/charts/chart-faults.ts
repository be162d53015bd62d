// What is amiss with a chart's marks -> diagnostics, one for each kind and set of marks, at the chart's place.
import type { Diagnostic } from '../../diagnostic.ts';
import type { ChartBlock } from '../../document/document.ts';
import { placeOf } from '../../document/reading.ts';

/** Each kind of fault: its severity, and what would be right. */
const KINDS = {
  'chart-other-value': [
    'error',
    '수치의 값 그대로의 길이, 자리, 각도. 셈한 값은 표의 식(관계)으로 만들어 그 수치를 그립니다',
  ],
  'chart-other-text': ['error', '수치의 글자(datum.text), 또는 눈금의 값 그대로의 글자'],
  'chart-rounded-text': ['warning', '수치의 글자(datum.text)'],
  'chart-other-place': ['error', '그 수치의 행과 열의 이름'],
  'chart-scale': ['error', '모든 값이 들어가는 하나의 고른 눈금, 0에서 시작하는 막대'],
  'chart-scale-upside-down': ['warning', '위로 갈수록 커지는 세로 눈금'],
  'chart-uneven': ['warning', '굵기와 눈금이 같은 막대, 반지름이 같은 부채꼴'],
  'chart-flat': ['warning', '수치가 차지하는 만큼의 눈금'],
  'chart-mixed': ['warning', '단위마다 제 눈금'],
  'chart-whole': ['warning', '서로 겹치지 않고, 합하면 전체가 되는 수치'],
  'chart-typed-value': ['error', '표와 figures의 수치로 그린 그림'],
  'chart-untraced': ['warning', '표와 figures의 행에서 나온 그림'],
  'chart-hidden': ['error', '종이와 다른 색, 보이는 크기와 굵기'],
  'chart-dropped': ['warning', '표의 행을 모두 그린 그림, 또는 무엇이 빠졌는지 적은 제목(‘○○ 제외’)'],
  'chart-over-gap': ['warning', '값이 없는 곳에서 끊긴 선'],
  'chart-unreadable': ['error', '눈금의 글자(axis), 또는 수치의 글자(datum.text)'],
  'chart-no-values': ['warning', '눈금의 글자(axis), 또는 수치의 글자(datum.text)'],
  'chart-two-scales': ['error', '한 눈금, 또는 눈금마다 무엇의 것인지 적은 축 제목이나 모든 수치의 글자'],
  'chart-unnamed': ['error', '축이나 범례, 글자로 적은 행과 열의 이름'],
  'chart-look-alike': ['error', '뚜렷이 다른 색과 범례, 또는 그 위에 적은 이름'],
  'chart-alike': ['warning', '뚜렷이 다른 색과 범례, 또는 곁에 적은 이름'],
  'chart-other-title': ['warning', '그린 수치의 이름과 연도'],
  'chart-other-unit': ['warning', '수치의 단위'],
  'chart-upside-down': ['error', '바로 선 글자, 또는 옆으로 누운 글자'],
  'chart-small': ['error', '5포인트 이상의 글자'],
  'chart-order': ['error', '연도의 차례로 한 방향으로 이은 선(sort: null)'],
  'chart-order-of-rows': ['warning', '표의 차례로 이은 선(sort: null)'],
  'chart-mark-not-printed': ['error', '그린 그대로 찍힌 막대, 선, 점'],
  'chart-nothing': ['error', '표의 수치가 하나라도 보이는 그림틀'],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;

type ChartRule = keyof typeof KINDS;

export class ChartFaults {
  readonly #block: ChartBlock;
  readonly #where: string;
  readonly #faults = new Map<string, { readonly rule: ChartRule; readonly first: string; count: number }>();

  /** `where` begins the messages: the file and page of what is amiss in print. */
  constructor(block: ChartBlock, where = '') {
    this.#block = block;
    this.#where = where;
  }

  /** `set`: of several marks that are drawn alike the first is told, and how many there are. */
  tell(rule: ChartRule, set: string, first: string): void {
    const key = JSON.stringify([rule, set]);
    const known = this.#faults.get(key);
    if (known === undefined) this.#faults.set(key, { rule, first, count: 1 });
    else known.count++;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#faults.values()].map(({ rule, first, count }) => ({
      rule,
      severity: KINDS[rule][0],
      message: `${this.#where}차트 ‘${this.#block.id}’: ${first}${count > 1 ? ` 이런 곳이 ${count}군데입니다.` : ''}`,
      expected: KINDS[rule][1],
      place: placeOf(this.#block) ?? { file: this.#block.id, line: 1, column: 1 },
    }));
  }
}
