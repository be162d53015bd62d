// A project that an edition adds, moves or brings back -> its draft where it stands then: nil in edition 0, so that it can be set.
import type { AddChange, MoveChange, ProjectNumber } from '../plan/edition.ts';
import { FUNDING_SOURCES, type PlacedName } from '../plan/programme.ts';
import type { Faults } from './faults.ts';
import { optionally } from './source-text.ts';
import { type StatedNumber, unstated } from './stated-number.ts';
import type { FundingDraft, ProjectDraft } from './task-file.ts';

const NIL = { kind: 'nil' } as const;

/** Rule `total-of-sources`. */
export function newProject(change: AddChange, addedIn: number, faults: Faults): ProjectDraft {
  const { project, name, period, details, target, figures, place } = change;
  const canonical: PlacedName = { canonical: name, published: {} };
  return {
    id: project,
    name: canonical,
    ...optionally('period', period),
    ...optionally('details', details),
    target: target === undefined ? { ...unstated(place), given: NIL } : nilNumber(target),
    funding: newFunding(change, faults),
    figures: figures.map(({ id, number }) => ({ id, number: nilNumber(number) })),
    place,
    addedIn,
  };
}

/** What is not given is nil, so that a sum over the projects of a task stays one. */
function newFunding({ funding, fundingUnit, place }: AddChange, faults: Faults): FundingDraft {
  const amounts: { -readonly [kind in keyof FundingDraft['amounts']]: StatedNumber } = {};
  for (const source of FUNDING_SOURCES) {
    const typed = funding[source];
    if (typed !== undefined) amounts[source] = nilNumber(typed);
  }
  if (Object.keys(amounts).length === 0)
    amounts.total =
      funding.total === undefined ? { ...unstated(place), given: NIL } : nilNumber(funding.total);
  else if (funding.total !== undefined) {
    faults.add({
      rule: 'total-of-sources',
      place: funding.total.place,
      message: '재원별 금액이 있으면 합계를 적지 않습니다.',
      expected: '재원별 금액, 또는 total 하나',
    });
  }
  return { unit: fundingUnit && scalarOf(fundingUnit), amounts };
}

function nilNumber({ unit, place }: ProjectNumber): StatedNumber {
  return { ...unstated(place), given: NIL, unit: unit && scalarOf(unit) };
}

/** Where it goes to, under the id that it has there. */
export function movedProject(
  project: ProjectDraft,
  { task, place }: MoveChange,
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
  const amounts: { -readonly [kind in keyof FundingDraft['amounts']]: StatedNumber } = {};
  const typed = project.funding?.amounts ?? {};
  for (const source of FUNDING_SOURCES) {
    const amount = typed[source];
    if (amount !== undefined) amounts[source] = nil(amount);
  }
  // Beside sources a total was stated for where the project stood; here it follows from them.
  if (Object.keys(amounts).length === 0)
    amounts.total = typed.total === undefined ? { ...unstated(place), given: NIL } : nil(typed.total);
  const { endedIn: _, scheduleNumber: __, away: ___, late: ____, ...rest } = project;
  return {
    ...rest,
    id,
    target: project.target === undefined ? { ...unstated(place), given: NIL } : nil(project.target),
    funding: { unit: project.funding?.unit, amounts },
    figures: project.figures.map((figure) => ({ ...figure, number: nil(figure.number) })),
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
  const hasSources = FUNDING_SOURCES.some((source) => amounts[source] !== undefined);
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
    ...optionally('movedFrom', project.movedFrom),
    away: [...(twin.away ?? []), { from: endedIn, until: edition }],
  };
}
