// A small plan with strategies and tasks, as texts by path; single files laid over it.
import { formatLocation } from '../../src/diagnostic.ts';
import { addressOf } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { Figure, FigureBook, Value } from '../../src/figure/figure.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { KEPT } from '../kept.ts';
import { SHARED } from './plan-folders.ts';

export type Files = Readonly<Record<string, string>>;

/** Two strategies; the first has two tasks, of two projects and of one. */
export const PROGRAMME: Files = {
  'plan.yaml': `id: small
title: 일자리대책
issuer: 한빛구
year: 2023
issue-date: 2023-03-31
`,
  'strategies.yaml': `strategies:
  - id: youth
    name: 청년 일자리
    tasks: [startup, intern]
  - id: women
    name: 여성 일자리
    tasks: [course]
`,
  'tasks/startup.yaml': `id: startup
name: 청년 창업
target: 12
projects:
  - id: room
    name: 창업 공간
    target: 5
    funding: { national: 1500, district: 300 }
  - id: school
    name: 창업 학교
    target: 6
    funding: { total: 700, district: 700 }
`,
  'tasks/intern.yaml': `id: intern
name: 청년 인턴
projects:
  - id: office
    name: 행정 인턴
    target: 40
    funding: { province: 6400, district: 0 }
`,
  'tasks/course.yaml': `id: course
name: 여성 교육
target: '-'
`,
};

export interface Read {
  readonly plan: Plan;
  readonly book: FigureBook;
  /** `place rule` of what reading and working out found. */
  readonly faults: readonly string[];
}

/** Reads the files over those of a plan and works out its figures. */
export function readProgramme(over: Files = {}, under: Files = PROGRAMME): Read {
  const files = new Map(Object.entries({ ...under, ...over }));
  const { value: plan, diagnostics } = readPlan(
    { displayRoot: 'data', kept: KEPT, files },
    { shared: SHARED },
  );
  const figures = evaluateFigures(plan?.figures ?? []);
  if (plan === undefined || figures.value === undefined) throw new Error('there is no plan');
  const faults = [...diagnostics, ...figures.diagnostics].map(
    ({ rule, place }) => `${formatLocation(place)} ${rule}`,
  );
  return { plan, book: figures.value, faults };
}

/** The figure at an address. */
export function figureAt({ book }: Pick<Read, 'book'>, address: string): Figure {
  const figure = book.get(addressOf(...address.split('/')));
  if (figure === undefined) throw new Error(`no figure ${address}`);
  return figure;
}

/** A value in short: its number, `-`, `missing`, or `none`. */
export function short(value: Value | undefined): string {
  if (value === undefined) return 'none';
  if (value.kind === 'nil') return '-';
  return value.kind === 'missing' ? 'missing' : value.exact.toFraction();
}
