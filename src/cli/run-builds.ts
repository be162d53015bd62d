// Names of plans and the options of `iljari build` -> all of them built, a line for each, and the worst of their exit codes.
import path from 'node:path';
import { type Diagnostic, fileFault } from '../diagnostic.ts';
import { displayPath, holdOutput, otherPlan } from '../files.ts';
import { BuildPool } from './build-pool.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { jobsHere } from './jobs-option.ts';
import { say, showProgress, warn, warnLines } from './print.ts';
import { type BuildOptions, type BuildRun, misuse, refuseUse } from './run-build.ts';

/** A plan that was built, or was not, with what was said of it on the way. */
interface Built {
  readonly run: BuildRun;
  readonly told: string;
}

const BAR = 20;

/**
 * Builds the plans, `jobs` at a time; one that cannot be built stops no other. On a terminal a bar shows how far it is; in a pipe there is a
 * line a plan, in the order in which they were named. 0 when all are done, else the highest exit code of any.
 */
export async function runBuilds(
  names: readonly string[],
  options: BuildOptions,
  jobs: number = jobsHere(),
): Promise<ExitCode> {
  const wrong =
    misuse(options) ??
    (options.timings && '걸린 시간은 한 계획에 잽니다: --timings와 여러 계획은 함께 쓸 수 없습니다.');
  if (wrong !== undefined) return refuseUse(wrong);
  const working = process.cwd();
  const plans = distinct(names, working);
  for (const name of twice(names, working)) warn(`두 번 적힌 계획은 한 번만 만듭니다: ${name}`);
  const outs = outFolders(plans, options.out);
  if (typeof outs === 'string') return refuseUse(outs);

  const claims = new Map<string, string>();
  /** One after another, so that no two hold the same folder. */
  let last: Promise<unknown> = Promise.resolve();
  const claim = (folder: string, id: string): Promise<Diagnostic | undefined> => {
    const own = last.then(async () => {
      const other = claims.get(id);
      if (other !== undefined && other !== folder) return sameId(id, other, working);
      const held = await otherPlan(folder, id, working);
      if (held === undefined) {
        claims.set(id, folder);
        await holdOutput(folder, id, working);
      }
      return held;
    });
    last = own.catch(() => undefined);
    return own;
  };

  const done = new Map<number, Built>();
  let said = 0;
  const lineOf = ({ run, told }: Built, index: number): void => {
    const name = plans[index] ?? '';
    const number = `[${index + 1}/${plans.length}]`;
    if (told !== '') {
      warn(`${number} ${name}`);
      warnLines(told);
    }
    const remarks = run.remarks.length === 0 ? '' : ` (${run.remarks.join(', ')})`;
    say(`${number} ${OUTCOMES[run.exit]}: ${run.folder ?? name}${remarks}`);
  };
  const progress = (): void => {
    const filled = Math.floor((done.size / plans.length) * BAR);
    showProgress(`${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done.size}/${plans.length}`);
  };
  progress();
  const pool = new BuildPool(Math.min(jobs, plans.length), claim);
  await pool.run(
    plans.map((plan, index) => ({
      plan,
      options: { ...options, ...(outs && { out: outs[index] ?? plan }) },
    })),
    (index, built) => {
      done.set(index, built);
      showProgress('');
      for (let next = done.get(said); next !== undefined; next = done.get(said)) lineOf(next, said++);
      progress();
    },
  );
  showProgress('');

  const runs = plans.map((plan, index) => ({ plan, exit: done.get(index)?.run.exit ?? EXIT.internal }));
  const failed = runs.filter(({ exit }) => exit !== EXIT.done);
  if (failed.length === 0) say(`계획 ${plans.length}개를 모두 만들었습니다.`);
  else {
    say(`계획 ${plans.length}개 가운데 ${plans.length - failed.length}개를 만들었습니다. 만들지 못한 계획:`);
    for (const { plan } of failed) say(`  ${plan}`);
  }
  return runs.reduce<ExitCode>((worst, { exit }) => (exit > worst ? exit : worst), EXIT.done);
}

const OUTCOMES = {
  [EXIT.done]: '만들었습니다',
  [EXIT.findings]: '공시본을 만들지 않았습니다',
  [EXIT.usage]: '만들지 못했습니다',
  [EXIT.unusable]: '만들지 못했습니다',
  [EXIT.internal]: '프로그램 오류로 만들지 못했습니다',
} as const satisfies Record<ExitCode, string>;

function sameId(id: string, other: string, working: string): Diagnostic {
  return fileFault(
    'other-plan',
    displayPath(path.resolve(working, 'output', id), working),
    `id가 같은 계획을 함께 만들 수 없습니다: ${displayPath(other, working)}`,
    '두 계획의 plan.yaml에 서로 다른 id를 적거나 --out으로 폴더를 정함',
  );
}

/** Each plan once, by the folder that its name leads to. */
function distinct(names: readonly string[], working: string): readonly string[] {
  return [
    ...new Map(names.toReversed().map((name) => [path.resolve(working, name), name])).values(),
  ].toReversed();
}

function twice(names: readonly string[], working: string): readonly string[] {
  const places = names.map((name) => path.resolve(working, name));
  return names.filter((_, index) => places.indexOf(places[index] ?? '') < index);
}

/** By the plans' places, a folder of its own in `out` for each; why there can be none where two would have the same. */
function outFolders(
  plans: readonly string[],
  out: string | undefined,
): readonly string[] | string | undefined {
  if (out === undefined) return undefined;
  const folders = plans.map((plan) => path.join(out, path.basename(path.resolve(plan))));
  // Disks of Windows and macOS tell neither case nor composition apart.
  const known = folders.map((folder) => folder.normalize('NFC').toLowerCase());
  const same = known.findIndex((folder, index) => known.indexOf(folder) < index);
  if (same === -1) return folders;
  return `이름이 같은 계획 폴더가 둘이라 --out에 함께 둘 수 없습니다: ${plans[same]}.`;
}
