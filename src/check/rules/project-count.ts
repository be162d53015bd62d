// How many a project has of what -> counts that its sheet, the list below them and the schedule tell differently.
import { korean } from '../../diagnostic/particle.ts';
import type { Found } from '../finding.ts';
import { type Count, countsIn } from '../project-counts.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { type SheetLine, sheetLines } from '../sheet-lines.ts';
import { squeezed } from '../spelling.ts';

export const projectCount: Rule = {
  title: '한 사업의 개수는 과제 시트, 그 아래의 목록, 추진일정에서 같아야 합니다.',
  reason: '개수가 다르면 사업의 크기를 알 수 없습니다.',
  severity: 'warning',
  *find(input) {
    yield* listed(input);
    yield* scheduled(input);
  },
};

/** 55개 사업단 in the sheet, 54개 사업단 in the schedule. */
function* scheduled(input: CheckInput): Iterable<Found> {
  const counted = new Map<string, { readonly line: SheetLine; readonly count: Count }[]>();
  for (const line of sheetLines(input)) {
    if (line.project === undefined) continue;
    const id = `${line.task.id}/${line.project.id}`;
    counted.set(id, [...(counted.get(id) ?? []), ...countsIn(line.text).map((count) => ({ line, count }))]);
  }
  for (const [id, counts] of counted) {
    for (const { text } of input.plan.schedule?.lanes.get(id)?.flat() ?? []) {
      for (const planned of countsIn(text.text)) {
        // 3개 사업 is compared with the list itself.
        const same = counts.filter(({ count }) => count.what === planned.what && count.what !== '개사업');
        const [first] = same;
        if (first === undefined || same.some(({ count }) => count.number === planned.number)) continue;
        yield {
          subject: `counts/${id} ${planned.what}`,
          message: korean`추진일정에는 ‘${planned.text}’, 과제 시트에는 ‘${first.count.text}’(으)로 적혀 있습니다.`,
          place: text.place,
          related: [{ place: first.line.item.content.place, note: first.line.text }],
          stated: planned.text,
          computed: first.count.text,
          remedy: '둘 가운데 틀린 쪽을 바로잡습니다.',
        };
      }
    }
  }
}

/** 대상사업 : 3개 사업 and the three below; 등 3개 사업 in the schedule. */
function* listed(input: CheckInput): Iterable<Found> {
  const lines = sheetLines(input);
  for (const [index, { text, item, task, project }] of lines.entries()) {
    const count = /^대상사업\s*:\s*(\d+)개\s*사업/.exec(text)?.[1];
    const below = lines[index + 1];
    if (count === undefined || below === undefined || project === undefined || below.item.level <= item.level)
      continue;
    const names = below.text.split(/,\s*/);
    if (names.length !== Number(count)) {
      yield {
        subject: `counts/${task.id}/${project.id} listed`,
        message: `대상사업이 ${count}개 사업이라고 적혀 있으나, 아래에는 ${names.length}개를 적었습니다.`,
        place: item.content.place,
        related: [{ place: below.item.content.place, note: below.text }],
        stated: `${count}개`,
        computed: `${names.length}개`,
        remedy: '개수나 목록을 바로잡습니다.',
      };
    }
    for (const phase of input.plan.schedule?.lanes.get(`${task.id}/${project.id}`)?.flat() ?? []) {
      const [, first, planned] = /^(.+?) 등 (\d+)개 사업/.exec(phase.text.text) ?? [];
      if (first === undefined || planned === undefined) continue;
      const named = names.some((name) => squeezed(name).includes(squeezed(first)));
      if (planned === count && named) continue;
      yield {
        subject: `counts/${task.id}/${project.id} schedule`,
        message: named
          ? `추진일정에는 ‘${phase.text.text}’, 과제 시트에는 ${count}개 사업으로 적혀 있습니다.`
          : korean`추진일정의 ‘${first}’이(가) 과제 시트의 대상사업에 없습니다.`,
        place: phase.text.place,
        related: [{ place: below.item.content.place, note: below.text }],
        stated: phase.text.text,
        remedy: '둘 가운데 틀린 쪽을 바로잡습니다.',
      };
    }
  }
}
