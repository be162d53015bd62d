// A file that is not, to the byte, what would be made today -> what it is instead, and each place where it says something else.

import type { Diagnostic } from '../../diagnostic.ts';
import type { Workbook } from '../../document/workbook.ts';
import { parseAddress } from '../../figure/address.ts';
import { figureLabel } from '../../plan/figure-name.ts';
import type { Plan } from '../../plan/plan.ts';
import { readPlan } from '../../plan-format/read-plan.ts';
import type { FileMarks } from '../../proof/file-marks.ts';
import { proveHwpx } from '../../proof/hwpx/prove-hwpx.ts';
import { type Outputs, proveOutputs } from '../../proof/prove-outputs.ts';
import { provePress } from '../../proof/prove-press.ts';
import { proveWorkbook } from '../../proof/prove-workbook.ts';
import type { Sources } from '../sources.ts';

export interface ProvenFile {
  readonly name: string;
  /** To the byte; in other bytes but saying the same; another; not there though it was made. */
  readonly state: 'same' | 'proven' | 'changed' | 'missing';
  /** What it is instead, or why it is not there: plain Korean sentences. */
  readonly notes: readonly string[];
  /** Where it says something else, by page, cell or line. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What files are held against. */
export interface ProofContext {
  readonly sources: Sources;
  readonly plan: Plan;
  readonly outputs: Outputs;
  readonly marks: FileMarks;
}

type Found = Pick<ProvenFile, 'notes' | 'diagnostics'>;

/** The same edition's PDF is read back against today's layout; of another edition's only that is told. */
export function provePdfFile(name: string, bytes: Uint8Array, context: ProofContext): Found {
  const { outputs } = context;
  const { document, pdf, press } = outputs;
  const other = otherDocument(bytes, context);
  if (other?.isEdition === true || pdf === undefined)
    return { notes: other === undefined ? [] : [other.note], diagnostics: [] };
  const diagnostics =
    press?.name === name
      ? provePress(document, pdf.layout, { ...press, bytes }, outputs)
      : proveOutputs({ ...outputs, pdf: { ...pdf, bytes }, press: undefined, workbooks: [] }).diagnostics;
  const count = diagnostics.length;
  const differs = count === 0 ? [] : [`지금 자료로 만든 것과 다른 곳: ${count}곳`];
  return { notes: [...(other === undefined ? [] : [other.note]), ...differs], diagnostics };
}

/** Read back against today's reading. */
export function proveHwpxFile(name: string, bytes: Uint8Array, { outputs }: ProofContext): Found {
  const { document, hwpx } = outputs;
  const diagnostics = hwpx === undefined ? [] : proveHwpx(document, { ...hwpx, bytes, name });
  const count = diagnostics.length;
  return { notes: count === 0 ? [] : [`지금 자료로 만든 것과 다른 곳: ${count}곳`], diagnostics };
}

/** By the title that the file has among its properties, which names the edition too. Under any other title it is looked at all the same. */
function otherDocument(
  bytes: Uint8Array,
  { plan: { editions }, outputs: { document }, sources: { plan }, marks }: ProofContext,
): { readonly note: string; readonly isEdition: boolean } | undefined {
  const { title } = document;
  const found = marks.pdf(bytes)?.title;
  const own = titleOf(title, editions.at(-1)?.title.text);
  if (found === undefined || found === own) return undefined;
  const all = readPlan(plan, { edition: 'latest' }).value?.editions ?? editions;
  const edition = found === title ? 0 : all.find((one) => titleOf(title, one.title.text) === found)?.number;
  if (edition !== undefined) return { note: editionNote(edition, editions.length), isEdition: true };
  const note = `다른 문서입니다: 이 판의 제목은 ‘${own}’인데, 파일의 제목은 ‘${found}’입니다.`;
  return { note, isEdition: false };
}

function titleOf(title: string, edition: string | undefined): string {
  return edition === undefined ? title : `${title} (${edition})`;
}

function editionNote(found: number, asked: number): string {
  return `${editionName(found)}의 파일입니다. 확인한 것은 ${editionName(asked)}입니다(--edition ${found}로 확인할 수 있습니다).`;
}

function editionName(number: number): string {
  return number === 0 ? '당초' : `제${number}차 판`;
}

/** Told by its hidden sheet whether it was made of other data or was changed since it was made. */
export function proveWorkbookFile(
  name: string,
  bytes: Uint8Array,
  {
    model,
    expected,
    plan,
    marks,
  }: Pick<ProofContext, 'plan' | 'marks'> & { readonly model: Workbook; readonly expected: Uint8Array },
): Found {
  const [found, own] = [marks.workbook(bytes), marks.workbook(expected)];
  if (found?.plan !== undefined && own?.plan !== undefined) {
    if (found.plan !== own.plan)
      return { notes: [`다른 계획(${found.plan})의 파일입니다.`], diagnostics: [] };
    if (found.edition !== undefined && found.edition !== own.edition)
      return { notes: [editionNote(found.edition, plan.editions.length)], diagnostics: [] };
  }
  const all = proveWorkbook(model, bytes).diagnostics.map((one) => named(one, model.file, name));
  // What a person may have changed comes first: any program that saves the file writes formulas its own way.
  const respelt = all.filter(({ rule }) => rule === 'formula-differs');
  const diagnostics = [...all.filter((one) => !respelt.includes(one)), ...respelt];
  if (found === undefined || own === undefined || diagnostics.length === 0) return { notes: [], diagnostics };
  const changed = [...own.values].filter(([key, value]) => (found.values.get(key) ?? value) !== value);
  const [first] = changed;
  if (first === undefined) {
    const since =
      found.plan === undefined && own.plan !== undefined
        ? '숨은 시트가 없습니다.'
        : '자료는 그대로인데 파일이 다릅니다: 만든 뒤에 고쳤거나, 다른 판의 프로그램으로 만들었습니다.';
    const saved = `산식의 글이 다른 칸 ${respelt.length}곳: 다른 프로그램에서 저장하기만 해도 그렇게 됩니다.`;
    return { notes: [since, ...(respelt.length === 0 ? [] : [saved])], diagnostics };
  }
  const [key, now] = first;
  const address = parseAddress(key);
  const label = address === undefined ? key : figureLabel(address, plan);
  const note = `이 파일을 만든 뒤에 자료가 바뀌었습니다: 수치 ${changed.length}개(${label} 만들 때 ${shown(found.values.get(key))}, 지금 ${shown(now)}).`;
  return { notes: [note], diagnostics };
}

function shown(value: string | undefined): string {
  return value === undefined || value === '' ? '(없음)' : value;
}

/** As the file is called in its folder. */
function named(diagnostic: Diagnostic, file: string, name: string): Diagnostic {
  if (diagnostic.place.file !== file) return diagnostic;
  return { ...diagnostic, place: { ...diagnostic.place, file: name } };
}

/** Line by line. */
export function proveReport(name: string, bytes: Uint8Array, expected: Uint8Array): Found {
  const decoder = new TextDecoder();
  const [was, is] = [bytes, expected].map((one) => decoder.decode(one).split(/\r?\n/));
  const lines = Math.max(was?.length ?? 0, is?.length ?? 0);
  const diagnostics = Array.from({ length: lines }, (_, index) => index).flatMap((index): Diagnostic[] => {
    const [then, now] = [was?.[index] ?? '', is?.[index] ?? ''];
    if (then === now) return [];
    const message = `‘${then}’ 대신 ‘${now}’이어야 합니다.`;
    return [
      {
        rule: 'report-changed',
        severity: 'error',
        message,
        place: { file: name, line: index + 1, column: 1 },
      },
    ];
  });
  return { notes: [], diagnostics };
}
