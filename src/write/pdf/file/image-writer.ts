// Pictures -> the objects of a file that hold them, each once, and the operators that show them.
import type { PdfReference } from 'pdfmake/js/PDFDocument.js';
import type { Picture } from '../../../picture/picture.ts';
import { KNOCK_OUT } from '../press/press-inks.ts';
import type { ImageItem } from '../type/drawing.ts';
import type { PDFDocument } from './pdfmake.ts';
import { number } from './shape-writer.ts';
import { srgbProfile } from './srgb-profile.ts';

export class ImageWriter {
  readonly #pdf: PDFDocument;
  readonly #isPress: boolean;
  readonly #objects = new Map<Picture, { readonly name: string; readonly object: PdfReference }>();
  #space: PdfReference | undefined;

  /**
   * On screens colours are those of the output intent, sRGB. A press file tells which colours they are (ISO 15930-7 takes colours of
   * an ICC profile), and the press's own profile makes inks of them, within its limit; grey is black ink alone in both.
   */
  constructor(pdf: PDFDocument, isPress: boolean) {
    this.#pdf = pdf;
    this.#isPress = isPress;
  }

  draw({ x, y, width, height, picture }: ImageItem): string {
    const { name, object } = this.#objectOf(picture);
    this.#pdf.page.xobjects[name] = object;
    // The page is drawn upside down by pdfkit's first transform; an image stands upright in a square of one point.
    const matrix = [width, 0, 0, -height, x, y + height].map(number).join(' ');
    return `${this.#isPress ? `/${KNOCK_OUT} gs ` : ''}q ${matrix} cm /${name} Do Q`;
  }

  #objectOf(picture: Picture) {
    const known = this.#objects.get(picture);
    if (known !== undefined) return known;
    const object = this.#pdf.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: picture.width,
      Height: picture.height,
      ColorSpace: this.#spaceOf(picture),
      BitsPerComponent: 8,
      Filter: picture.coding === 'dct' ? 'DCTDecode' : 'FlateDecode',
    });
    object.end(picture.data);
    const made = { name: `I${this.#objects.size + 1}`, object };
    this.#objects.set(picture, made);
    return made;
  }

  #spaceOf({ components }: Picture): unknown {
    if (components === 1) return 'DeviceGray';
    if (!this.#isPress) return 'DeviceRGB';
    if (this.#space === undefined) {
      this.#space = this.#pdf.ref({ N: 3 });
      this.#space.end(srgbProfile());
    }
    return ['ICCBased', this.#space];
  }
}
