// What every layout function needs: the theme, the typesetter, the sizes of the page.
import type { Block } from '../../../document/document.ts';
import type { PartEntries } from '../../../document/part-entries.ts';
import type { Theme } from '../../../document/theme.ts';
import type { ChartDrawing } from '../../../draw/chart-ops.ts';
import type { StructureLookup } from '../tags/structure.ts';
import type { Typesetter } from '../type/typesetter.ts';
import type { FlowItem } from './flow-item.ts';

/** Tables whose numbers do not fit side by side, by id. */
interface WideTables {
  /** Set in parts that follow each other. */
  readonly parted: Set<string>;
  /** The column, from 0, that is wider than all the room that there is. */
  readonly tooWide: Map<string, number>;
}

export interface LayoutContext {
  /** With the sizes of the page, which is turned on landscape pages. */
  readonly theme: Theme;
  /** Whether its width and height are exchanged. */
  readonly turned: boolean;
  readonly typesetter: Typesetter;
  /** Width of the text area in points. */
  readonly width: number;
  /** Height of the text area in points. */
  readonly height: number;
  /** The charts of the document, drawn, by block id. */
  readonly charts: ReadonlyMap<string, ChartDrawing>;
  /** The places of texts and figures in the file's logical structure. */
  readonly structure: StructureLookup;
  /** Whether what is not settled is marked. */
  readonly reviewCopy: boolean;
  /** What each part shows of the contents, by its id. */
  readonly partEntries: ReadonlyMap<string, PartEntries>;
  /** Filled as tables are laid out. */
  readonly wideTables: WideTables;
  /** Lays out a block inside another one, `width` points wide. */
  flow(block: Block, width: number): readonly FlowItem[];
}
