// A file that somebody dropped -> what it is, what it would change of the plan, and the change itself once it is taken.
import { editionNeeded, type FillResult, fillPlan } from '../commands/fill-plan.ts';
import { type ImportedChanges, type ImportResult, importEdition } from '../commands/import-edition.ts';
import { mergeEdition } from '../commands/merge-edition.ts';
import { type Diagnostic, fileFault, hasErrors } from '../diagnostic.ts';
import { UNITS } from '../figure/unit.ts';
import { columnUnit } from '../plan/column-unit.ts';
import type { AddChange } from '../plan/edition.ts';
import { changeRows } from '../revise/compare/change-rows.ts';
import { totalRows } from '../revise/import/total-rows.ts';
import type { DropChange, Dropped, EditionHeadInput } from './api.ts';
import type { Made } from './desk.ts';
import type { DroppedFile } from './drops.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { signed } from './numbers.ts';
import { faultsOf, plainWords, refusal } from './plain-words.ts';
import { editionName, editionState } from './plan-state.ts';

export function readDrop(house: House, look: Look, file: DroppedFile, drop: string): Dropped {
  const latest = look.edition();
  if (latest.value === undefined)
    return {
      kind: 'refused',
      words: '계획을 읽을 수 없어 파일을 받지 못했습니다.',
      faults: faultsOf(latest.diagnostics),
    };
  const proposed = proposedHead(house, look);
  const { plan, templates } = look.sources;
  const asFill = editionNeeded(plan) === undefined ? fillPlan(file, plan, {}, templates) : undefined;
  // What cannot be filled in may still be an edition.
  const made = asFill?.filled ? ofFill(asFill.filled) : ofEdition(file, look, proposed);
  const diagnostics = made.diagnostics ?? asFill?.diagnostics ?? [];
  const faults = faultsOf(diagnostics);
  if (made.changes === undefined) {
    const words = `‘${file.name}’ 파일은 가져올 수 없습니다. 바뀐 것은 없습니다.`;
    const other = diagnostics.find(({ rule }) => OTHER_FILES.has(rule));
    return {
      kind: 'refused',
      words,
      faults: other ? [refusal(OTHER_FILES.get(other.rule) ?? '', OWN_FILES)] : faults,
    };
  }
  const kind = asFill?.filled ? 'fill' : 'edition';
  if (made.changes.length === 0)
    return { kind: 'unchanged', words: '이 파일에는 지금 계획과 다른 값이 없습니다.', faults };
  const totals = made.totals.filter(([name]) => name === made.totals[0]?.[0]).map(ofTotal);
  const words = `‘${file.name}’: 값 ${made.changes.length}곳이 바뀝니다.${totals.length > 0 ? ' 합계도 함께 바뀝니다.' : ''}`;
  const draft = made.edition && draftOf(look);
  const into = draft && mergeEdition(look.sources, made.edition) !== undefined ? { into: draft } : {};
  const { stamp } = look;
  return { kind, drop, stamp, words, changes: made.changes, totals, faults, proposed, ...into };
}

/** What is no file for this plan, by the rule that tells it in the words of the command line. */
const OTHER_FILES: ReadonlyMap<string, string> = new Map([
  [
    'not-our-workbook',
    '이 프로그램이 만든 예산표나 목표표가 아니고, 세부사업명과 예산액 열이 있는 표도 아닙니다.',
  ],
  ['other-plan', '다른 계획의 예산표나 목표표입니다.'],
]);
const OWN_FILES =
  '이 계획의 공시 화면에서 만든 예산표나 목표표를 열어 바뀐 칸을 고치고, 저장한 그 파일을 놓습니다.';

interface Read {
  readonly changes: readonly DropChange[] | undefined;
  readonly totals: readonly (readonly string[])[];
  readonly diagnostics?: readonly Diagnostic[];
  readonly edition?: ImportResult['edition'];
}

/** What the last edition is called, where more can still be put into it. */
function draftOf(look: Look): string | undefined {
  const plan = look.edition().value?.plan;
  const last = plan?.editions.at(-1);
  if (plan === undefined || last === undefined || editionState(look, plan, last.number) !== 'draft')
    return undefined;
  return editionName(last, plan);
}

function ofFill(filled: NonNullable<FillResult['filled']>): Read {
  const edits = filled.edits.map(({ what, before, after }) => change(what, before, after));
  const rows = changesOf(filled);
  return {
    changes: [...edits, ...rows],
    totals: totalRows(filled.plan, filled.before, filled.after, filled.earlier),
  };
}

