// The members of pngjs that the page images use; the package brings no types.
declare module 'pngjs' {
  interface PngOptions {
    readonly width?: number;
    readonly height?: number;
    readonly colorType?: 0 | 2 | 4 | 6;
    readonly inputColorType?: 0 | 2 | 4 | 6;
    readonly inputHasAlpha?: boolean;
    readonly bitDepth?: 8 | 16;
  }
  export class PNG {
    constructor(options: PngOptions);
    readonly width: number;
    readonly height: number;
    /** RGBA after reading. */
    data: Buffer;
    static readonly sync: {
      read(file: Buffer): PNG;
      write(png: PNG, options?: PngOptions): Buffer;
    };
  }
}
