// A plan's folder, while people edit it -> its files, made anew at each change, and a line that says what it was and what it took.
import path from 'node:path';
import { build } from '../commands/build.ts';
import { outputFolder } from '../commands/output-folder.ts';
import { nothingKept, type OutputFile, type SourceFolder, type Sources } from '../commands/sources.ts';
import { type Diagnostic, hasErrors, isError } from '../diagnostic.ts';
import { openChartDrawer } from '../draw/chart-drawer.ts';
import { keptDrawer } from '../draw/kept-drawer.ts';
import {
  displayPath,
  findPlan,
  holdOutput,
  otherPlan,
  PROGRAM_FOLDER,
  planHolds,
  publishFiles,
  readFonts,
  readSources,
  watchFolder,
} from '../files.ts';
import type { Plan } from '../plan/plan.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { countText } from './findings-text.ts';
import { say, showProgress } from './print.ts';
import { formatDiagnostic, report } from './report.ts';
import { secondsFromNow } from './stopwatch.ts';
import { unprovenList } from './unproven.ts';

/** Returns only where the plan is not to be found; otherwise it goes on until the program is ended. */
export async function runWatch(planName: string, out?: string): Promise<ExitCode> {
  const working = process.cwd();
  const folders = { working, program: PROGRAM_FOLDER };
  const found = await findPlan(planName, folders, 'write');
  report(found.diagnostics);
  const plan = found.value;
  if (plan === undefined) return EXIT.unusable;
  const fonts = await readFonts(folders);
  const rounds = new Rounds(plan, working, out);
  say(`지켜봅니다: ${displayPath(plan, working)} (끝내려면 Ctrl+C)`);

  const kept = nothingKept();
  let before: Sources | undefined;
  let isBusy = false;
  let isAsked = false;
  const look = async (): Promise<void> => {
    const options = { fonts: fonts.diagnostics.length > 0 || (fonts.value ?? true), kept };
    const { value, diagnostics } = await readSources(plan, folders, options);
    if (value === undefined) return rounds.tell(diagnostics);
    const changed = changedNames(before?.plan, value.plan);
    if (before !== undefined && changed.length === 0) return;
    const isFirst = before === undefined;
    before = value;
    await rounds.round(value, diagnostics, isFirst ? '처음' : named(changed));
  };
  /** One round at a time; what changes meanwhile is looked at when it is over. */
  const ask = async (): Promise<void> => {
    isAsked = true;
    if (isBusy) return;
    isBusy = true;
    while (isAsked) {
      isAsked = false;
      await look();
    }
    isBusy = false;
  };
  return new Promise((_, reject) => {
    const go = (): void =>
      void ask().catch((error: unknown) => {
        end();
        reject(error);
      });
    const end = watchFolder(plan, go);
    go();
  });
}

/** The builds of one plan, one after another. */
class Rounds {
  readonly #plan: string;
  readonly #working: string;
  readonly #out: string | undefined;
  /** What was told in the round before: nobody needs to hear it again. */
  #told = new Set<string>();
  #drawer = keptDrawer(openChartDrawer());

  constructor(plan: string, working: string, out: string | undefined) {
    this.#plan = plan;
    this.#working = working;
    this.#out = out;
  }

  async round(sources: Sources, read: readonly Diagnostic[], what: string): Promise<void> {
    const seconds = secondsFromNow();
    showProgress('만드는 중 …');
    let shown: string | undefined;
    const faults: Diagnostic[] = [];
    const result = await build(sources, ['pdf', 'xlsx'], () => {}, this.#drawer, {
      onPdf: async (pdf, plan) => {
        if (hasErrors(read)) return;
        faults.push(...(await this.#place(plan, [pdf], true)));
        if (!hasErrors(faults)) shown = `${pdf.name} ${seconds()}`;
      },
    });
    const diagnostics = [...read, ...result.diagnostics, ...faults];
    if (result.plan !== undefined && !hasErrors(diagnostics))
      diagnostics.push(...(await this.#place(result.plan, result.files, false)));
    this.tell(diagnostics);
    const first = shown === undefined ? [] : [shown];
    if (!hasErrors(diagnostics)) {
      const open = result.findings.filter(({ disposition }) => disposition === undefined);
      const words = open.length === 0 ? '확인사항 없음' : `확인사항: ${countText(open)}`;
      say(`${what} → ${[...first, `모두 ${seconds()}`].join(', ')} (${words})`);
      return;
    }
    // A chart that never ends takes its thread with it.
    await this.#drawer.close();
    this.#drawer = keptDrawer(openChartDrawer());
    const errors = diagnostics.filter(isError).length;
    const rest = shown === undefined ? '전에 만든 파일은 그대로 있습니다.' : '나머지 파일은 전의 것입니다.';
    say(`${what} → ${[...first, `오류 ${errors}건`].join(', ')}. ${rest}`);
  }

  /** What was not told in the round before. */
  tell(diagnostics: readonly Diagnostic[]): void {
    showProgress('');
    report(diagnostics.filter((one) => !this.#told.has(formatDiagnostic(one))));
    this.#told = new Set(diagnostics.map(formatDiagnostic));
  }

  /** Puts files where a build puts them; `ahead`: before they are proven, so that a list of figures that lies there tells of others. */
  async #place(plan: Plan, files: readonly OutputFile[], ahead: boolean): Promise<readonly Diagnostic[]> {
    const own = this.#out === undefined;
    const folder = path.resolve(this.#working, this.#out ?? outputFolder(plan.id, plan.editions.length));
    const other = own ? await otherPlan(this.#plan, plan.id, this.#working) : undefined;
    if (other !== undefined) return [other];
    const list = ahead && (await planHolds(folder, 'figures.json')) ? [unprovenList(plan.id)] : [];
    const written = await publishFiles(folder, [...files, ...list], 'replace', this.#working);
    if (own && written.value !== undefined) await holdOutput(this.#plan, plan.id, this.#working);
    return written.diagnostics;
  }
}

/** Names of files that are new, gone or otherwise, in code-unit order. */
function changedNames(before: SourceFolder | undefined, after: SourceFolder): readonly string[] {
  const isOther = (name: string): boolean => {
    if (before?.files.get(name) !== after.files.get(name)) return true;
    const [old, now] = [before?.images?.get(name), after.images?.get(name)];
    return old !== now && (old === undefined || now === undefined || Buffer.compare(old, now) !== 0);
  };
  const all = [before, after].flatMap((one) => [
    ...(one?.files.keys() ?? []),
    ...(one?.images?.keys() ?? []),
  ]);
  return [...new Set(all)].filter(isOther).sort();
}

function named([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} 외 ${others.length}개`;
}
