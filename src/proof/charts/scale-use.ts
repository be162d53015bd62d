// How a chart's scale is used: found where its marks are proven, and asked where its words are.
import type { ChartRef } from '../../document/chart-marks.ts';

/** What the labels of a scale must agree with. */
export interface ScaleUse {
  /** Some of its marks show shares of a whole. */
  shares: boolean;
  /** Some go to the other side, as in a pyramid of two sexes. */
  mirrored: boolean;
  /** The shares, of 1, that figures are drawn as. */
  readonly shareOf: Map<ChartRef, number>;
}

export function newUse(): ScaleUse {
  return { shares: false, mirrored: false, shareOf: new Map() };
}
