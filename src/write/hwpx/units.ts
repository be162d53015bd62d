// Lengths -> those of HWPX: whole numbers, 7,200 to an inch.

/** A4's width is 59528. */
export function mm(length: number): number {
  return Math.round((length * 7200) / 25.4);
}

export function pt(length: number): number {
  return Math.round(length * 100);
}

/** Rules come in so many widths, in mm; the blank belongs to their names. */
const RULES = [0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 1, 1.5, 2, 3, 4, 5] as const;

/** The name of the width that is nearest to one in points: `0.12 mm`. */
export function ruleWidth(points: number): string {
  const wanted = (points * 25.4) / 72;
  const nearest = RULES.reduce((best, one) =>
    Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best,
  );
  return `${nearest < 1 ? nearest : nearest.toFixed(1)} mm`;
}
