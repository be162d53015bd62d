// A plan as it is -> what has to be done before it goes out, and a tile for everything that is made of it.
import path from 'node:path';
import { type DisposedFinding, isOpenError } from '../check/disposed.ts';
import { readPublication } from '../check/history/publication-text.ts';
import { outputFolder } from '../commands/output-folder.ts';
import { otherPlan } from '../files.ts';
import { shownDate } from '../plan/edition.ts';
import type { Plan } from '../plan/plan.ts';
import { publicationFile } from '../plan/publication.ts';
import type { Fault } from './api.ts';
import type { Outputs, OutputTile } from './api-jobs.ts';
import type { Desk } from './desk.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { OUTPUT_KIND_NAMES, OUTPUT_KINDS, type OutputKind, type OutputKindName } from './output-kinds.ts';
import { refusal } from './plain-words.ts';
import { editionName, editionState } from './plan-state.ts';

/** The folder of an edition's files. */
export function outputOf({ outside }: House, plan: Plan, edition: number): string {
  return path.resolve(outside.working, outputFolder(plan.id, edition));
}

export async function outputsOf(house: House, desk: Desk, look: Look): Promise<Outputs> {
  const plan = look.edition().value?.plan;
  if (plan === undefined) return { checklist: [], tiles: [], canPublish: false };
  const last = plan.editions.length;
  const { open } = look;
  const needed = neededFor(look, plan, open);
  const when = publishedOn(look, last);
  const held = await heldBy(house, desk, plan);
  const past: NonNullable<Outputs['past']>[number][] = [];
  for (let number = last - 1; number >= 0; number--) {
    const went = publishedOn(look, number);
    const tiles =
      held === undefined ? await tilesOf(house, desk, look, plan, number, went !== undefined) : [];
    past.push({
      name: editionName(plan.editions[number - 1], plan),
      words: went === undefined ? '공시하지 않음' : `${went} 공시`,
      tiles: tiles.filter(({ state }) => state !== 'none'),
    });
  }
  return {
    checklist: [...needed, missingIn(open)],
    tiles: held === undefined ? await tilesOf(house, desk, look, plan, last) : [],
    canPublish: when === undefined && held === undefined && needed.every(({ isDone }) => isDone),
    days: { first: firstDay(look, plan), today: house.outside.now().slice(0, 10) },
    ...(held !== undefined && { held: `${held.message} ${held.expected}` }),
    ...(when !== undefined && { published: `${when} 공시했습니다.` }),
    past,
  };
}

async function tilesOf(
  house: House,
  desk: Desk,
  look: Look,
  plan: Plan,
  edition: number,
  hasGoneOut = false,
): Promise<readonly OutputTile[]> {
  const output = outputOf(house, plan, edition);
  const isLast = edition === plan.editions.length;
  const out = hasGoneOut ? (await desk.made.stateOf(output, 'publication', look.stamp)).made : undefined;
  const tiles: OutputTile[] = [];
  for (const kind of OUTPUT_KIND_NAMES) {
    const { title, purpose, compares }: OutputKind = OUTPUT_KINDS[kind];
    if (compares === true && edition === 0) continue;
    const { state, made } = await desk.made.stateOf(output, kind, look.stamp);
    const words = [
      ...(made?.pages === undefined ? [] : [`${made.pages}쪽`]),
      ...(made === undefined ? [] : [`${shownTime(made.when)}에 만듦`]),
      ...(made === undefined || kind === 'form' ? [] : [made.isFinal ? '공시본' : '검토본']),
    ];
    tiles.push({
      output: house.wordFor(desk, 'output', String(edition), kind),
      kind,
      // What was made to be looked at is not what went out.
      title: out !== undefined && isReview(kind, made, out) ? `${title} (검토본)` : title,
      purpose,
      // What has gone out is as it went out, whatever was changed since.
      state: state === 'old' && !isLast ? 'current' : state,
      ...(words.length > 0 && { made: words.join(' · ') }),
    });
  }
  return tiles;
}

type MadeOne = NonNullable<Awaited<ReturnType<Desk['made']['stateOf']>>['made']>;

