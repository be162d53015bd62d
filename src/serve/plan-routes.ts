// The routes of every screen: the plans, a plan's state, its changes undone and done again.
import * as v from 'valibot';
import { pageInWords } from '../commands/place-words.ts';
import type { Pages, Saved } from './api.ts';
import type { Attempt, Desk } from './desk.ts';
import { changesOf, plansOf } from './home.ts';
import type { House } from './house.ts';
import { stateOf } from './plan-state.ts';
import { NOT_FOUND, type Reply } from './reply.ts';
import { ofPlan, type Routes, withBody, wordAt } from './route.ts';

export const STAMPED = v.object({ stamp: v.string() });

export const PLAN_ROUTES: Routes = {
  'GET /api/plans': async ({ house }) => ({ json: await plansOf(house) }),
  'GET /api/plans/P': ofPlan(async (desk, { house, query }) => {
    house.watch(desk);
    return { json: await stateOf(house, desk, await desk.look(), query.get('seen') ?? undefined) };
  }),
  'GET /api/plans/P/pages': ofPlan(async (desk, { house }) => {
    const look = await desk.look();
    const pages = (await house.pages.of(look))?.pages;
    const sizes = pages?.sizes ?? [];
    const names = sizes.map((_, page) => pageInWords(pages?.layout.pageLabels[page] ?? '') ?? '');
    const { width, height } = sizes[0] ?? { width: 0, height: 0 };
    return { json: { stamp: look.stamp, count: sizes.length, names, width, height } satisfies Pages };
  }),
  'GET /api/plans/P/pages/N': ofPlan(async (desk, asking) => {
    const page = Number.parseInt(wordAt(asking, 'N'), 10);
    const made = await asking.house.pages.picture(await desk.look(), page);
    if (made === undefined) return NOT_FOUND;
    const headers = { 'x-alt': encodeURIComponent(made.words) };
    return { bytes: made.svg, type: 'image/svg+xml', headers };
  }),
  'GET /api/plans/P/changes': ofPlan(async (desk, { house }) => ({ json: await changesOf(house, desk) })),
  'POST /api/plans/P/undo': withBody(STAMPED, async (desk, { stamp }, { house }) =>
    saved(house, desk, await desk.inTurn(stamp, () => desk.store.undo()), NOT_TURNED),
  ),
  'POST /api/plans/P/redo': withBody(STAMPED, async (desk, { stamp }, { house }) =>
    saved(house, desk, await desk.inTurn(stamp, () => desk.store.redo()), NOT_TURNED),
  ),
};

const NOT_TURNED = '그 뒤에 다른 곳에서 고친 자료라 되돌리거나 다시 하지 않았습니다. 바뀐 것은 없습니다.';
const CONFLICT =
  '그동안 다른 사람이나 프로그램이 자료를 고쳤습니다. 아무것도 쓰지 않았습니다. 바뀐 자료를 보고 다시 하십시오.';

/** What came of a change, with the plan as it is now. */
export async function saved(house: House, desk: Desk, attempt: Attempt, words = CONFLICT): Promise<Reply> {
  if (attempt.kind === 'refused') return { json: attempt satisfies Saved };
  const look = await desk.look();
  // Other windows hear of it before all that follows from it is worked out.
  if (attempt.kind === 'saved')
    house.send({ kind: 'changed', plan: house.handleOf(desk), stamp: look.stamp });
  const state = await stateOf(house, desk, look);
  if (attempt.kind === 'conflict') return { json: { kind: 'conflict', words, state } satisfies Saved };
  return { json: { kind: 'saved', state } satisfies Saved };
}
