// What a chart's data ask for and no page can show -> an error of its own kind, which names it in Korean.
import type { ChartDrawing, ChartOp } from './chart-ops.ts';

/** The data cannot be drawn as the specification asks; drawn otherwise they could be. */
export class ChartDataFault extends Error {
  override readonly name = 'ChartDataFault';
  /** What to do, plain Korean. */
  readonly expected: string;

  constructor(message: string, expected: string) {
    super(message);
    this.expected = expected;
  }
}

/** Points beyond which no page reaches (PDF's own limit is 14,400): what lies there is not drawn but lost. */
const FARTHEST = 14_400;
/** A path's operators are numbers and these letters. */
const OPERATOR = /^[a-zA-Z]+$/;

/**
 * The fault of a drawing that has a number which is not finite or lies off every page; undefined when all of it can be drawn.
 * Whatever drew it: nothing else stands between a chart and the page.
 */
export function unsoundDrawing({ width, height, ops }: ChartDrawing): ChartDataFault | undefined {
  const bad = ops.filter((op) => !numbersOf(op).every(isDrawable));
  if (bad.length === 0 && isDrawable(width) && isDrawable(height)) return undefined;
  const texts = [...new Set(bad.flatMap((op) => (op.kind === 'text' ? [`‘${op.text}’`] : [])))];
  const shapes = bad.filter(({ kind }) => kind === 'path').length;
  const what = [
    ...(shapes === 0 ? [] : [`선과 면 ${shapes}개`]),
    ...(texts.length === 0 ? [] : [`글자 ${texts.slice(0, 3).join(', ')}${texts.length > 3 ? ' …' : ''}`]),
  ];
  return new ChartDataFault(
    `그릴 자리가 수가 아니거나 종이를 벗어납니다(${what.join(', ') || '그림의 크기'}).`,
    '0으로 나누거나 없는 값으로 셈하지 않는 그림틀',
  );
}

function isDrawable(value: number): boolean {
  return Math.abs(value) <= FARTHEST;
}

function numbersOf(op: ChartOp): readonly number[] {
  switch (op.kind) {
    case 'text':
      return [op.x, op.y, op.size, op.angle];
    case 'path': {
      const words = op.operators.split(' ').filter((word) => word === 'NaN' || !OPERATOR.test(word));
      return [...words.map(Number), op.lineWidth ?? 0, ...(op.dash ?? [])];
    }
  }
}
