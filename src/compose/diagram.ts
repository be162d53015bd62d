// A diagram of the plan -> its block.
import type { DiagramBox } from '../document/blocks/diagram.ts';
import type { Block } from '../document/document.ts';
import type { Diagram } from '../plan/diagram.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

export function composeDiagram(session: Session, renderer: TemplateRenderer, diagram: Diagram): Block {
  const { id, caption, alt, source, form, boxes } = diagram;
  const box = ({ name, note, children }: Diagram['boxes'][number]): DiagramBox => ({
    name: richText(session, renderer, name),
    ...(note && { note: richText(session, renderer, note) }),
    children: children.map(box),
  });
  return {
    kind: 'diagram',
    // A diagram may be named like a table.
    id: `diagram-${id}`,
    ...(caption && { caption: richText(session, renderer, caption) }),
    alt: richText(session, renderer, alt),
    ...(source && { source: richText(session, renderer, source) }),
    form,
    boxes: boxes.map(box),
  };
}
