// A place that no page prints -> the words for what its file is of.
import type { SourceLocation } from '../diagnostic.ts';
import type { Address } from '../figure/address.ts';
import { editionNumber } from '../plan/edition.ts';
import { captionWords, figureLabel } from '../plan/figure-name.ts';
import type { Plan } from '../plan/plan.ts';
import { planFolder } from '../plan/plan-folder.ts';
import { tasksOf } from '../plan/programme.ts';
import { dataFileAt, PLAN_FILES } from '../plan-format/data-files.ts';

/** From the outermost in: `실천과제 ‘…’`, `세부사업 ‘…’`; of a workbook sheet and cell. `figure`: the one at the place. */
export function fileWords(plan: Plan, place: SourceLocation, figure?: Address): readonly string[] {
  if ('cell' in place) {
    const [sheet = '', cell] = place.cell.split('!');
    return cell === undefined ? [`${sheet}칸`] : [`시트 ‘${sheet}’`, `${cell}칸`];
  }
  const root = planFolder(plan);
  if (!place.file.startsWith(root)) return ['여러 계획이 함께 쓰는 틀'];
  const name = place.file.slice(root.length);
  const task = tasksOf(plan.programme).find(({ id }) =>
    [`tasks/${id}.yaml`, `tasks/${id}.hbs`].includes(name),
  );
  if (task !== undefined) {
    const project = task.projects.findLast(({ name: { canonical } }) => isBefore(canonical.place, place));
    const words = [`실천과제 ‘${task.name.canonical.text}’`];
    return project ? [...words, `세부사업 ‘${project.name.canonical.text}’`] : words;
  }
  const strategy = plan.programme.strategies.findLast(({ name: { canonical } }) =>
    isBefore(canonical.place, place),
  );
  if (strategy !== undefined) return [`추진전략 ‘${strategy.name.canonical.text}’`];
  const table = [...plan.tables.values()].find((one) => one.place.file === place.file);
  if (table !== undefined) {
    const caption = captionWords(table, plan);
    const cell = figure === undefined ? [] : figureLabel(figure, plan).split(' › ').slice(1);
    return [caption === undefined ? '통계표' : `통계표 ‘${caption}’`, ...cell];
  }
  const edition = plan.editions.find(({ number }) => number === editionNumber(name));
  if (edition !== undefined) return [edition.title.text];
  const kind = dataFileAt(name);
  const title = kind === undefined ? undefined : PLAN_FILES[kind]?.title;
  return [title ?? (name.startsWith('narrative/') ? '본문의 글' : '계획의 틀')];
}

/** Whether it stands above in the same file, or at the place. */
function isBefore(
  own: SourceLocation,
  { file, line }: Extract<SourceLocation, { readonly line: number }>,
): boolean {
  return 'line' in own && own.file === file && own.line <= line;
}
