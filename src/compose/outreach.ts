// The outreach of the plan -> its table: subject, time, keywords, ways.
import type { CellBlock } from '../document/blocks/table.ts';
import type { Block } from '../document/document.ts';
import type { SourceText } from '../plan/source-text.ts';
import { richText } from './inline.ts';
import { CellMaker } from './programme/cells.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

const WAY_MARKER = '○';
/** Relative widths of subject, time, keywords, ways. */
const WIDTHS = [22, 14, 26, 38];

export function composeOutreach(session: Session, renderer: TemplateRenderer): readonly Block[] {
  const { outreach } = session.plan;
  if (outreach === undefined) return [];
  const id = 'outreach';
  const cells = new CellMaker(session, id);
  const text = (source: SourceText) => richText(session, renderer, source);
  const header = outreach.columns.map((column, index) => cells.header(text(column), { column: index }));
  const rows = outreach.rows.map(({ subject, timing, keywords, methods }) => [
    cells.text(text(subject), { column: 0, role: 'row-header' }),
    cells.text(text(timing), { column: 1 }),
    cells.blocks(
      keywords.map((keyword): CellBlock => ({ kind: 'paragraph', id: cells.id(), content: text(keyword) })),
      { column: 2, align: 'left' },
    ),
    cells.blocks(
      methods.map(
        (method): CellBlock => ({
          kind: 'item',
          id: cells.id(),
          level: 1,
          marker: WAY_MARKER,
          content: text(method),
        }),
      ),
      { column: 3, align: 'left' },
    ),
  ]);
  return [{ kind: 'table', id, widths: WIDTHS, headerRows: 1, rows: [header, ...rows], density: 'normal' }];
}
