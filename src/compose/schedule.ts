// The programme and its schedule -> the Gantt chart: strategies, tasks, projects with their phases.

import type { Block, ScheduleRow } from '../document/document.ts';
import { nameAt, type Project, type Task } from '../plan/programme.ts';
import type { SourceText } from '../plan/source-text.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import { circled, joinedText, wording } from './rich-text.ts';
import type { Session } from './session.ts';

const MONTHS = 12;
/** What a review copy says of ends that were inferred: once over the bars, and of each for who does not see it. */
const REMARK = '점선: 끝나는 달을 짐작한 것';
const INFERRED = ' (끝나는 달은 짐작)';

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
        if (lanes.length === 0) tellOfEmptyRow(session, project);
        return {
          kind: 'project',
          label: named(
            (isAsPublished(task) ? project.scheduleNumber : undefined) ?? circled(order + 1),
            nameAt(project.name, 'schedule'),
          ),
          lanes: (lanes.length === 0 ? [[]] : lanes).map((lane) =>
            lane.map(({ text, from, to, inferred }) => ({
              from,
              to,
              ...(inferred && !session.final && { inferred: INFERRED }),
              text: richText(session, renderer, text),
            })),
          ),
        };
      }),
    ]),
  ]);
  const corner = richText(session, renderer, schedule.corner);
  const months = Array.from({ length: MONTHS }, (_, month) => wording(`${month + 1}월`, corner.place));
  const inferred = rows.some(
    (row) => row.kind === 'project' && row.lanes.flat().some((phase) => phase.inferred !== undefined),
  );
  const remark = inferred ? { remark: wording(REMARK, corner.place) } : {};
  return [{ kind: 'schedule', id: 'schedule', corner, months, rows, ...remark }];
}

/** Whether its projects are those of edition 0: numbers that were published beside them count those. */
function isAsPublished({ projects, ended }: Task): boolean {
  return ended.length === 0 && projects.every(({ addedIn }) => addedIn === undefined);
}

/** A project that an edition adds gets its bar from its period; that it says no months is told. */
function tellOfEmptyRow(session: Session, { addedIn, movedFrom, name, period, place }: Project): void {
  if (addedIn === undefined || movedFrom !== undefined) return;
  const { text } = name.canonical;
  session.say({
    rule: 'empty-schedule-row',
    severity: 'warning',
    message:
      period === undefined
        ? `새 세부사업 ‘${text}’에 기간이 없어 추진일정의 줄이 비어 있습니다.`
        : `새 세부사업 ‘${text}’의 기간에서 올해의 달을 읽을 수 없어 추진일정의 줄이 비어 있습니다: ${period.text.text}`,
    expected: `period: '${session.plan.year}. 6. ~ 12.'처럼 올해의 달이 든 기간, 또는 from과 to`,
    place: period?.text.place ?? place,
  });
}
