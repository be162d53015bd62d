// A diagram -> its caption, the boxes with the lines between them, and its source, all on one page.
import type { DiagramBlock } from '../../../document/document.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { Slug } from '../type/drawing.ts';
import { pictureSlugs } from './chart-block.ts';
import { BoxMaker } from './diagram-boxes.ts';
import { stepsDrawing } from './diagram-steps.ts';
import { treeDrawing } from './diagram-tree.ts';

export function diagramSlugs(context: LayoutContext, block: DiagramBlock, width: number): Slug[] {
  const maker = new BoxMaker(context, block.id);
  const [top] = block.boxes;
  const drawing =
    block.form === 'tree' && top !== undefined
      ? treeDrawing(maker, top, width)
      : stepsDrawing(maker, block.boxes, width);
  return pictureSlugs(context, block, drawing, width);
}
