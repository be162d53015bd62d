// Plan and document -> what is printed about each project: in its task's sheet, its tables, and the schedule.
import type { SourceLocation } from '../diagnostic.ts';
import type { RichText } from '../document/inline.ts';
import type { TableBlock } from '../document/table.ts';
import type { CheckInput } from './rule.ts';
import { lineOf } from './text/line.ts';

export interface ProjectText {
  readonly text: string;
  readonly place: SourceLocation;
}

export interface ProjectTexts {
  /** `task/project`. */
  readonly project: string;
  readonly sheet: readonly ProjectText[];
  readonly schedule: readonly ProjectText[];
  /** The tables that stand under its heading in the sheet. */
  readonly tables: readonly TableBlock[];
}

export function projectTexts(input: CheckInput): readonly ProjectTexts[] {
  const { plan, texts, printed } = input;
  const sheets = new Map<string, ProjectText[]>();
  const tables = new Map<string, Set<TableBlock>>();
  let project: string | undefined;
  for (const { text, context } of texts) {
    const { block, sheet } = context;
    if (sheet === undefined || block.kind === 'heading' || block.kind === 'label') project = undefined;
    project = namedProject(text) ?? project;
    if (project === undefined || context.cell?.figure !== undefined) continue;
    sheets.set(project, [...(sheets.get(project) ?? []), { text: lineOf(text).text, place: text.place }]);
    if (block.kind === 'table') tables.set(project, (tables.get(project) ?? new Set()).add(block));
  }
  return plan.programme.strategies.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.projects.map(({ id }): ProjectTexts => {
        const key = `${task.id}/${id}`;
        const lanes = plan.schedule?.lanes.get(key)?.flat() ?? [];
        const schedule = lanes.map(({ text }): ProjectText => {
          const rich = printed(text.place);
          return { text: rich === undefined ? text.text : lineOf(rich).text, place: text.place };
        });
        return { project: key, sheet: sheets.get(key) ?? [], schedule, tables: [...(tables.get(key) ?? [])] };
      }),
    ),
  );
}

/** The project that the text opens with, as a heading in a sheet does. */
function namedProject({ inlines }: RichText): string | undefined {
  const [first] = inlines;
  if (first?.kind !== 'text' || first.meaning.kind !== 'name') return undefined;
  const [kind, ...rest] = first.meaning.name.split('/');
  return kind === 'project' ? rest.join('/') : undefined;
}
