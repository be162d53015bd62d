// PDF bytes -> a small grey image of each page, and how two of them differ.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Pixels a point: 50 dpi shows where everything stands without a large file. */
const SCALE = 50 / 72;

export interface GreyImage {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, rows from the top. */
  readonly pixels: Uint8Array;
}

/** Draws every page with PDFium. */
export async function drawPages(bytes: Uint8Array): Promise<readonly GreyImage[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const images: GreyImage[] = [];
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({
        scale: SCALE,
        colorSpace: 'Gray',
        render: async (bitmap) => bitmap.data.slice(),
      });
      images.push({ width, height, pixels: data });
    }
    document.destroy();
    return images;
  } finally {
    library.destroy();
  }
}

export function toPng({ width, height, pixels }: GreyImage): Uint8Array {
  const png = new PNG({ width, height, colorType: 0, inputColorType: 0, bitDepth: 8 });
  png.data = Buffer.from(pixels);
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false });
}

export function fromPng(file: Uint8Array): GreyImage {
  const { width, height, data } = PNG.sync.read(Buffer.from(file));
  const pixels = new Uint8Array(width * height);
  for (let index = 0; index < pixels.length; index++) pixels[index] = data[index * 4] ?? 0;
  return { width, height, pixels };
}

/** How many pixels differ to the eye, and a picture of where, made when it is asked for. Images of two sizes differ everywhere. */
export function compareImages(
  a: GreyImage,
  b: GreyImage,
): { readonly pixels: number; readonly picture: () => Uint8Array } {
  if (a.width !== b.width || a.height !== b.height)
    return { pixels: a.width * a.height, picture: () => toPng(b) };
  if (Buffer.from(a.pixels).equals(b.pixels)) return { pixels: 0, picture: () => toPng(b) };
  const picture = new PNG({ width: a.width, height: a.height });
  const pixels = pixelmatch(toRgba(a), toRgba(b), picture.data, a.width, a.height, { threshold: 0.1 });
  return { pixels, picture: () => PNG.sync.write(picture) };
}

function toRgba({ pixels }: GreyImage): Uint8Array {
  const rgba = new Uint8Array(pixels.length * 4).fill(255);
  pixels.forEach((grey, index) => {
    rgba.fill(grey, index * 4, index * 4 + 3);
  });
  return rgba;
}
