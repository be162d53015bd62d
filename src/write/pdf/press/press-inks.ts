// Inks of a colour -> those that a press prints well: no dots in small letters and thin lines, no tint that vanishes.
import { textInks } from '../../../document/contrast.ts';
import { HAIRLINE } from './press-job.ts';

/** Percents of cyan, magenta, yellow and black. */
export type Inks = readonly [number, number, number, number];

/** Points: letters below this, and lines below that, are thinner than the dots of a screen. */
const SMALL = 10;
const THIN = 0.5;
/** Percent of the strongest plate that a tint has at least: less is lost between plate and paper. */
const LEAST_TINT = 8;

/** States of a page by which black letters and lines are printed over what lies below, and all else in its place. */
export const OVERPRINT = 'Over';
export const KNOCK_OUT = 'Out';

const isGrey = ([cyan, magenta, yellow]: Inks): boolean => cyan + magenta + yellow === 0;

/** Whether nothing but black is printed, and that whole. */
export function isBlack(inks: Inks): boolean {
  return isGrey(inks) && inks[3] === 100;
}

/** Of letters of that many points: small ones are whole black, or none on a dark ground. */
export function letterInks(inks: Inks, size: number): Inks {
  const [, , , black] = textInks(inks);
  return [0, 0, 0, size < SMALL ? (black < 50 ? 0 : 100) : black];
}

/** Of a line of that many points. */
export function lineInks(inks: Inks, width: number): Inks {
  return isThin(inks, width) && isGrey(inks) ? [0, 0, 0, 100] : tintInks(inks);
}

/** A thin grey line is the thinnest black one, which looks alike; a thin line of other inks is as wide as their dots ask. */
export function lineWidth(inks: Inks, width: number): number {
  if (!isThin(inks, width)) return Math.max(width, HAIRLINE);
  return isGrey(inks) ? HAIRLINE : THIN;
}

function isThin(inks: Inks, width: number): boolean {
  return width < THIN && inks.some((ink) => ink > 0 && ink < 100);
}

export function tintInks(inks: Inks): Inks {
  const strongest = Math.max(...inks);
  const part = strongest > 0 && strongest < LEAST_TINT ? LEAST_TINT / strongest : 1;
  const [cyan, magenta, yellow, black] = inks;
  return [cyan * part, magenta * part, yellow * part, black * part];
}

/** Percent of all inks together. */
export function inkSum(inks: Inks): number {
  return inks.reduce((sum, ink) => sum + ink, 0);
}
