// Work that takes longer than a moment -> its progress for every window, and an end that can be asked for.
import { randomBytes } from 'node:crypto';
import type { Fault, Handle } from './api.ts';
import type { Job, ServerEvent } from './api-jobs.ts';

/** One step of a job: `onStep` tells how far it is. */
export interface JobStep {
  readonly words: string;
  run(
    onStep: (words: string, done: number, of: number) => void,
    onStop: (stop: () => void) => void,
  ): Promise<readonly Fault[]>;
}

export class Jobs {
  readonly #onFault: (error: unknown) => void;
  readonly #send: (event: ServerEvent) => void;
  readonly #running = new Map<Handle, () => void>();

  constructor(send: (event: ServerEvent) => void, onFault: (error: unknown) => void) {
    this.#send = send;
    this.#onFault = onFault;
  }

  /** The steps one after another, until one has a fault that is an error. `words` are said when all are done. `onEnd` is waited for before the end is told. */
  start(words: string, steps: readonly JobStep[], onEnd: (isDone: boolean) => Promise<void>): Job {
    const job = randomBytes(16).toString('base64url');
    let stop = (): void => {};
    let isStopped = false;
    let last: Job = {
      job,
      words: steps[0]?.words ?? '',
      done: 0,
      of: steps.length,
      state: 'running',
      faults: [],
    };
    const tell = (change: Partial<Job>): void => {
      last = { ...last, ...change };
      this.#send({ kind: 'job', job: last });
    };
    this.#running.set(job, () => {
      isStopped = true;
      stop();
    });
    const work = async (): Promise<void> => {
      const faults: Fault[] = [];
      for (const [index, step] of steps.entries()) {
        if (isStopped) break;
        tell({ words: step.words });
        const onStep = (what: string, done: number, of: number): void =>
          tell({ words: `${step.words}: ${what}`, done: index * of + done, of: steps.length * of });
        faults.push(
          ...(await step.run(onStep, (how) => {
            stop = how;
          })),
        );
        if (faults.some(({ severity }) => severity === 'error')) break;
      }
      const isDone = !isStopped && !faults.some(({ severity }) => severity === 'error');
      await onEnd(isDone);
      this.#running.delete(job);
      if (isStopped) tell({ words: '그만두었습니다. 전에 만든 파일은 그대로 있습니다.', state: 'stopped' });
      else if (isDone) tell({ words, faults, state: 'done', done: last.of });
      else tell({ words: '만들지 못했습니다. 전에 만든 파일은 그대로 있습니다.', faults, state: 'failed' });
    };
    work().catch((error: unknown) => {
      this.#onFault(error);
      this.#running.delete(job);
      tell({ state: 'failed', faults: [BROKEN] });
    });
    return last;
  }

  /** Whether there was such a job to stop. */
  stop(job: Handle): boolean {
    const stop = this.#running.get(job);
    stop?.();
    return stop !== undefined;
  }

  get isBusy(): boolean {
    return this.#running.size > 0;
  }
}

const BROKEN: Fault = {
  severity: 'error',
  message: '프로그램 내부의 오류로 끝내지 못했습니다. 전에 만든 파일은 그대로 있습니다.',
};
