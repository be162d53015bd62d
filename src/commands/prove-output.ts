// A plan and the files that lie in an output folder -> whether they are still those of the plan and the edition, and where they are not.

import { FINDINGS_TITLE } from '../check/findings-table.ts';
import { type Diagnostic, hasErrors, isError, type Outcome } from '../diagnostic.ts';
import { WATERMARK } from '../document/print-words.ts';
import type { Plan } from '../plan/plan.ts';
import { FileMarks } from '../proof/file-marks.ts';
import type { PressPart } from '../write/pdf/press/press-job.ts';
import { OUTPUT_NAMES, SUBMIT_FOLDER } from './build/output-names.ts';
import { PRESS_FILES } from './build/press.ts';
import { type BuildOptions, build, type Format } from './build.ts';
import { filesIn, proveFigureList } from './prove-output/figure-list.ts';
import {
  type ProofContext,
  type ProvenFile,
  proveHwpxFile,
  provePdfFile,
  proveReport,
  proveWorkbookFile,
} from './prove-output/prove-file.ts';
import type { OutputFile, Sources } from './sources.ts';

interface OutputProof {
  readonly plan: Plan;
  /** Whether the files are a publication, as far as the PDF tells. */
  readonly final: boolean;
  /** In the order in which a build names them. */
  readonly files: readonly ProvenFile[];
}

/** Files by their names in the output folder. */
export type LyingFiles = ReadonlyMap<string, Uint8Array>;

/** What a file is held against, and what came of it. */
type Prove = (name: string, bytes: Uint8Array) => Omit<ProvenFile, 'name' | 'state'>;

const PARTS = ['whole', 'cover', 'inside'] as const satisfies readonly PressPart[];
const LIST = 'figures.json';
const HWPX = 'plan.hwpx';

/**
 * Builds in memory what the files seem to be, a publication or a review copy, and compares: equal bytes are enough, other files are read
 * back as a build does. Nothing is written. No value when the plan cannot be built today; then its errors are told.
 */
export async function proveOutput(
  sources: Sources,
  lying: LyingFiles,
  edition: number | 'latest' = 'latest',
): Promise<Outcome<OutputProof>> {
  const marks = new FileMarks();
  const kind = kindOf(lying, marks);
  const listed = filesIn(lying.get(LIST));
  const has = (name: string) => lying.has(name) || listed.has(name);
  const parts = PARTS.filter(
    (part) => lying.has(PRESS_FILES[part].pdf) || lying.has(PRESS_FILES[part].report),
  );
  const books = ['budget.xlsx', 'targets.xlsx'];
  /** Copies to hand in that were put where the others would be. */
  const handedIn = listed.size === 0 && books.some((name) => isHandedIn(lying.get(name), marks));
  const formats: readonly Format[] = [
    ...(has('plan.pdf') || parts.length > 0 ? (['pdf'] as const) : []),
    ...(lying.has(HWPX) ? (['hwpx'] as const) : []),
    ...(!handedIn && books.some(has) ? (['xlsx'] as const) : []),
    ...(lying.has('plan.xlsx') ? (['form'] as const) : []),
  ];
  const options: BuildOptions = { ...kind, edition, judged: false, proof: false };
  const make = (what: readonly Format[], more: BuildOptions) =>
    build(sources, what, undefined, undefined, { ...options, ...more });
  const [first] = parts;
  const main = await make(formats, first === undefined ? {} : { print: first });
  const { plan, outputs } = main;
  const diagnostics: Diagnostic[] = [...main.diagnostics];
  if (plan === undefined || outputs === undefined || hasErrors(diagnostics))
    return { value: undefined, diagnostics: diagnostics.filter(isError) };

  const proven = new Map<string, ProvenFile>();
  const compare = (prefix: string, files: readonly OutputFile[], prove: Prove): void => {
    for (const { name, bytes } of files) {
      const lies = lying.get(prefix + name);
      if (lies !== undefined) proven.set(prefix + name, provenFile(prefix + name, bytes, lies, prove));
    }
  };
  const context = { sources, plan, outputs, marks };
  compare('', main.files, proverOf(context, main.files));
  for (const part of parts.slice(1)) {
    const { files, outputs: own, diagnostics: found } = await make(['pdf'], { print: part });
    diagnostics.push(...found);
    if (own)
      compare(
        '',
        files.filter(({ name }) => name !== 'plan.pdf'),
        proverOf({ ...context, outputs: own }, files),
      );
  }
  const prefixes = [
    ...(handedIn ? [''] : []),
    ...([...lying.keys()].some(isBelow) ? [`${SUBMIT_FOLDER}/`] : []),
  ];
  if (prefixes.length > 0) {
    const { files, outputs: own, diagnostics: found } = await make(['xlsx'], { submit: true, final: false });
    diagnostics.push(...found);
    if (own)
      for (const prefix of prefixes) compare(prefix, files, proverOf({ ...context, outputs: own }, files));
  }
  const list = lying.get(LIST);
  if (list !== undefined) proven.set(LIST, { name: LIST, ...proveFigureList(list, plan, outputs, listed) });
  for (const missing of missingFiles(lying, listed, main.files)) proven.set(missing.name, missing);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics: diagnostics.filter(isError) };
  const files = OUTPUT_NAMES.flatMap((name) => proven.get(name) ?? []);
  return { value: { plan, final: kind.final, files }, diagnostics: [] };
}

