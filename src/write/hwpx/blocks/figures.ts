// Charts and images -> pictures under their captions.
import type { ChartBlock, ImageBlock } from '../../../document/document.ts';
import { drawPixels } from '../../../draw/chart-pixels.ts';
import { digestOfPixels } from '../../../picture/picture.ts';
import { encodePng } from '../../../picture/write-png.ts';
import { screenColour } from '../../pdf/file/colours.ts';
import type { Paragraph, WriterContext } from '../context.ts';
import { pictureParagraph } from '../pictures.ts';
import { pt } from '../units.ts';
import { sizeOf } from './pages.ts';
import { fileOf } from './picture-files.ts';
import { captionParagraphs, sourceParagraphs } from './texts.ts';

/** Space above and below a picture, in mm. */
const BEFORE = 1;
const AFTER = 4.5;

export function chartParagraphs(
  context: WriterContext,
  block: ChartBlock,
  width: number,
): readonly Paragraph[] {
  const { sheet, charts, typeface } = context;
  const drawing = charts.get(block.id);
  if (drawing === undefined) throw new Error(`chart was not drawn: ${block.id}`);
  const { theme } = sheet;
  const pixels = drawPixels(drawing, {
    typeface,
    letterSpacing: theme.letterSpacing,
    rgb: (name) => screenColour(theme, name),
  });
  const file = {
    ...pixels,
    type: 'png' as const,
    bytes: encodePng(pixels.data, { ...pixels, components: 3 }),
    digest: digestOfPixels(pixels.data),
  };
  const size = { width: Math.min(width, pt(drawing.width)), height: pt(drawing.height) };
  const captions = captionParagraphs(context, block, width);
  return [
    ...captions,
    pictureParagraph(context, file, size, block, { spaceBefore: BEFORE, spaceAfter: AFTER }),
  ];
}

export function imageParagraphs(
  context: WriterContext,
  block: ImageBlock,
  width: number,
): readonly Paragraph[] {
  const { picture, source } = block;
  const size = sizeOf(block.width, width, picture);
  const captions = captionParagraphs(context, block, width);
  const last = source === undefined;
  const spaces = { spaceBefore: BEFORE, spaceAfter: last ? AFTER : BEFORE, keepWithNext: !last };
  return [
    ...captions,
    pictureParagraph(context, fileOf(picture), size, block, spaces),
    ...sourceParagraphs(context, block, AFTER, width),
  ];
}
