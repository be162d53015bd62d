// The bytes of an edited workbook and the texts of a plan -> the next edition's file and what it changes.

import { type Diagnostic, formatLocation, hasErrors, type Outcome, taker } from '../diagnostic.ts';
import type { BudgetWords } from '../plan/budget-words.ts';
import type { Change, EditionKind } from '../plan/edition.ts';
import { inLevels } from '../plan/labels.ts';
import type { Plan } from '../plan/plan.ts';
import { NO_RATE_WORDS, type RateWords } from '../plan/rate-words.ts';
import { Faults } from '../plan-format/faults.ts';
import { readBudgetWords } from '../plan-format/read-budget-words.ts';
import { rateWordsOf } from '../plan-format/read-rate-words.ts';
import { withTextChanges } from '../plan-format/text-changes.ts';
import type { Vocabulary } from '../revise/import/budget/column-meaning.ts';
import { hasBudgetTable } from '../revise/import/budget/tables.ts';
import type { Current } from '../revise/import/current.ts';
import { editionText } from '../revise/import/edition-text.ts';
import { oddAmounts } from '../revise/import/first-amounts.ts';
import { importBudget } from '../revise/import/import-budget.ts';
import { importWorkbook, isOwnWorkbook } from '../revise/import/import-workbook.ts';
import { readCsv } from '../spreadsheet/read-csv.ts';
import { readSpreadsheet } from '../spreadsheet/read-spreadsheet.ts';
import { formOf, formRefusals } from './fill-form.ts';
import { prepare } from './prepare.ts';
import { nothingKept, type SourceFolder } from './sources.ts';

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

/** What a file changes of a plan, in an edition or in the data itself. */
export interface ImportedChanges {
  readonly changes: readonly Change[];
  /** Before them. */
  readonly plan: Plan;
  /** The plan's figures before them and with them. */
  readonly before: Current['book'];
  readonly after: Current['book'];
}

interface ImportedEdition extends ImportedChanges {
  readonly number: number;
  /** Of editions/<number>.yaml. */
  readonly text: string;
}

