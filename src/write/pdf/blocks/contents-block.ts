// The contents -> a page with the title, and a line for each entry: label, dotted line, page number, a link over it all.
import type { ContentsBlock, ContentsEntry } from '../../../document/document.ts';
import { plainText } from '../../../document/inline.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { FlowItem } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { blankBehind, moved, type Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { textVariation } from './text-blocks.ts';

/** Kept free for page numbers and the shortest dotted line, in mm. */
const NUMBER_WIDTH = 16;
const TITLE_RULE = 1.2;
/** A subtask stands so much further in than its task, in mm. */
const DEEPER = 4;
/** From the title to its rule, in mm. */
const RULE_BELOW = 3;

export function contentsFlow(context: LayoutContext, block: ContentsBlock): FlowItem[] {
  const { theme, typesetter, width } = context;
  const style = theme.styles.contentsTitle;
  const left = theme.page.left * MM;
  const top = theme.page.top * MM;
  const title = typesetter.lines(block.title, style, width, textVariation(context.structure, block.title));
  const rule = top + title.length * style.leading + RULE_BELOW * MM;
  return [
    {
      kind: 'opening',
      opening: {
        block: block.id,
        items: [
          ...title.flatMap((line, index) =>
            line.items.map((item) => moved(item, left, top + index * style.leading)),
          ),
          { kind: 'line', x1: left, y1: rule, x2: left + width, y2: rule, width: TITLE_RULE, colour: 'main' },
        ],
        cursor: rule + style.after * MM,
        part: 'contents',
        hidesHead: true,
        notes: [],
      },
    },
    ...block.entries.flatMap((entry) =>
      entrySlugs(context, block.id, entry).map((slug) => ({ kind: 'slug' as const, slug })),
    ),
    { kind: 'break', part: 'body' },
  ];
}

function entrySlugs(context: LayoutContext, block: string, entry: ContentsEntry): Slug[] {
  const { typesetter, structure, width } = context;
  const style = entryStyle(context, entry.level);
  const indent = style.indent * MM;
  const leaves = structure.text(entry.label);
  const lines = typesetter.lines(
    entry.label,
    style,
    width - indent - NUMBER_WIDTH * MM,
    textVariation(structure, entry.label),
  );
  const contents = plainText(entry.label.inlines);
  return lines.map((line, index) => {
    const last = index === lines.length - 1;
    const link = { kind: 'link', x: indent, y: 0, width: width - indent, height: line.height } as const;
    return {
      height: line.height,
      items: [
        ...blankBehind(line.items).map((item) => moved(item, indent, 0)),
        ...(last
          ? [
              {
                kind: 'page-reference' as const,
                x: width,
                y: 0,
                from: indent + line.width,
                style,
                target: entry.target,
                ...(leaves?.marker && { leaf: leaves.marker }),
              },
            ]
          : []),
        { ...link, target: entry.target, contents, ...(leaves?.marker && { leaf: leaves.marker }) },
      ],
      notes: [],
      before: index === 0 ? style.before * MM : 0,
      after: last ? style.after * MM : 0,
      // A part is not parted from its first entry.
      keepWithNext: !last || entry.level === 1,
      block,
    };
  });
}

function entryStyle({ theme }: LayoutContext, level: ContentsEntry['level']): TextStyle {
  const { contents1, contents2, contents3 } = theme.styles;
  const contents4 = { ...contents3, indent: contents3.indent + DEEPER };
  return { 1: contents1, 2: contents2, 3: contents3, 4: contents4 }[level];
}
