// A line in the inline grammar -> the same with the marker that is meant before everything else, and whether all of it stands out.
import { plainMarker } from '../../plan/typed-markers.ts';

/** A marker within bold letters stands before them; a heading by its marker needs none. */
export function markedLine(text: string): { readonly text: string; readonly loud: boolean } {
  const loud = text.split('\n').every((line) => /^\*\*[\s\S]*\*\*$/.test(line));
  const [, marker = '', rest = ''] = /^\*\*\s*(\S)\s+([\s\S]*)$/u.exec(text) ?? [];
  const moved = marker === '' ? text : plainMarker(`${marker} **${rest}`);
  const opened = moved !== text && /^[□○\-·•●▶▷▪◆☞⇨✓①-⑳※*]/u.test(moved) ? moved : plainMarker(text);
  return { text: opened.startsWith('□') ? opened.replaceAll('**', '') : opened, loud };
}
