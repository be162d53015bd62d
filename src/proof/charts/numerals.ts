// Words -> the numbers that they say in letters, each before what it counts: 백이십 명, 두 배, 五百명, 절반.

/** A number as words hold it. */
export interface SaidNumber {
  /** As written, without blanks. */
  readonly text: string;
  readonly value: number;
  /** Decimals. */
  readonly digits: number;
  /** What stands right behind it, up to a blank. */
  readonly behind: string;
}

const HAN = new Map(
  [...'一二三四五六七八九十百千万萬億兆'].map((sign, at) => [
    sign,
    '일이삼사오육칠팔구십백천만만억조'[at] ?? '',
  ]),
);
const ONES = new Map([...'일이삼사오육칠팔구'].map((sign, at) => [sign, at + 1]));
const TENS = new Map(Object.entries({ 십: 10, 백: 100, 천: 1000 }));
const MYRIADS = new Map(Object.entries({ 만: 1e4, 억: 1e8, 조: 1e12 }));
const NATIVE_ONES = new Map([...'한두세네'].map((word, at) => [word, at + 1]))
  .set('다섯', 5)
  .set('여섯', 6)
  .set('일곱', 7)
  .set('여덟', 8)
  .set('아홉', 9);
const NATIVE_TENS = new Map(
  ['열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'].map((word, at) => [
    word,
    10 * (at + 1),
  ]),
).set('스무', 20);
/** What a part or a multiple is called without a number. */
const TIMES = new Map(Object.entries({ 절반: 0.5, 반절: 0.5, 갑절: 2, 곱절: 2 }));

/** Of one digit only before 배: 이 건 and 한 곳 are no numbers. A word of scale alone belongs to the unit: 만원, 천명. */
const NUMERAL =
  /(?<![\p{L}\d])(?:([일이삼사오육칠팔구십백천만억조一二三四五六七八九十百千万萬億兆]{2,12}) ?(명|인(?!구)|사람|건|개|곳|원|가구|회|배|%|퍼센트)|([삼사오육칠팔구]) ?(배)|((?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)?) ?(배|명|건|곳|개(?!월))|(절반|반절|갑절|곱절))/gu;

export function numeralsIn(words: string): readonly SaidNumber[] {
  return [...words.matchAll(NUMERAL)].flatMap(
    ([, many, counted, few, times, native, of, part]): readonly SaidNumber[] => {
      const text = many ?? few ?? native ?? part ?? '';
      const value =
        part === undefined
          ? native === undefined
            ? numberOf(text)
            : valueOfNative(text, of)
          : TIMES.get(part);
      return value === undefined
        ? []
        : [{ text, value, digits: value % 1 === 0 ? 0 : 1, behind: counted ?? times ?? of ?? '배' }];
    },
  );
}

/** Undefined for a word of scale alone, and for letters in no order. */
function numberOf(letters: string): number | undefined {
  const signs = [...letters].map((sign) => HAN.get(sign) ?? sign);
  if (!signs.some((sign) => ONES.has(sign))) return undefined;
  let [sum, group, ones] = [0, 0, 0];
  for (const sign of signs) {
    const [one, tens, myriad] = [ONES.get(sign), TENS.get(sign), MYRIADS.get(sign)];
    if (one !== undefined) {
      if (ones > 0) return undefined;
      ones = one;
    } else if (tens !== undefined) {
      group += (ones || 1) * tens;
      ones = 0;
    } else {
      sum += (group + ones || 1) * (myriad ?? 1);
      [group, ones] = [0, 0];
    }
  }
  return sum + group + ones;
}

/** 한 counts only in multiples: 한 곳 is any. */
function valueOfNative(word: string, of: string | undefined): number | undefined {
  const tens = [...NATIVE_TENS].find(([start]) => word.startsWith(start));
  const rest = word.slice(tens?.[0].length ?? 0);
  const ones = NATIVE_ONES.get(rest);
  const value = (tens?.[1] ?? 0) + (ones ?? 0);
  return value === 0 || (value === 1 && of !== '배') ? undefined : value;
}
