// `lineage:` and `ended:` of a task file -> what its projects are beside last year's plan.
import type * as v from 'valibot';
import { type DiscontinuedProject, LINEAGE_KINDS, type Lineage } from '../plan/programme.ts';
import type { Faults } from './faults.ts';
import { choice, id, list, mapping, may, must, named, textLike } from './shape.ts';
import { sourceText } from './source-text.ts';

const LAST_YEAR = textLike(
  /^tasks\/[\w-]+\/projects\/[\w-]+$/,
  'tasks/과제/projects/세부사업 (지난해 계획의 주소)',
);

/** The addresses are of another plan: their form is all that can be checked. */
export const LINEAGE = mapping({
  kind: must(choice(...LINEAGE_KINDS), '갈래', '계속, 신규(from 없음), 통합(둘 이상), 분리 가운데 하나', {
    example: '계속',
  }),
  from: may(list(LAST_YEAR), '지난해 세부사업', '지난해 계획의 주소', {
    example: ['tasks/youth-jobs/projects/licence-fee'],
  }),
});

export const DISCONTINUED = list(
  mapping({
    id: must(id, '세부사업의 id', '지난해 계획의 id'),
    name: must(named, '세부사업의 이름', '지난해 계획의 이름'),
  }),
);

/** How many of last year's projects each kind comes from. */
const SOURCES = {
  계속: { least: 1, most: 1, form: '지난해 세부사업 하나' },
  신규: { least: 0, most: 0, form: 'from 없음' },
  통합: { least: 2, most: Number.POSITIVE_INFINITY, form: '지난해 세부사업 둘 이상' },
  분리: { least: 1, most: 1, form: '지난해 세부사업 하나' },
} as const satisfies Record<
  Lineage['kind'],
  { readonly least: number; readonly most: number; readonly form: string }
>;

/** Undefined where the kind is unknown, which is reported with its shape. */
export function lineageOf(
  { kind, from = [] }: v.InferOutput<typeof LINEAGE>,
  faults: Faults,
): Lineage | undefined {
  const known = LINEAGE_KINDS.find((one) => one === kind.text);
  if (known === undefined) return undefined;
  const { least, most, form } = SOURCES[known];
  if (from.length < least || from.length > most) {
    faults.add({
      rule: 'wrong-type',
      place: kind.place,
      message: `‘${known}’의 from에 지난해 세부사업이 ${from.length}개 적혀 있습니다.`,
      expected: form,
    });
  }
  return { kind: known, from: from.map((address) => address.text) };
}

export function discontinuedOf(
  typed: v.InferOutput<typeof DISCONTINUED> | undefined,
): readonly DiscontinuedProject[] {
  return (typed ?? []).map((project) => ({ id: project.id.text, name: sourceText(project.name) }));
}
