// The map of vision, goals, strategies and tasks -> rows of boxes that stay together as far as a page holds them.
import type { VisionBlock } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import { numberedText } from '../../../document/numbered-text.ts';
import { CONTINUED } from '../../../document/print-words.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { DrawItem, Slug } from '../type/drawing.ts';
import { plain } from '../type/typesetter.ts';
import { MM } from '../type/units.ts';
import { type Box, type BoxLook, boxOf } from './box.ts';

/** Widths, gaps and padding in mm, rules in points. */
const LABEL_WIDTH = 18;
const GAP = 1.8;
const ROW_GAP = 2;
const PADDING = 1.6;
const RULE = 0.8;
const RADIUS = 1.2;
/** Strategies side by side, at most; more go on in further rows. */
const MOST_COLUMNS = 5;
/** Share of a page that a box of tasks takes at most. */
const MOST_OF_PAGE = 0.75;
const BEFORE = 2;
const AFTER = 4;

const LABEL: BoxLook = {
  fill: 'main',
  radius: RADIUS * MM,
  paddingX: 1 * MM,
  paddingY: 1.6 * MM,
  valign: 'middle',
};
const PLAIN: BoxLook = {
  stroke: 'main',
  lineWidth: RULE,
  radius: RADIUS * MM,
  paddingX: PADDING * MM,
  paddingY: PADDING * MM,
  valign: 'middle',
};

export function visionSlugs(context: LayoutContext, block: VisionBlock, width: number): Slug[] {
  const rows = [...goalRows(context, block, width), ...strategyRows(context, block, width)];
  return rows.map((row, index) => ({
    ...row,
    block: block.id,
    before: index === 0 ? BEFORE * MM : ROW_GAP * MM,
    after: index === rows.length - 1 ? AFTER * MM : 0,
    keepWithNext: index < rows.length - 1 && rows.length <= KEPT_ROWS + block.goals.length,
  }));
}

/** The boxes of so many rows of strategies are kept on one page with the goals. */
const KEPT_ROWS = 1;

type Row = Pick<Slug, 'height' | 'items' | 'notes'>;

/** 비전, 목표: a label on the main colour, and what it says. */
function goalRows(context: LayoutContext, block: VisionBlock, width: number): Row[] {
  const { visionLabel, visionText } = context.theme.styles;
  const left = (LABEL_WIDTH + GAP) * MM;
  return block.goals.map(({ label, text }) => {
    const boxes = [
      boxOf(
        context,
        block.id,
        [{ text: label, style: visionLabel, leaves: context.structure.text(label) }],
        LABEL_WIDTH * MM,
        LABEL,
      ),
      boxOf(
        context,
        block.id,
        [{ text, style: visionText, leaves: context.structure.text(text) }],
        width - left,
        { ...PLAIN, fill: 'white' },
      ),
    ];
    return row(boxes, [0, left]);
  });
}

/** Strategies side by side with their tasks; without names where only tasks go on. */
interface Group {
  readonly names: readonly RichText[];
  readonly tasks: readonly (readonly RichText[])[];
}

/** Strategies side by side; their tasks go on in further boxes where there are more than `most`. */
function groupsOf(strategies: VisionBlock['strategies'], most: number): Group[] {
  const longest = Math.max(...strategies.map(({ tasks }) => tasks.length));
  const groups: Group[] = [];
  for (let from = 0; from === 0 || from < longest; from += most) {
    groups.push({
      names: from === 0 ? strategies.map(({ name }) => name) : [],
      tasks: strategies.map(({ tasks }) => tasks.slice(from, from + most)),
    });
  }
  return groups;
}

