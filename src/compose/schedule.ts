// The programme and its schedule -> the Gantt chart: strategies, tasks, projects with their phases.

import { korean } from '../diagnostic/particle.ts';
import type { Block, ScheduleRow } from '../document/document.ts';
import { projectAddress } from '../figure/address.ts';
import { groupsAt, nameAt, type Project, type Task } from '../plan/programme.ts';
import { columnName, type ScheduleUnit, UNIT_NOUNS } from '../plan/schedule-axis.ts';
import type { SourceText } from '../plan/source-text.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import { circled, joinedText, wording } from './rich-text.ts';
import type { Session } from './session.ts';

/** What a review copy says of ends that were inferred: once over the bars, and of each for who does not see it. */
const remarkOn = (unit: ScheduleUnit) => korean`점선: 끝나는 ${UNIT_NOUNS[unit]}을(를) 짐작한 것`;
const inferredOf = (unit: ScheduleUnit) => korean` (끝나는 ${UNIT_NOUNS[unit]}은(는) 짐작)`;

/** Strategies numbered through, tasks within their strategy, subtasks and projects within their task. */
export function composeSchedule(session: Session, renderer: TemplateRenderer): readonly Block[] {
  const { schedule, programme } = session.plan;
  if (schedule === undefined) return [];
  const { axis } = schedule;
  const named = (number: string, source: SourceText) =>
    joinedText(wording(`${number} `, source.place), richText(session, renderer, source));
  const rows = programme.strategies.flatMap((strategy, index): ScheduleRow[] => [
    { kind: 'strategy', label: named(`${index + 1}.`, nameAt(strategy.name, 'schedule')) },
    ...strategy.tasks.flatMap((task, position): ScheduleRow[] => [
      { kind: 'task', label: named(circled(position + 1), nameAt(task.name, 'schedule')) },
      ...groupsAt(task, 'schedule').flatMap(({ subtask, number, projects }): ScheduleRow[] => [
        ...(subtask === undefined
          ? []
          : [
              {
                kind: 'subtask' as const,
                label: named(`(${number})`, nameAt(subtask.name, 'schedule')),
              },
            ]),
        ...projects.map((project): ScheduleRow => {
          const lanes = schedule.lanes.get(`${task.id}/${project.id}`) ?? [];
          if (lanes.length === 0) tellOfEmptyRow(session, axis.unit, task.id, project);
          return {
            kind: 'project',
            label: named(
              (isAsPublished(task) ? project.scheduleNumber : undefined) ??
                circled(task.projects.indexOf(project) + 1),
              nameAt(project.name, 'schedule'),
            ),
            lanes: (lanes.length === 0 ? [[]] : lanes).map((lane) =>
              lane.map(({ text, from, to, inferred }) => ({
                from,
                to,
                ...(inferred && !session.final && { inferred: inferredOf(axis.unit) }),
                text: richText(session, renderer, text),
              })),
            ),
          };
        }),
      ]),
    ]),
  ]);
  const corner = richText(session, renderer, schedule.corner);
  const columns = Array.from({ length: axis.columns }, (_, index) =>
    wording(columnName(axis, index + 1), corner.place),
  );
  const inferred = rows.some(
    (row) => row.kind === 'project' && row.lanes.flat().some((phase) => phase.inferred !== undefined),
  );
  const remark = inferred ? { remark: wording(remarkOn(axis.unit), corner.place) } : {};
  return [{ kind: 'schedule', id: 'schedule', corner, columns, rows, ...remark }];
}

/** Whether its projects are those of edition 0: numbers that were published beside them count those. */
function isAsPublished({ projects, ended }: Task): boolean {
  return ended.length === 0 && projects.every(({ addedIn }) => addedIn === undefined);
}

/** A project that an edition adds gets its bar from its period; that it says none is told. */
function tellOfEmptyRow(
  session: Session,
  unit: ScheduleUnit,
  task: string,
  { id, addedIn, movedFrom, name, period, place }: Project,
): void {
  if (addedIn === undefined || movedFrom !== undefined) return;
  const { text } = name.canonical;
  const { year } = session.plan;
  const isOfYears = unit === 'years';
  session.say({
    rule: 'empty-schedule-row',
    subject: projectAddress({ task, project: id }),
    severity: 'warning',
    message:
      period === undefined
        ? `새 세부사업 ‘${text}’에 기간이 없어 추진일정의 줄이 비어 있습니다.`
        : `새 세부사업 ‘${text}’의 기간에서 ${isOfYears ? '일정의 해를' : '올해의 달을'} 읽을 수 없어 추진일정의 줄이 비어 있습니다: ${period.text.text}`,
    expected: isOfYears
      ? `period: '${year} ~ ${year + 1}'처럼 해가 든 기간`
      : `period: '${year}. 6. ~ 12.'처럼 올해의 달이 든 기간, 또는 from과 to`,
    place: period?.text.place ?? place,
  });
}
