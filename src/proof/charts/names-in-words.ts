// Words of a chart and what its rows are called -> the names that stand in them.
/** What any table may have, and numbers: such a name tells nothing apart. */
const ANY = /^(?:합계|총계|소계|전체|계|총|합|수|값|비율|\d[\d.,~년월 -]*)$/u;
/** A name that is shorter may be part of another word. */
const LEAST = 2;

export function tight(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, '');
}

function isTelling(name: string): boolean {
  return name.length >= LEAST && !ANY.test(name);
}

/** The name of something else that words say, when they say none of what they are about. */
export function otherName(text: string, own: readonly string[], all: readonly string[]): string | undefined {
  const said = tight(text);
  const known = own.map(tight);
  if (
    known.some((name) => name === said || (isTelling(name) && (said.includes(name) || name.includes(said))))
  )
    return undefined;
  return all.find((word) => {
    const name = tight(word);
    return isTelling(name) && said.includes(name) && !known.some((one) => one.includes(name));
  });
}
