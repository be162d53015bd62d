// A plan as it is -> what has to be done before it goes out, and a tile for everything that is made of it.
import path from 'node:path';
import { type DisposedFinding, isOpenError } from '../check/disposed.ts';
import { readPublication } from '../check/history/publication-text.ts';
import { outputFolder } from '../commands/output-folder.ts';
import { shownDate } from '../plan/edition.ts';
import type { Plan } from '../plan/plan.ts';
import { publicationFile } from '../plan/publication.ts';
import type { Outputs, OutputTile } from './api-jobs.ts';
import type { Desk } from './desk.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { OUTPUT_KIND_NAMES, OUTPUT_KINDS, type OutputKind, type OutputKindName } from './output-kinds.ts';
import { editionName, editionState } from './plan-state.ts';

/** The folder of an edition's files. */
export function outputOf({ outside }: House, plan: Plan, edition: number): string {
  return path.resolve(outside.working, outputFolder(plan.id, edition));
}

export async function outputsOf(house: House, desk: Desk, look: Look): Promise<Outputs> {
  const plan = look.edition().value?.plan;
  if (plan === undefined) return { checklist: [], tiles: [], canPublish: false };
  const last = plan.editions.length;
  const open = (look.inspected.value?.findings ?? []).filter(({ disposition }) => disposition === undefined);
  const needed = neededFor(look, plan, open);
  const when = publishedOn(look, last);
  const past: NonNullable<Outputs['past']>[number][] = [];
  for (let number = last - 1; number >= 0; number--) {
    const went = publishedOn(look, number);
    const tiles = await tilesOf(house, desk, look, plan, number, went !== undefined);
    past.push({
      name: editionName(plan.editions[number - 1], plan),
      words: went === undefined ? '공시하지 않음' : `${went} 공시`,
      tiles: tiles.filter(({ state }) => state !== 'none'),
    });
  }
  return {
    checklist: [...needed, missingIn(open)],
    tiles: await tilesOf(house, desk, look, plan, last),
    canPublish: when === undefined && needed.every(({ isDone }) => isDone),
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
      output: house.handles.of('output', JSON.stringify([desk.folder, edition, kind])),
      kind,
      // What was made to be looked at is not what went out.
      title: hasGoneOut && made?.isFinal === false && kind !== 'form' ? `${title} (검토본)` : title,
      purpose,
      // What has gone out is as it went out, whatever was changed since.
      state: state === 'old' && !isLast ? 'current' : state,
      ...(words.length > 0 && { made: words.join(' · ') }),
    });
  }
  return tiles;
}

/** `2026-11-30T14:32:05` -> `11. 30. 14:32` */
function shownTime(when: string): string {
  return `${Number(when.slice(5, 7))}. ${Number(when.slice(8, 10))}. ${when.slice(11, 16)}`;
}

function publishedOn(look: Look, edition: number): string | undefined {
  const text = look.sources.plan.files.get(publicationFile(edition));
  const record = text === undefined ? undefined : readPublication(text);
  return text === undefined ? undefined : record === undefined ? '이미' : shownDate(record.date);
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

/** A tile's files on this computer, the first that is there is meant; undefined for a word that was never handed out. */
export function outputFile(
  house: House,
  handle: string,
  planOf: (folder: string) => Plan | undefined,
): { readonly folder: string; readonly names: readonly string[]; readonly title: string } | undefined {
  const read: unknown = JSON.parse(house.handles.read('output', handle) ?? 'null');
  if (!Array.isArray(read)) return undefined;
  const [folder, edition, kind] = read as [string, number, OutputKindName];
  const plan = planOf(folder);
  const { files, title }: OutputKind = OUTPUT_KINDS[kind];
  return plan && { folder: outputOf(house, plan, edition), names: files, title };
}
