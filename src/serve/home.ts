// All plans that are here -> the first screen: a card each, what is to do first, what was changed last.
import { isOpenError } from '../check/disposed.ts';
import { readUserFile } from '../files.ts';
import type { ChangeLine, PlanCard, Plans, Todo } from './api.ts';
import type { ChangeRecord } from './change-record.ts';
import type { Desk } from './desk.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { plainWords } from './plain-words.ts';
import { cardOf } from './plan-state.ts';

const MOST_TASKS = 5;
const MOST_CHANGES = 3;
/** In the user's folder: the name that decisions are signed with. */
export const DECIDER_FILE = 'decider.txt';

export async function plansOf(house: House): Promise<Plans> {
  const plans: PlanCard[] = [];
  const tasks: Todo[] = [];
  const changes: (ChangeLine & { readonly plan: string })[] = [];
  for (const desk of await house.desks()) {
    const look = await desk.look();
    const card = await cardOf(house, desk, look);
    plans.push(card);
    // A sample is no work of anybody who has a plan.
    if (!house.isSample(desk) || plans.length === 1) tasks.push(...tasksOf(card, look));
    changes.push(...(await changesOf(house, desk)).map((line) => ({ ...line, plan: card.plan })));
  }
  const rank = ({ stage }: Todo): number => (stage === 'check' ? 0 : 1);
  return {
    plans,
    by: (await readUserFile(DECIDER_FILE)) ?? '',
    tasks: tasks.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_TASKS),
    changes: changes
      .toSorted((a, b) => Number(a.when < b.when) - Number(a.when > b.when))
      .slice(0, MOST_CHANGES),
  };
}

/** The newest first. */
export async function changesOf(house: House, desk: Desk): Promise<readonly ChangeLine[]> {
  return (await desk.store.records()).toReversed().map((record) => changeLine(house, record));
}

function changeLine(house: House, { id, words, when, who, isUndone }: ChangeRecord): ChangeLine {
  return {
    change: house.handles.of('change', id),
    words,
    when: when.slice(0, 16).replace('T', ' '),
    who,
    isUndone,
  };
}

function tasksOf({ plan, title, year, editions, stages, faults }: PlanCard, look: Look): readonly Todo[] {
  const last = editions.at(-1);
  if (faults.length > 0 || last === undefined) return [];
  const named = title.includes(String(year)) ? title : `${year}년 ${title}`;
  const where = `${named} · ${last.name}`;
  const { open } = look;
  const stopping = open.filter(isOpenError);
  const first = plainWords(stopping[0]?.message);
  const rest = open.length - stopping.length;
  const task = (stage: Todo['stage'], words: string, button: string): Todo => ({
    plan,
    words,
    where,
    stage,
    button,
  });
  return [
    ...(stopping.length > 0
      ? [
          {
            ...task('check', `공시를 막는 것 ${stopping.length}건을 정해 주십시오.`, '정하러 가기'),
            ...(first !== undefined && { where: `${where} · ${first}` }),
          },
        ]
      : []),
    ...(last.state === 'draft' && editions.length > 1
      ? [task('revise', `${last.name}을 확정하지 않았습니다.`, '확정하러 가기')]
      : []),
    ...(rest > 0 ? [task('check', `살펴볼 곳이 ${rest}건 있습니다.`, '살펴보기')] : []),
    ...(stages.some(({ name, state }) => name === 'publish' && state === 'none') && open.length === 0
      ? [task('publish', '공시할 수 있습니다.', '공시하러 가기')]
      : []),
  ];
}
