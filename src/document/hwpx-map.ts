// How each text, table and picture of a file for 한글 is meant to look: told by the writer, found again by the proof.
import type { HwpxStyle } from './hwpx-styles.ts';
import type { PartColumns } from './table-part.ts';

export interface CharacterLook {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  /** #RRGGBB */
  readonly colour: string;
  /** Of the ground behind the letters. */
  readonly shade?: string;
  /** Between letters, percent of the size. */
  readonly spacing: number;
  readonly raised?: boolean;
  readonly underlined?: boolean;
}

/** Lengths in HWPUNIT. */
export interface ParagraphLook {
  readonly align: 'left' | 'center' | 'right';
  /** Where the first line begins, and by how much the others begin further right. */
  readonly left: number;
  readonly hang: number;
  readonly right?: number;
  readonly before: number;
  readonly after: number;
  /** Percent of the letters' size. */
  readonly line: number;
  readonly keepWithNext?: boolean;
  /** Of the outline, from 0; unset for what is no heading. */
  readonly outline?: number;
  readonly border?: BorderLook;
  /** From the rules or the ground to the text. */
  readonly inset?: { readonly top?: number; readonly bottom?: number };
  /** Where a tab ends, flush right, with dots before it or none. */
  readonly tab?: { readonly at: number; readonly dots: boolean };
}

export interface Side {
  /** Points. */
  readonly width: number;
  /** #RRGGBB */
  readonly colour: string;
  readonly dashed?: boolean;
}

export interface BorderLook {
  readonly left?: Side | undefined;
  readonly right?: Side | undefined;
  readonly top?: Side | undefined;
  readonly bottom?: Side | undefined;
  /** #RRGGBB */
  readonly fill?: string | undefined;
}

/** Words of one look. */
export interface HwpxPiece {
  readonly text: string;
  readonly letters: CharacterLook;
}

/** How a text is set, and what is typed before it: a marker, a number. */
export interface TextSetting {
  readonly style: HwpxStyle;
  readonly look: ParagraphLook;
  readonly letters: CharacterLook;
  readonly lead: readonly HwpxPiece[];
}

/** In HWPUNIT. */
export interface Padding {
  readonly x: number;
  readonly y: number;
}

/** In HWPUNIT. */
export interface TableSetting {
  readonly columns: readonly number[];
  readonly heights: readonly number[];
  readonly headerRows: number;
  readonly padding: Padding;
  /** Whether it may be cut inside a row. */
  readonly cutsRows: boolean;
  /** In the line like a letter; else over the column, from so far on. */
  readonly inline: boolean;
  readonly left: number;
  /** Of the paragraph that holds it. */
  readonly holder: ParagraphLook;
  /** Row by row. */
  readonly cells: readonly (readonly {
    readonly column: number;
    readonly colSpan: number;
    readonly rowSpan: number;
    readonly border: BorderLook;
    readonly top: boolean;
    readonly padding?: Padding;
  }[])[];
}

export interface PictureSetting {
  /** In HWPUNIT. */
  readonly width: number;
  readonly height: number;
  /** Of its pixels, or of a JPEG's bytes (`digestOfPixels`). */
  readonly digest: string;
  readonly holder: ParagraphLook;
}

export interface HwpxMap {
  /** Tables whose columns do not stand side by side on a page, by their ids. */
  readonly parts: ReadonlyMap<string, readonly PartColumns[]>;
  /** Of each text that is seen, in reading order. */
  readonly texts: readonly TextSetting[];
  /** Of paragraphs that say nothing. */
  readonly blanks: readonly Pick<TextSetting, 'style' | 'look'>[];
  /** By their numbers. */
  readonly notes: ReadonlyMap<number, TextSetting>;
  /** By the numbers of the objects. */
  readonly tables: ReadonlyMap<number, TableSetting>;
  readonly pictures: ReadonlyMap<number, PictureSetting>;
}
