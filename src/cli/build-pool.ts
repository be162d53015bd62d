// Plans to build -> what came of each, on so many threads at a time.
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '../diagnostic.ts';
import { shortageIn } from '../files.ts';
import type { BuildOrder, BuildThreadData, BuildWord } from './build-thread.ts';
import { crashText } from './crash.ts';
import { EXIT } from './exit-code.ts';
import type { BuildOptions, BuildRun } from './run-build.ts';
import type { Sent } from './terminal.ts';

interface Job {
  readonly plan: string;
  readonly options: BuildOptions;
}

type Claim = (folder: string, id: string) => Promise<Diagnostic | undefined>;

/** The thread's program, beside the compiled one. */
const THREAD = new URL('./build-thread.js', import.meta.url);

/** Threads that build one plan after another. A thread that ends before its time takes one plan with it, and no more. */
export class BuildPool {
  readonly #threads: number;
  readonly #claim: Claim;

  constructor(threads: number, claim: Claim) {
    this.#threads = threads;
    this.#claim = claim;
  }

  /** `onBuilt` hears of each plan by its place in `jobs` as soon as it is done, with what was said of it for the error stream. */
  async run(
    jobs: readonly Job[],
    onBuilt: (index: number, built: { readonly run: BuildRun; readonly told: string }) => void,
  ): Promise<void> {
    let next = 0;
    const work = async (): Promise<void> => {
      let thread: Worker | undefined;
      for (let index = next++; index < jobs.length; index = next++) {
        const job = jobs[index];
        if (job === undefined) break;
        thread ??= begin();
        const built = await this.#build(thread, job);
        if (built.ended) thread = undefined;
        onBuilt(index, built);
      }
      await thread?.terminate();
    };
    await Promise.all(Array.from({ length: this.#threads }, work));
  }

  #build(thread: Worker, { plan, options }: Job): Promise<{ run: BuildRun; told: string; ended: boolean }> {
    let told = '';
    const order = (one: BuildOrder): void => thread.postMessage(one);
    return new Promise((resolve) => {
      const end = (run: BuildRun, ended: boolean): void => {
        thread.off('message', hear).off('error', lose).off('exit', leave);
        resolve({ run, told, ended });
      };
      const hear = async (word: Sent | BuildWord): Promise<void> => {
        if ('run' in word) end(word.run, false);
        else if ('claim' in word) order({ refused: await this.#claim(word.claim.folder, word.claim.id) });
        else if ('stream' in word && word.stream === 'stderr') told += word.text;
      };
      const lose = async (error: unknown): Promise<void> => {
        thread.off('exit', leave);
        told += await crashText(error, { args: process.argv.slice(2), command: 'build', subject: plan });
        const exit = shortageIn(error) === undefined ? EXIT.internal : EXIT.unusable;
        end({ exit, remarks: [], lines: [] }, true);
      };
      const leave = (code: number): void => void lose(new Error(`the thread of a build ended with ${code}`));
      thread.on('message', hear).on('error', lose).on('exit', leave);
      order({ plan, options });
    });
  }
}

function begin(): Worker {
  return new Worker(THREAD, {
    workerData: {
      terminal: { stdin: false, stdout: false, stderr: false },
      astray: false,
      args: process.argv.slice(2),
    } satisfies BuildThreadData,
    // A thread whose memory is used up is ended, and told of; what it shares with the process would end all of them.
    resourceLimits: { maxOldGenerationSizeMb: Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20) },
  });
}
