// A TrueType font file -> glyph ids and advances by code point. Reads the few tables that setting text needs, so that no
// font is opened by the shaping library before it is embedded (measured: 145 ms of a build's 1.1 s).
// Source: OpenType 1.9.1, tables head, hhea, hmtx, cmap (formats 4 and 12), GSUB (lookup type 1).

/** The metrics of one font. Lengths in font units. */
export class FontTables {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly #view: DataView;
  readonly #tables = new Map<string, number>();
  readonly #lengths = new Map<string, number>();
  readonly #metrics: number;
  #cmap: ((codePoint: number) => number) | undefined;

  /** Throws a RangeError when the bytes are not a TrueType font. */
  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = this.#view.getUint16(4);
    for (let index = 0; index < count; index++) {
      const record = 12 + index * 16;
      this.#tables.set(this.#tag(record), this.#view.getUint32(record + 8));
      this.#lengths.set(this.#tag(record), this.#view.getUint32(record + 12));
    }
    this.unitsPerEm = this.#view.getUint16(this.#table('head') + 18);
    this.ascent = this.#view.getInt16(this.#table('hhea') + 4);
    this.descent = this.#view.getInt16(this.#table('hhea') + 6);
    this.#metrics = this.#view.getUint16(this.#table('hhea') + 34);
  }

  /** The tags of its tables. */
  get tags(): Iterable<string> {
    return this.#tables.keys();
  }

  /** The bytes of a table; none where the font has no such table. Throws a RangeError when they are cut off. */
  bytes(tag: string): Uint8Array {
    const [offset, length] = [this.#tables.get(tag) ?? 0, this.#lengths.get(tag) ?? 0];
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + offset, length);
  }

  /** The outline of a glyph as table glyf describes it; no bytes for a blank. Throws a RangeError for a glyph that is not there. */
  outline(glyph: number): Uint8Array {
    const long = this.#view.getUint16(this.#table('head') + 50) === 1;
    const loca = this.#table('loca');
    if ((glyph + 2) * (long ? 4 : 2) > (this.#lengths.get('loca') ?? 0))
      throw new RangeError('no such glyph');
    const at = (index: number): number =>
      long ? this.#view.getUint32(loca + 4 * index) : 2 * this.#view.getUint16(loca + 2 * index);
    return this.bytes('glyf').subarray(at(glyph), at(glyph + 1));
  }

  /** The glyph of a code point; 0 when the font has none. */
  glyph(codePoint: number): number {
    this.#cmap ??= this.#readCmap();
    return this.#cmap(codePoint);
  }

  advance(glyph: number): number {
    // The last entry stands for all glyphs behind it.
    return this.#view.getUint16(this.#table('hmtx') + 4 * Math.min(glyph, this.#metrics - 1));
  }

  /** How far right of its origin a glyph's outline begins. */
  bearing(glyph: number): number {
    const hmtx = this.#table('hmtx');
    return this.#view.getInt16(
      glyph < this.#metrics ? hmtx + 4 * glyph + 2 : hmtx + 4 * this.#metrics + 2 * (glyph - this.#metrics),
    );
  }

  /** The four bytes that say what kind of font it is. */
  get version(): number {
    return this.#view.getUint32(0);
  }

  /** Glyphs that a feature puts in the place of others, one for one (`tnum`: figures of equal width). */
  substitutions(feature: string): ReadonlyMap<number, number> {
    const result = new Map<number, number>();
    const gsub = this.#tables.get('GSUB');
    if (gsub === undefined) return result;
    const view = this.#view;
    const features = gsub + view.getUint16(gsub + 6);
    const lookups = gsub + view.getUint16(gsub + 8);
    for (let index = 0; index < view.getUint16(features); index++) {
      const record = features + 2 + index * 6;
      if (this.#tag(record) !== feature) continue;
      const table = features + view.getUint16(record + 4);
      for (let entry = 0; entry < view.getUint16(table + 2); entry++) {
        const lookup = lookups + view.getUint16(lookups + 2 + 2 * view.getUint16(table + 4 + 2 * entry));
        this.#readLookup(lookup, result);
      }
      // Each script lists the feature again with the same lookups.
      break;
    }
    return result;
  }

  /** The head of table post, without its glyph names. */
  get post(): { readonly italicAngle: number; readonly isFixedPitch: number } {
    const post = this.#table('post');
    return {
      italicAngle: this.#view.getInt32(post + 4) / 0x10000,
      isFixedPitch: this.#view.getUint32(post + 12),
    };
  }

  #readLookup(lookup: number, result: Map<number, number>): void {
    const view = this.#view;
    const type = view.getUint16(lookup);
    for (let index = 0; index < view.getUint16(lookup + 4); index++) {
      let subtable = lookup + view.getUint16(lookup + 6 + 2 * index);
      let kind = type;
      if (kind === 7) {
        kind = view.getUint16(subtable + 2);
        subtable += view.getUint32(subtable + 4);
      }
      if (kind !== 1) continue;
      const covered = this.#coverage(subtable + view.getUint16(subtable + 2));
      const byDelta = view.getUint16(subtable) === 1;
      covered.forEach((glyph, position) => {
        const other = byDelta
          ? (glyph + view.getInt16(subtable + 4)) & 0xffff
          : view.getUint16(subtable + 6 + 2 * position);
        result.set(glyph, other);
      });
    }
  }

  #coverage(table: number): number[] {
    const view = this.#view;
    const count = view.getUint16(table + 2);
    if (view.getUint16(table) === 1) {
      return Array.from({ length: count }, (_, index) => view.getUint16(table + 4 + 2 * index));
    }
    return Array.from({ length: count }, (_, index) => table + 4 + 6 * index).flatMap((range) => {
      const first = view.getUint16(range);
      return Array.from({ length: view.getUint16(range + 2) - first + 1 }, (_, offset) => first + offset);
    });
  }

  #readCmap(): (codePoint: number) => number {
    const view = this.#view;
    const cmap = this.#table('cmap');
    const encodings = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + 4 + 8 * index);
    const find = (platform: number, encoding: number): number | undefined => {
      const record = encodings.find(
        (at) => view.getUint16(at) === platform && view.getUint16(at + 2) === encoding,
      );
      return record === undefined ? undefined : cmap + view.getUint32(record + 4);
    };
    const full = find(3, 10) ?? find(0, 4) ?? find(0, 6);
    if (full !== undefined && view.getUint16(full) === 12)
      return (codePoint) => this.#format12(full, codePoint);
    const basic = find(3, 1) ?? find(0, 3);
    if (basic === undefined || view.getUint16(basic) !== 4)
      throw new RangeError('the font has no Unicode cmap');
    return (codePoint) => (codePoint > 0xffff ? 0 : this.#format4(basic, codePoint));
  }

  #format12(table: number, codePoint: number): number {
    const view = this.#view;
    let low = 0;
    let high = view.getUint32(table + 12) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = table + 16 + 12 * middle;
      if (codePoint < view.getUint32(group)) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
    }
    return 0;
  }

  #format4(table: number, codePoint: number): number {
    const view = this.#view;
    const segments = view.getUint16(table + 6) / 2;
    const ends = table + 14;
    const starts = ends + 2 * segments + 2;
    const deltas = starts + 2 * segments;
    const offsets = deltas + 2 * segments;
    let low = 0;
    let high = segments - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.getUint16(ends + 2 * middle) < codePoint) low = middle + 1;
      else high = middle;
    }
    const start = view.getUint16(starts + 2 * low);
    if (codePoint < start || codePoint > view.getUint16(ends + 2 * low)) return 0;
    const delta = view.getUint16(deltas + 2 * low);
    const offset = view.getUint16(offsets + 2 * low);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(offsets + 2 * low + offset + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }

  #table(tag: string): number {
    const offset = this.#tables.get(tag);
    if (offset === undefined) throw new RangeError(`the font has no table ${tag}`);
    return offset;
  }

  #tag(at: number): string {
    return String.fromCharCode(...[0, 1, 2, 3].map((index) => this.#view.getUint8(at + index)));
  }
}
