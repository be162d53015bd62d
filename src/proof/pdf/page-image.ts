// The name of a picture in a page's resources -> the picture as the file holds it.
import { createHash } from 'node:crypto';
import type { PaintedImage } from './page-shapes.ts';
import type { PdfFile } from './pdf-file.ts';
import { isArray, isStream, nameOf, type PdfDict, PdfFault, type PdfValue } from './pdf-value.ts';

/** Throws a PdfFault where there is none of that name. */
export function imageOf(file: PdfFile, name: PdfValue, resources: PdfDict): PaintedImage {
  const stream = file.resolve(file.dict(resources.get('XObject')).get(nameOf(name) ?? ''));
  if (!isStream(stream)) throw new PdfFault('있어야 할 이미지가 없습니다');
  const { dict } = stream;
  return {
    width: file.number(dict.get('Width')) ?? 0,
    height: file.number(dict.get('Height')) ?? 0,
    space: spaceOf(file, file.resolve(dict.get('ColorSpace'))),
    filter: nameOf(file.resolve(dict.get('Filter'))) ?? '',
    data: file.packed(stream),
  };
}

function spaceOf(file: PdfFile, space: PdfValue): string {
  if (!isArray(space)) return nameOf(space) ?? '';
  const profile = file.resolve(space[1]);
  const digest = isStream(profile) ? createHash('sha256').update(file.data(profile)).digest('hex') : '';
  return `${nameOf(file.resolve(space[0])) ?? ''} ${digest}`;
}
