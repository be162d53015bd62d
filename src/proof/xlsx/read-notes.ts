// The parts of a sheet's cell notes -> their texts, and the box of each.
import { cellName } from '../cell-name.ts';
import { child } from './read-looks.ts';
import type { Settings } from './settings.ts';
import type { XmlNode } from './xml.ts';

/** Adds the notes and their boxes to what is set in the sheet. */
export function readNotes(comments: XmlNode, drawing: XmlNode | undefined, settings: Settings): void {
  for (const comment of child(comments, 'commentList')?.children ?? []) {
    const at = comment.attributes.get('ref') ?? '';
    settings.set(`메모 ${at}`, child(child(child(comment, 'text'), 'r'), 't')?.text ?? '');
  }
  for (const shape of drawing?.children ?? []) {
    const data = child(shape, 'x:ClientData');
    if (data === undefined) continue;
    const [row, column] = ['x:Row', 'x:Column'].map((name) => Number(child(data, name)?.text));
    const [, size = ''] =
      /;(width:[^;]{1,20};height:[^;]{1,20});/.exec(shape.attributes.get('style') ?? '') ?? [];
    settings.set(
      `메모 상자 ${cellName(column ?? 0, (row ?? 0) + 1)}`,
      boxText(size, child(data, 'x:Anchor')?.text ?? ''),
    );
  }
}

/** How large a box is, and where it begins and ends. */
export function boxText(size: string, anchor: string): string {
  return `${size} ${anchor}`;
}
