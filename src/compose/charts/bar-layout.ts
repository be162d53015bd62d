// How many bars with which labels -> standing or lying bars, their thickness, and where their values stand.
import type { Grid } from './chart-grid.ts';
import { easyScale, GAP, type Look, WIDEST_BAR } from './chart-look.ts';
import { overhang, thinned } from './line-plot.ts';
import { labelsOf, valueAxisRoom, wrapped } from './spec-parts.ts';
import { linesOf, widest } from './text-size.ts';
import { type Trouble, tooMany } from './trouble.ts';

export interface BarLayout {
  readonly isLying: boolean;
  /** Of the chart's area, beside labels and legend. */
  readonly width: number;
  readonly height: number;
  /** Parts of a category's room. */
  readonly padding: number;
  /** The expression of the categories' labels. */
  readonly labels: string;
  /** The size of the values at the bars; undefined where they have no room and an axis tells them. */
  readonly valueSize: number | undefined;
  readonly ticks: readonly number[];
  readonly ends: readonly [number, number];
  /** Room for the values beyond the ends of the bars, below or left and above or right. */
  readonly room: readonly [number, number];
  /** A bar's thickness in points. */
  readonly thickness: number;
}

interface Bars {
  /** Beside each other in one category. */
  readonly beside: number;
  /** What stands at the ends of the bars. */
  readonly texts: readonly string[];
  /** The smallest and the largest end of a bar. */
  readonly least: number;
  readonly most: number;
  /** Of 1, and told in %. */
  readonly areShares?: boolean;
}

/** Lying bars are so many at most, and as high as a page has room for beside its caption. */
const MOST_HEIGHT = 560;
const STANDING_HEIGHT = 150;
/** More standing bars would be labelled too closely. */
const MOST_STANDING = 12;
const THINNEST_STANDING = 3;
/** The shortest scale that lying bars are compared on, in parts of the width. */
const SHORTEST = 0.3;
const BAR = { alone: 11, beside: 10 } as const;
const BETWEEN = 6;
/** A bar that stands alone may be thinner, and nearer to the next, where there are many. */
const THIN = { bar: 7, between: 3 } as const;

export function barLayout(grid: Grid, look: Look, bars: Bars): BarLayout | Trouble {
  const { least, most } = bars;
  const ends: readonly [number, number] = [Math.min(0, least), Math.max(0, most) || (least < 0 ? 0 : 1)];
  return (
    standing(grid, look, bars, ends) ??
    (grid.isTime ? overYears(grid, look, bars) : lying(grid, look, bars, ends))
  );
}

function standing(
  { categories, isTime }: Grid,
  look: Look,
  { beside, texts, least }: Bars,
  ends: readonly [number, number],
): BarLayout | undefined {
  const slot = look.width / categories.length;
  const lines = wrapped(categories, slot - 4, look);
  if ((categories.length > MOST_STANDING && !isTime) || lines === undefined || lines > 2) return undefined;
  const padding = paddingOf(slot, beside, beside === 1 ? 0.34 : 0.16);
  const thickness = (slot * (1 - padding)) / beside;
  const room = beside === 1 ? slot - GAP : thickness + 0.5;
  const valueSize = [look.size, look.smaller].find((size) => widest(texts, size, true) <= room);
  if (valueSize === undefined) return undefined;
  const above = valueSize + 2 * GAP;
  return {
    isLying: false,
    width: look.width,
    height: STANDING_HEIGHT,
    padding,
    labels: labelsOf(categories, (label) => linesOf(label, slot - 4, look.size)),
    valueSize,
    ticks: [],
    ends,
    room: [least < 0 ? above : 0, above],
    thickness,
  };
}

/** Years too many for their values: an axis tells them, and only some years are named. */
function overYears(
  grid: Grid,
  look: Look,
  { beside, least, most, areShares = false }: Bars,
): BarLayout | Trouble {
  const { categories } = grid;
  const { ends, ticks } = easyScale(Math.min(0, least), Math.max(0, most));
  const width =
    look.width -
    valueAxisRoom(areShares ? [1000] : ticks, look) -
    overhang(grid, look.width / categories.length, look);
  const slot = width / categories.length;
  const padding = paddingOf(slot, beside, 0.2);
  const thickness = (slot * (1 - padding)) / beside;
  if (thickness < THINNEST_STANDING)
    return tooMany(categories.length, Math.floor((width * 0.8) / beside / THINNEST_STANDING));
  return {
    isLying: false,
    width,
    height: STANDING_HEIGHT,
    padding,
    labels: thinned(categories, slot, look),
    valueSize: undefined,
    ticks,
    ends,
    room: [0, 0],
    thickness,
  };
}

function lying(
  { categories }: Grid,
  look: Look,
  { beside, texts, least: lowest }: Bars,
  ends: readonly [number, number],
): BarLayout | Trouble {
  const values = widest(texts, look.size, true) + 2 * GAP;
  const rooms: readonly [number, number] = [lowest < 0 ? values : 0, values];
  const labelRoom = look.width * (1 - SHORTEST) - rooms[0] - rooms[1] - GAP;
  const labels = categories.map(({ label }) => linesOf(label, labelRoom, look.size));
  const longest = Math.max(...labels.flat().map((line) => look.widthOf(line, true)));
  if (longest > labelRoom)
    return {
      message: '항목의 이름에 띄어 쓰지 않은 긴 낱말이 있어 막대를 그릴 자리가 모자랍니다.',
      expected: '표의 행과 열 이름(label)에 띄어쓰기나 더 짧은 이름',
    };
  const lines = Math.max(...labels.map(({ length }) => length));
  const bar = beside === 1 ? BAR.alone : BAR.beside;
  const stepOf = (thick: number, between: number) => Math.max(beside * thick + between, lines * 10.5 + GAP);
  const usual = stepOf(bar, BETWEEN);
  const most = Math.floor(MOST_HEIGHT / (beside === 1 ? stepOf(THIN.bar, THIN.between) : usual));
  if (categories.length > most) return tooMany(categories.length, most);
  const step = Math.min(usual, MOST_HEIGHT / categories.length);
  const height = step * categories.length;
  const thickness = Math.min(bar, (step - THIN.between) / beside);
  const width = look.width - longest - 2 * GAP;
  const padding = 1 - (beside * thickness) / step;
  return {
    isLying: true,
    width,
    height,
    padding,
    labels: labelsOf(categories, (label) => linesOf(label, labelRoom, look.size)),
    valueSize: look.size,
    ticks: [],
    ends,
    room: rooms,
    thickness,
  };
}

/** So much between categories that no bar is wider than the widest. */
function paddingOf(slot: number, beside: number, least: number): number {
  return Math.max(least, 1 - (WIDEST_BAR * beside) / slot);
}
