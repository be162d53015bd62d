// What every part of the writer needs: the document, its looks, what was written of it, and the room on a page.
import type { Block, Document } from '../../document/document.ts';
import type {
  HwpxMap,
  ParagraphLook,
  PictureSetting,
  TableSetting,
  TextSetting,
} from '../../document/hwpx-map.ts';
import type { RichText } from '../../document/inline.ts';
import type { Typeface } from '../../document/typeface.ts';
import type { ChartDrawing } from '../../draw/chart-ops.ts';
import type { Leaves } from './leaves.ts';
import type { Pictures } from './picture-store.ts';
import type { StyleSheet } from './style-sheet.ts';

export interface WriterContext {
  readonly document: Document;
  readonly sheet: StyleSheet;
  readonly leaves: Leaves;
  readonly pictures: Pictures;
  /** How everything is meant to look, for the proof. */
  readonly map: MapOfLooks;
  /** What charts are drawn with. */
  readonly typeface: Typeface;
  /** Notes that stand in the file already. */
  readonly noted: Set<string>;
  /** Charts as they were drawn for the page, by block. */
  readonly charts: ReadonlyMap<string, ChartDrawing>;
  /** The numbers by which objects of the file are told apart. */
  readonly numbers: { next: number };
  /** By block: of the paragraph that the contents lead to. */
  readonly targets: ReadonlyMap<string, number>;
  /** What is printed as the page of a block, to begin with: 한글 counts anew. */
  readonly pageOf: (block: string) => string;
  /** Whether the page is turned. */
  readonly turned: boolean;
  /** Of the text of a page, in HWPUNIT. */
  readonly width: number;
  readonly height: number;
  /** Whether it stands in a cell: there no page begins, and no heading of the outline. */
  readonly inCell: boolean;
  flow(context: WriterContext, block: Block, width: number): readonly Paragraph[];
}

/** Texts by their objects, all else by numbers. */
interface MapOfLooks {
  readonly texts: Map<RichText, TextSetting>;
  readonly blanks: HwpxMap['blanks'][number][];
  readonly notes: Map<number, TextSetting>;
  readonly tables: Map<number, TableSetting>;
  readonly pictures: Map<number, PictureSetting>;
}

export interface Paragraph {
  readonly look: ParagraphLook;
  /** The id of its named style. */
  readonly style: number;
  /** Its runs, as XML. */
  readonly runs: readonly string[];
  /** About, in HWPUNIT, without the space around it. */
  readonly height: number;
  /** Unique in the file, for those that are referred to. */
  readonly id?: number | undefined;
  /** Whether it begins a page. */
  readonly breaks?: boolean;
}
