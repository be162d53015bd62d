// A period as somebody typed it -> the same in the one spelling that the readers of periods know.

/** A year of two digits before a month: no month is greater than 12. */
export const SHORT_YEAR =
  /(?<![\d.’'‘/]|\. )(?:1[3-9]|[2-9]\d)(?=\.\s?(?:0?[1-9]|1[0-2])\s?(?:[.월,·・ㆍ、]|[~∼〜–―-]\s?(?:\d{1,2}\s?(?:월|$)|(?:1[3-9]|[2-9]\d)\.\s?(?:0?[1-9]|1[0-2])(?!\d)))|\/(?:0?[1-9]|1[0-2])(?![\d/]))|(?<=(?<![\d.])(?:1[3-9]|[2-9]\d)\.\s?(?:0?[1-9]|1[0-2])\s?[~∼〜–―-]\s?)(?:1[3-9]|[2-9]\d)(?=\.\s?(?:0?[1-9]|1[0-2])(?!\d))/g;
const SLASHED = /(?<![\d/])(?:(\d{4})\/)?(\d{1,2})(?:\/(\d{1,2}))?(?![\d/.]|(?!부터|까지)[가-힣])/g;
/** `3, 6, 9월`, `3/6/9월`, `27. 3~5, 9~11월`, behind what may be their year. */
const LISTED =
  /(?<![\d.,/])((?:\d{4}|[’'‘]?(?:1[3-9]|[2-9]\d))\.\s?)?(\d{1,2}(?:\s?[~∼〜–―-]\s?\d{1,2})?(?:\s?[,·・ㆍ、/]\s?\d{1,2}(?:\s?[~∼〜–―-]\s?\d{1,2})?){1,11})\s?월/g;
/** `2027.3`, `’27.3` without the dot behind the month. */
const DOTLESS = /(?<!\d)(?:\d{4}|[’'‘]\d{2})\.\s?\d{1,2}(?=\s*(?:$|[~∼〜–―,;)\n-]|부터|까지))/g;
/** `3. ~ 11`, likewise. */
const DOTLESS_END = /[.월]\s?[~∼〜–―-]\s?\d{1,2}(?=\s*(?:$|[,;)\n]|까지))/g;

/**
 * What the readers below read of a period: `27. 3. ~ 28. 2.` with whole years, `2027/5 ~ 9` and `5/1~9/30` with dots, each month of
 * `3, 6, 9월` by itself.
 */
export function plainPeriod(text: string): string {
  const listed = text.replaceAll(
    LISTED,
    (_, year: string | undefined, months: string) =>
      `${year ?? ''}${months.replaceAll(/\d+/g, '$&월').replaceAll('/', ', ')}`,
  );
  const isSlashed = /\d\/\d/.test(listed) && !listed.includes('분기');
  const dotted = isSlashed
    ? listed.replaceAll(SLASHED, (_, year?: string, first?: string, second?: string) =>
        [year, first, second].flatMap((part) => (part === undefined ? [] : `${part}.`)).join(' '),
      )
    : listed;
  return dotted.replaceAll(SHORT_YEAR, '20$&').replaceAll(DOTLESS, '$&.').replaceAll(DOTLESS_END, '$&.');
}
