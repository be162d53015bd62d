// What is painted on a page, one after the other -> whether black printed over what lies below would be more ink than paper takes.
import type { DrawItem } from '../type/drawing.ts';
import { type Inks, inkSum } from './press-inks.ts';
import { INK_LIMIT } from './press-job.ts';

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Of letters above their baseline, as a share of their size. */
const MIDDLE = 0.35;
/** Points by which something stands within a ground: at its very edge it does not. */
const WITHIN = 0.05;

export class HeavyGrounds {
  readonly #grounds: Extent[] = [];

  /** Whether its middle stands on ink that leaves no room for black; what it fills itself lies below what comes next. */
  lies(item: DrawItem, inksOf: (fill: string) => Inks): boolean {
    const middle = middleOf(item);
    const isOn =
      middle !== undefined &&
      this.#grounds.some(
        ({ left, top, right, bottom }) =>
          middle.x > left + WITHIN &&
          middle.x < right - WITHIN &&
          middle.y > top + WITHIN &&
          middle.y < bottom - WITHIN,
      );
    if ('fill' in item && item.fill !== undefined && inkSum(inksOf(item.fill)) > INK_LIMIT - 100)
      this.#grounds.push(...extentsOf(item));
    return isOn;
  }

  clear(): void {
    this.#grounds.length = 0;
  }
}

function middleOf(item: DrawItem): { readonly x: number; readonly y: number } | undefined {
  if (item.kind === 'text') {
    const radians = ((item.angle ?? 0) * Math.PI) / 180;
    const [along, above] = [item.width / 2, item.size * MIDDLE];
    return {
      x: item.x + along * Math.cos(radians) - above * Math.sin(radians),
      y: item.y - along * Math.sin(radians) - above * Math.cos(radians),
    };
  }
  const extents = extentsOf(item);
  if (extents.length === 0) return undefined;
  const [left, right] = [
    Math.min(...extents.map((one) => one.left)),
    Math.max(...extents.map((one) => one.right)),
  ];
  const [top, bottom] = [
    Math.min(...extents.map((one) => one.top)),
    Math.max(...extents.map((one) => one.bottom)),
  ];
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Of each stretch of a path. */
function extentsOf(item: DrawItem): readonly Extent[] {
  switch (item.kind) {
    case 'rect':
      return [extentOf([item.x, item.x + item.width], [item.y, item.y + item.height])];
    case 'line':
      return [extentOf([item.x1, item.x2], [item.y1, item.y2])];
    case 'path':
      return stretchesOf(item.operators).map((points) =>
        extentOf(
          points.filter((_, at) => at % 2 === 0).map((x) => x + item.x),
          points.filter((_, at) => at % 2 === 1).map((y) => y + item.y),
        ),
      );
    default:
      return [];
  }
}

function extentOf(across: readonly number[], down: readonly number[]): Extent {
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    top: Math.min(...down),
    bottom: Math.max(...down),
  };
}

/** The points of each, x and y by turns. */
function stretchesOf(operators: string): readonly (readonly number[])[] {
  const stretches: number[][] = [];
  let numbers: number[] = [];
  for (const word of operators.split(/\s+/)) {
    if (/^[\d.-]/.test(word)) {
      numbers.push(Number(word));
      continue;
    }
    const [x = 0, y = 0, width = 0, height = 0] = numbers;
    if (word === 're') stretches.push([x, y, x + width, y + height]);
    else if (word === 'm') stretches.push(numbers);
    else stretches.at(-1)?.push(...numbers);
    numbers = [];
  }
  return stretches;
}
