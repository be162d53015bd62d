// The bytes of a file -> the picture in it, told by its first bytes and not by its name.
import { readJpeg } from './jpeg.ts';
import { type Picture, PictureFault } from './picture.ts';
import { isPng, readPng } from './png.ts';

/** A plan is read once for each of its editions, and unpacking its images is dear. */
const made = new WeakMap<Uint8Array, Picture>();

/** Throws a PictureFault where it is none, is harmed, or is too large. */
export function readPicture(bytes: Uint8Array): Picture {
  const picture = made.get(bytes) ?? pictureOf(bytes);
  made.set(bytes, picture);
  return picture;
}

function pictureOf(bytes: Uint8Array): Picture {
  if (isPng(bytes)) return readPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes);
  throw new PictureFault('PNG도 JPEG도 아닌 파일입니다.', '이름만 바꾸지 않고 PNG나 JPEG로 저장한 파일');
}
