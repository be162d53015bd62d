// The maps of vision and of strengths and weaknesses -> their texts in reading order, not in the order of the boxes.
import type { SwotBlock, VisionBlock } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import type { Structure } from './structure.ts';
import { addTag, type Tag } from './tag.ts';

/** Vision and goals, each behind its label; then strategy by strategy, each with its tasks. */
export function addVision(structure: Structure, block: VisionBlock, into: Tag): void {
  const map = addTag(into, 'Div');
  const paragraph = (text: RichText) => structure.addText(text, text, addTag(map, 'P'));
  for (const { label, text } of block.goals) {
    paragraph(label);
    paragraph(text);
  }
  paragraph(block.label);
  paragraph(block.strategiesTitle);
  paragraph(block.tasksTitle);
  if (block.strategies.length === 0) return;
  const strategies = addTag(map, 'L');
  for (const { name, tasks } of block.strategies) {
    const strategy = addTag(addTag(strategies, 'LI'), 'LBody');
    structure.addText(name, name, addTag(strategy, 'P'));
    addItems(structure, tasks, strategy);
  }
}

/** Factors and strategies, a title and its list each. */
export function addSwot(structure: Structure, block: SwotBlock, into: Tag): void {
  const map = addTag(into, 'Div');
  for (const factor of block.factors) {
    const title = addTag(map, 'P');
    structure.addTitle(factor, title, factor.items === 'missing' ? addTag(map, 'P') : undefined);
    if (factor.items !== 'missing') addItems(structure, factor.items, map);
  }
  for (const box of block.boxes) {
    structure.addText(box.title, box.title, addTag(map, 'P'));
    addItems(structure, box.items, map);
  }
}

function addItems(structure: Structure, items: readonly RichText[], into: Tag): void {
  if (items.length === 0) return;
  const list = addTag(into, 'L');
  for (const text of items) {
    const item = addTag(list, 'LI');
    const label = addTag(item, 'Lbl');
    structure.addText(text, text, addTag(item, 'LBody'), { markerIn: label });
  }
}
