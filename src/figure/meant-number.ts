// A number as people and programs spell it -> the same number as data files do.

/**
 * The number that was meant: thousands commas, full-width digits, `△` `▲` or brackets for negatives, a unit behind it, an exponent.
 * Undefined when the text is not a number in any form.
 */
export function meantNumber(text: string): string | undefined {
  const bare = text
    // Full-width digits and signs become the usual ones.
    .normalize('NFKC')
    .replaceAll(/[\s,_']/g, '')
    .replace(/^\((.+)\)$/, '-$1')
    .replace(/^[△▲−–]/, '-')
    .replace(/(천명|만명|명|건|개소|개|백만원|천원|억원|원|%p|%|배)$/, '');
  const match = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,2}))?$/.exec(bare);
  const [, sign, whole = '', decimals = '', exponent = '0'] = match ?? [];
  if (match === null || whole + decimals === '') return undefined;
  const shifted = shiftPoint(whole, decimals, Number(exponent));
  return sign === '-' && shifted !== '0' ? `-${shifted}` : shifted;
}

/** Moves the decimal point to the right, without the rounding of binary numbers. */
function shiftPoint(whole: string, decimals: string, by: number): string {
  const point = whole.length + by;
  const digits = `${'0'.repeat(Math.max(0, -point))}${whole}${decimals}`;
  const at = Math.max(0, point);
  const left =
    digits
      .padEnd(at, '0')
      .slice(0, at)
      .replace(/^0+(?=\d)/, '') || '0';
  const right = digits.slice(at);
  return right === '' ? left : `${left}.${right}`;
}
