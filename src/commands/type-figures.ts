// What people type or paste into the numbers of a plan -> its files with it, each number read as imports read it.
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts';
import { type Address, parseAddress } from '../figure/address.ts';
import { evaluateFigures } from '../figure/evaluate.ts';
import type { Figure, FigureDefinition, Value } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import type { Unit } from '../figure/unit.ts';
import type { SetChange } from '../plan/edition.ts';
import { figureKinds } from '../plan/figure-kinds.ts';
import { figureLabel } from '../plan/figure-name.ts';
import { impossibleBecause } from '../plan/possible-value.ts';
import { NO_RATE_WORDS } from '../plan/rate-words.ts';
import { rateWordsOf } from '../plan-format/read-rate-words.ts';
import { readCell } from '../revise/apply/typed-value.ts';
import { fillFiles } from '../revise/fill/fill-files.ts';
import { withDecimals } from '../revise/import/figure-changes.ts';
import { editionNeeded, statedFollowers, toldFollower } from './fill-plan.ts';
import { prepare } from './prepare.ts';
import type { SourceFolder } from './sources.ts';

interface TypedFigure {
  readonly address: string;
  /** As typed: empty or `미정` where it is not known, `-` where there is none, else a number with or without a unit. */
  readonly text: string;
  /** What a number without a unit is in, where the column that it is pasted from says so; the figure's own unit otherwise. */
  readonly unit?: string;
}

interface TypedFigures {
  /** The new texts of the plan's files, by their paths in its folder; none where nothing changes. */
  readonly files: ReadonlyMap<string, string>;
  readonly changes: readonly SetChange[];
  /** By address, what was understood where that is more than what was typed: `1,200백만원 → 1,200,000천원`. */
  readonly understood: ReadonlyMap<Address, string>;
}

/**
 * All of it or nothing; what is wrong names its figure as `subject`. Rules: `edition-needed` (the plan has gone out, or has editions on top
 * of its data), `unknown-figure`, `wrong-number`, `impossible-value`, `derived-typed-over`, and those of reading the plan back; `implausible-rate` as a warning.
 */
export function typeFigures(
  folder: SourceFolder,
  typed: readonly TypedFigure[],
  templates?: SourceFolder,
): Outcome<TypedFigures> {
  const refusal = editionNeeded(folder);
  if (refusal !== undefined) return { value: undefined, diagnostics: [refusal] };
  const words = rateWordsOf(templates).value ?? NO_RATE_WORDS;
  const read = (files: SourceFolder['files']) =>
    prepare({ plan: { ...folder, files } }, { words, lists: templates });
  const { plan, revised, diagnostics: told } = read(folder.files);
  if (plan === undefined || revised === undefined || hasErrors(told))
    return { value: undefined, diagnostics: told };
  const { typed: book } = revised;
  const kinds = figureKinds(plan, words, (address) => book.get(address));
  const faults: Diagnostic[] = [];
  const doubts: Diagnostic[] = [];
  const sets = new Map<Address, SetChange>();
  const understood = new Map<Address, string>();
  for (const { address: name, text, unit: column } of typed) {
    const address = parseAddress(name);
    const figure = address && book.get(address);
    const place = figure?.definition.place ?? plan.title.place;
    const fault = (rule: string, message: string, expected: string) =>
      faults.push({ rule, severity: 'error', message, expected, place, subject: name });
    if (address === undefined || figure === undefined) {
      fault('unknown-figure', '이 칸의 수치가 이제 계획에 없습니다.', '화면을 새로 연 뒤에 다시 적음');
      continue;
    }
    const label = figureLabel(address, plan);
    const unit = column === undefined ? undefined : plan.units.named(column);
    if (column !== undefined && unit?.dimension !== figure.definition.unit.dimension) {
      fault(
        'wrong-number',
        `${label}: ${figure.definition.unit.label} 단위로 바꿀 수 없는 단위입니다: ${column}`,
        figure.definition.unit.label,
      );
      continue;
    }
    const reading = readingOf(text, figure, unit, { units: plan.units, rate: kinds.rate(address) });
    if (reading.kind === 'fault') {
      fault(reading.rule, `${label}: ${reading.message}`, reading.expected);
      continue;
    }
    const { value } = reading;
    if (sameValue(value, figure.effective)) continue;
    if (figure.definition.relation !== undefined && figure.definition.given === undefined) {
      fault('derived-typed-over', `${label}: 셈하는 칸입니다.`, '셈의 바탕이 되는 칸을 고칩니다.');
      continue;
    }
    const wrong = impossibleBecause(value, figure.definition, kinds);
    if (wrong !== undefined) {
      fault('impossible-value', `${label}: ${wrong.message}`, wrong.expected);
      continue;
    }
    for (const doubt of reading.doubts)
      doubts.push({
        ...doubt,
        severity: 'warning',
        message: `${label}: ${doubt.message}`,
        place,
        subject: name,
      });
    if (reading.understood !== undefined) understood.set(address, reading.understood);
    const before = { value: figure.effective, place };
    sets.set(address, { kind: 'set', address, before, after: { value, place }, place });
  }
  if (faults.length > 0) return { value: undefined, diagnostics: faults };

  const changes = [...sets.values()].map((set) => withDecimals(set, sets, { plan, book }));
  const definitions = new Map<Address, FigureDefinition>(plan.figures.map((one) => [one.address, one]));
  const write = (all: readonly SetChange[]) => fillFiles(all, definitions, folder);
  const values = new Map(changes.map(({ address, after }) => [address, after.value]));
  const first = evaluateFigures(plan.figures, values).value;
  // Stated sums move along, but for those that were typed now.
  const followers =
    first === undefined ? [] : statedFollowers(plan, book, first).filter(({ address }) => !sets.has(address));
  const { files, left } = write([...followers, ...changes]);
  const lost = left.flatMap((change): readonly Diagnostic[] =>
    change.kind === 'set'
      ? [
          {
            rule: 'not-importable',
            severity: 'error',
            message: `자료에 적을 자리가 없습니다: ${figureLabel(change.address, plan)}`,
            expected: '자료 파일에서 직접 고칩니다.',
            place: change.place,
            subject: change.address,
          },
        ]
      : [],
  );
  const { diagnostics: after } = read(new Map([...folder.files, ...files]));
  const diagnostics = [...doubts, ...lost, ...followers.map((one) => toldFollower(one, plan)), ...after];
  return { value: hasErrors(diagnostics) ? undefined : { files, changes, understood }, diagnostics };
}

function readingOf(
  text: string,
  { definition: { unit }, effective }: Figure,
  column: Unit | undefined,
  known: Pick<Parameters<typeof readCell>[1], 'units' | 'rate'>,
): ReturnType<typeof readCell> {
  const { units, rate } = known;
  const unknown: Value = { kind: 'missing' };
  if (text.trim() === '미정') return { kind: 'value', value: unknown, doubts: [] };
  return readCell(
    { value: { kind: 'text', text }, formula: undefined },
    {
      unit,
      ...(units && { units }),
      ...(unit.dimension === 'percent' && rate && { rate }),
      ...(column && { column }),
      digits: effective.kind === 'quantity' ? effective.digits : 0,
    },
  );
}
