// `{{strategy}}`, `{{task}}` and `{{project}}` -> names of the programme as a place of the publication spells them.
import { nearestOf } from '../figure/nearest.ts';
import type { SourceText } from '../plan/plan.ts';
import { NAME_PLACES, nameAt } from '../plan/programme.ts';
import type { Session } from './session.ts';

export type Named = 'strategy' | 'task' | 'project';

const NOUNS = { strategy: '추진전략', task: '실천과제', project: '세부사업' } as const satisfies Record<
  Named,
  string
>;

export type NameLookup =
  | { readonly found: SourceText; readonly id: string }
  | { readonly rule: string; readonly message: string; readonly expected: string };

/** `id` is a strategy, a task, `task/project`, or within a sheet (`base`) the project alone. */
export function lookUpName(
  session: Session,
  kind: Named,
  id: string,
  place: string,
  base: string | undefined,
): NameLookup {
  const known = NAME_PLACES.find((one) => one === place);
  if (known === undefined) {
    return {
      rule: 'helper-arguments',
      message: `이름을 적는 자리 ‘${place}’은(는) 없습니다.`,
      expected: NAME_PLACES.join(', '),
    };
  }
  const names = session.programmeNames[kind];
  const task = base?.split('/')[1];
  const full = kind === 'project' && task !== undefined && !id.includes('/') ? `${task}/${id}` : id;
  const name = names.get(full);
  if (name !== undefined) return { found: nameAt(name, known), id: full };
  return {
    rule: `unknown-${kind}`,
    message: `${NOUNS[kind]} ‘${id}’을(를) 찾을 수 없습니다.`,
    expected: nearestOf(full, names.keys()) ?? `자료에 있는 ${NOUNS[kind]}의 id`,
  };
}
