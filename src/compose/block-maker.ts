// A token that stands on a line of its own -> the blocks that it calls.
import type { Block } from '../document/document.ts';
import { composeChart } from './chart.ts';
import { composeDiagram } from './diagram.ts';
import { composeImage } from './image.ts';
import { INSERTS, isInsertName } from './inserts.ts';
import type { BlockMaker } from './outline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';
import { composeTable } from './statistics-table.ts';
import { composeSwot } from './swot.ts';

export function blockMaker(session: Session, renderer: TemplateRenderer): BlockMaker {
  const { plan } = session;
  const one = (block: Block | undefined): readonly Block[] => (block === undefined ? [] : [block]);
  const make: BlockMaker = ({ block, id }) => {
    switch (block) {
      case 'table': {
        const table = plan.tables.get(id);
        return one(table && composeTable(session, renderer, table));
      }
      case 'chart': {
        const chart = plan.charts.get(id);
        return one(chart && composeChart(session, renderer, chart));
      }
      case 'image': {
        const image = plan.images?.get(id);
        return one(image && composeImage(session, renderer, image));
      }
      case 'diagram': {
        if (id === 'swot') return one(plan.swot && composeSwot(session, renderer, plan.swot));
        const diagram = plan.diagrams?.get(id);
        return one(diagram && composeDiagram(session, renderer, diagram));
      }
      case 'page-break':
        return [{ kind: 'page-break', id: 'page-break' }];
      case 'insert': {
        if (!isInsertName(id)) throw new Error(`unknown insert ${id} passed the helper`);
        const insert = INSERTS[id];
        session.inserted.add(id);
        return insert.has(plan) ? insert.compose(session, renderer, make) : [];
      }
    }
  };
  return make;
}
