// The bundled plan's files -> a plan with many times its task sheets, for benches and sizes.
import { parse, stringify } from 'yaml';

/** What copies share would be written as aliases, which plans may not have. */
const WHOLE = { aliasDuplicateObjects: false } as const;

type Files = ReadonlyMap<string, string>;

interface Strategies {
  readonly strategies: readonly { readonly id: string; readonly tasks: readonly string[] }[];
}

interface Schedule {
  readonly tasks: Readonly<Record<string, unknown>>;
}

/** Each task stands `factor` times in its strategy, with its sheet and its part of the schedule. */
export function multiplied(files: Files, factor: number): Files {
  const copies = (id: string) =>
    Array.from({ length: factor }, (_, index) => (index === 0 ? id : `${id}-${index + 1}`));
  const result = new Map(files);
  for (const [name, text] of files) {
    const [, id, ending] = /^tasks\/([^/]+)\.(yaml|hbs)$/.exec(name) ?? [];
    if (id === undefined) continue;
    for (const copy of copies(id))
      result.set(`tasks/${copy}.${ending}`, text.replace(`id: ${id}\n`, `id: ${copy}\n`));
  }
  const strategies: Strategies = parse(files.get('strategies.yaml') ?? '');
  result.set(
    'strategies.yaml',
    stringify(
      {
        ...strategies,
        strategies: strategies.strategies.map((strategy) => ({
          ...strategy,
          tasks: strategy.tasks.flatMap(copies),
        })),
      },
      WHOLE,
    ),
  );
  const schedule: Schedule = parse(files.get('schedule.yaml') ?? '');
  result.set(
    'schedule.yaml',
    stringify(
      {
        ...schedule,
        tasks: Object.fromEntries(
          Object.entries(schedule.tasks).flatMap(([id, lanes]) => copies(id).map((copy) => [copy, lanes])),
        ),
      },
      WHOLE,
    ),
  );
  return result;
}
