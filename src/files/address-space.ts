// The limit on the memory that a process may address (`ulimit -v`) -> why too little of it is left, before the engine ends for want of it.
import { readFileSync } from 'node:fs';

/**
 * What a process with threads needs at least, in kilobytes: one to read in, and a second one to draw charts (measured: 1.4 and 2.7
 * million). Where a thread cannot have it, the engine ends the whole program with words of its own, and leaves no moment to say so.
 */
const NEEDED = { read: 1_500_000, draw: 3_000_000 } as const;

/** Undefined where it suffices, or no one tells: only Linux keeps such a limit. */
export function lackingSpace(work: keyof typeof NEEDED): string | undefined {
  const kilobytes = limit();
  if (kilobytes === undefined || kilobytes >= NEEDED[work]) return undefined;
  return `쓸 수 있는 기억장치의 제한(ulimit -v)이 ${kilobytes}킬로바이트라 시작하지 않았습니다. ${NEEDED[work]} 이상으로 늘리거나 없애고(ulimit -v unlimited) 다시 실행하십시오. 아무것도 바꾸지 않았습니다.`;
}

function limit(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const [, bytes] = /^Max address space +(\d+) /m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return bytes === undefined ? undefined : Math.floor(Number(bytes) / 1024);
  } catch {
    return undefined;
  }
}
