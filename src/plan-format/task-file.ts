// tasks/<task>.yaml -> a task with its projects, its numbers as typed.

import { korean } from '../diagnostic/particle.ts';
import { isId } from '../figure/address.ts';
import type { Category } from '../plan/category.ts';
import { NAME_PLACES, type NamePlace, type Project, type Task } from '../plan/programme.ts';
import { categoryIn } from './categories-file.ts';
import { readDetails } from './details.ts';
import type { Faults } from './faults.ts';
import { checkFileName } from './file-name.ts';
import { type FundingDraft, type KnownSources, readFunding } from './funding.ts';
import { type KnownTargets, readTargetNumbers } from './further-targets.ts';
import { discontinuedOf, lineageOf } from './lineage.ts';
import type { Mapping, Node, Scalar } from './node.ts';
import { placedName } from './placed-name.ts';
import { readPeriod } from './project-period.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';
import { readStatedNumber, type StatedNumber } from './stated-number.ts';
import { readSubtasks } from './subtasks.ts';
import { type ProjectShape, TASK_FILE } from './task-shape.ts';
import { readYearly } from './yearly.ts';

interface NamedNumber {
  readonly id: string;
  readonly number: StatedNumber;
}

/** What a task and a project have of numbers, as typed. */
interface TypedNumbers {
  readonly target: StatedNumber | undefined;
  readonly funding: FundingDraft | undefined;
  /** Of the year before. */
  readonly lastTarget?: StatedNumber;
  readonly figures: readonly NamedNumber[];
  /** Its funding by year. */
  readonly yearly: readonly NamedNumber[];
}

/** Its subtask is one of its task's, or told. */
export interface ProjectDraft extends Omit<Project, keyof TypedNumbers | 'targets'>, TypedNumbers {
  /** What it had none of until an edition gave it some (`target`, `funding`, `targets/…`, `yearly`): sums over the task's projects stay what they were without. */
  readonly late?: readonly string[];
}

export interface TaskDraft
  extends Omit<Task, keyof TypedNumbers | 'targets' | 'overview' | 'projects' | 'ended' | 'sheet'>,
    TypedNumbers {
  /** Whether the numbers of its grid are printed with their units. */
  readonly withUnit: boolean;
  readonly overview: { readonly target?: Node; readonly budget?: Node };
  readonly projects: readonly ProjectDraft[];
  /** Its own figures that editions set: `target`, sources. */
  readonly set?: readonly string[];
}

/** Names under a task or project that its own figures have. */
const TAKEN: ReadonlySet<string> = new Set(['target', 'funding', 'budget', 'overview', 'projects']);

/** What a plan has, as far as that is known. */
interface KnownParts {
  readonly categories?: readonly Category[] | undefined;
  readonly sources?: KnownSources;
  readonly targets?: KnownTargets;
}

/** `name` is the file's own, without `.yaml`. */
export function readTaskFile(
  root: Mapping,
  name: string,
  known: KnownParts,
  faults: Faults,
): TaskDraft | undefined {
  const file = readShape(root, TASK_FILE, faults);
  if (file === undefined || !isId(name)) return undefined;
  checkFileName(file.id, name, faults);
  const first = new Map<string, Scalar>();
  const projects = (file.projects ?? []).flatMap((project): ProjectDraft[] => {
    const twin = first.get(project.id.text);
    if (twin !== undefined) {
      faults.add({
        rule: 'duplicate-id',
        place: project.id.place,
        message: `같은 세부사업이 두 번 나옵니다: ${project.id.text}`,
        expected: '한 과제 안에서는 서로 다른 id',
        related: [{ place: twin.place, note: '먼저 나온 곳' }],
      });
      return [];
    }
    first.set(project.id.text, project.id);
    return isId(project.id.text) ? [readProject(project, known, faults)] : [];
  });
  const subtasks = readSubtasks(file.subtasks, file.projects ?? [], faults);
  return {
    id: name,
    name: placedName(file.name, file.published),
    ...defined({ purpose: file.purpose && sourceText(file.purpose) }),
    planYear: Number(file.plan?.year?.text ?? 0) || 0,
    ...defined({ unitLine: file.plan?.['unit-line'] && sourceText(file.plan['unit-line']) }),
    withUnit: file.plan?.['with-unit']?.text !== 'false',
    ...readItem(file, known, faults),
    overview: file.overview ?? {},
    subtasks,
    projects,
    discontinued: discontinuedOf(file.ended),
    orders: readOrders(file.orders, projects, faults),
    place: file.id.place,
  };
}

