// Areas upon each other -> whether a text stands within its own.
import type { Grid } from './chart-grid.ts';
import type { Member } from './chart-members.ts';

/** Parts of the way along a text at which it is looked at. */
const SAMPLES = [0, 0.25, 0.5, 0.75, 1];

export class Layers {
  readonly #grid: Grid;
  readonly #whole: ReadonlySet<Member>;

  /** `whole` are the categories of which all is known. */
  constructor(grid: Grid, whole: readonly Member[]) {
    this.#grid = grid;
    this.#whole = new Set(whole);
  }

  get highest(): number {
    const last = this.#grid.series.at(-1);
    return Math.max(
      0,
      ...[...this.#whole].map((one) => (last === undefined ? 0 : this.#edges(one, last)[1])),
    );
  }

  /**
   * Whether a text in the middle of its area at a category stays within it. `width` in parts of the way to the next category, `height` in
   * values. At the first and the last category it lies inwards.
   */
  holds(category: Member, series: Member, width: number, height: number): boolean {
    const { categories } = this.#grid;
    const index = categories.indexOf(category);
    const last = categories.length - 1;
    if (!this.#whole.has(category) || last === 0) return false;
    const [low, high] = this.#edges(category, series);
    const middle = (low + high) / 2;
    const inwards = index === 0 || index === last;
    const sides = [...(index > 0 ? [-1] : []), ...(index < last ? [1] : [])];
    const reach = (inwards ? 1 : 0.5) * width;
    // Beside it stands the next text.
    if (reach > (inwards ? 0.6 : 0.45)) return false;
    return sides.every((side) => {
      const beside = categories[index + side];
      if (beside === undefined || !this.#whole.has(beside)) return false;
      const [besideLow, besideHigh] = this.#edges(beside, series);
      return SAMPLES.every((part) => {
        const way = part * reach;
        const foot = low + (besideLow - low) * way;
        const top = high + (besideHigh - high) * way;
        return middle - height / 2 >= foot && middle + height / 2 <= top;
      });
    });
  }

  #edges(category: Member, series: Member): readonly [number, number] {
    const { series: all, at } = this.#grid;
    const below = all
      .slice(0, all.indexOf(series))
      .reduce((sum, one) => sum + (at(category, one)?.value ?? 0), 0);
    return [below, below + (at(category, series)?.value ?? 0)];
  }
}
