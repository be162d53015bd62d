// A figure's address -> the words that the plan has for it: each by itself for print, or as one label for a list.

import type { Address } from '../figure/address.ts';
import { figureHome } from './figure-home.ts';
import { sourceLabels } from './office.ts';
import { withYears } from './period.ts';
import type { Plan } from './plan.ts';
import { type Task, tasksOf } from './programme.ts';
import type { SourceText } from './source-text.ts';
import type { StatisticsTable } from './statistics-table.ts';
import { taskLabels } from './task-labels.ts';

/**
 * The texts that make up a figure's name: caption, row and column; task and project, with a word only for targets besides jobs and money by year. Its address
 * where the plan has no words at all. `place` is that of words which are no text of the plan.
 */
export function figureName(plan: Plan, address: Address, place: SourceText['place']): readonly SourceText[] {
  const word = (text: string): SourceText => ({ text, place });
  const itemWord = (item: readonly string[]) => {
    const [kind] = item;
    return kind === 'targets' || kind === 'yearly' ? [word(itemLabel(item, plan))] : [];
  };
  const home = figureHome(address, plan);
  switch (home?.kind) {
    case 'table': {
      const labels = [home.row, home.column].flatMap((path = []) => path.map(({ label }) => label));
      return [home.table.caption ?? word(home.table.id), ...labels.filter(({ text }) => text !== '')];
    }
    case 'task':
      return [home.task.name.canonical, ...itemWord(home.item)];
    case 'subtask':
      return [
        home.task.name.canonical,
        home.subtask?.name.canonical ?? word(home.id),
        ...itemWord(home.item),
      ];
    case 'project': {
      const name = home.project?.name.canonical ?? word(home.id);
      return [home.task.name.canonical, name, ...itemWord(home.item)];
    }
    case undefined:
      return [word(address)];
  }
}

/** `신중년 일자리 창출 및 확대 › 신중년 사회공헌 사업 구비`; the address itself where the plan has no names for it. */
export function figureLabel(address: Address, plan: Plan): string {
  const home = figureHome(address, plan);
  switch (home?.kind) {
    case 'table': {
      const { table, row, column } = home;
      if (row === undefined || column === undefined) return address;
      const words = [row, column].map((path) => path.map(({ label }) => printedWords(label, plan)).join(' '));
      const caption = captionWords(table, plan);
      const title = caption === undefined ? [] : [printedWords({ text: caption }, plan)];
      return [...title, words.join(' ')].join(' › ').replaceAll(/\s+/g, ' ').trim();
    }
    case 'task':
      return `${taskLabel(home.task, plan)} ${itemLabel(home.item, plan)}`;
    case 'subtask': {
      const name = home.subtask ? printedWords(home.subtask.name.canonical, plan) : home.id;
      return `${taskLabel(home.task, plan)} › ${name} ${itemLabel(home.item, plan)}`;
    }
    case 'project': {
      const name = home.project ? printedWords(home.project.name.canonical, plan) : home.id;
      return `${taskLabel(home.task, plan)} › ${name} ${itemLabel(home.item, plan)}`.trim();
    }
    case undefined:
      return address;
  }
}

/** As the sheets have it, each another one. */
function taskLabel({ id, name }: Task, plan: Plan): string {
  return printedWords({ text: taskLabels(plan.programme).get(id) ?? name.canonical.text }, plan);
}

/** Its caption without notes and brackets; of a table inside a task's sheet the task. Undefined where it has neither. */
export function captionWords({ id, caption }: StatisticsTable, { programme }: Plan): string | undefined {
  if (caption !== undefined) return captionTitle(caption.text);
  const task = tasksOf(programme).find(({ sheet }) => sheet?.text.includes(`"${id}"`));
  return task?.name.canonical.text;
}

/** A text of the data with the years, sources and names that its tags put in. */
function printedWords({ text, literal }: Pick<SourceText, 'text' | 'literal'>, plan: Plan): string {
  if (literal === true || !text.includes('{{')) return text;
  const sources: Readonly<Record<string, string>> = sourceLabels(plan.office, plan.labels);
  const { strategies } = plan.programme;
  const named = [...strategies, ...tasksOf(plan.programme)];
  return withYears(text, plan.year)
    .replaceAll(/\{\{source "([a-z]+)"\}\}/g, (tag: string, source: string) => sources[source] ?? tag)
    .replaceAll(
      /\{\{(?:strategy|task) "([a-z0-9-]+)"[^{}]*\}\}/g,
      (tag: string, id: string) => named.find((one) => one.id === id)?.name.canonical.text ?? tag,
    );
}

/** A caption without marks of notes and the brackets around it. */
export function captionTitle(caption: string): string {
  return bareCaption(caption.replaceAll(/\[\^[^\]]*\]?/g, ''));
}

/** A caption without the brackets around it: `< 연도별 구인 >` is `연도별 구인`. */
export function bareCaption(caption: string): string {
  return caption.replace(/^[\s<〈]+/, '').replace(/(?<![\s>〉])[\s>〉]+$/, '');
}

function itemLabel(path: readonly string[], plan: Plan): string {
  const labels: Readonly<Record<string, string>> = {
    total: '예산 계',
    ...sourceLabels(plan.office, plan.labels),
  };
  const [kind = '', source = '', part = ''] = path;
  if (kind === 'yearly' || (kind === 'budget' && part !== '')) {
    const when = source === 'all' ? '총사업비' : `${source}년 예산`;
    return part === 'total' ? when : `${when} ${labels[part] ?? part}`;
  }
  if (kind === 'target') return '목표';
  if (kind === 'targets') return plan.programme.targets.find(({ id }) => id === source)?.label ?? source;
  if (kind === 'last') return '지난해 목표';
  return kind === 'funding' || kind === 'budget' ? (labels[source] ?? source) : path.join('/');
}
