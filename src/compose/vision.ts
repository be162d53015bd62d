// The plan's vision and its programme -> the map of goals, strategies and tasks.

import type { Block } from '../document/document.ts';
import { nameAt } from '../plan/programme.ts';
import type { SourceText } from '../plan/source-text.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import { circled, joinedText, wording } from './rich-text.ts';
import type { Session } from './session.ts';

/** Tasks are numbered through all strategies. */
export function composeVision(session: Session, renderer: TemplateRenderer): readonly Block[] {
  const { vision, programme } = session.plan;
  if (vision === undefined) return [];
  const text = (source: SourceText) => richText(session, renderer, source);
  let number = 0;
  return [
    {
      kind: 'vision',
      id: 'vision',
      alt: text(vision.alt),
      goals: vision.goals.map((goal) => ({ label: text(goal.label), text: text(goal.text) })),
      label: text(vision.label),
      strategiesTitle: text(vision.strategies),
      tasksTitle: text(vision.tasks),
      strategies: programme.strategies.map(({ name, tasks }) => ({
        name: text(nameAt(name, 'vision')),
        tasks: tasks.map((task) => {
          const title = text(nameAt(task.name, 'vision'));
          return joinedText(wording(`${circled(++number)} `, title.place), title);
        }),
      })),
    },
  ];
}