/** The label beside the strategies and, below each, its tasks. */
function strategyRows(context: LayoutContext, block: VisionBlock, width: number): Row[] {
  const { visionLabel, visionTitle, visionBox } = context.theme.styles;
  const left = (LABEL_WIDTH + GAP) * MM;
  const inner = width - left;
  const columns = Math.max(1, Math.min(MOST_COLUMNS, block.strategies.length));
  const gap = GAP * MM;
  const box = (inner - (columns - 1) * gap) / columns;
  const title = (text: RichText): Box =>
    boxOf(context, block.id, [{ text, style: visionTitle, leaves: context.structure.text(text) }], inner, {
      fill: 'header',
      radius: RADIUS * MM,
      paddingX: PADDING * MM,
      paddingY: 0.7 * MM,
      valign: 'middle',
    });
  const taskBox = (members: readonly RichText[]): Box =>
    boxOf(
      context,
      block.id,
      members.map((task) => ({
        ...numberedText(task),
        style: visionBox,
        leaves: context.structure.text(task),
      })),
      box,
      { ...PLAIN, paddingX: 1 * MM, valign: 'top' },
    );
  // As many tasks a box as are sure to fit: as many of the highest one.
  const all = block.strategies.flatMap(({ tasks }) => tasks);
  const alone = Math.max(0, ...all.map((task) => taskBox([task]).height)) - 2 * PLAIN.paddingY;
  const highest = Math.max(1, alone + visionBox.after * MM);
  const most = Math.max(1, Math.floor((context.height * MOST_OF_PAGE) / highest));
  const groups: Group[] = [];
  for (let from = 0; from < block.strategies.length; from += MOST_COLUMNS)
    groups.push(...groupsOf(block.strategies.slice(from, from + MOST_COLUMNS), most));
  // A plan without strategies yet still shows where they will stand.
  if (groups.length === 0) groups.push({ names: [], tasks: [] });
  const centred = { ...visionBox, weight: 'semibold', align: 'center', hang: 0, after: 0 } as const;
  return groups.map((group, index) => {
    const names = group.names.map((name) =>
      boxOf(
        context,
        block.id,
        [
          {
            text: fitting(context, name, centred, box),
            style: centred,
            leaves: context.structure.text(name),
          },
        ],
        box,
        { ...PLAIN, fill: 'header' },
      ),
    );
    const tasks = group.tasks.map(taskBox);
    const first = index === 0;
    const stack = stacked(
      [
        ...(first ? [{ boxes: [title(block.strategiesTitle)], at: [0] }] : []),
        ...(names.length === 0 ? [] : [{ boxes: names, at: names.map((_, column) => column * (box + gap)) }]),
        ...(first ? [{ boxes: [title(block.tasksTitle)], at: [0] }] : []),
        { boxes: tasks, at: tasks.map((_, column) => column * (box + gap)) },
      ],
      left,
      1.2 * MM,
    );
    const label = boxOf(
      context,
      block.id,
      [
        {
          text: first ? block.label : plain(CONTINUED, block.label.place),
          style: visionLabel,
          leaves: first ? context.structure.text(block.label) : undefined,
        },
      ],
      LABEL_WIDTH * MM,
      LABEL,
    );
    const height = Math.max(stack.height, label.height);
    return {
      height,
      items: [...label.draw(0, 0, height), ...stack.items],
      notes: [...label.notes, ...stack.notes],
    };
  });
}

/** The text with its own line breaks where its lines fit; broken anew where they do not. */
function fitting({ typesetter }: LayoutContext, text: RichText, style: TextStyle, width: number): RichText {
  const inner = width - 2 * PLAIN.paddingX;
  const breaks = text.inlines.filter(({ kind }) => kind === 'line-break').length;
  if (typesetter.lines(text, style, inner).length <= breaks + 1) return text;
  return {
    ...text,
    inlines: text.inlines.map((inline) =>
      inline.kind === 'line-break' ? (plain(' ').inlines[0] ?? inline) : inline,
    ),
  };
}

/** Boxes side by side, all as high as the highest. */
function row(boxes: readonly Box[], at: readonly number[], y = 0): Row {
  const height = Math.max(0, ...boxes.map((box) => box.height));
  return {
    height,
    items: boxes.flatMap((box, index) => box.draw(at[index] ?? 0, y, height)),
    notes: boxes.flatMap((box) => box.notes),
  };
}

function stacked(
  rows: readonly { readonly boxes: readonly Box[]; readonly at: readonly number[] }[],
  left: number,
  gap: number,
): Row {
  const items: DrawItem[] = [];
  const notes: string[] = [];
  let y = 0;
  rows.forEach(({ boxes, at }, index) => {
    if (index > 0) y += gap;
    const drawn = row(
      boxes,
      at.map((x) => left + x),
      y,
    );
    items.push(...drawn.items);
    notes.push(...drawn.notes);
    y += drawn.height;
  });
  return { height: y, items, notes };
}
