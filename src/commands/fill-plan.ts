// The bytes of a filled workbook and the texts of a plan that has not gone out -> the files of the plan with what was typed.
import { type Diagnostic, hasErrors, isError } from '../diagnostic.ts';
import type { Address } from '../figure/address.ts';
import type { FigureDefinition, Value } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import { valueIn, valueWords } from '../figure/show.ts';
import { columnUnit } from '../plan/column-unit.ts';
import type { Change, SetChange } from '../plan/edition.ts';
import { figureLabel } from '../plan/figure-name.ts';
import { inLevels } from '../plan/labels.ts';
import type { Plan } from '../plan/plan.ts';
import { checkWordsOf } from '../plan-format/read-check-words.ts';
import { fillFiles } from '../revise/fill/fill-files.ts';
import type { Current } from '../revise/import/current.ts';
import { firstAmounts } from '../revise/import/first-amounts.ts';
import type { FormEdit } from '../revise/import/form/form-edit.ts';
import { type FormStep, fillFirst, fillLast, formOf, otherFaults } from './fill-form.ts';
import { type ImportedChanges, type ImportFile, readImport, withWords } from './import-edition.ts';
import { prepare } from './prepare.ts';
import type { SourceFolder } from './sources.ts';
import { unreadTexts } from './unread-texts.ts';

interface FilledPlan extends ImportedChanges {
  /** The new texts of the plan's files, by their paths in its folder. */
  readonly files: ReadonlyMap<string, string>;
  /** The files that go. */
  readonly gone: readonly string[];
  /** The plan that the workbook was put into, where whole tasks may have come or gone. */
  readonly earlier?: Plan;
  /** What changes beside figures and projects. */
  readonly edits: readonly FormEdit[];
}

