// A plan with its editions -> the inputs' values after each of them.
import type { Diagnostic, Outcome, SourceLocation } from '../diagnostic.ts';
import { type Address, addressOf } from '../figure/address.ts';
import type { FigureDefinition, Value } from '../figure/figure.ts';
import { parseQuantity, sameValue } from '../figure/quantity.ts';
import { showValue } from '../figure/show.ts';
import { decidedFigures } from '../plan/disposition.ts';
import type { AddChange, ProjectKey, SetChange, TypedValue } from '../plan/edition.ts';
import type { Plan } from '../plan/plan.ts';
import { FUNDING_SOURCES, type Project } from '../plan/programme.ts';
import { unsummedTasks } from './unsummed.ts';

/** The inputs whose values an edition or one before it changed. */
export interface EditionValues {
  readonly values: ReadonlyMap<Address, Value>;
  /** Where each value was typed last. */
  readonly places: ReadonlyMap<Address, SourceLocation>;
  /** The figures of projects that an edition ended or moved away. */
  readonly gone: ReadonlySet<Address>;
}

const PROJECT_COUNT = addressOf('strategies', 'all', 'project-count');

/**
 * The values after each edition, from edition 0 (none changed) on, each on top of the one before. A change whose `before` is not the
 * value that stands there is refused (`stale-change`), as are a second change of a figure in one edition (`duplicate-change`), a
 * change of a project that is not there yet or no more (`absent-project`) and a negative amount (`negative-amount`). Addresses
 * without a figure and figures that follow from others are told when the figures are worked out.
 */
export function applyEditions(plan: Plan): Outcome<readonly EditionValues[]> {
  const diagnostics: Diagnostic[] = [];
  const definitions = new Map(plan.figures.map((definition) => [definition.address, definition]));
  const projects = projectsOf(plan);
  const values = new Map<Address, Value>();
  const places = new Map<Address, SourceLocation>();
  const gone = new Set<Address>();
  const steps: EditionValues[] = [{ values: new Map(), places: new Map(), gone: new Set() }];
  let decided = decidedFigures(plan.dispositions, 0);
  const current = (address: Address): Value => {
    const correction = decided.get(address);
    const typed = correction?.kind === 'value' ? correction.value : definitions.get(address)?.given;
    return values.get(address) ?? typed ?? { kind: 'missing' };
  };
  const put = (address: Address, { value, place }: TypedValue): void => {
    values.set(address, value);
    places.set(address, place);
  };
  const figuresOf = ({ task, project }: ProjectKey): readonly FigureDefinition[] => {
    const base = `${addressOf('tasks', task, 'projects', project)}/`;
    return plan.figures.filter(({ address }) => address.startsWith(base));
  };
  const end = (key: ProjectKey): void => {
    for (const { address } of figuresOf(key)) gone.add(address);
  };

  for (const edition of plan.editions) {
    const { number, changes } = edition;
    decided = decidedFigures(plan.dispositions, number);
    const set = new Map<Address, SetChange>();
    for (const change of changes) {
      switch (change.kind) {
        case 'set': {
          const definition = definitions.get(change.address);
          const fault =
            absent(change, projects.get(ownerOf(change.address) ?? ''), number) ??
            repeated(change, set.get(change.address)) ??
            (definition && negative(change.after, definition)) ??
            (definition && stale(change, definition, current(change.address), places));
          set.set(change.address, change);
          // Where there is no input, the address is at fault and not the value.
          const isInput = definition !== undefined && definition.relation === undefined;
          if (fault === undefined)
            put(change.address, isInput ? change.after : { ...change.after, place: change.place });
          else diagnostics.push(fault);
          break;
        }
        case 'add':
          for (const [address, typed] of addedValues(change)) {
            const definition = definitions.get(address);
            const fault = definition && negative(typed, definition);
            if (fault !== undefined) diagnostics.push(fault);
            if (definition !== undefined) put(address, typed);
          }
          break;
        case 'end':
          end(change);
          break;
        case 'move': {
          const from = `${addressOf('tasks', change.task, 'projects', change.project)}/`;
          for (const { address, relation } of figuresOf(change)) {
            const moved = addressOf(
              ...['tasks', change.to.task, 'projects', change.to.project],
              ...address.slice(from.length).split('/'),
            );
            const input = definitions.get(moved);
            if (relation === undefined && input !== undefined && input.relation === undefined)
              put(moved, { value: current(address), place: change.place });
          }
          end(change);
          break;
        }
        case 'text':
          break;
      }
    }
    for (const change of changes) {
      if (change.kind !== 'set' && change.kind !== 'text')
        diagnostics.push(...unsummedTasks(edition, change, definitions, current));
    }
    const count = [...projects.values()].filter((project) => isThere(project, number)).length;
    const countBefore = [...projects.values()].filter((project) => isThere(project, number - 1)).length;
    const { place } = edition;
    const value = parseQuantity(String(count));
    if (count !== countBefore && value !== undefined) put(PROJECT_COUNT, { value, place });
    steps.push({ values: new Map(values), places: new Map(places), gone: new Set(gone) });
  }
  return { value: steps, diagnostics };
}