/** Orders of the projects by place; each must name every project once. */
function readOrders(
  entries: readonly { readonly key: Scalar; readonly value: readonly Scalar[] }[] = [],
  projects: readonly ProjectDraft[],
  faults: Faults,
): TaskDraft['orders'] {
  const ids = projects.map(({ id }) => id);
  const orders: Partial<Record<NamePlace, readonly string[]>> = {};
  for (const { key, value } of entries) {
    const order = value.map(({ text }) => text);
    const place = NAME_PLACES.find((one) => one === key.text);
    if (place === undefined) continue;
    if (order.length === ids.length && ids.every((id) => order.includes(id))) orders[place] = order;
    else {
      faults.add({
        rule: 'unknown-id',
        place: key.place,
        message: `세부사업을 하나씩 모두 적은 차례가 아닙니다: ${order.join(', ')}`,
        expected: ids.join(', ') || 'projects에 적은 세부사업',
      });
    }
  }
  return orders;
}

function readProject(project: ProjectShape, known: KnownParts, faults: Faults): ProjectDraft {
  const period = project.period && readPeriod(project.period, faults);
  const { from, to } = period ?? {};
  if (project.period?.to !== undefined && from !== undefined && to !== undefined && to < from) {
    faults.add({
      rule: 'month-order',
      place: project.period.to.place,
      message: `기간이 거꾸로입니다: ${from}월부터 ${to}월까지`,
      expected: 'from보다 앞서지 않는 to',
    });
  }
  return {
    id: project.id.text,
    name: placedName(project.name, project.published),
    ...defined({
      subtask: project.subtask && sourceText(project.subtask),
      scheduleNumber: project.published?.['schedule-number']?.text,
      period,
    }),
    ...readItem(project, known, faults),
    ...defined({ lineage: project.lineage && lineageOf(project.lineage, faults) }),
    place: project.id.place,
  };
}

/** What is said of a task and of a project alike. */
function readItem(
  shape: Omit<ProjectShape, 'id' | 'name' | 'published'>,
  { categories, sources, targets }: KnownParts,
  faults: Faults,
): TypedNumbers & Pick<Project, 'category' | 'details'> {
  return {
    target: shape.target && readStatedNumber(shape.target, faults),
    ...defined({ lastTarget: shape['last-target'] && readStatedNumber(shape['last-target'], faults) }),
    funding: shape.funding && readFunding(shape.funding, sources, faults),
    ...defined({ category: categoryIn(shape.category, categories, faults), details: readDetails(shape) }),
    figures: [...readFigures(shape.figures, faults), ...readTargetNumbers(shape.targets, targets, faults)],
    yearly: readYearly(shape.yearly, sources, faults),
  };
}

function readFigures(
  entries: readonly { readonly key: Scalar; readonly value: Node }[] | undefined,
  faults: Faults,
): readonly NamedNumber[] {
  return (entries ?? []).flatMap(({ key, value }) => {
    if (TAKEN.has(key.text)) {
      faults.add({
        rule: 'duplicate-id',
        place: key.place,
        message: korean`‘${key.text}’은(는) 정해진 수치의 이름입니다.`,
        expected: '다른 이름',
      });
      return [];
    }
    const number = readStatedNumber(value, faults);
    if (number.unit === undefined) {
      faults.add({
        rule: 'missing-key',
        place: value.place,
        message: `단위가 없는 수치입니다: ${key.text}`,
        expected: `${key.text}: { value: 수, unit: 명 }`,
      });
    }
    return isId(key.text) ? [{ id: key.text, number }] : [];
  });
}
