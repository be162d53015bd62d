// Pictures of a plan -> files that a package holds, byte for byte the same each time.
import { digestOfPixels, type Picture } from '../../../picture/picture.ts';
import { encodePng, pixelsOf } from '../../../picture/write-png.ts';
import type { PictureFile } from '../picture-store.ts';

/** A JPEG as it came, any other picture as PNG. */
export function fileOf(picture: Picture): PictureFile {
  const { width, height, components, coding, data, digest } = picture;
  if (coding === 'dct') return { bytes: data, type: 'jpg', width, height, digest: digestOfPixels(data) };
  const bytes = encodePng(pixelsOf(picture), { width, height, components });
  return { bytes, type: 'png', width, height, digest };
}
