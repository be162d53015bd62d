// The option --jobs -> how many plans are built at a time.
import { availableParallelism, freemem } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';

const MOST = 64;
/** What building one plan holds at its peak, with its charts (measured: some 300 MB). */
const BYTES_A_PLAN = 400 * 2 ** 20;

export function jobsOption(): Option {
  return new Option(
    '--jobs <수>',
    '여러 계획을 만들 때 한 번에 만들 수 (처음값: 기계가 견딜 만큼)',
  ).argParser((text) => {
    const number = Number(text);
    if (!/^\d{1,2}$/.test(text) || number < 1 || number > MOST)
      throw new InvalidArgumentError(`1에서 ${MOST}까지`);
    return number;
  });
}

/** As many as there are processors, and as half of the free memory holds; one at the least. */
export function jobsHere(): number {
  return Math.max(1, Math.min(MOST, availableParallelism(), Math.floor(freemem() / 2 / BYTES_A_PLAN)));
}
