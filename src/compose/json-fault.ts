// A text that is not JSON -> where it stops being JSON.

const BLANK = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[ -!#-[\]-\uFFFF]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What is deeper is no text that a person wrote, and all that walk it do so by recursion. */
const MOST_DEEP = 200;

/**
 * Offset of the first character that no JSON text could have there; the text's length where it ends too early, undefined
 * when it is JSON (RFC 8259) and not more than 200 levels deep. JSON.parse knows, but some versions of it do not tell.
 */
export function jsonFault(text: string): number | undefined {
  let at = 0;
  let depth = 0;
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
    if (depth > MOST_DEEP) return false;
    depth += 1;
    const good = take('{') ? list('}', pair) : take('[') ? list(']', value) : skip(SCALAR);
    depth -= 1;
    return good;
  };
  const pair = (): boolean => {
    skip(BLANK);
    return text[at] === '"' && skip(SCALAR) && take(':') && value();
  };
  const whole = value();
  if (whole) skip(BLANK);
  return whole && at === text.length ? undefined : at;
}
