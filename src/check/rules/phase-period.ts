// The schedule's phases against their projects' periods, and against what their own words say of the year.
import { korean } from '../../diagnostic/particle.ts';
import type { Phase } from '../../plan/front-matter.ts';
import { printedPeriod, showMonths } from '../../plan/period.ts';
import { type Project, tasksOf } from '../../plan/programme.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

const WHOLE_YEAR = /연중|매월|매주/;
const MID_YEAR = 6;

export const phasePeriod: Rule = {
  title: '추진일정의 단계는 사업기간 안에 있어야 하고, 제 이름과 맞아야 합니다.',
  reason: '추진일정이 사업기간을 벗어나면 어느 쪽이 맞는지 알 수 없습니다.',
  severity: 'warning',
  *find({ plan }) {
    for (const task of tasksOf(plan.programme)) {
      for (const project of task.projects) {
        const id = `${task.id}/${project.id}`;
        for (const phase of plan.schedule?.lanes.get(id)?.flat() ?? []) {
          yield* outside(id, project, phase, plan.year);
          yield* againstWords(id, phase);
        }
      }
    }
  },
};

/** Where a phase begins is always stated; where it ends, only when nobody inferred it. */
function* outside(id: string, { period }: Project, phase: Phase, year: number): Iterable<Found> {
  if (period?.from === undefined || period.to === undefined) return;
  const { from, to } = period;
  const begins = phase.from < from || phase.from > to;
  const ends = !phase.inferred && (phase.to > to || phase.to < from);
  if (!begins && !ends) return;
  const months = phase.inferred ? `${phase.from}월부터` : showMonths(phase);
  const text = printedPeriod(period, year);
  yield {
    subject: `schedule/${id}/${phase.from} period`,
    message: korean`추진일정의 ‘${flat(phase.text.text)}’(${months})이(가) 사업기간 ‘${text}’을(를) 벗어납니다.`,
    place: phase.text.place,
    related: [{ place: period.text.place, note: `사업기간: ${text}` }],
    stated: months,
    computed: showMonths({ from, to }),
    remedy: '추진일정이나 사업기간 가운데 틀린 쪽을 바로잡습니다.',
  };
}

function* againstWords(id: string, phase: Phase): Iterable<Found> {
  const text = flat(phase.text.text);
  const said = WHOLE_YEAR.exec(text)?.[0];
  if (said !== undefined && !phase.inferred && (phase.from !== 1 || phase.to !== 12)) {
    yield contrary(said, '1월~12월');
    return;
  }
  // Two things in one phase may lie in both halves.
  if (text.includes('상반기') && text.includes('하반기')) return;
  if (text.includes('상반기') && phase.from > MID_YEAR) yield contrary('상반기', '1월~6월');
  if (text.includes('하반기') && !phase.inferred && phase.to <= MID_YEAR)
    yield contrary('하반기', '7월~12월');

  function contrary(word: string, months: string): Found {
    return {
      subject: `schedule/${id}/${phase.from} words`,
      message: korean`추진일정의 ‘${text}’은(는) ‘${word}’인데 기간은 ${showMonths(phase)}입니다.`,
      place: phase.text.place,
      stated: showMonths(phase),
      computed: months,
      remedy: '기간이나 글을 바로잡습니다.',
    };
  }
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
