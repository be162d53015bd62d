// What is said of a project in words beside its name and period -> the columns of a workbook that hold it.
import { categoriesOf, categoryWords } from './category.ts';
import { DETAILS } from './details.ts';
import { printLabels } from './labels.ts';
import type { Plan } from './plan.ts';
import { isMarked, shownText } from './plan-form.ts';
import type { Project } from './programme.ts';

export interface ProjectField {
  /** Of the task's file. */
  readonly key: string;
  readonly head: string;
  /** The choices, by what the file says for each. */
  readonly words?: Readonly<Record<string, string>>;
  /** What a choice is called alone, by its words, where others are called so too. */
  readonly alone?: Readonly<Record<string, string>>;
  readonly shown: (project: Project) => string;
  readonly marked: (project: Project) => boolean;
}

export function projectFields({ programme, labels, year }: Plan): readonly ProjectField[] {
  const words = categoryWords(programme.sectors);
  const alone = Object.fromEntries(
    categoriesOf(programme.sectors).flatMap(({ id, label }) => {
      const word = words[id] ?? label;
      return word === label ? [] : [[word, label] as const];
    }),
  );
  const heads = printLabels(labels).details;
  return [
    {
      ...{ key: 'category', head: '분류', words, alone },
      shown: ({ category = '' }) => words[category] ?? '',
      marked: () => false,
    },
    ...DETAILS.map((detail) => ({
      ...{ key: detail, head: heads[detail] },
      shown: ({ details }: Project) => shownText(details?.[detail], year),
      marked: ({ details }: Project) => isMarked(details?.[detail], year),
    })),
  ];
}
