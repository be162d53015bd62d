// A text -> whether someone typed a year in it, which no plan moves by itself.

const TYPED =
  /(?<![\d.,/])(?:19|20)\d\d(?=\s?(?:년|\.\s?[\d가-힣]|[~∼-])|\/\d)|['’‘]\d\d(?=년|\.\s?\d)|(?<![\d.,/]|\. )(?:1[3-9]|[2-9]\d)\.\s?\d{1,2}(?:월|\.\s?[~∼]|\s?[~∼]\s?\d{1,2}(?:\s?월|$|\.\d{1,2}(?!\d|\s?[%가-힣])))/;

/** `{{year -1}}` is no typed year, nor is one in an address. */
export function typedYears(text: string): boolean {
  return TYPED.test(
    text.replaceAll(/\{\{[^{}]*\}\}/g, '').replaceAll(/\b(?:tables|figures|tasks)\/\S+/g, ''),
  );
}
