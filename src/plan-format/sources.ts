// sources of plan.yaml -> where the plan's money comes from: the usual sources and its own, in the order in which tables list them.
import type { Labels } from '../plan/labels.ts';
import { type FundingSource, USUAL_SOURCES } from '../plan/programme.ts';
import type { Faults } from './faults.ts';
import type { Node, Scalar } from './node.ts';
import { checked, id, later, list, mapping, must, named, scalar } from './shape.ts';
import { readShape } from './shape-fault.ts';

/** What stands beside sources in addresses, data and sheets. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['total', 'local', 'unit', 'target', 'none'],
  ...['id', 'task', 'name', 'period', 'state', 'reason'],
]);
const FORM = `글자로 시작하고 ${[...TAKEN].join(', ')} 밖의 id`;

const USUAL = checked(
  scalar,
  ({ text }) => USUAL_SOURCES.some((source) => source === text),
  `${USUAL_SOURCES.join(' | ')}, 새 재원은 { id: fund, label: 기금 }`,
  { enum: USUAL_SOURCES },
);
const OWN = mapping({
  id: must(
    checked(id, ({ text }) => /^[a-z]/.test(text) && !TAKEN.has(text), FORM, {
      type: 'string',
      not: { enum: [...TAKEN] },
      pattern: '^[a-z][a-z0-9-]*$',
    }),
    '재원의 id',
    '과제 파일의 funding과 주소에 쓰는 이름',
    { example: 'fund' },
  ),
  label: must(named, '재원의 이름', '표와 통합문서에 찍는 이름', { example: '기금' }),
});

export const SOURCES = list(later(USUAL, OWN));

interface PlanSources {
  readonly sources: readonly FundingSource[];
  /** What the plan's own are called. */
  readonly labels?: Labels;
}

/** The usual ones that are not listed stand behind the others. Rule `duplicate-id`. */
export function readSources(typed: readonly Node[] = [], faults: Faults): PlanSources {
  const first = new Map<string, Scalar>();
  const labels: Record<FundingSource, string> = {};
  for (const one of typed) {
    const own = one.kind === 'mapping' ? readShape(one, OWN, faults) : undefined;
    const name = one.kind === 'mapping' ? own?.id : readShape(one, USUAL, faults);
    if (name === undefined) continue;
    const twin = first.get(name.text);
    if (twin !== undefined)
      faults.add({
        rule: 'duplicate-id',
        place: name.place,
        message: `같은 재원이 두 번 나옵니다: ${name.text}`,
        expected: '재원마다 한 번',
        related: [{ place: twin.place, note: '먼저 나온 곳' }],
      });
    first.set(name.text, twin ?? name);
    if (own !== undefined) labels[own.id.text] = own.label.text;
  }
  return {
    sources: [...new Set([...first.keys(), ...USUAL_SOURCES])],
    ...(Object.keys(labels).length > 0 && { labels: { sources: labels } }),
  };
}
