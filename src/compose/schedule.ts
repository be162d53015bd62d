// The programme and its schedule -> the Gantt chart: strategies, tasks, projects with their phases.
import type { Block, ScheduleRow } from '../document/document.ts';
import type { SourceText } from '../plan/plan.ts';
import { nameAt } from '../plan/programme.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import { circled, joinedText, wording } from './rich-text.ts';
import type { Session } from './session.ts';

const MONTHS = 12;

/** Strategies numbered through, tasks within their strategy, projects within their task. */
export function composeSchedule(session: Session, renderer: TemplateRenderer): readonly Block[] {
  const { schedule, programme } = session.plan;
  if (schedule === undefined) return [];
  const named = (number: string, source: SourceText) =>
    joinedText(wording(`${number} `, source.place), richText(session, renderer, source));
  const rows = programme.strategies.flatMap((strategy, index): ScheduleRow[] => [
    { kind: 'strategy', label: named(`${index + 1}.`, nameAt(strategy.name, 'schedule')) },
    ...strategy.tasks.flatMap((task, position): ScheduleRow[] => [
      { kind: 'task', label: named(circled(position + 1), nameAt(task.name, 'schedule')) },
      ...task.projects.map((project, order): ScheduleRow => {
        const lanes = schedule.lanes.get(`${task.id}/${project.id}`) ?? [];
        return {
          kind: 'project',
          label: named(project.scheduleNumber ?? circled(order + 1), nameAt(project.name, 'schedule')),
          lanes: (lanes.length === 0 ? [[]] : lanes).map((lane) =>
            lane.map(({ text, ...phase }) => ({ ...phase, text: richText(session, renderer, text) })),
          ),
        };
      }),
    ]),
  ]);
  const corner = richText(session, renderer, schedule.corner);
  const months = Array.from({ length: MONTHS }, (_, month) => wording(`${month + 1}월`, corner.place));
  return [{ kind: 'schedule', id: 'schedule', corner, months, rows }];
}
