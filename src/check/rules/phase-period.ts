// The schedule's phases against their projects' periods, and against what their own words say of the year.
import { korean } from '../../diagnostic/particle.ts';
import type { Phase } from '../../plan/front-matter.ts';
import { printedPeriod } from '../../plan/period.ts';
import { type Project, tasksOf } from '../../plan/programme.ts';
import {
  columnName,
  columnsOfMonths,
  columnsOfPeriod,
  type ScheduleAxis,
  showColumns,
} from '../../plan/schedule-axis.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

const WHOLE_YEAR = /연중|매월|매주/;
const HALVES = { 상반기: { from: 1, to: 6 }, 하반기: { from: 7, to: 12 } } as const;

export const phasePeriod: Rule = {
  title: '추진일정의 단계는 사업기간 안에 있어야 하고, 제 이름과 맞아야 합니다.',
  reason: '추진일정이 사업기간을 벗어나면 어느 쪽이 맞는지 알 수 없습니다.',
  severity: 'warning',
  *find({ plan }) {
    const { axis, lanes } = plan.schedule ?? {};
    if (axis === undefined) return;
    for (const task of tasksOf(plan.programme)) {
      for (const project of task.projects) {
        const id = `${task.id}/${project.id}`;
        for (const phase of lanes?.get(id)?.flat() ?? []) {
          yield* outside(id, project, phase, axis, plan.year);
          yield* againstWords(id, phase, axis);
        }
      }
    }
  },
};

/** Where a phase begins is always stated; where it ends, only when nobody inferred it. */
function* outside(
  id: string,
  { period }: Project,
  phase: Phase,
  axis: ScheduleAxis,
  year: number,
): Iterable<Found> {
  const whole = period && columnsOfPeriod(axis, period, year);
  if (period === undefined || whole === undefined) return;
  const { from, to } = whole;
  const begins = phase.from < from || phase.from > to;
  const ends = !phase.inferred && (phase.to > to || phase.to < from);
  if (!begins && !ends) return;
  const stretch = phase.inferred ? `${columnName(axis, phase.from)}부터` : showColumns(axis, phase);
  const text = printedPeriod(period, year);
  yield {
    subject: `schedule/${id}/${phase.from} period`,
    message: korean`추진일정의 ‘${flat(phase.text.text)}’(${stretch})이(가) 사업기간 ‘${text}’을(를) 벗어납니다.`,
    place: phase.text.place,
    related: [{ place: period.text.place, note: `사업기간: ${text}` }],
    stated: stretch,
    computed: showColumns(axis, whole),
    remedy: '추진일정이나 사업기간 가운데 틀린 쪽을 바로잡습니다.',
  };
}

function* againstWords(id: string, phase: Phase, axis: ScheduleAxis): Iterable<Found> {
  // What is done all year, or in one half, is done so in any year.
  if (axis.unit === 'years') return;
  const text = flat(phase.text.text);
  const said = WHOLE_YEAR.exec(text)?.[0];
  if (said !== undefined && !phase.inferred && (phase.from !== 1 || phase.to !== axis.columns)) {
    yield contrary(said, { from: 1, to: axis.columns });
    return;
  }
  // Two things in one phase may lie in both halves.
  if (text.includes('상반기') && text.includes('하반기')) return;
  const halves = {
    상반기: columnsOfMonths(axis, HALVES.상반기),
    하반기: columnsOfMonths(axis, HALVES.하반기),
  };
  if (text.includes('상반기') && phase.from > (halves.상반기?.to ?? 0))
    yield contrary('상반기', halves.상반기);
  if (text.includes('하반기') && !phase.inferred && phase.to < (halves.하반기?.from ?? 0))
    yield contrary('하반기', halves.하반기);

  function contrary(word: string, meant: Pick<Phase, 'from' | 'to'> = phase): Found {
    return {
      subject: `schedule/${id}/${phase.from} words`,
      message: korean`추진일정의 ‘${text}’은(는) ‘${word}’인데 기간은 ${showColumns(axis, phase)}입니다.`,
      place: phase.text.place,
      stated: showColumns(axis, phase),
      computed: showColumns(axis, meant),
      remedy: '기간이나 글을 바로잡습니다.',
    };
  }
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
