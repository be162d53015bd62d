// The parts of a workbook -> the same with the boxes of cell notes as large as their texts: the library makes all of one size.
import { noteBox, type SheetSizes } from '../../sheet/note-box.ts';

/** The part of a sheet's note boxes; `comments` is the part that has their texts, in the same order. */
export function withNoteBoxes(drawing: string, comments: string, sizes: SheetSizes): string {
  const texts = [...comments.matchAll(/<comment ref="[A-Z]+\d+".*?(?:<\/comment>|$)/gs)].map(([comment]) =>
    [...comment.matchAll(/<t[^<>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join(''),
  );
  let index = 0;
  return drawing.replaceAll(/<v:shape .*?(?:<\/v:shape>|$)/gs, (shape) => {
    const [left = 0, inLeft = 0, top = 0, inTop = 0] =
      /<x:Anchor>([^<]*)/.exec(shape)?.[1]?.split(', ').map(Number) ?? [];
    const { width, height, anchor } = noteBox(texts[index++] ?? '', [left, inLeft, top, inTop], sizes);
    return shape
      .replace(/width:[\d.]+pt;height:[\d.]+pt/, `width:${width}pt;height:${height}pt`)
      .replace(/<x:Anchor>[^<]*/, `<x:Anchor>${anchor}`);
  });
}
