// The routes of the screen 추경: a dropped file looked at and taken, editions confirmed and given up, 변경 대비표.

import * as v from 'valibot';
import { OUTPUT_NAMES, SUBMIT_FOLDER } from '../commands/build/output-names.ts';
import { lastEdition } from '../commands/last-edition.ts';
import { type Diagnostic, fileFault, hasErrors } from '../diagnostic.ts';
import { namesUnder, otherPlan, recoverIn, removeFiles } from '../files.ts';
import { EDITION_KINDS } from '../plan/edition.ts';
import { setText } from '../revise/fill/set-text.ts';
import type { Dropped, EditionHeadInput } from './api.ts';
import { comparisonOf } from './comparison.ts';
import type { Desk, Made } from './desk.ts';
import { LOST_DROP, mergedDrop, readDrop, takenDrop } from './drop.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { outputOf } from './outputs.ts';
import { plainWords } from './plain-words.ts';
import { STAMPED, saved } from './plan-routes.ts';
import { NOT_FOUND } from './reply.ts';
import { DAY, ofPlan, type Routes, withBody } from './route.ts';

const MAKE = v.object({
  stamp: v.string(),
  drop: v.string(),
  into: v.optional(v.literal(true)),
  head: v.optional(
    v.object({
      title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
      kind: v.picklist(EDITION_KINDS),
      date: DAY,
      reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1_000))),
    }),
  ),
});

const AGAIN = v.object({ drop: v.string() });

export const EDITION_ROUTES: Routes = {
  'POST /api/plans/P/drop': ofPlan(async (desk, { house, body, name }) => {
    if (!(body instanceof Uint8Array)) return NOT_FOUND;
    const file = { name: name === '' ? 'file.xlsx' : name, bytes: body };
    const look = await desk.look();
    const drop = house.wordFor(desk, 'drop', look.stamp, name, String(body.length), house.outside.now());
    house.drops.add(drop, desk, file);
    return { json: readDrop(house, look, file, drop) };
  }),
  'POST /api/plans/P/drop/again': withBody(AGAIN, async (desk, { drop }, { house }) => {
    const file = house.drops.of(drop, desk);
    if (file !== undefined) return { json: readDrop(house, await desk.look(), file, drop) };
    const words = '놓았던 파일이 더는 없습니다. 다시 놓아 주십시오.';
    return { json: { kind: 'refused', words, faults: [] } satisfies Dropped };
  }),
  'POST /api/plans/P/editions': withBody(MAKE, async (desk, { stamp, drop, head, into }, { house }) => {
    const file = house.drops.of(drop, desk);
    if (file === undefined) return { json: { kind: 'refused', faults: LOST_DROP } };
    return saved(
      house,
      desk,
      await desk.change(stamp, (look) =>
        into ? mergedDrop(house, look, file) : takenDrop(look, file, head && saidIn(head)),
      ),
    );
  }),
  'POST /api/plans/P/editions/confirm': withBody(STAMPED, async (desk, { stamp }, { house }) =>
    saved(house, desk, await desk.change(stamp, confirmed)),
  ),
  'POST /api/plans/P/editions/revert': withBody(STAMPED, async (desk, { stamp }, { house }) => {
    const look = await desk.look();
    const attempt = await desk.change(stamp, reverted);
    if (attempt.kind === 'saved') await removeOutputs(house, desk, look);
    return saved(house, desk, attempt);
  }),
  'GET /api/plans/P/comparison': ofPlan(async (desk, { house, query }) => {
    const look = await desk.look();
    const handle = query.get('edition');
    const last = look.edition().value?.plan.editions.length ?? 0;
    const [number] = handle === null ? [last] : house.partsOf(desk, 'edition', handle);
    const made = number === undefined ? undefined : await comparisonOf(house, desk, look, Number(number));
    return made === undefined ? NOT_FOUND : { json: made };
  }),
};

/** Without a reason that says nothing. */
function saidIn({ reason, ...head }: NonNullable<v.InferOutput<typeof MAKE>['head']>): EditionHeadInput {
  return { ...head, ...(reason !== undefined && reason !== '' && { reason }) };
}

function refuse(message: string, expected: string): readonly Diagnostic[] {
  return [fileFault('not-changed', '', message, expected)];
}

/** The last edition is ready to go out. */
function confirmed(look: Look): Made | readonly Diagnostic[] {
  const last = look.edition().value?.plan.editions.at(-1);
  if (last === undefined) return refuse('확정할 판이 없습니다. 당초뿐입니다.', '받은 파일로 만든 판');
  const name = `editions/${last.number}.yaml`;
  const texts = new Map([[name, look.sources.plan.files.get(name) ?? '']]);
  setText(texts, name, ['published'], { kind: 'plain', text: 'true' });
  return { words: `${plainWords(last.title.text) ?? '판'}을 확정함`, texts };
}

/** The last edition goes, unless it has gone out. */
function reverted(look: Look): Made | readonly Diagnostic[] {
  const { value: last, diagnostics } = lastEdition(look.sources.plan);
  if (hasErrors(diagnostics)) return diagnostics;
  if (last === undefined) return refuse('되돌릴 판이 없습니다. 당초뿐입니다.', '받은 파일로 만든 판');
  if (last.isPublished)
    return refuse('이미 공시한 판이라 되돌릴 수 없습니다. 바뀐 것은 없습니다.', '바로잡을 것을 담은 정정 판');
  return { words: `${plainWords(last.title) ?? '마지막 판'} 버림`, texts: new Map([[last.file, undefined]]) };
}

/** What was built of an edition that is no more. */
async function removeOutputs(house: House, { folder }: Desk, look: Look): Promise<void> {
  const { working } = house.outside;
  const plan = look.edition().value?.plan;
  if (plan === undefined || (await otherPlan(folder, plan.id, working)) !== undefined) return;
  const output = outputOf(house, plan, plan.editions.length);
  await recoverIn(output, working);
  const own = (await namesUnder(output, SUBMIT_FOLDER)).filter((name) => OUTPUT_NAMES.includes(name));
  if (own.length > 0) await removeFiles(output, own, 'replace', working);
}