/** Every project of every edition by its address. */
function projectsOf({ programme }: Plan): ReadonlyMap<string, Project> {
  return new Map(
    programme.strategies
      .flatMap(({ tasks }) => tasks)
      .flatMap((task) =>
        [...task.projects, ...task.ended].map((project) => [
          addressOf('tasks', task.id, 'projects', project.id),
          project,
        ]),
      ),
  );
}

/** Whether the edition has the project. */
function isThere({ addedIn = 0, endedIn = Number.POSITIVE_INFINITY }: Project, edition: number): boolean {
  return addedIn <= edition && edition < endedIn;
}

/** The project that an address belongs to. */
function ownerOf(address: Address): string | undefined {
  return /^tasks\/[^/]+\/projects\/[^/]+(?=\/)/.exec(address)?.[0];
}

function addedValues(change: AddChange): readonly (readonly [Address, TypedValue])[] {
  const at = (...path: string[]) => addressOf('tasks', change.task, 'projects', change.project, ...path);
  const { target, funding, figures } = change;
  return [
    ...(target === undefined ? [] : [[at('target'), target] as const]),
    ...(['total', ...FUNDING_SOURCES] as const).flatMap((kind) => {
      const typed = funding[kind];
      return typed === undefined ? [] : [[at('funding', kind), typed] as const];
    }),
    ...figures.map(({ id, number }) => [at(id), number] as const),
  ];
}

function absent(
  { address, place }: SetChange,
  project: Project | undefined,
  edition: number,
): Diagnostic | undefined {
  if (project === undefined || isThere(project, edition)) return undefined;
  const { addedIn = 0, endedIn } = project;
  return {
    rule: 'absent-project',
    severity: 'error',
    message:
      addedIn > edition
        ? `제${addedIn}차 판에서 더해지는 세부사업의 수치를 제${edition}차 판에서 바꿉니다: ${address}`
        : `제${endedIn}차 판에서 끝난 세부사업의 수치입니다: ${address}`,
    expected: '그 판에 있는 세부사업의 수치',
    place,
  };
}

function repeated({ address, place }: SetChange, first: SetChange | undefined): Diagnostic | undefined {
  if (first === undefined) return undefined;
  return {
    rule: 'duplicate-change',
    severity: 'error',
    message: `한 판에서 같은 수치를 두 번 바꿉니다: ${address}`,
    expected: '수치마다 한 번',
    place,
    related: [{ place: first.place, note: '먼저 나온 곳' }],
  };
}

function negative({ value, place }: TypedValue, { address, unit }: FigureDefinition): Diagnostic | undefined {
  if (value.kind !== 'quantity' || value.exact.s >= 0n) return undefined;
  if (!address.startsWith('tasks/') || !(unit.dimension === 'money' || address.endsWith('/target')))
    return undefined;
  return {
    rule: 'negative-amount',
    severity: 'error',
    message: `예산이나 목표가 0보다 작습니다: ${address} ${shown(value, unit.label)}`,
    expected: '0 이상의 수',
    place,
  };
}

function stale(
  { address, before }: SetChange,
  { unit, relation, place }: FigureDefinition,
  now: Value,
  places: ReadonlyMap<Address, SourceLocation>,
): Diagnostic | undefined {
  if (relation !== undefined || sameValue(before.value, now)) return undefined;
  return {
    rule: 'stale-change',
    severity: 'error',
    message: `변경 전 값이 지금 값과 다릅니다: ${address} 변경 전 ${shown(before.value, unit.label)}, 지금 ${shown(now, unit.label)}`,
    expected: `before: ${typed(now)}`,
    place: before.place,
    related: [{ place: places.get(address) ?? place, note: '지금 값이 적힌 곳' }],
  };
}

function shown(value: Value, unit: string): string {
  if (value.kind === 'missing') return '미정';
  return value.kind === 'nil' ? "'-'" : `${showValue(value, value.digits)}${unit}`;
}

/** As a data file spells it. */
function typed(value: Value): string {
  if (value.kind === 'missing') return 'missing';
  return value.kind === 'nil' ? "'-'" : showValue(value, value.digits).replaceAll(',', '').replace('△', '-');
}
