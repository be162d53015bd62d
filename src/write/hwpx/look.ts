// How characters, paragraphs and borders may look.

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
