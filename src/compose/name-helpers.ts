// `{{strategy}}`, `{{task}}`, `{{subtask}}`, `{{project}}` -> names of the programme as a place of the publication spells them; `{{source}}` -> 국비, 시비 …
import { korean } from '../diagnostic/particle.ts';
import { nearestOf } from '../figure/nearest.ts';
import { sourceLabels } from '../plan/office.ts';
import { NAME_PLACES, nameAt } from '../plan/programme.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { Session } from './session.ts';
import { inHome, projectFrom, type Standpoint } from './standpoint.ts';

export type Named = 'strategy' | 'task' | 'subtask' | 'project' | 'source';

const NOUNS = {
  strategy: '추진전략',
  task: '실천과제',
  subtask: '세부과제',
  project: '세부사업',
  source: '재원',
} as const satisfies Record<Named, string>;

type NameLookup =
  | { readonly found: SourceText; readonly id: string }
  | { readonly rule: string; readonly message: string; readonly expected: string };

/** `id` is a strategy, a task, `task/project` or `task/subtask`, or within a sheet (`base`) the project or subtask alone; or a source, which the office names. */
export function lookUpName(
  session: Session,
  kind: Named,
  id: string,
  place: string,
  base: Standpoint | undefined,
): NameLookup {
  const known = NAME_PLACES.find((one) => one === place);
  if (known === undefined) {
    return {
      rule: 'helper-arguments',
      message: korean`이름을 적는 자리 ‘${place}’은(는) 없습니다.`,
      expected: NAME_PLACES.join(', '),
    };
  }
  if (kind === 'source') return sourceNamed(session, id);
  const names = session.programmeNames[kind];
  const full = kind === 'project' ? projectFrom(id, base) : kind === 'subtask' ? inHome(id, base) : id;
  const name = names.get(full);
  if (name !== undefined) return { found: nameAt(name, known), id: full };
  return {
    rule: `unknown-${kind}`,
    message: korean`${NOUNS[kind]} ‘${id}’을(를) 찾을 수 없습니다.`,
    expected: nearestOf(full, names.keys()) ?? `자료에 있는 ${NOUNS[kind]}의 id`,
  };
}

function sourceNamed({ plan }: Session, id: string): NameLookup {
  const labels: ReadonlyMap<string, string> = new Map(Object.entries(sourceLabels(plan.office, plan.labels)));
  const text = labels.get(id);
  if (text !== undefined) return { found: { text, place: plan.title.place }, id };
  const expected = [...labels].map(([source, label]) => `${source}(${label})`).join(', ');
  return { rule: 'unknown-source', message: `그런 재원은 없습니다: ${id}`, expected };
}
