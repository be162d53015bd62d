// A diagram of the plan -> its block.
import type { DiagramBox } from '../document/blocks/diagram.ts';
import type { Block } from '../document/document.ts';
import type { Diagram } from '../plan/diagram.ts';
import { composeWords } from './image.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

export function composeDiagram(session: Session, renderer: TemplateRenderer, diagram: Diagram): Block {
  const { id, form, boxes } = diagram;
  const box = ({ name, note, children }: Diagram['boxes'][number]): DiagramBox => ({
    name: richText(session, renderer, name),
    ...(note && { note: richText(session, renderer, note) }),
    children: children.map(box),
  });
  return {
    kind: 'diagram',
    // A diagram may be named like a table.
    id: `diagram-${id}`,
    ...composeWords(session, renderer, diagram),
    form,
    boxes: boxes.map(box),
  };
}
