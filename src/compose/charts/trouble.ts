// What cannot be drawn so that it is read: why, and what to do instead.

export interface Trouble {
  /** Korean, without the chart's name. */
  readonly message: string;
  readonly expected: string;
}

export function isTrouble(one: object): one is Trouble {
  return 'message' in one && 'expected' in one;
}

export function tooMany(count: number, most: number, what = '항목'): Trouble {
  return {
    message: `${what} ${count}개를 한 그림에서 읽을 수 없습니다(${most}개까지).`,
    expected: `rows나 columns에서 ${most}개까지 고르거나, 그림을 둘로 나눔`,
  };
}