export interface ImportResult {
  /** Undefined when any diagnostic is an error. */
  readonly edition: ImportedEdition | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the workbook against the latest edition of the plan and writes the next one, which is read back and worked out before it
 * is given: an edition that the plan would refuse is never written. An edition without changes is given too; whether to keep it is the caller's to say.
 * `templates` hold the words of budget books, without which none is read.
 */
export function importEdition(
  file: ImportFile,
  folder: SourceFolder,
  head: EditionHead,
  templates: SourceFolder | undefined = undefined,
): ImportResult {
  const { value, diagnostics: told } = readImport(file, folder, () => head, templates);
  const form = value && formOf(file);
  const held = form && value ? formRefusals(file, form, value.latest.plan) : [];
  const diagnostics = [...told, ...held];
  if (value === undefined || hasErrors(held)) return { edition: undefined, diagnostics };
  const { latest, next, changes } = value;
  const { text, book, words, diagnostics: found } = next.read(changes);
  const odd = book === undefined ? [] : oddAmounts(changes, latest.book, book);
  const all = [...diagnostics, ...found, ...odd, ...unpublished(folder, latest.plan, head)];
  if (book === undefined || hasErrors(all)) return { edition: undefined, diagnostics: all };
  const edition = {
    ...{ number: next.number, text, plan: latest.plan, before: latest.book, after: book },
    changes: changes.map((change, index) => withWords(change, words[index])),
  };
  return { edition, diagnostics: all };
}

/** Rule `unpublished-editions`, an information: those before that have not gone out, which this one will be printed with. */
function unpublished(
  { files, displayRoot }: SourceFolder,
  { editions }: Plan,
  head: EditionHead,
): readonly Diagnostic[] {
  const open = editions.filter((one) => one.published && !files.has(`published/${one.number}.json`));
  if (!head.published || open.length === 0) return [];
  const named = open.map(({ number, title }) => `제${number}차 ‘${title.text}’`).join(', ');
  return [
    {
      rule: 'unpublished-editions',
      severity: 'information',
      message: `아직 공시하지 않은 판이 앞에 있습니다: ${named}. 이 판을 공시하면 그 변경도 모두 함께 실리고, 수정공시의 차수는 하나씩 올라갑니다.`,
      expected:
        '부서마다 나누어 가져오는 중이면 앞의 판은 --internal로 두거나, iljari revert로 되돌리고 한 통합문서에 모아 가져옵니다.',
      place: { file: `${displayRoot}/editions/${open[0]?.number}.yaml`, line: 1, column: 1 },
    },
  ];
}

/** What a file changes of the plan's latest edition. */
interface ReadImport {
  readonly latest: Pick<Current, 'plan' | 'book' | 'texts'>;
  readonly next: NextEdition;
  readonly changes: readonly Change[];
  readonly rateWords: RateWords | undefined;
}

/** No value where anything is an error. `headOf` tells what is said of the edition that the changes are tried in. */
export function readImport(
  file: ImportFile,
  source: SourceFolder,
  headOf: (plan: Plan) => EditionHead,
  templates: SourceFolder | undefined,
): Outcome<ReadImport> {
  const diagnostics: Diagnostic[] = [];
  const take = taker(diagnostics);
  // The plan is read as it is, and again with each edition that the file may become.
  const folder = { kept: nothingKept(), ...source };
  const rateWords = take(rateWordsOf(templates));
  const latest = take(readLatest(folder, templates, rateWords));
  const head = latest && headOf(latest.plan);
  const next = latest && head && new NextEdition(latest.plan, folder, head, templates, rateWords);
  const current = latest &&
    next && {
      ...latest,
      revised: (changes: readonly Change[]) => next.read(changes).book,
      rateWords: rateWords ?? NO_RATE_WORDS,
      ...(head?.reason === undefined ? {} : { reason: head.reason }),
    };
  const read = readChanges(file, current, templates);
  const changes = take({ ...read, diagnostics: inLevels(read.diagnostics, latest?.plan.labels) });
  if (latest === undefined || next === undefined || changes === undefined || hasErrors(diagnostics))
    return { value: undefined, diagnostics };
  return { value: { latest, next, changes, rateWords }, diagnostics };
}

function refused(fault: Omit<Diagnostic, 'severity'>): Outcome<never> {
  return { value: undefined, diagnostics: [{ ...fault, severity: 'error' }] };
}

/** The changes of whichever kind of file it is; a file that cannot be read is told beside the faults of the plan. */
function readChanges(
  { name, bytes }: ImportFile,
  current: Current | undefined,
  templates: SourceFolder | undefined,
): Outcome<readonly Change[]> {
  const place = { file: name, cell: 'A1' };
  const csv = /\.(csv|txt|tsv)$/i.test(name) ? readCsv(bytes, name) : undefined;
  if (csv?.ok === false)
    return refused({
      rule: 'unclosed-quote',
      message: '따옴표(")가 열리고 닫히지 않아 뒤의 줄들을 읽을 수 없습니다.',
      expected: '값을 감싸는 따옴표는 짝을 맞추고, 값 안의 따옴표는 둘("")로 적습니다.',
      place: { file: name, line: csv.unclosed, column: 1 },
    });
  const read = csv === undefined ? readSpreadsheet(bytes) : ({ ok: true, sheets: [csv.sheet] } as const);
  if (!read.ok) return refused({ ...read.unreadable, place });
  if (current === undefined) return { value: undefined, diagnostics: [] };
  const { sheets } = read;
  if (isOwnWorkbook(sheets)) return importWorkbook({ file: name, sheets }, current);
  const { value: words, diagnostics } = readWords(templates);
  if (words === undefined) return { value: undefined, diagnostics };
  const { office, labels, budgetCodes: codes } = current.plan;
  const vocabulary: Vocabulary = { words, office, labels, codes };
  if (hasBudgetTable(sheets, vocabulary))
    return importBudget({ file: name, sheets, isText: csv !== undefined }, vocabulary, current);
  return refused({
    rule: 'not-our-workbook',
    message:
      '이 프로그램이 만든 통합문서가 아니고(숨은 시트 _iljari가 없음), 예산 시스템의 내보내기도 아닙니다(세부사업명과 예산액 열이 없음).',
    expected: 'iljari build가 만든 budget.xlsx나 targets.xlsx를 고친 파일, 또는 열 이름이 있는 내보내기',
    place,
  });
}

const WORDS = 'budget-words.yaml';

function readWords(templates: SourceFolder | undefined): Outcome<BudgetWords> {
  const text = templates?.files.get(WORDS);
  const name = `${templates?.displayRoot ?? 'templates'}/${WORDS}`;
  if (text !== undefined) return readBudgetWords({ name, text }, templates?.kept?.trees);
  const place = { file: name, line: 1, column: 1 };
  return refused({ rule: 'missing-file', message: `${WORDS} 파일이 없습니다.`, place });
}

/** The plan as its latest edition has it; no value where it has an error. */
function readLatest(
  folder: SourceFolder,
  templates: SourceFolder | undefined,
  words: RateWords | undefined,
): Outcome<Pick<Current, 'plan' | 'book' | 'texts'>> {
  const { plan, revised, diagnostics } = prepare({ plan: folder }, { words, lists: templates });
  if (plan === undefined || revised === undefined || hasErrors(diagnostics))
    return { value: undefined, diagnostics };
  const { displayRoot, files } = folder;
  const texts = withTextChanges(displayRoot, files, plan.editions, new Faults());
  return { value: { plan, book: revised.book, texts: { displayRoot, files: texts } }, diagnostics };
}

/** A change of a text with the words that the plan, which has applied it, says it changes. */
export function withWords(change: Change, applied: Change | undefined): Change {
  if (change.kind !== 'text' || applied?.kind !== 'text' || applied.words === undefined) return change;
  return { ...change, words: applied.words };
}

interface ReadEdition {
  /** Of editions/<number>.yaml. */
  readonly text: string;
  /** Undefined when the plan cannot take it. */
  readonly book: Current['book'] | undefined;
  /** Its changes, which know the words that they change. */
  readonly words: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is wrong with a change is said of the cell that it was typed into: nobody has the edition's file yet, which has a change on each line. */
function inCells(
  diagnostics: readonly Diagnostic[],
  text: string,
  file: string,
  changes: readonly Change[],
): readonly Diagnostic[] {
  const first = text.split('\n').indexOf('changes:') + 2;
  const placed = (place: Diagnostic['place']): Diagnostic['place'] => {
    const change = 'line' in place && place.file === file ? changes[place.line - first] : undefined;
    if (change === undefined) return place;
    return change.kind === 'set' ? change.after.place : change.place;
  };
  return diagnostics.map(({ related, ...one }) => {
    const place = placed(one.place);
    const others = related?.map((other) => ({ ...other, place: placed(other.place) }));
    const apart = others?.filter((other) => formatLocation(other.place) !== formatLocation(place));
    return { ...one, place, ...(apart && apart.length > 0 && { related: apart }) };
  });
}

/** The edition behind the plan's latest, as its file would say it and the plan would read it. */
class NextEdition {
  readonly number: number;
  readonly #known = new Map<string, ReadEdition>();