/** Whether it was made to be looked at before the publication went out; a comparison is the same whatever it is made for. */
function isReview(kind: OutputKindName, made: MadeOne | undefined, out: MadeOne): boolean {
  if (made === undefined || made.isFinal || kind === 'form') return false;
  return kind !== 'comparison' || made.when <= out.when;
}

/** `2026-11-30T14:32:05` -> `11. 30. 14:32` */
function shownTime(when: string): string {
  return `${Number(when.slice(5, 7))}. ${Number(when.slice(8, 10))}. ${when.slice(11, 16)}`;
}

/** Why nothing of the plan can be made: files of another plan lie where its own would. */
export async function heldBy(
  { outside: { working } }: House,
  { folder }: Desk,
  { id }: Plan,
): Promise<Fault | undefined> {
  if ((await otherPlan(folder, id, working)) === undefined) return undefined;
  return refusal(
    '이 계획을 베낀 다른 계획의 파일이 이 계획의 파일이 놓일 자리에 있습니다. 서로 덮어쓰지 않도록 여기서는 만들지 않습니다.',
    '그 파일이 필요 없으면 결과 폴더에서 지우고 다시 엽니다. 둘 다 쓰려면 자료를 만든 사람에게 두 계획의 고유 이름을 달리해 달라고 합니다.',
  );
}

/** The first day on which the last edition can have gone out: its own, and no day before the last publication's. */
export function firstDay(look: Look, plan: Plan): string {
  const went = look.published.map((number) => recordOf(look, number)?.date ?? '');
  return [plan.editions.at(-1)?.date ?? plan.issueDate, ...went].toSorted().at(-1) ?? '';
}

function recordOf(look: Look, edition: number): ReturnType<typeof readPublication> {
  const text = look.sources.plan.files.get(publicationFile(edition));
  return text === undefined ? undefined : readPublication(text);
}

function publishedOn(look: Look, edition: number): string | undefined {
  if (!look.published.includes(edition)) return undefined;
  const record = recordOf(look, edition);
  return record === undefined ? '이미' : shownDate(record.date);
}

/** Without which nothing goes out. */
function neededFor(look: Look, plan: Plan, open: readonly DisposedFinding[]): Outputs['checklist'] {
  const stopping = open.filter(isOpenError).length;
  const state = editionState(look, plan, plan.editions.length);
  return [
    stopping === 0
      ? { words: '공시를 막는 것이 없습니다.', isDone: true }
      : { words: `공시를 막는 것 ${stopping}건`, isDone: false, stage: 'check', button: '정하기' },
    ...(plan.editions.length === 0
      ? []
      : state === 'draft'
        ? [
            {
              words: '이 판을 확정하지 않았습니다.',
              isDone: false,
              stage: 'revise',
              button: '확정하기',
            } as const,
          ]
        : [{ words: '이 판을 확정했습니다.', isDone: true }]),
  ];
}

/** What goes out without it leaves it out. */
function missingIn(open: readonly DisposedFinding[]): Outputs['checklist'][number] {
  const missing = open.filter(({ rule }) => rule === 'missing-data').length;
  if (missing === 0) return { words: '빈 자료가 없습니다.', isDone: true };
  const words = `아직 없는 자료 ${missing}곳: 그대로 공시하면 빼고 싣습니다.`;
  return { words, isDone: false, stage: 'check', button: '정하기' };
}

/** A tile's files on this computer, the first that is there is meant; undefined for a word that was never handed out, or of a plan that is no more. */
export async function outputFile(
  house: House,
  handle: string,
): Promise<
  { readonly folder: string; readonly names: readonly string[]; readonly title: string } | undefined
> {
  const [folder, edition, kind] = house.handles.read('output', handle);
  if (kind === undefined) return undefined;
  const desk = (await house.desks()).find((one) => one.folder === folder);
  const plan = (await desk?.look())?.edition().value?.plan;
  const { files, title }: OutputKind = OUTPUT_KINDS[kind as OutputKindName];
  return plan && { folder: outputOf(house, plan, Number(edition)), names: files, title };
}
