// Plans to build -> what came of each, on so many threads at a time.
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '../diagnostic.ts';
import type { BuildOrder, BuildThreadData, BuildWord } from './build-thread.ts';
import { crashExit, crashText } from './crash.ts';
import type { BuildOptions, BuildRun } from './run-build.ts';
import type { Sent } from './terminal.ts';

interface Job {
  readonly plan: string;
  readonly options: BuildOptions;
}

type Claim = (folder: string, id: string) => Promise<Diagnostic | undefined>;

/** The thread's program, beside the compiled one. */
const THREAD = new URL('./build-thread.js', import.meta.url);

/**
 * What a thread may hold, so that it sweeps what it no longer needs (measured: 590 MB for two threads instead of 1,030, in the same time);
 * a plan that needs more gets a thread without such a limit.
 */
const MEGABYTES = 224;

interface Built {
  readonly run: BuildRun;
  /** What was said of it for the error stream. */
  readonly told: string;
}

/** Threads that build one plan after another. A thread that ends before its time takes one plan with it, and no more. */
export class BuildPool {
  readonly #threads: number;
  readonly #claim: Claim;
  readonly #program: URL;
  readonly #running = new Set<Worker>();

  constructor(threads: number, claim: Claim, program = THREAD) {
    this.#threads = threads;
    this.#claim = claim;
    this.#program = program;
  }

  /** `onBuilt` hears of each plan by its place in `jobs` as soon as it is done, `onPhase` what is being done. */
  async run(
    jobs: readonly Job[],
    onBuilt: (index: number, built: Built) => void,
    onPhase: (words: string) => void = () => {},
  ): Promise<void> {
    let next = 0;
    const work = async (): Promise<void> => {
      let thread: Worker | undefined;
      for (let index = next++; index < jobs.length; index = next++) {
        const job = jobs[index];
        if (job === undefined) break;
        thread ??= begin(this.#program, MEGABYTES);
        const built = await this.#build(thread, job, onPhase);
        if ('run' in built) onBuilt(index, built);
        else {
          thread = undefined;
          onBuilt(index, await this.#buildAlone(job, built.lost));
        }
      }
      await thread?.terminate();
    };
    await Promise.all(Array.from({ length: this.#threads }, work));
  }

  /** Ends what is being built: it comes to an error, and nothing of it is left where results lie. */
  stop(): void {
    for (const thread of this.#running) void thread.terminate();
  }

  /** On a thread with all the memory there is, where that is what the first one lacked. */
  async #buildAlone(job: Job, lost: unknown): Promise<Built> {
    if (!isOutOfMemory(lost)) return failed(job.plan, lost);
    const thread = begin(this.#program, Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20));
    const built = await this.#build(thread, job);
    await thread.terminate();
    return 'run' in built ? built : failed(job.plan, built.lost);
  }

  /** What came of it, or why the thread is lost. */
  #build(
    thread: Worker,
    { plan, options }: Job,
    onPhase: (words: string) => void = () => {},
  ): Promise<Built | { readonly lost: unknown }> {
    let told = '';
    const order = (one: BuildOrder): void => thread.postMessage(one);
    return new Promise((resolve) => {
      this.#running.add(thread);
      const end = (ended: Built | { readonly lost: unknown }): void => {
        this.#running.delete(thread);
        thread.off('message', hear).off('error', lose).off('exit', leave);
        resolve(ended);
      };
      const hear = async (word: Sent | BuildWord): Promise<void> => {
        if ('run' in word) end({ run: word.run, told });
        else if ('phase' in word) onPhase(word.phase);
        else if ('claim' in word) order({ refused: await this.#claim(word.claim.folder, word.claim.id) });
        else if ('stream' in word && word.stream === 'stderr') told += word.text;
      };
      const lose = (error: unknown): void => end({ lost: error });
      const leave = (code: number): void => lose(new Error(`the thread of a build ended with ${code}`));
      thread.on('message', hear).on('error', lose).on('exit', leave);
      order({ plan, options });
    });
  }
}

async function failed(plan: string, error: unknown): Promise<Built> {
  const told = await crashText(error, { args: process.argv.slice(2), command: 'build', subject: plan });
  return { run: { exit: crashExit(error), remarks: [], lines: [], diagnostics: [] }, told };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function begin(program: URL, megabytes: number): Worker {
  return new Worker(program, {
    workerData: {
      terminal: { stdin: false, stdout: false, stderr: false },
      astray: false,
      args: process.argv.slice(2),
    } satisfies BuildThreadData,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
}
