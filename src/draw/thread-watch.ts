// A thread that works -> its end, when it takes more than it may: processor time, memory, or no end of time.
import type { Worker } from 'node:worker_threads';

/** What a piece of work may take. What else the machine does counts for none of it, `hang` apart. */
export interface ThreadLimits {
  /** Of the processor, in milliseconds. */
  readonly processor: number;
  /** Until a thread that uses no processor is given up, in milliseconds: far more than any machine needs. */
  readonly hang: number;
  readonly megabytes: number;
}

/** How often it is looked, in milliseconds. */
const WATCH = 50;
/** What the engine's own threads may use meanwhile, for one of the thread's. */
const OTHERS = 3;

interface ThreadWatch {
  /** The thread has shown that it lives: it may take as much again. */
  restart(): void;
  end(): void;
}

/** Begins when it is restarted. `stop` is called once each time, with what was too much, Korean, of a chart. */
export function watchThread(worker: Worker, limits: ThreadLimits, stop: (why: string) => void): ThreadWatch {
  const atFirst = bytesElsewhere();
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const restart = (): void => {
    end();
    let before: number | undefined;
    // Counted in looks, not by a clock: a machine that slept, or a thread of ours that worked, is no thread that hangs.
    let looks = 0;
    const own = setInterval(() => {
      looks += 1;
      if (bytesElsewhere() - atFirst > limits.megabytes * 1_000_000) stop(tooLarge(limits.megabytes));
      else if (looks * WATCH > limits.hang)
        stop(`차트 하나가 ${limits.hang / 1000}초가 지나도 그려지지 않아 멈췄습니다.`);
      else
        void processorTime(worker).then((used) => {
          if (timer !== own || used === undefined) return;
          before ??= used;
          if (used - before > limits.processor)
            stop(`차트 하나가 처리 장치를 ${limits.processor / 1000}초보다 오래 써서 멈췄습니다.`);
        });
    }, WATCH);
    timer = own;
  };
  return { restart, end };
}

export function tooLarge(megabytes: number): string {
  return `차트 하나가 기억장치를 ${megabytes} MB보다 많이 써서 멈췄습니다.`;
}

/** Node.js 22.20 and 24.6 and later. */
interface MeteredWorker {
  cpuUsage(): Promise<NodeJS.CpuUsage>;
}

/** What the thread has used, in milliseconds; where Node.js does not tell, its part of what the process has. Undefined at its end. */
async function processorTime(worker: Worker): Promise<number | undefined> {
  const spent = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;
  // After a long piece of work here, what the thread has answered meanwhile is heard first.
  await new Promise((resolve) => setImmediate(resolve));
  if (!('cpuUsage' in worker)) {
    // What the asking thread did is none of it. On a busy machine that took longer than it used: only what this grows by says anything.
    const own = performance.eventLoopUtilization().active;
    return (spent(process.cpuUsage()) - own) / OTHERS;
  }
  return (worker as Worker & MeteredWorker).cpuUsage().then(spent, () => undefined);
}

/** The memory of the process beside this thread's heap and buffers: the other thread's, and a base that stays about the same. */
function bytesElsewhere(): number {
  const { rss, heapTotal, external } = process.memoryUsage();
  return rss - heapTotal - external;
}