export interface FillResult {
  /** Undefined when any diagnostic is an error. */
  readonly filled: FilledPlan | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING = { plan: undefined, revised: undefined };

/**
 * Reads the workbook as an edition would and writes its changes into the data itself (edition 0), which is read back and worked out
 * before it is given. Rule `edition-needed`: the plan has gone out, or has editions on top of its data.
 */
export function fillPlan(
  file: ImportFile,
  folder: SourceFolder,
  { reason }: { readonly reason?: string },
  templates: SourceFolder | undefined = undefined,
): FillResult {
  const refusal = editionNeeded(folder);
  if (refusal !== undefined) return { filled: undefined, diagnostics: [refusal] };
  const form = formOf(file);
  const { plan: start, revised: was } = form ? prepare({ plan: folder }, { lists: templates }) : NOTHING;
  const first = form && start && fillFirst(file, form, start, folder);
  const readFrom = (source: SourceFolder) =>
    readImport(
      file,
      source,
      ({ issueDate }) => ({
        ...{ title: '당초', kind: '추경', date: issueDate, published: false },
        ...(reason === undefined ? {} : { reason }),
      }),
      templates,
    );
  const { value, diagnostics } = readFrom(first?.folder ?? folder);
  const isWhole = first === undefined || !hasErrors(first.diagnostics);
  const inCells = (all: readonly Diagnostic[]) => all.filter(({ place }) => 'cell' in place);
  // Without what is not taken whole the plan may be none: then the rest is read as if nobody had typed that.
  const isLost = !isWhole && inCells(diagnostics).length < diagnostics.filter(isError).length;
  const others = isLost
    ? inCells(readFrom(folder).diagnostics).filter(({ rule }) => rule !== 'unknown-task')
    : [];
  // Files that nobody will see are not spoken of.
  const read = [...(first?.diagnostics ?? []), ...(isWhole ? diagnostics : inCells(diagnostics)), ...others];
  const lastFaults = () => (form && start ? otherFaults(file, form, start) : []);
  if (value === undefined || hasErrors(read)) {
    return { filled: undefined, diagnostics: [...read, ...lastFaults()] };
  }
  const { latest, next, changes, rateWords } = value;
  const { plan, book: before, texts } = latest;
  // Names and periods change no figure, and what is typed beside them is tried as an edition would have it.
  const trial = next.read(changes.filter(({ kind }) => kind !== 'text'));
  const tried = trial.diagnostics.filter(isError);
  const definitions = new Map<Address, FigureDefinition>(plan.figures.map((one) => [one.address, one]));
  const followers = trial.book === undefined ? [] : statedFollowers(plan, before, trial.book);
  const { files, left } = fillFiles([...followers, ...changes], definitions, texts);
  const readBack = (made: SourceFolder['files']) =>
    prepare(
      { plan: { ...folder, displayRoot: folder.displayRoot, files: made } },
      { words: rateWords, lists: templates },
    );
  let made: SourceFolder['files'] = new Map([...texts.files, ...files]);
  let last: FormStep | undefined;
  let now = readBack(made);
  const said = [
    ...read,
    ...tried,
    ...left.map((one) => unplaced(one, plan)),
    ...followers.map((one) => toldFollower(one, plan)),
  ];
  if (
    form !== undefined &&
    now.plan !== undefined &&
    now.revised !== undefined &&
    !hasErrors(now.diagnostics)
  ) {
    last = fillLast(
      file,
      form,
      { changes, now: { ...now.revised, plan: now.plan } },
      { ...folder, files: made },
      checkWordsOf(templates).value?.derived ?? [],
    );
    made = last.folder.files;
    now = inCellsOf(last, readBack(made), folder);
    said.push(...last.diagnostics, ...unscheduled(changes, now.plan));
    if (!hasErrors([...said, ...now.diagnostics]))
      said.push(...unreadTexts(last, { ...folder, files: made }, folder, templates));
  } else said.push(...inLevels(unwritten(changes), plan.labels), ...lastFaults());
  const all = [...said, ...now.diagnostics];
  if (now.revised?.book === undefined || hasErrors(all)) return { filled: undefined, diagnostics: all };
  // Told as an edition would tell them, which knows the words that it changes.
  const { words } = changes.some(({ kind }) => kind === 'text') ? next.read(changes) : trial;
  const filled = {
    ...{ plan, before: was?.book ?? before, after: now.revised.book, ...(start && { earlier: start }) },
    changes: changes.map((change, index) => withWords(change, words[index])),
    files: new Map([...made].filter(([name, text]) => folder.files.get(name) !== text)),
    gone: [...folder.files.keys()].filter((name) => !made.has(name)),
    edits: [...(first?.edits ?? []), ...(last?.edits ?? [])],
  };
  return { filled, diagnostics: [...all, ...firstAmounts(changes, filled.before, filled.after)] };
}

/** What is wrong with a file that is not there yet is said of the cells that it was made of. */
function inCellsOf<Read extends { readonly diagnostics: readonly Diagnostic[] }>(
  { edits }: FormStep,
  read: Read,
  { displayRoot }: SourceFolder,
): Read {
  const made = new Map<string, NonNullable<FormEdit['made']>>(
    edits.flatMap(({ made }) => (made ? [[`${displayRoot}/${made.file}`, made] as const] : [])),
  );
  const placed = (place: Diagnostic['place']): Diagnostic['place'] =>
    'line' in place ? (made.get(place.file)?.at(place.line, place.column) ?? place) : place;
  const diagnostics = read.diagnostics.map((one) => ({
    ...one,
    place: placed(one.place),
    ...(one.related && { related: one.related.map(({ place, note }) => ({ place: placed(place), note })) }),
  }));
  return { ...read, diagnostics };
}

/** Totals and rates that the data states, with what they come to as their operands change: as in an edition, they move along. */
export function statedFollowers(
  plan: Plan,
  before: Current['book'],
  after: Current['book'],
): readonly SetChange[] {
  return plan.figures.flatMap(({ address, relation, given, place }): readonly SetChange[] => {
    if (relation === undefined || given?.kind !== 'quantity') return [];
    const was = before.get(address)?.effective;
    const is = after.get(address)?.effective;
    if (was === undefined || is === undefined || sameValue(was, is)) return [];
    return [{ kind: 'set', address, before: { value: was, place }, after: { value: is, place }, place }];
  });
}

export function toldFollower({ address, before, after, place }: SetChange, plan: Plan): Diagnostic {
  const unit = plan.figures.find((one) => one.address === address)?.unit;
  const column = unit && columnUnit(address, unit);
  const shown = (value: Value) => valueWords(unit && column ? valueIn(value, unit, column) : value);
  return {
    rule: 'stated-follows',
    severity: 'information',
    message: `적어 둔 합계나 비율이 따라 바뀌었습니다: ${figureLabel(address, plan)} ${shown(before.value)} → ${shown(after.value)}${column?.label ?? ''}`,
    expected: '다른 값을 공시하려면 자료 파일에서 고칩니다.',
    place,
  };
}

/** New projects have no text and no lane of the schedule: in the data nobody writes them but the person. */
function unwritten(changes: readonly Change[]): readonly Diagnostic[] {
  return changes.flatMap((change): readonly Diagnostic[] =>
    change.kind === 'add'
      ? [
          {
            rule: 'project-without-text',
            severity: 'warning',
            message: `새 세부사업에는 아직 과제 시트의 글과 추진일정이 없습니다: ${change.name.text}`,
            expected: `tasks/${change.task}.hbs의 글과 schedule.yaml의 일정`,
            place: change.place,
          },
        ]
      : [],
  );
}

/** New projects of which the schedule says nothing. */
function unscheduled(changes: readonly Change[], plan: Plan | undefined): readonly Diagnostic[] {
  return changes.flatMap((change): readonly Diagnostic[] => {
    const lanes = plan?.schedule?.lanes;
    if (change.kind !== 'add' || lanes === undefined || lanes.has(`${change.task}/${change.project}`))
      return [];
    return [
      {
        rule: 'project-without-text',
        severity: 'warning',
        message: `새 세부사업에는 아직 추진일정이 없습니다: ${change.name.text}`,
        expected: '‘추진일정’ 시트에 적은 시작, 끝, 할 일',
        place: change.place,
      },
    ];
  });
}

/** What is kept of a plan that has gone out, and the files of its editions. */
const LATER = /^(?:published\/\d+\.json|editions\/\d+\.yaml)$/;

/** Rule `edition-needed`: the data of a plan that has gone out, or has editions on top of it, stays as it is. */
export function editionNeeded({ displayRoot, files }: SourceFolder): Diagnostic | undefined {
  const name = [...files.keys()].sort().find((one) => LATER.test(one));
  if (name === undefined) return undefined;
  return {
    rule: 'edition-needed',
    severity: 'error',
    message: name.startsWith('published/')
      ? '이미 공시한 계획이라 당초 자료를 고치지 않습니다.'
      : '변경 판이 있는 계획이라 당초 자료를 고치지 않습니다.',
    expected: '--title 이름과 --date 날짜를 적어 만드는 다음 판',
    place: { file: `${displayRoot}/${name}`, line: 1, column: 1 },
  };
}

function unplaced(change: Change, plan: Plan): Diagnostic {
  return {
    rule: 'not-importable',
    severity: 'error',
    message: `자료 파일에서 적을 자리를 찾지 못했습니다${change.kind === 'set' ? `: ${figureLabel(change.address, plan)}` : ''}.`,
    expected: '자료 파일에서 직접 고칩니다.',
    place: change.kind === 'set' ? change.after.place : change.place,
  };
}
