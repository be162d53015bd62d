// Pictures -> files of the package, each once, and the elements that show them.
import type { Paragraph, WriterContext } from './context.ts';
import { position } from './grid.ts';
import { holderParagraph } from './paragraphs.ts';
import type { PictureFile } from './picture-store.ts';
import { escaped, tag } from './xml.ts';

/** HWPUNIT of a pixel, by which clips are told: 96 to an inch. */
const PIXEL = 75;

/** The paragraph of a picture of so many HWPUNIT, with the words for who cannot see it; `of`: what the reading calls it; spaces in mm. */
export function pictureParagraph(
  context: WriterContext,
  file: PictureFile,
  size: { readonly width: number; readonly height: number },
  of: object,
  more: Parameters<typeof holderParagraph>[3] = {},
): Paragraph {
  const id = context.numbers.next++;
  const paragraph = holderParagraph(context, pictureXml(context, id, file, size, of), size.height, {
    align: 'center',
    ...more,
  });
  context.map.pictures.set(id, { ...size, digest: file.digest, holder: paragraph.look });
  return paragraph;
}

function pictureXml(
  context: WriterContext,
  id: number,
  file: PictureFile,
  size: { readonly width: number; readonly height: number },
  of: object,
): string {
  const { width, height } = size;
  const matrix = { e1: 1, e2: 0, e3: 0, e4: 0, e5: 1, e6: 0 };
  const none = { left: 0, right: 0, top: 0, bottom: 0 };
  const [right, bottom] = [file.width * PIXEL, file.height * PIXEL];
  return tag(
    'hp:pic',
    {
      id,
      zOrder: 0,
      numberingType: 'PICTURE',
      textWrap: 'TOP_AND_BOTTOM',
      textFlow: 'BOTH_SIDES',
      lock: 0,
      dropcapstyle: 'None',
      href: '',
      groupLevel: 0,
      instid: id,
      reverse: 0,
    },
    tag('hp:offset', { x: 0, y: 0 }),
    tag('hp:orgSz', size),
    tag('hp:curSz', size),
    tag('hp:flip', { horizontal: 0, vertical: 0 }),
    tag('hp:rotationInfo', {
      angle: 0,
      centerX: Math.round(width / 2),
      centerY: Math.round(height / 2),
      rotateimage: 1,
    }),
    tag(
      'hp:renderingInfo',
      {},
      tag('hc:transMatrix', matrix),
      tag('hc:scaMatrix', matrix),
      tag('hc:rotMatrix', matrix),
    ),
    tag(
      'hp:imgRect',
      {},
      tag('hc:pt0', { x: 0, y: 0 }),
      tag('hc:pt1', { x: width, y: 0 }),
      tag('hc:pt2', { x: width, y: height }),
      tag('hc:pt3', { x: 0, y: height }),
    ),
    tag('hp:imgClip', { left: 0, right, top: 0, bottom }),
    tag('hp:inMargin', none),
    tag('hp:imgDim', { dimwidth: right, dimheight: bottom }),
    tag('hc:img', {
      binaryItemIDRef: context.pictures.add(file),
      bright: 0,
      contrast: 0,
      effect: 'REAL_PIC',
      alpha: 0,
    }),
    tag('hp:effects'),
    tag('hp:sz', { width, widthRelTo: 'ABSOLUTE', height, heightRelTo: 'ABSOLUTE', protect: 0 }),
    position(true, 0),
    tag('hp:outMargin', none),
    tag('hp:shapeComment', {}, escaped(context.leaves.picture(of))),
  );
}