function ofEdition(file: DroppedFile, look: Look, head: EditionHeadInput): Read {
  const { edition, diagnostics } = importEdition(
    file,
    look.sources.plan,
    { ...head, published: false },
    look.sources.templates,
  );
  if (edition === undefined || hasErrors(diagnostics)) return { changes: undefined, totals: [], diagnostics };
  const totals = totalRows(edition.plan, edition.before, edition.after);
  return { changes: changesOf(edition), totals, diagnostics, edition };
}

/** 구분, 대상, 변경 전, 변경 후, 증감 … as `changeRows` has them. */
function changesOf({ changes, plan }: ImportedChanges): readonly DropChange[] {
  const units = new Map(plan.figures.map(({ address, unit }) => [address, columnUnit(address, unit).label]));
  return changes.flatMap((one) => {
    const unit =
      one.kind === 'set' ? units.get(one.address) : one.kind === 'add' ? amountUnit(one) : undefined;
    return changeRows([one], plan, undefined).map(
      ([what = '', of = '', before = '', after = '', more = '']) => ({
        ...change(what === '변경' ? of : `${what}: ${of}`, before, after),
        ...(more !== '' && { change: signed(more) ?? '' }),
        ...(unit !== undefined && { unit }),
      }),
    );
  });
}

function amountUnit({ fundingUnit }: AddChange): string {
  return fundingUnit?.text ?? UNITS.천원.label;
}

/** A row of `totalRows`. */
function ofTotal([
  name,
  label,
  unit = '',
  before = '',
  after = '',
  more = '',
]: readonly string[]): DropChange {
  return { ...change(`${name} ${label}`, before, after), change: signed(more) ?? '', unit };
}

function change(words: string, before: string, after: string): DropChange {
  const line = (text: string) => plainWords(text.replaceAll(/\s+/g, ' ').trim()) ?? '';
  return { words: plainWords(words) ?? '글', before: line(before), after: line(after) };
}

/** The next edition as it will most likely be called. */
function proposedHead({ outside }: House, look: Look): EditionHeadInput {
  const editions = look.edition().value?.plan.editions ?? [];
  const budgets = editions.filter(({ kind }) => kind === '추경').length;
  const today = outside.now().slice(0, 10);
  const last = editions.at(-1)?.date ?? '';
  return { title: `제${budgets + 1}회 추가경정예산`, kind: '추경', date: today < last ? last : today };
}

/** The change that the file makes: an edition where a head is given, else of the data itself. */
export function takenDrop(
  look: Look,
  file: DroppedFile,
  head: EditionHeadInput | undefined,
): Made | readonly Diagnostic[] {
  const { plan, templates } = look.sources;
  if (head === undefined) {
    if (editionNeeded(plan) !== undefined) return [TOO_LATE];
    const { filled, diagnostics } = fillPlan(file, plan, {}, templates);
    if (filled === undefined) return diagnostics;
    const gone = filled.gone.map((name) => [name, undefined] as const);
    const count = filled.changes.length + filled.edits.length;
    return { words: `받은 파일로 ${count}곳을 채움`, texts: new Map([...filled.files, ...gone]) };
  }
  const { edition, diagnostics } = importEdition(file, plan, { ...head, published: false }, templates);
  if (edition === undefined || hasErrors(diagnostics)) return diagnostics;
  const words = `${head.title}: 받은 파일로 ${edition.changes.length}건을 바꿈`;
  return { words, texts: new Map([[`editions/${edition.number}.yaml`, edition.text]]) };
}

/** The changes of the file in the draft that is there. */
export function mergedDrop(house: House, look: Look, file: DroppedFile): Made | readonly Diagnostic[] {
  const head = { ...proposedHead(house, look), published: false };
  const { edition, diagnostics } = importEdition(file, look.sources.plan, head, look.sources.templates);
  if (edition === undefined || hasErrors(diagnostics)) return diagnostics;
  const name = draftOf(look);
  const text = name && mergeEdition(look.sources, edition);
  if (!text) return [NO_DRAFT];
  const words = `${name}: 받은 파일로 ${edition.changes.length}건을 더 넣음`;
  return { words, texts: new Map([[`editions/${edition.number - 1}.yaml`, text]]) };
}

const NO_DRAFT = fileFault(
  'not-merged',
  '',
  '이 판에 더 넣을 수 없습니다. 바뀐 것은 없습니다.',
  '새 판을 만들어 넣습니다.',
);

const TOO_LATE = fileFault(
  'too-late',
  '',
  '이미 공시했거나 판이 더해진 계획이라 그대로 채우지 않습니다. 바뀐 것은 없습니다.',
  '새 판으로 만듦',
);

export const LOST_DROP = [refusal('놓았던 파일이 더는 없습니다. 바뀐 것은 없습니다.', '파일을 다시 놓음')];
