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

/** What each category is called in a list of all, by its id: its label, with its sector's where another has the same. */
export function categoryWords(sectors: readonly Sector[]): Readonly<Record<string, string>> {
  const labels = categoriesOf(sectors).map(({ label }) => label);
  const isTwice = (label: string) => labels.indexOf(label) !== labels.lastIndexOf(label);
  return Object.fromEntries(
    sectors.flatMap(({ label: sector, categories }) =>
      categories.map(({ id, label }) => {
        const isAlone = categories.filter((one) => one.label === label).length === 1;
        return [id, isTwice(label) ? `${label}(${(isAlone ? sector : undefined) ?? id})` : label];
      }),
    ),
  );
}