  constructor(
    readonly plan: Plan,
    readonly folder: SourceFolder,
    readonly head: EditionHead,
    readonly templates: SourceFolder | undefined,
    readonly rateWords: RateWords | undefined,
  ) {
    this.number = plan.editions.length + 1;
  }

  read(changes: readonly Change[]): ReadEdition {
    const text = this.#textOf(changes);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const { files } = this.folder;
    const name = `editions/${this.number}.yaml`;
    const { plan, revised, diagnostics } = prepare(
      { plan: { ...this.folder, files: new Map([...files, [name, text]]) } },
      { edition: this.number, words: this.rateWords, lists: this.templates },
    );
    const book = hasErrors(diagnostics) ? undefined : revised?.book;
    const words = plan?.editions.at(-1)?.changes ?? [];
    const told = inCells(diagnostics, text, `${this.folder.displayRoot}/${name}`, changes);
    const read = { text, book, words, diagnostics: told };
    this.#known.set(text, read);
    return read;
  }

  #textOf(changes: readonly Change[]): string {
    const { number, plan, folder, head } = this;
    const place = { file: `${folder.displayRoot}/editions/${number}.yaml`, line: 1, column: 1 };
    const said = (text: string) => ({ text, place });
    return editionText({
      number,
      plan: said(plan.id),
      title: said(head.title),
      kind: head.kind,
      date: head.date,
      ...(head.reason === undefined ? {} : { reason: said(head.reason) }),
      published: head.published,
      changes,
    });
  }
}
