// A plan as it is -> its card and the frame of every screen: editions, stages, totals, what may be undone.
import { isOpenError } from '../check/disposed.ts';
import { isError } from '../diagnostic.ts';
import { type Edition, shownDate } from '../plan/edition.ts';
import type { Plan } from '../plan/plan.ts';
import type { EditionCard, EditionState, PlanCard, PlanState, Stage } from './api.ts';
import type { Desk } from './desk.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { totalsOf } from './numbers.ts';
import { faultsOf } from './plain-words.ts';
import { shownText } from './words-of-plan.ts';

/** `제1회 추가경정예산`, `당초`. */
export function editionName(edition: Edition | undefined, plan: Plan): string {
  return edition === undefined ? '당초' : shownText(edition.title, plan);
}

export async function cardOf(house: House, desk: Desk, look: Look): Promise<PlanCard> {
  const { value, diagnostics } = look.edition();
  const readOnly = await desk.readOnly();
  const shared = {
    plan: house.handleOf(desk),
    ...(house.isSample(desk) && { isSample: true as const }),
    ...(readOnly !== undefined && { readOnly }),
  };
  if (value === undefined) {
    return {
      ...shared,
      title: '읽을 수 없는 계획',
      office: '',
      year: 0,
      editions: [],
      stages: [],
      faults: faultsOf(diagnostics.filter(isError)),
    };
  }
  const { plan } = value;
  return {
    ...shared,
    title: shownText(plan.title, plan),
    office: shownText(plan.issuer, plan),
    year: plan.year,
    editions: [undefined, ...plan.editions].map((edition) => editionCard(house, desk, look, plan, edition)),
    stages: stagesOf(look, plan),
    faults: [],
  };
}

function editionCard(
  house: House,
  desk: Desk,
  look: Look,
  plan: Plan,
  edition: Edition | undefined,
): EditionCard {
  const number = edition?.number ?? 0;
  const date = shownDate(edition?.date ?? plan.issueDate);
  const own = look.edition(number).value;
  return {
    edition: house.wordFor(desk, 'edition', String(number)),
    name: editionName(edition, plan),
    date,
    state: editionState(look, plan, number),
    totals: own === undefined ? [] : totalsOf(own, number === 0 ? undefined : look.edition(number - 1).value),
  };
}

/** What has gone out is published; what nobody can change any more, or was said to be ready, is confirmed. */
export function editionState(look: Look, { editions }: Plan, number: number): EditionState {
  if (look.published.includes(number)) return 'published';
  if (number < editions.length) return 'confirmed';
  return editions[number - 1]?.published === true ? 'confirmed' : 'draft';
}

export async function stateOf(house: House, desk: Desk, look: Look, seen?: string): Promise<PlanState> {
  const card = await cardOf(house, desk, look);
  const records = await desk.store.records();
  const [undo, redo] = [await desk.store.undoable(), await desk.store.redoable()];
  const others = seen === undefined ? 0 : desk.changedSince(seen);
  return {
    card,
    stamp: look.stamp,
    totals: card.editions.at(-1)?.totals ?? [],
    saved: `모두 저장됨 ${house.outside.now().slice(11, 16)}`,
    ...(undo && { undo: undo.words }),
    ...(redo && { redo: redo.words }),
    changeCount: records.filter(({ isUndone }) => !isUndone).length,
    ...(others > 0 && { outside: `밖에서 자료 ${others}곳이 바뀌었습니다.` }),
  };
}

/** Only of screens that are there. */
function stagesOf(look: Look, plan: Plan): readonly Stage[] {
  const last = plan.editions.length;
  const state = editionState(look, plan, last);
  const changes = plan.editions.at(-1)?.changes.length ?? 0;
  const { open } = look;
  const stopping = open.filter(isOpenError).length;
  return [
    statisticsStage(look),
    last === 0
      ? { name: 'revise', words: '당초', state: 'none' }
      : { name: 'revise', words: `바뀐 것 ${changes}건`, state: state === 'draft' ? 'open' : 'done' },
    stopping > 0
      ? { name: 'check', words: `막는 것 ${stopping}`, state: 'stopped' }
      : open.length > 0
        ? { name: 'check', words: `살펴볼 곳 ${open.length}`, state: 'open' }
        : { name: 'check', words: '다 됨', state: 'done' },
    state === 'published'
      ? { name: 'publish', words: '공시함', state: 'done' }
      : { name: 'publish', words: '', state: 'none' },
  ];
}

function statisticsStage({ grids }: Look): Stage {
  const missing = grids.reduce((sum, grid) => sum + grid.missing, 0);
  if (grids.length === 0) return { name: 'statistics', words: '표 없음', state: 'none' };
  return missing > 0
    ? { name: 'statistics', words: `빈 칸 ${missing}`, state: 'open' }
    : { name: 'statistics', words: '다 채움', state: 'done' };
}
