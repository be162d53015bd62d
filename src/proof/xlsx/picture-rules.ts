// The drawing of a sheet with pictures -> all that this program writes in it (ECMA-376 part 1, 20.5), and what each picture is.

import { Grammar } from './grammar.ts';
import { RELATIONS, SCHEMA } from './namespaces.ts';
import { child } from './read-looks.ts';
import type { Settings } from './settings.ts';
import { ANY, RID, WHOLE } from './value-patterns.ts';
import type { XmlNode } from './xml.ts';

export const DRAWING = new Grammar({
  'xdr:wsDr': [
    {
      'xmlns:xdr': `${SCHEMA}/drawingml/2006/spreadsheetDrawing`,
      'xmlns:a': `${SCHEMA}/drawingml/2006/main`,
    },
    'xdr:oneCellAnchor+',
  ],
  'xdr:oneCellAnchor': [{}, 'xdr:from xdr:ext xdr:pic xdr:clientData'],
  'xdr:from': [{}, 'xdr:col xdr:colOff xdr:row xdr:rowOff'],
  'xdr:col': [{}, /^0$/],
  'xdr:colOff': [{}, /^0$/],
  'xdr:row': [{}, WHOLE],
  'xdr:rowOff': [{}, /^0$/],
  'xdr:ext': [{ cx: WHOLE, cy: WHOLE }],
  'xdr:pic': [{}, 'xdr:nvPicPr xdr:blipFill xdr:spPr'],
  'xdr:nvPicPr': [{}, 'xdr:cNvPr xdr:cNvPicPr'],
  'xdr:cNvPr': [{ id: WHOLE, name: /^Picture \d{1,4}$/, descr: ANY }],
  'xdr:cNvPicPr': [{}, 'a:picLocks'],
  'a:picLocks': [{ noChangeAspect: '1' }],
  'xdr:blipFill': [{}, 'a:blip a:stretch'],
  'a:blip': [{ 'xmlns:r': RELATIONS, 'r:embed': RID, cstate: 'print' }],
  'a:stretch': [{}, 'a:fillRect'],
  'a:fillRect': [{}],
  'xdr:spPr': [{}, 'a:xfrm a:prstGeom'],
  'a:xfrm': [{}, 'a:off a:ext'],
  'a:off': [{ x: '0', y: '0' }],
  'a:ext': [{ cx: '0', cy: '0' }],
  'a:prstGeom': [{ prst: 'rect' }, 'a:avLst'],
  'a:avLst': [{}],
  'xdr:clientData': [{}],
});

/** Adds the pictures to what is set in the sheet. */
export function readPictures(drawing: XmlNode, settings: Settings): void {
  drawing.children.forEach((anchor, index) => {
    const pic = child(anchor, 'xdr:pic');
    const size = child(anchor, 'xdr:ext')?.attributes;
    const row = Number(child(child(anchor, 'xdr:from'), 'xdr:row')?.text);
    const alt = child(child(pic, 'xdr:nvPicPr'), 'xdr:cNvPr')?.attributes.get('descr') ?? '';
    const file = child(child(pic, 'xdr:blipFill'), 'a:blip')?.attributes.get('r:embed') ?? '';
    settings.set(
      `이미지 ${index + 1}`,
      pictureText(row, Number(size?.get('cx')), Number(size?.get('cy')), file, alt),
    );
  });
}

/** Where a picture stands (the row from 0), how large it is (English metric units), which file it is, what is said of it. */
export function pictureText(row: number, width: number, height: number, file: string, alt: string): string {
  return `A${row + 1} ${width}×${height} ${file} ${alt}`;
}
