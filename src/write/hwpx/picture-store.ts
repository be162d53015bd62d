// Files of pictures -> their ids in the package, each once.
import { createHash } from 'node:crypto';

/** A file of the package, and its size in pixels. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg';
  readonly width: number;
  readonly height: number;
  /** Of its pixels, or of a JPEG's bytes. */
  readonly digest: string;
}

export class Pictures {
  readonly #names = new Map<string, string>();
  /** By their names in the package. */
  readonly files = new Map<string, PictureFile>();

  /** The id of a file; the same bytes are kept once. */
  add(file: PictureFile): string {
    const digest = createHash('sha256').update(file.bytes).digest('hex');
    const known = this.#names.get(digest);
    if (known !== undefined) return known;
    const id = `image${this.#names.size + 1}`;
    this.#names.set(digest, id);
    this.files.set(`${id}.${file.type}`, file);
    return id;
  }
}
