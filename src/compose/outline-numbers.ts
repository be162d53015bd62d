// The head of a line -> the number that it counts with, as official documents count: 1. 가. 1) 가) (1) (가).

interface NumberedLine {
  /** `1)`; full-width letters as the usual ones, ⑴ as (1). */
  readonly marker: string;
  /** The same of all that count in this way: `1)`. */
  readonly kind: string;
  readonly text: string;
}

const LINE = /^(\S{2,5})\s+(?=(\S.*))/u;
const NUMBER =
  /^(?:\(?(?:\d{1,2}|[가나다라마바사아자차카타파하])\)|(?:\d{1,2}|[가나다라마바사아자차카타파하])\.)$/u;
const ENCLOSED = /^([⑴-⒛㈎-㈛])\s+(\S.*)/u;
/** 3. 15. is a day. */
const DAY = /^\d{1,2}\./u;

/** Undefined for any other line. */
export function numberedLine(line: string): NumberedLine | undefined {
  const [, typed, text] = LINE.exec(line) ?? ENCLOSED.exec(line) ?? [];
  const marker = typed?.normalize('NFKC');
  if (marker === undefined || text === undefined || !NUMBER.test(marker)) return undefined;
  if (marker.endsWith('.') && DAY.test(text)) return undefined;
  return { marker, kind: marker.replace(/\d+/u, '1').replace(/[가-하]/u, '가'), text };
}
