// The texts of a diagram's box -> the box, by how much it stands out.
import type { DiagramBox } from '../../../document/blocks/diagram.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { DrawItem } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { type Box, boxOf } from './box.ts';

/** In mm. */
const PADDING_X = 1.2;
const PADDING_Y = 1.3;
const RADIUS = 1.2;
/** Points. */
const RULE = 0.8;

/** What stands at a place of the diagram's own, from its left and top edges. */
export interface DiagramDrawing {
  readonly height: number;
  readonly items: readonly DrawItem[];
  readonly notes: readonly string[];
}

/** How much a box stands out: the one at the top, those below it, all others. */
type BoxRank = 'top' | 'head' | 'plain';

const LOOKS = {
  top: { fill: 'main' },
  head: { fill: 'header', stroke: 'main', lineWidth: RULE },
  plain: { fill: 'white', stroke: 'main', lineWidth: RULE },
} as const;

/** The boxes of one diagram. */
export class BoxMaker {
  constructor(
    readonly context: LayoutContext,
    readonly block: string,
  ) {}

  /** `width` in points. */
  make({ name, note }: DiagramBox, rank: BoxRank, width: number): Box {
    const { structure } = this.context;
    const { head, below } = this.#styles(rank);
    return boxOf(
      this.context,
      this.block,
      [
        { text: name, style: head, leaves: structure.text(name) },
        ...(note === undefined ? [] : [{ text: note, style: below, leaves: structure.text(note) }]),
      ],
      width,
      {
        ...LOOKS[rank],
        radius: RADIUS * MM,
        paddingX: PADDING_X * MM,
        paddingY: PADDING_Y * MM,
        valign: 'middle',
      },
    );
  }

  /** Points that the box of these texts takes where no line is broken. */
  naturalWidth({ name, note }: DiagramBox, rank: BoxRank): number {
    const { typesetter } = this.context;
    const { head, below } = this.#styles(rank);
    const lines = [
      ...typesetter.lines(name, head, Number.MAX_SAFE_INTEGER),
      ...(note === undefined ? [] : typesetter.lines(note, below, Number.MAX_SAFE_INTEGER)),
    ];
    return Math.max(...lines.map(({ width }) => width)) + 2 * PADDING_X * MM + 0.1;
  }

  #styles(rank: BoxRank) {
    const { visionBox, visionLabel, visionTitle } = this.context.theme.styles;
    const text = { ...visionBox, align: 'center', hang: 0, after: 0 } as const;
    return {
      head: { top: visionLabel, head: visionTitle, plain: { ...text, weight: 'semibold' } as const }[rank],
      below: { top: { ...visionLabel, size: text.size, weight: text.weight }, head: text, plain: text }[rank],
    };
  }
}
