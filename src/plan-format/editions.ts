// editions/*.yaml up to the one that is asked for -> the editions, in order, without a gap.
import type { Edition } from '../plan/edition.ts';
import { readEditionFile } from './edition-file.ts';
import type { Faults } from './faults.ts';
import type { NamedFile, ReadFile } from './folder.ts';

/**
 * The editions 1 to `last` ('latest': to the last file). Later files are not opened: a draft of the next revision is no hindrance.
 * Rules: `unknown-edition`, `edition-gap`, `edition-order`.
 */
export function readEditions(
  displayRoot: string,
  files: readonly NamedFile[],
  last: number | 'latest',
  read: ReadFile,
  faults: Faults,
): readonly Edition[] {
  const highest = Math.max(0, ...files.map(({ name }) => Number(name)));
  const wanted = last === 'latest' ? highest : last;
  const fileOf = (number: number) => ({ file: `${displayRoot}/editions/${number}.yaml`, line: 1, column: 1 });
  // One that is missing between others is no more there than one behind them.
  if (wanted > 0 && !files.some(({ name }) => Number(name) === wanted)) {
    faults.add({
      rule: 'unknown-edition',
      place: fileOf(wanted),
      message: `제${wanted}차 판이 없습니다.`,
      expected:
        highest === 0
          ? '0 (당초; editions/ 폴더에 판이 없음)'
          : `${[0, ...files.map(({ name }) => name)].join(', ')} 가운데 하나`,
    });
    return [];
  }
  const editions: Edition[] = [];
  for (const [index, file] of files.entries()) {
    const { name } = file;
    if (Number(name) > wanted) break;
    const before = index === 0 ? 0 : Number(files[index - 1]?.name);
    if (Number(name) !== before + 1) {
      faults.add({
        rule: 'edition-gap',
        place: fileOf(Number(name)),
        message: `제${name}차 판은 있는데 제${before + 1}차 판이 없습니다.`,
        expected: `editions/${before + 1}.yaml`,
      });
    }
    const edition = read(file, (root) => readEditionFile(root, name, faults));
    if (edition !== undefined) editions.push(edition);
  }
  for (const [index, { date, place, number }] of editions.entries()) {
    const before = editions[index - 1];
    if (before === undefined || before.date <= date) continue;
    faults.add({
      rule: 'edition-order',
      place,
      message: `제${number}차 판의 날짜(${date})가 제${before.number}차 판(${before.date})보다 앞섭니다.`,
      expected: `${before.date} 또는 그 뒤의 날짜`,
      related: [{ place: before.place, note: '앞 판' }],
    });
  }
  return editions;
}

/** Tells (`other-plan`) which editions were made for another plan. */
export function checkPlanOf(editions: readonly Edition[], plan: string, faults: Faults): void {
  for (const edition of editions) {
    if (edition.plan === undefined || edition.plan.text === plan) continue;
    faults.add({
      rule: 'other-plan',
      place: edition.plan.place,
      message: `다른 계획의 판입니다: ${edition.plan.text}`,
      expected: plan,
    });
  }
}
