// Lists of strategies, tasks and projects -> those that stand in another order in another place.
import type { SourceLocation } from '../../diagnostic.ts';
import type { RichText } from '../../document/inline.ts';
import { NAME_PLACES, type Task, tasksOf } from '../../plan/programme.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { type SheetLine, sheetLines } from '../sheet-lines.ts';

export const listOrder: Rule = {
  title: '전략, 과제, 사업은 어디에서나 같은 차례로 적어야 합니다.',
  reason: '차례가 다르면 번호로 부를 때 다른 사업을 가리킵니다.',
  severity: 'style',
  *find({ plan, texts: printed }) {
    const { strategies } = plan.programme;
    const lines = new Map<Task, SheetLine[]>();
    for (const line of sheetLines({ plan, texts: printed })) {
      if (line.names) lines.set(line.task, [...(lines.get(line.task) ?? []), line]);
    }
    for (const task of tasksOf({ strategies })) {
      for (const place of NAME_PLACES) {
        const order = task.orders[place];
        if (order === undefined) continue;
        yield* compared(task, order, `${task.id}/${place}`, task.place);
      }
      const named = lines.get(task) ?? [];
      const first = named[0];
      if (first === undefined) continue;
      const ids = named.flatMap(({ project }) => project?.id ?? []);
      yield* compared(task, ids, `${task.id}/sheet`, first.item.content.place);
    }
    const ids = strategies.map(({ id }) => id);
    for (const { text } of printed) yield* inText(text, ids);
  },
};

function* compared(
  task: Task,
  order: readonly string[],
  subject: string,
  place: SourceLocation,
): Iterable<Found> {
  const usual = task.projects.filter(({ id }) => order.includes(id));
  if (usual.every(({ id }, index) => id === order[index])) return;
  const names = order.map((id) => task.projects.find((one) => one.id === id)?.name.canonical.text ?? id);
  yield {
    subject: `orders/${subject}`,
    message: `실천과제 ‘${task.name.canonical.text}’의 세부사업 차례가 다릅니다: ${names.join(', ')}. 다른 곳에서는 ${usual.map(({ name }) => name.canonical.text).join(', ')}입니다.`,
    place,
    related: usual.map(({ name }) => ({ place: name.canonical.place, note: '다른 곳의 차례' })).slice(0, 1),
    remedy: '한 차례로 맞춥니다.',
  };
}

/** A sentence that lists strategies by name. */
function* inText({ inlines, place }: RichText, ids: readonly string[]): Iterable<Found> {
  const listed = inlines.flatMap((inline) =>
    inline.kind === 'text' && inline.meaning.kind === 'name' && inline.meaning.name.startsWith('strategy/')
      ? [inline.meaning.name.slice('strategy/'.length)]
      : [],
  );
  const numbers = listed.map((id) => ids.indexOf(id));
  if (numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))) return;
  yield {
    subject: `orders/text ${listed.join(' ')}`,
    message: `추진전략을 ${numbers.map((number) => number + 1).join(', ')}의 차례로 늘어놓았습니다.`,
    place,
    remedy: '추진전략의 차례로 늘어놓습니다.',
  };
}
