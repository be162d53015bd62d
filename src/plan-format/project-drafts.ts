// A project that an edition adds, moves or brings back -> its draft where it stands then: nil in edition 0, so that it can be set.

import type { SourceLocation } from '../diagnostic.ts';
import type { AddChange, MoveChange, ProjectNumber } from '../plan/edition.ts';
import { type Amounts, type PlacedName, sourcesIn } from '../plan/programme.ts';
import type { Faults } from './faults.ts';
import { type FundingDraft, type KnownSources, knownAmounts, mapAmounts } from './funding.ts';
import { type KnownTargets, targetIn, targetNamed, unitOf } from './further-targets.ts';
import { defined } from './source-text.ts';
import { type StatedNumber, unstated } from './stated-number.ts';
import type { ProjectDraft } from './task-file.ts';
import { YEARLY_FIGURE } from './yearly.ts';

const NIL = { kind: 'nil' } as const;

/** Rule `total-of-sources`. */
export function newProject(
  change: AddChange,
  addedIn: number,
  { sources, targets }: { readonly sources?: KnownSources; readonly targets?: KnownTargets },
  faults: Faults,
): ProjectDraft {
  const { project, name, subtask, period, details, target, figures, place } = change;
  const isYearly = ({ id }: { readonly id: string }) => id.startsWith(YEARLY_FIGURE);
  const [yearly, others] = [figures.filter(isYearly), figures.filter((one) => !isYearly(one))];
  const canonical: PlacedName = { canonical: name, published: {} };
  return {
    id: project,
    name: canonical,
    ...defined({ subtask, period, details }),
    target: target === undefined ? { ...unstated(place), given: NIL } : nilNumber(target),
    funding: newFunding(change, sources, faults),
    figures: others.flatMap(({ id, number }) => {
      const named = targetIn(id);
      if (named === undefined) return [{ id, number: nilNumber(number) }];
      const target = targetNamed({ text: named, place: number.place }, targets, faults);
      const unit = target && unitOf(target, number, faults);
      return unit === undefined ? [] : [{ id, number: { ...nilNumber(number), unit } }];
    }),
    yearly: yearly.flatMap(({ id, number }) => {
      const { [id.split('/').at(-1) ?? '']: known } = knownAmounts(
        { [id.split('/').at(-1) ?? '']: number },
        sources,
        faults,
        [],
      );
      return known === undefined ? [] : [{ id, number: nilNumber(known) }];
    }),
    place,
    addedIn,
  };
}

/** What is not given is nil, so that a sum over the projects of a task stays one. */
function newFunding(
  { funding, fundingUnit, place }: AddChange,
  known: KnownSources,
  faults: Faults,
): FundingDraft {
  const typed = knownAmounts(funding, known, faults);
  if (typed.total !== undefined && sourcesIn(typed).length > 0) {
    faults.add({
      rule: 'total-of-sources',
      place: typed.total.place,
      message: '재원별 금액이 있으면 합계를 적지 않습니다.',
      expected: '재원별 금액, 또는 total 하나',
    });
  }
  const amounts = sourcesOrTotal(mapAmounts(typed, nilNumber), place);
  return { unit: fundingUnit && scalarOf(fundingUnit), amounts };
}

/** A total that stands beside sources follows from them; where there is nothing it is nil. */
function sourcesOrTotal(
  { total, ...sources }: Amounts<StatedNumber>,
  place: SourceLocation,
): Amounts<StatedNumber> {
  return sourcesIn(sources).length > 0 ? sources : { total: total ?? { ...unstated(place), given: NIL } };
}

function nilNumber({ unit, place }: ProjectNumber): StatedNumber {
  return { ...unstated(place), given: NIL, unit: unit && scalarOf(unit) };
}

/** Where it goes to, under the id that it has there. */
export function movedProject(
  project: ProjectDraft,
  { task, place, to: { subtask } }: MoveChange,
  id: string,
  addedIn: number,
): ProjectDraft {
  // What it followed from is said where it stood; here it is what it came to.
  const nil = (number: StatedNumber): StatedNumber => ({
    ...number,
    given: NIL,
    is: undefined,
    published: undefined,
    inferred: false,
  });
  const amounts = sourcesOrTotal(mapAmounts(project.funding?.amounts ?? {}, nil), place);
  // What it stands under is the other task's.
  const { endedIn: _, scheduleNumber: __, away: ___, late: ____, subtask: _____, ...rest } = project;
  return {
    ...rest,
    id,
    ...defined({ subtask }),
    target: project.target === undefined ? { ...unstated(place), given: NIL } : nil(project.target),
    funding: { unit: project.funding?.unit, amounts },
    figures: project.figures.map((figure) => ({ ...figure, number: nil(figure.number) })),
    yearly: project.yearly.map((figure) => ({ ...figure, number: nil(figure.number) })),
    place,
    addedIn,
    movedFrom: { task, project: project.id },
  };
}

function scalarOf({ text, place }: { readonly text: string; readonly place: AddChange['place'] }) {
  return { kind: 'scalar', text, plain: true, verbatim: false, place } as const;
}

/** The project where it stood before, in force again, with what it got while it was away. */
export function returned(twin: ProjectDraft, project: ProjectDraft, edition: number): ProjectDraft {
  const { endedIn = edition, movedTo: _, ...rest } = twin;
  const known = new Set(twin.figures.map(({ id }) => id));
  const amounts = twin.funding?.amounts ?? {};
  const hasSources = sourcesIn(amounts).length > 0;
  return {
    ...rest,
    target: twin.target ?? project.target,
    funding:
      twin.funding === undefined || !hasSources
        ? (twin.funding ?? project.funding)
        : { ...twin.funding, amounts: { ...project.funding?.amounts, ...amounts } },
    figures: [...twin.figures, ...project.figures.filter(({ id }) => !known.has(id))],
    late: [
      ...(twin.late ?? []),
      ...(twin.target === undefined ? (['target'] as const) : []),
      ...(twin.funding === undefined ? (['funding'] as const) : []),
    ],
    ...defined({ subtask: project.subtask ?? twin.subtask, movedFrom: project.movedFrom }),
    away: [...(twin.away ?? []), { from: endedIn, until: edition }],
  };
}
