// A plan with its editions -> the inputs' values after each of them.
import type { Diagnostic, Outcome, SourceLocation } from '../../diagnostic.ts';
import { type Address, addressOf, projectAddress, projectOf } from '../../figure/address.ts';
import { evaluateFigures } from '../../figure/evaluate.ts';
import type { FigureBook, FigureDefinition, Value } from '../../figure/figure.ts';
import { parseQuantity } from '../../figure/quantity.ts';
import { decidedFigures } from '../../plan/disposition.ts';
import type { AddChange, Change, SetChange, TypedValue } from '../../plan/edition.ts';
import { figureKinds, type KnownFigure } from '../../plan/figure-kinds.ts';
import type { Plan } from '../../plan/plan.ts';
import { isInForce, type Project, type ProjectKey, tasksOf } from '../../plan/programme.ts';
import { NO_RATE_WORDS, type RateWords } from '../../plan/rate-words.ts';
import { absent, impossible, repeated, stale } from './change-faults.ts';
import { unsummedTasks } from './unsummed.ts';

/** The inputs whose values an edition or one before it changed. */
export interface EditionValues {
  readonly values: ReadonlyMap<Address, Value>;
  /** Where each value was typed last. */
  readonly places: ReadonlyMap<Address, SourceLocation>;
  /** The figures of projects that an edition ended or moved away. */
  readonly gone: ReadonlySet<Address>;
}

const MISSING: Value = { kind: 'missing' };
const PROJECT_COUNT = addressOf('strategies', 'all', 'project-count');

/**
 * The values after each edition, from edition 0 (none changed) on, each on top of the one before. A change whose `before` is not the
 * value that stands there is refused (`stale-change`), as are a second change of a figure in one edition (`duplicate-change`), a
 * change of a project that is not there yet or no more (`absent-project`). A value that cannot be is refused here whoever typed it, in the data too (`impossible-value`). Addresses
 * without a figure and figures that follow from others are told when the figures are worked out.
 */
export function applyEditions(plan: Plan, words?: RateWords): Outcome<readonly EditionValues[]> {
  const diagnostics: Diagnostic[] = [];
  const definitions = new Map(plan.figures.map((definition) => [definition.address, definition]));
  const projects = projectsOf(plan);
  const values = new Map<Address, Value>();
  const places = new Map<Address, SourceLocation>();
  const gone = new Set<Address>();
  const steps: EditionValues[] = [{ values: new Map(), places: new Map(), gone: new Set() }];
  let decided = decidedFigures(plan, 0);
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
    const base = `${projectAddress({ task, project })}/`;
    return plan.figures.filter(({ address }) => address.startsWith(base));
  };
  const end = (key: ProjectKey): void => {
    for (const { address } of figuresOf(key)) gone.add(address);
  };

  let asked: Address | undefined;
  const known = (address: Address): KnownFigure | undefined => {
    const definition = definitions.get(address);
    return definition && { definition, effective: address === asked ? MISSING : current(address) };
  };
  const kinds = figureKinds(plan, words ?? NO_RATE_WORDS, known);
  const judge = (typed: TypedValue, definition: FigureDefinition | undefined): Diagnostic | undefined =>
    definition &&
    impossible(typed, definition, asked !== undefined && words === undefined ? undefined : kinds);
  const take = (fault: Diagnostic | undefined) => (fault === undefined ? 0 : diagnostics.push(fault));
  for (const definition of plan.figures) {
    const { given: value, place } = definition;
    asked = definition.address;
    if (value !== undefined) take(judge({ value, place }, { ...definition, digits: 0 }));
  }
  asked = undefined;
  for (const { decision, place } of plan.dispositions?.decided ?? [])
    if (decision.kind === 'correct')
      take(judge({ value: decision.value, place }, definitions.get(decision.address)));

  for (const edition of plan.editions) {
    const { number, changes } = edition;
    decided = decidedFigures(plan, number);
    const set = new Map<Address, SetChange>();
    const moves = movesOf(changes);
    for (const [index, change] of changes.entries()) {
      switch (change.kind) {
        case 'set': {
          const definition = definitions.get(change.address);
          const owner = projectOf(change.address) ?? '';
          const fault =
            // It is still there, and takes the new value along.
            ((moves.get(owner) ?? -1) > index ? undefined : absent(change, projects.get(owner), number)) ??
            repeated(change, set.get(change.address)) ??
            judge(change.after, definition) ??
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
            take(judge(typed, definition));
            if (definition !== undefined) put(address, typed);
          }
          break;
        case 'end':
          end(change);
          break;
        case 'move': {
          // What comes back to where it stood has its figures there again.
          for (const { address } of figuresOf(change.to)) gone.delete(address);
          const from = `${projectAddress(change)}/`;
          // Worked out where a figure that followed from others goes where it is typed.
          let book: FigureBook | undefined;
          const worked = (address: Address): Value => {
            book ??= evaluateFigures(plan.figures, values, places, gone).value;
            return book?.get(address)?.effective ?? { kind: 'missing' };
          };
          for (const { address, relation } of figuresOf(change)) {
            const moved = projectAddress(change.to, ...address.slice(from.length).split('/'));
            const input = definitions.get(moved);
            if (input === undefined || input.relation !== undefined) continue;
            const value = relation === undefined ? current(address) : worked(address);
            put(moved, { value, place: change.place });
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
        diagnostics.push(...unsummedTasks(edition, change, plan, definitions, current));
    }
    const count = [...projects.values()].filter((project) => isInForce(project, number)).length;
    const countBefore = [...projects.values()].filter((project) => isInForce(project, number - 1)).length;
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
    tasksOf(programme).flatMap((task) =>
      [...task.projects, ...task.ended].map((project) => [
        projectAddress({ task: task.id, project: project.id }),
        project,
      ]),
    ),
  );
}

/** Which change moves a project, by the project's address. */
function movesOf(changes: readonly Change[]): ReadonlyMap<string, number> {
  return new Map(
    changes.flatMap((change, index) =>
      change.kind === 'move' ? [[projectAddress(change), index] as const] : [],
    ),
  );
}

function addedValues(change: AddChange): readonly (readonly [Address, TypedValue])[] {
  const at = (...path: string[]) => projectAddress(change, ...path);
  const { target, funding, figures } = change;
  return [
    ...(target === undefined ? [] : [[at('target'), target] as const]),
    ...Object.entries(funding).flatMap(([kind, typed]) =>
      typed === undefined ? [] : [[at('funding', kind), typed] as const],
    ),
    ...figures.map(({ id, number }) => [at(...id.split('/')), number] as const),
  ];
}
