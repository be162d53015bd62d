// A text that is not JSON -> where it stops being JSON.

const BLANK = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[ -!#-[\]-\uFFFF]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Offset of the first character that no JSON text could have there; the text's length where it ends too early, undefined
 * when it is JSON (RFC 8259). JSON.parse knows, but some versions of it do not tell.
 */
export function jsonFault(text: string): number | undefined {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length;
    if (length !== undefined) at += length;
    return length !== undefined;
  };
  const take = (character: string): boolean => {
    skip(BLANK);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const list = (end: string, member: () => boolean): boolean => {
    if (take(end)) return true;
    for (;;) {
      if (!member()) return false;
      if (take(end)) return true;
      if (!take(',')) return false;
    }
  };
  const value = (): boolean => {
    if (take('{')) return list('}', pair);
    if (take('[')) return list(']', value);
    return skip(SCALAR);
  };
  const pair = (): boolean => {
    skip(BLANK);
    return text[at] === '"' && skip(SCALAR) && take(':') && value();
  };
  const whole = value();
  if (whole) skip(BLANK);
  return whole && at === text.length ? undefined : at;
}
