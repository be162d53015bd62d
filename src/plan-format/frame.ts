// The files of a publication's own frame -> its template, the texts that it includes and its charts' specs, before those that all plans share.
import { korean } from '../diagnostic/particle.ts';
import type { ChartDeclaration } from '../plan/chart.ts';
import type { Frame } from '../plan/plan.ts';
import type { Narrative } from '../plan/source-text.ts';
import type { Faults } from './faults.ts';
import type { NamedFile } from './folder.ts';

/** The spec that others are drawn with: no chart names it. */
const SHARED_SPEC = 'config';

interface FrameFiles {
  readonly publication: readonly NamedFile[];
  readonly partials: readonly NamedFile[];
  readonly charts: readonly NamedFile[];
  readonly narratives: readonly NamedFile[];
}

/** Undefined where the plan has none. Rules: `same-name`, and what `read` says of a text. */
export function readFrame(
  { publication, partials, charts, narratives }: FrameFiles,
  read: (file: NamedFile) => [string, Narrative],
  faults: Faults,
): Frame | undefined {
  if (publication.length + partials.length + charts.length === 0) return undefined;
  const included = partials.map(read);
  for (const [name, { file }] of included)
    if (narratives.some((one) => one.name === name))
      faults.add({
        rule: 'same-name',
        place: { file, line: 1, column: 1 },
        message: korean`글 ‘${name}’이(가) partials와 narrative에 다 있습니다.`,
        expected: '서로 다른 이름',
      });
  const [whole] = publication;
  return {
    ...(whole && { publication: read(whole)[1] }),
    partials: new Map(included),
    charts: new Map(charts.map(read)),
  };
}

/** Tells of specs that no chart is drawn by. Rule: `unused-spec`. */
export function tellUnusedSpecs(
  { charts: specs }: Frame,
  charts: ReadonlyMap<string, ChartDeclaration> | undefined,
  faults: Faults,
): void {
  const used = new Set(
    [...(charts?.values() ?? [])].flatMap(({ source }) => (source.kind === 'spec' ? source.spec : [])),
  );
  for (const [name, { file }] of specs)
    if (name !== SHARED_SPEC && !used.has(name))
      faults.add({
        rule: 'unused-spec',
        severity: 'warning',
        place: { file, line: 1, column: 1 },
        message: korean`그림틀 ‘${name}’을(를) 쓰는 그림이 charts.yaml에 없습니다.`,
        expected: `charts.yaml의 spec: ${name}`,
      });
}
