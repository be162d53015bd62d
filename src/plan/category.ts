// The categories of jobs measures that an office reports by, in the order of its form.

/** Where projects belong, beside the strategy: 직접일자리 창출. */
export interface Category {
  readonly id: string;
  readonly label: string;
}

/** Categories under a name of their own (정부부문), or those that stand in no sector. */
export interface Sector {
  readonly id?: string;
  readonly label?: string;
  readonly categories: readonly Category[];
}

export function categoriesOf(sectors: readonly Sector[]): readonly Category[] {
  return sectors.flatMap(({ categories }) => categories);
}
