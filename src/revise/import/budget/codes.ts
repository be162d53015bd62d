// A line of a budget book and the plan's codes -> the project that the line is of.
import { formOf } from '../../../figure/address.ts';
import type { BudgetCode } from '../../../plan/budget-codes.ts';
import type { Plan } from '../../../plan/plan.ts';
import { tasksOf } from '../../../plan/programme.ts';
import type { Entry } from './entry.ts';

/** Finds codes for lines. */
export class LineCodes {
  readonly #byText = new Map<string, BudgetCode>();
  readonly #byNumber = new Map<string, BudgetCode[]>();

  constructor(codes: readonly BudgetCode[]) {
    for (const one of codes) {
      const text = bare(one.code);
      if (!this.#byText.has(text)) this.#byText.set(text, one);
      if (!/^\d+$/.test(one.code)) continue;
      const number = unpadded(one.code);
      this.#byNumber.set(number, [...(this.#byNumber.get(number) ?? []), one]);
    }
  }

  /** By code, by name, then by code without the zeros that a spreadsheet takes from its front. */
  of({ code, name }: Pick<Entry, 'code' | 'name'>): BudgetCode | undefined {
    const exact = code === '' ? undefined : this.#byText.get(bare(code));
    if (exact !== undefined) return exact;
    const named = name === '' ? undefined : this.#byText.get(bare(name));
    if (named !== undefined || !/^\d+(\.0+)?$/.test(code)) return named;
    const alike = this.#byNumber.get(unpadded(code)) ?? [];
    return alike.length === 1 ? alike[0] : undefined;
  }
}

/** `실천과제 › 세부사업`, or the task alone. */
export function rowName(row: string, { programme }: Plan): string {
  const form = formOf(row);
  const task =
    form.kind === 'task' || form.kind === 'project'
      ? tasksOf(programme).find(({ id }) => id === form.task)
      : undefined;
  if (task === undefined) return row;
  const own = task.name.canonical.text;
  if (form.kind !== 'project') return own;
  const project = [...task.projects, ...task.ended].find(({ id }) => id === form.project);
  const name = project?.name;
  return `${own} › ${name === undefined ? form.project : 'canonical' in name ? name.canonical.text : name}`;
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '');
}

function unpadded(text: string): string {
  return text.replace(/\.0+$/, '').replace(/^0+/, '');
}
