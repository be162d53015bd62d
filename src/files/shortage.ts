// An error of the system or the engine -> what ran out, in plain words, and the next step: the same wherever it happens.

interface Shortage {
  /** What ran out and what to do: sentences. */
  readonly message: string;
  readonly expected: string;
}

const MEMORY: Shortage = {
  message:
    '기억장치가 모자랍니다. 다른 프로그램을 닫고 다시 실행하십시오. 그래도 모자라면 자료가 지나치게 크지 않은지 확인하십시오.',
  expected: '쓸 수 있는 기억장치가 더 있는 컴퓨터나 더 작은 자료',
};
const TOO_LONG: Shortage = {
  message: '한 번에 다룰 수 있는 크기를 넘었습니다. 자료에 지나치게 길거나 많은 것이 없는지 확인하십시오.',
  expected: '더 작은 자료',
};

/** By the codes of the system and of Node.js. */
const BY_CODE: Readonly<Record<string, Shortage>> = {
  ENOSPC: {
    message: '디스크에 빈 공간이 없습니다. 공간을 비우고 다시 실행하십시오.',
    expected: '빈 공간이 있는 디스크',
  },
  EDQUOT: {
    message: '쓸 수 있는 용량을 다 썼습니다. 공간을 비우고 다시 실행하십시오.',
    expected: '빈 공간이 있는 디스크',
  },
  EFBIG: {
    message:
      '파일이 이 디스크나 사용자에게 허용된 크기보다 커졌습니다. 큰 파일을 둘 수 있는 디스크를 쓰거나 크기 제한(ulimit -f)을 늘리고 다시 실행하십시오.',
    expected: '더 큰 파일을 둘 수 있는 디스크',
  },
  EMFILE: {
    message:
      '한꺼번에 열 수 있는 파일 수를 넘었습니다. 제한(ulimit -n)을 256 이상으로 늘리고 다시 실행하십시오.',
    expected: '파일을 256개 넘게 열 수 있는 환경',
  },
  ENFILE: {
    message: '컴퓨터 전체에서 열 수 있는 파일 수를 넘었습니다. 다른 프로그램을 닫고 다시 실행하십시오.',
    expected: '열린 파일이 더 적은 컴퓨터',
  },
  EAGAIN: {
    message:
      '한꺼번에 돌릴 수 있는 작업 수를 넘었습니다. 다른 프로그램을 닫거나 제한(ulimit -u)을 늘리고 다시 실행하십시오.',
    expected: '작업을 더 돌릴 수 있는 컴퓨터',
  },
  EIO: {
    message: '디스크가 읽고 쓰기에 실패했습니다. 디스크와 네트워크 연결을 확인하고 다시 실행하십시오.',
    expected: '성한 디스크',
  },
  ENOMEM: MEMORY,
  ERR_WORKER_OUT_OF_MEMORY: MEMORY,
  ERR_MEMORY_ALLOCATION_FAILED: MEMORY,
  ERR_STRING_TOO_LONG: TOO_LONG,
  ERR_BUFFER_TOO_LARGE: TOO_LONG,
  ERR_FS_FILE_TOO_LARGE: TOO_LONG,
};

/** By the words of the engine, which has no codes. */
const BY_WORDS: readonly (readonly [RegExp, Shortage])[] = [
  [/^(Array buffer allocation failed|Invalid (array buffer|typed array) length)/, MEMORY],
  [/^(Invalid string length|Invalid array length|(Map|Set) maximum size exceeded)/, TOO_LONG],
];

/** What a code means; nothing where it is no shortage. */
export function shortageOf(code: string): Shortage | undefined {
  return Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
}

/** Why a file cannot be read. */
export function unreadableWords(code: string): string {
  const shortage = shortageOf(code);
  return shortage === undefined ? `읽을 수 없습니다 (${code}).` : `${shortage.message} (${code})`;
}

/** What an error means, or one of those that caused it. */
export function shortageIn(error: unknown): Shortage | undefined {
  for (let one = error, deep = 0; one instanceof Error && deep < 8; one = one.cause, deep++) {
    const { message } = one;
    const said = one instanceof RangeError ? BY_WORDS.find(([words]) => words.test(message))?.[1] : undefined;
    // A thread that could not begin says why in its words alone.
    const began = /initialization failure: (E[A-Z]+)/.exec(message)?.[1];
    const found =
      shortageOf(began ?? '') ?? ('code' in one ? shortageOf(String(one.code)) : undefined) ?? said;
    if (found !== undefined) return found;
  }
  return undefined;
}
