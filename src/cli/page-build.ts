// What the page wants built -> a thread that builds it, and what came of it.
import { holdOutput, otherPlan } from '../files.ts';
import type { BuildEnd, BuildOrder, RunningBuild } from '../serve/outside.ts';
import { BuildPool } from './build-pool.ts';
import { EXIT } from './exit-code.ts';
import type { BuildOptions, BuildRun } from './run-build.ts';
import { PHASE_WORDS } from './stopwatch.ts';

export function pageBuild(
  order: BuildOrder,
  onStep: (words: string, done: number, of: number) => void,
  working: string,
): RunningBuild {
  const pool = new BuildPool(1, async (folder, id) => {
    const held = await otherPlan(folder, id, working);
    if (held === undefined) await holdOutput(folder, id, working);
    return held;
  });
  let run: BuildRun | undefined;
  /** What is loaded late is no step back. */
  let furthest = 0;
  const end = pool
    .run(
      [{ plan: order.folder, options: optionsOf(order) }],
      (_, built) => {
        run = built.run;
      },
      (words) => {
        furthest = Math.max(furthest, PHASE_WORDS.indexOf(words));
        onStep(words, furthest, PHASE_WORDS.length);
      },
    )
    .then(() => endOf(run));
  return { end, stop: () => pool.stop() };
}

function optionsOf({ formats, isFinal, print, submit, publishedOn }: BuildOrder): BuildOptions {
  return {
    proof: true,
    ...(submit ? { submit } : { only: formats }),
    ...(isFinal && { final: true }),
    ...(print && { print: true }),
    ...(publishedOn !== undefined && { publishedOn }),
  };
}

function endOf(run: BuildRun | undefined): BuildEnd {
  const { exit = EXIT.internal, diagnostics = [] } = run ?? {};
  const why = WHYS[exit];
  return { isDone: exit === EXIT.done, diagnostics, ...(why !== undefined && { why }) };
}

const WHYS: Readonly<Record<number, string>> = {
  [EXIT.findings]: '공시를 막는 것이 남아 있어 만들지 않았습니다.',
  [EXIT.internal]: '프로그램 내부의 오류로 만들지 못했습니다. 전에 만든 파일은 그대로 있습니다.',
};
