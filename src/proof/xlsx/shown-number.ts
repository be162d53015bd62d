// A number and the code of its cell's format -> the characters that a spreadsheet shows.

/** A quoted text, an escaped character, or one place of the number. */
const PART = /"([^"]*)"|\\(.)|([#0.,]+)/gu;

/**
 * The forms that figures are given: digits with thousands commas and decimals, quoted texts, up to three sections for
 * positive, negative and zero. Undefined for any other code. `number` in decimal characters.
 */
export function shownNumber(number: string, code: string): string | undefined {
  const sections = [''];
  for (const [token] of code.matchAll(/"[^"]*"?|;|[^";]+/gu))
    sections.push(...(token === ';' ? [''] : [`${sections.pop() ?? ''}${token}`]));
  const negative = number.startsWith('-');
  const zero = !/[1-9]/.test(number);
  const section = sections[zero && sections.length > 2 ? 2 : negative && sections.length > 1 ? 1 : 0] ?? '';
  let text = '';
  let end = 0;
  for (const match of section.matchAll(PART)) {
    if (match.index !== end) return undefined;
    end = match.index + match[0].length;
    const [, quoted, escaped, places] = match;
    if (places === undefined) text += quoted ?? escaped ?? '';
    else {
      const digits = digitsOf(number.replace('-', ''), places);
      if (digits === undefined) return undefined;
      // Without a section of its own a negative number shows its sign.
      text += negative && sections.length === 1 ? `-${digits}` : digits;
    }
  }
  return end === section.length ? text : undefined;
}

/** Undefined when the places are fewer than the number's decimals: it would be shown rounded. */
function digitsOf(number: string, places: string): string | undefined {
  const [whole = '', decimals = ''] = number.split('.');
  const [, room = ''] = places.split('.');
  if (decimals.length > room.length) return undefined;
  const grouped = places.includes(',')
    ? whole.replace(
        /^(-?\d{1,3})((?:\d{3})+)$/,
        (_, head: string, rest: string) => head + rest.replaceAll(/\d{3}/g, ',$&'),
      )
    : whole;
  return room === '' ? grouped : `${grouped}.${decimals.padEnd(room.length, '0')}`;
}