/** Told by the mark across the pages, or by the heads of the file for 한글; a review copy where there is neither, since its workbooks are the same. */
function kindOf(
  lying: LyingFiles,
  files: FileMarks,
): { readonly final: boolean; readonly findings: boolean } {
  const name = ['plan.pdf', ...PARTS.map((part) => PRESS_FILES[part].pdf)].find((one) => lying.has(one));
  const bytes = name === undefined ? undefined : lying.get(name);
  const hwpx = name === undefined ? lying.get(HWPX) : undefined;
  const told = hwpx && files.hwpx(hwpx);
  if (told !== undefined)
    return { final: !told.isReview, findings: told.isReview && told.has(FINDINGS_TITLE) };
  const marks = bytes && files.pdf(bytes);
  const isMarked = marks !== undefined && 2 * marks.pagesWith(WATERMARK) >= marks.pages;
  const findings = marks !== undefined && marks.pagesWith(FINDINGS_TITLE) > 0;
  return { final: marks !== undefined && !isMarked, findings: isMarked && findings };
}

function isHandedIn(bytes: Uint8Array | undefined, files: FileMarks): boolean {
  const marks = bytes && files.workbook(bytes);
  return marks !== undefined && marks.plan === undefined;
}

function isBelow(name: string): boolean {
  return name.startsWith(`${SUBMIT_FOLDER}/`);
}

function provenFile(name: string, bytes: Uint8Array, lies: Uint8Array, prove: Prove): ProvenFile {
  if (Buffer.from(bytes).equals(lies)) return { name, state: 'same', notes: [], diagnostics: [] };
  const { notes, diagnostics } = prove(name, lies);
  if (notes.length > 0 || diagnostics.length > 0) return { name, state: 'changed', notes, diagnostics };
  const note = '다시 저장했거나 다른 판의 프로그램으로 만든 파일이지만, 적힌 것은 모두 같습니다.';
  return { name, state: 'proven', notes: [note], diagnostics };
}

function proverOf(context: ProofContext, files: readonly OutputFile[]): Prove {
  const { outputs } = context;
  return (name, bytes) => {
    const own = name.replace(`${SUBMIT_FOLDER}/`, '');
    const expected = files.find((file) => file.name === own)?.bytes ?? new Uint8Array();
    const book = outputs.workbooks.find(({ model }) => model.file === own);
    if (book !== undefined)
      return proveWorkbookFile(name, bytes, { ...context, model: book.model, expected });
    if (name === HWPX) return proveHwpxFile(name, bytes, context);
    if (name.endsWith('.txt')) return proveReport(name, bytes, expected);
    return provePdfFile(name, bytes, context);
  };
}

/** What was made together with what is there, and is not. */
function missingFiles(
  lying: LyingFiles,
  listed: ReadonlySet<string>,
  made: readonly OutputFile[],
): readonly ProvenFile[] {
  const isMade = new Set(made.map(({ name }) => name));
  const pairs = [['budget.xlsx', 'targets.xlsx'], ...PARTS.map((part) => Object.values(PRESS_FILES[part]))];
  const missing = new Map<string, string>();
  for (const name of listed)
    if (!lying.has(name)) missing.set(name, `${LIST}에는 함께 만들었다고 적혀 있습니다.`);
  for (const pair of pairs)
    for (const name of pair) {
      const other = pair.find((one) => one !== name && lying.has(one));
      if (other !== undefined && isMade.has(name) && !lying.has(name) && !missing.has(name))
        missing.set(name, `${other}과 함께 만드는 파일입니다.`);
    }
  return [...missing].map(([name, note]) => ({ name, state: 'missing', notes: [note], diagnostics: [] }));
}
