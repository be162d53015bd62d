// The bytes of an edited workbook and the texts of a plan -> the next edition's file and what it changes.
import type { SourceFolder } from './build.ts';
import { type Diagnostic, hasErrors } from './diagnostic.ts';
import { editionText } from './edition/edition-text.ts';
import { type Current, importWorkbook, isOwnWorkbook } from './edition/import-workbook.ts';
import { reviseFigures } from './edition/revise-figures.ts';
import type { Change, EditionKind } from './plan/edition.ts';
import type { Plan } from './plan/plan.ts';
import { Faults } from './read/faults.ts';
import { readPlan } from './read/read-plan.ts';
import { withTextChanges } from './read/text-changes.ts';
import { readSpreadsheet } from './spreadsheet/read-spreadsheet.ts';

/** What the person says about the edition. */
export interface EditionHead {
  readonly title: string;
  readonly kind: EditionKind;
  /** ISO date. */
  readonly date: string;
  readonly reason?: string;
  readonly published: boolean;
}

export interface ImportFile {
  /** As messages name it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportedEdition {
  readonly number: number;
  /** Of editions/<number>.yaml. */
  readonly text: string;
  readonly changes: readonly Change[];
  /** Before the edition. */
  readonly plan: Plan;
}

export interface ImportResult {
  /** Undefined when any diagnostic is an error. */
  readonly edition: ImportedEdition | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the workbook against the latest edition of the plan and writes the next one, which is read back and worked out before it
 * is given: an edition that the plan would refuse is never written. An edition without changes is given too; whether to keep it is the caller's to say.
 */
export function importEdition(file: ImportFile, folder: SourceFolder, head: EditionHead): ImportResult {
  const diagnostics: Diagnostic[] = [];
  const current = readCurrent(folder, diagnostics);
  const sheets = readSpreadsheet(file.bytes);
  if (!sheets.ok) {
    const place = { file: file.name, cell: 'A1' };
    return {
      edition: undefined,
      diagnostics: [...diagnostics, { ...sheets.unreadable, severity: 'error', place }],
    };
  }
  if (current === undefined) return { edition: undefined, diagnostics };
  if (!isOwnWorkbook(sheets.sheets)) {
    diagnostics.push({
      rule: 'not-our-workbook',
      severity: 'error',
      message: '이 프로그램이 만든 통합문서가 아니거나 숨은 시트 _iljari가 지워졌습니다.',
      expected: 'iljari build가 만든 budget.xlsx나 targets.xlsx를 고친 파일',
      place: { file: file.name, cell: 'A1' },
    });
    return { edition: undefined, diagnostics };
  }
  const imported = importWorkbook({ file: file.name, sheets: sheets.sheets }, current);
  diagnostics.push(...imported.diagnostics);
  if (imported.value === undefined || hasErrors(diagnostics)) return { edition: undefined, diagnostics };

  const { plan } = current;
  const number = plan.editions.length + 1;
  const place = { file: `${folder.displayRoot}/editions/${number}.yaml`, line: 1, column: 1 };
  const said = (text: string) => ({ text, place });
  const text = editionText({
    number,
    plan: said(plan.id),
    title: said(head.title),
    kind: head.kind,
    date: head.date,
    ...(head.reason === undefined ? {} : { reason: said(head.reason) }),
    published: head.published,
    changes: imported.value,
  });
  diagnostics.push(...faultsOf(text, number, folder));
  if (hasErrors(diagnostics)) return { edition: undefined, diagnostics };
  return { edition: { number, text, changes: imported.value, plan }, diagnostics };
}

/** The plan as its latest edition has it; undefined, told, when it has an error. */
function readCurrent(folder: SourceFolder, diagnostics: Diagnostic[]): Current | undefined {
  const read = readPlan(folder, { edition: 'latest' });
  const revised = read.value && reviseFigures(read.value);
  const found = [...read.diagnostics, ...(revised?.diagnostics ?? [])];
  diagnostics.push(...found);
  if (read.value === undefined || revised?.value === undefined || hasErrors(found)) return undefined;
  const { displayRoot, files } = folder;
  const texts = withTextChanges(displayRoot, files, read.value.editions, new Faults());
  return { plan: read.value, book: revised.value.book, texts: { displayRoot, files: texts } };
}

/** What the plan says to its new edition. */
function faultsOf(text: string, number: number, { displayRoot, files }: SourceFolder): readonly Diagnostic[] {
  const name = `editions/${number}.yaml`;
  const read = readPlan({ displayRoot, files: new Map([...files, [name, text]]) }, { edition: number });
  const revised = read.value && reviseFigures(read.value);
  return [...read.diagnostics, ...(revised?.diagnostics ?? [])];
}
