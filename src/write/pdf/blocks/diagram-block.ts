// A diagram -> its caption, the boxes with the lines between them, and its source, all on one page.
import type { DiagramBlock } from '../../../document/document.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { captionSlugs } from './chart-block.ts';
import { BoxMaker } from './diagram-boxes.ts';
import { stepsDrawing } from './diagram-steps.ts';
import { treeDrawing } from './diagram-tree.ts';
import { paragraphSlugs } from './text-blocks.ts';

/** Space below a diagram, in mm. */
const AFTER = 4.5;

export function diagramSlugs(context: LayoutContext, block: DiagramBlock, width: number): Slug[] {
  const maker = new BoxMaker(context, block.id);
  const [top] = block.boxes;
  const drawing =
    block.form === 'tree' && top !== undefined
      ? treeDrawing(maker, top, width)
      : stepsDrawing(maker, block.boxes, width);
  const { source, id } = block;
  const style = context.theme.styles.unitLine;
  const below =
    source === undefined
      ? []
      : paragraphSlugs(
          context,
          { block: id, text: source, style, leaves: context.structure.text(source) },
          width,
        );
  const after = AFTER * MM;
  return [
    ...captionSlugs(context, block, width),
    {
      ...drawing,
      before: 1 * MM,
      after: below.length === 0 ? after : 1 * MM,
      keepWithNext: below.length > 0,
      block: id,
    },
    ...below.map((slug, index) => (index === below.length - 1 ? { ...slug, after } : slug)),
  ];
}
