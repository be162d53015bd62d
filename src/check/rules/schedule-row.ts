// Projects -> the few that the schedule leaves out, where it has all others.
import { tasksOf } from '../../plan/programme.ts';
import type { Rule } from '../rule.ts';

/** Of so many projects this share has a row before one without is missed. */
const FEWEST = 4;
const MOST = 0.75;

export const scheduleRow: Rule = {
  title: '추진일정에는 모든 세부사업의 줄이 있어야 합니다.',
  reason: '일정이 없는 사업은 언제 하는지 알 수 없습니다.',
  severity: 'warning',
  *find({ plan: { programme, schedule } }) {
    if (schedule === undefined) return;
    const projects = tasksOf(programme).flatMap((task) =>
      task.projects.map((project) => ({ task, project })),
    );
    const without = projects.filter(({ task, project }) => !schedule.lanes.has(`${task.id}/${project.id}`));
    if (projects.length < FEWEST || without.length > projects.length * (1 - MOST)) return;
    for (const { task, project } of without)
      yield {
        subject: `${task.id}/${project.id}`,
        message: `추진일정에 ‘${project.name.canonical.text}’의 줄이 없습니다. 다른 세부사업에는 있습니다.`,
        place: project.name.canonical.place,
        remedy: 'schedule.yaml에 달과 할 일을 적거나, 일정이 없는 사업이면 처리(not-a-fault)로 적습니다.',
      };
  },
};
