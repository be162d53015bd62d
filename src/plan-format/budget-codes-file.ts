// budget-codes.yaml -> which lines of a budget system's export make up which project.
import { projectAddress, taskAddress } from '../figure/address.ts';
import { MONEY } from '../figure/unit.ts';
import type { BudgetCode, BudgetCodes } from '../plan/budget-codes.ts';
import { bareLabel } from '../plan/budget-words.ts';
import { type FundingSource, type Programme, tasksOf } from '../plan/programme.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { choice, entriesOf, id, list, mapping, may, must, scalar } from './shape.ts';
import { readShape } from './shape-fault.ts';

export const BUDGET_CODES_FILE = mapping({
  projects: may(
    entriesOf(must(list(scalar), '줄', '예산서의 코드나 이름. 여러 줄을 더할 수 있습니다.'), scalar),
    '세부사업의 줄',
    '과제나 세부사업의 주소마다 예산서의 줄',
    { example: { 'tasks/youth-jobs/projects/stepping-stone': ['0512', '청년인턴 인건비'] } },
  ),
  outside: may(list(scalar), '계획 밖의 줄', '이 계획에 들지 않는 줄의 코드나 이름', { example: ['0900'] }),
  unit: may(choice(...MONEY.map(({ label }) => label)), '금액의 단위', '파일에 단위가 없을 때', {
    example: '원',
  }),
  sources: may(
    entriesOf(must(id, '재원', '이 말이 뜻하는 재원의 id, 세지 않으면 none'), scalar),
    '재원의 이름',
    '처음부터 아는 이름(국비, 균특, 기금 …) 말고 더',
    { example: { 특조: 'province', 수혜자: 'none' } },
  ),
});

/** Rules: `unknown-id`, `duplicate-id`. */
export function readBudgetCodesFile(
  root: Mapping,
  { strategies, sources: known }: Programme,
  faults: Faults,
): BudgetCodes | undefined {
  const file = readShape(root, BUDGET_CODES_FILE, faults);
  if (file === undefined) return undefined;
  const rows = new Set(
    tasksOf({ strategies }).flatMap(({ id, projects, ended }) => [
      taskAddress(id) as string,
      ...[...projects, ...ended].map((project) => projectAddress({ task: id, project: project.id })),
    ]),
  );
  const first = new Map<string, Scalar>();
  const codeOf = (code: Scalar, to: string | undefined): BudgetCode[] => {
    const twin = first.get(code.text);
    if (twin !== undefined) {
      faults.add({
        rule: 'duplicate-id',
        place: code.place,
        message: `한 세부사업 코드나 이름이 두 번 나옵니다: ${code.text}`,
        expected: '한 줄은 한 곳에만 적습니다.',
        related: [{ place: twin.place, note: '먼저 나온 곳' }],
      });
      return [];
    }
    first.set(code.text, code);
    return [{ code: code.text, to, place: code.place }];
  };
  const mapped = (file.projects ?? []).flatMap(({ key, value }) => {
    if (!rows.has(key.text))
      faults.add({
        rule: 'unknown-id',
        place: key.place,
        message: `계획에 없는 과제나 세부사업입니다: ${key.text}`,
        expected: didYouMean(key.text, rows, 'tasks/과제-id 또는 tasks/과제-id/projects/세부사업-id'),
      });
    return value.flatMap((code) => codeOf(code, key.text));
  });
  const outside = (file.outside ?? []).flatMap((code) => codeOf(code, undefined));
  const sources = new Map<string, FundingSource | 'none'>();
  for (const { key, value } of file.sources ?? []) {
    const words = [...known, 'none'];
    const source = words.find((one) => one === value.text);
    if (source === undefined)
      faults.add({
        rule: 'wrong-type',
        place: value.place,
        message: `바르지 않은 값입니다: ${value.text}`,
        expected: words.join(' | '),
      });
    const label = bareLabel(key.text);
    if (sources.has(label))
      faults.add({
        rule: 'duplicate-id',
        place: key.place,
        message: `한 재원이 두 번 나옵니다: ${key.text}`,
        expected: '재원마다 한 번 (빈칸, 가운뎃점, 끝의 괄호는 가리지 않음)',
      });
    if (source !== undefined) sources.set(label, source);
  }
  const said = MONEY.find(({ label }) => label === file.unit?.text);
  return {
    lines: [...mapped, ...outside],
    unit: file.unit && said && { unit: said, place: file.unit.place },
    sources,
  };
}
