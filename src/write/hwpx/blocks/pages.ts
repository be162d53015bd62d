// Cover, contents, colophon and back cover -> paragraphs and tables on pages of their own.
import type {
  BackCoverBlock,
  ColophonBlock,
  ContentsBlock,
  ContentsEntry,
  CoverBlock,
} from '../../../document/document.ts';
import type { ParagraphLook } from '../../../document/hwpx-map.ts';
import type { HwpxStyle } from '../../../document/hwpx-styles.ts';
import type { RichText } from '../../../document/inline.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { Paragraph, WriterContext } from '../context.ts';
import { run } from '../elements.ts';
import { shared, tableParagraph } from '../grid.ts';
import { textParagraph } from '../paragraphs.ts';
import { pictureParagraph } from '../pictures.ts';
import { tabRun, wordsRun } from '../runs.ts';
import { bareHead } from '../section.ts';
import { mm } from '../units.ts';
import { escaped, tag } from '../xml.ts';
import { fileOf } from './picture-files.ts';

/** Heights and distances in mm. */
const COVER = { tag: 14, title: 34, band: 40, text: 12, issuer: 18, left: 4 } as const;
const COLOPHON = { above: 120, padding: 4, label: 34 } as const;
const BACK = { above: 150 } as const;
const RULE = 1;

type More = Partial<ParagraphLook>;

export function coverParagraphs(
  context: WriterContext,
  cover: CoverBlock,
  width: number,
): readonly Paragraph[] {
  const { styles } = context.sheet.theme;
  const inner = { ...context, inCell: true };
  const room = width - 2 * mm(COVER.text);
  const set = (text: RichText | undefined, name: HwpxStyle, more: More, style?: Partial<TextStyle>) =>
    text === undefined
      ? []
      : [textParagraph(context, { text, name, style: { ...styles[name], ...style }, more }, width)];
  const edition = { size: 11, leading: 16, weight: 'bold', colour: 'main', align: 'right' } as const;
  const above = [
    ...set(cover.registration, 'coverSmall', {}),
    ...(cover.edition ?? []).flatMap((text) => set(text, 'coverSmall', {}, edition)),
    ...set(cover.tag, 'coverSeries', { before: mm(COVER.tag) }, { colour: 'main' }),
    ...set(cover.slogan, 'coverSlogan', { before: mm(1.5) }),
    ...set(cover.series, 'coverSeries', { before: mm(COVER.title) }),
    ...set(cover.title, 'coverTitle', { before: mm(cover.series === undefined ? COVER.title : 5) }),
  ];
  const marks = (cover.marks ?? []).map((mark) => {
    const size = sizeOf(mark.width, width / 2, mark.picture);
    return pictureParagraph(context, fileOf(mark.picture), size, mark, { align: mark.side, spaceBefore: 4 });
  });
  const band = [
    ...(cover.vision === undefined
      ? []
      : [textParagraph(inner, { text: cover.vision, name: 'coverVision' }, room)]),
    textParagraph(
      inner,
      { text: cover.issuer, name: 'coverIssuer', more: { before: mm(COVER.issuer) } },
      room,
    ),
  ];
  const accent = { width: 5, colour: context.sheet.colour('accent') };
  const border = { top: accent, fill: context.sheet.colour('main') };
  const cell = { column: 0, colSpan: 1, rowSpan: 1, border, paragraphs: band };
  const padding = { x: mm(COVER.text), y: mm(COVER.text) };
  const [first, ...others] = above;
  return [
    ...(first === undefined ? [] : [{ ...first, breaks: true }]),
    ...others,
    ...marks,
    tableParagraph(context, { columns: [width], rows: [[cell]], padding }, { spaceBefore: COVER.band }),
  ];
}

/** As wide as asked, where there is the room; in HWPUNIT. */
export function sizeOf(
  width: number,
  room: number,
  picture: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const own = Math.min(mm(width), Math.floor(room));
  return { width: own, height: Math.round((own * picture.height) / picture.width) };
}

const LEVELS = { 1: 'contents1', 2: 'contents2', 3: 'contents3', 4: 'contents3' } as const;
/** A subtask stands so much further in than its task, in mm. */
const DEEPER = 4;

export function contentsParagraphs(
  context: WriterContext,
  block: ContentsBlock,
  width: number,
): readonly Paragraph[] {
  const rule = { bottom: { width: RULE + 0.2, colour: context.sheet.colour('main') } };
  const more = { border: rule, after: mm(5) };
  return [
    textParagraph(context, { text: block.title, name: 'contentsTitle', breaks: true, more }, width),
    ...block.entries.map((entry) => entryParagraph(context, entry, width)),
  ];
}

/** The label, dots, and the number of the page, which 한글 works out anew. */
function entryParagraph(
  context: WriterContext,
  { level, label, target }: ContentsEntry,
  width: number,
): Paragraph {
  const name = LEVELS[level];
  const own = context.sheet.theme.styles[name];
  const style = level === 4 ? { ...own, indent: own.indent + DEEPER } : own;
  const more = { tab: { at: width, dots: true }, ...(level === 1 && { keepWithNext: true }) };
  const paragraph = textParagraph(context, { text: label, name, style, more }, width);
  context.leaves.pageNumber(label);
  return {
    ...paragraph,
    runs: [...paragraph.runs, tabRun(context, style, true), pageReference(context, target, style)],
  };
}

/** `%xrf`, as 한글 calls fields that refer. */
const REFERENCE = 0x25787266;
const FIRST_FIELD = 1_300_000_000;

/** A field that 한글 works out; where it leads to no heading of the outline, the number alone. */
function pageReference(context: WriterContext, target: string, style: TextStyle): string {
  const paragraph = context.targets.get(target);
  if (paragraph === undefined) return wordsRun(context, context.pageOf(target), style);
  const id = FIRST_FIELD + context.numbers.next++;
  const path = `?#${paragraph};`;
  const parameter = (kind: string, name: string, value: string) => tag(`hp:${kind}Param`, { name }, value);
  return run(
    context.sheet.character(style),
    tag(
      'hp:ctrl',
      {},
      tag(
        'hp:fieldBegin',
        {
          id,
          type: 'CROSSREF',
          name: '',
          editable: 0,
          dirty: 0,
          zorder: -1,
          fieldid: REFERENCE,
          metaTag: '',
        },
        tag(
          'hp:parameters',
          { cnt: 8, name: '' },
          // Spelt as 한글 spells it.
          parameter('boolean', 'Fiexde', '1'),
          parameter('integer', 'Prop', '0'),
          // The page (0) of a paragraph of the outline (5).
          parameter('string', 'Command', `${path}5;0;0;0;`),
          parameter('string', 'RefPath', path),
          parameter('string', 'RefType', 'TARGET_OUTLINE'),
          parameter('string', 'RefContentType', 'OBJECT_TYPE_PAGE'),
          parameter('boolean', 'RefHyperLink', 'false'),
          parameter('string', 'RefOpenType', 'HWPHYPERLINK_JUMP_CURRENTTAB'),
        ),
      ),
    ),
    tag('hp:t', {}, escaped(context.pageOf(target))),
    tag('hp:ctrl', {}, tag('hp:fieldEnd', { beginIDRef: id, fieldid: REFERENCE })),
  );
}

/** Its rows between two rules, in the lower part of the page. */
export function colophonParagraphs(
  context: WriterContext,
  block: ColophonBlock,
  width: number,
): readonly Paragraph[] {
  const { sheet } = context;
  const inner = { ...context, inCell: true };
  const style = sheet.theme.styles.colophon;
  const padding = mm(COLOPHON.padding);
  const columns = [mm(COLOPHON.label), width - mm(COLOPHON.label)];
  const side = { width: RULE, colour: sheet.colour('main') };
  const rows = block.rows.map((row, index) =>
    [
      { text: row.label, style: { ...style, weight: 'semibold', colour: 'main' } as const },
      { text: row.text, style },
    ].map((own, column) => ({
      column,
      colSpan: 1,
      rowSpan: 1,
      top: true,
      border: {
        ...(index === 0 && { top: side }),
        ...(index === block.rows.length - 1 && { bottom: side }),
      },
      paragraphs: [
        textParagraph(inner, { ...own, name: 'colophon' }, (columns[column] ?? width) - 2 * padding),
      ],
    })),
  );
  const title: TextStyle = { ...style, size: 13, leading: 20, weight: 'bold' };
  return [
    textParagraph(
      context,
      {
        text: block.title,
        name: 'colophon',
        style: title,
        breaks: true,
        controls: [bareHead(context)],
        more: { before: mm(COLOPHON.above), after: mm(3), keepWithNext: true },
      },
      width,
    ),
    ...(rows.length === 0
      ? []
      : [tableParagraph(context, { columns, rows, padding: { x: padding, y: mm(0.8) } })]),
  ];
}

/** Issuer and lines on the main colour, at the foot of the page. */
export function backCoverParagraphs(
  context: WriterContext,
  block: BackCoverBlock,
  width: number,
): readonly Paragraph[] {
  const { sheet } = context;
  const inner = { ...context, inCell: true };
  const { coverSmall, coverIssuer } = sheet.theme.styles;
  const padding = mm(COVER.text);
  const room = width - 2 * padding;
  const small = { ...coverSmall, colour: 'white', size: 10, leading: 15 };
  const accent = { width: 5, colour: sheet.colour('accent') };
  const cell = {
    column: 0,
    colSpan: 1,
    rowSpan: 1,
    border: { top: accent, fill: sheet.colour('main') },
    paragraphs: [
      textParagraph(inner, { text: block.issuer, name: 'coverIssuer', more: { after: mm(3) } }, room),
      ...block.lines.map((text) => textParagraph(inner, { text, name: 'coverSmall', style: small }, room)),
    ],
  };
  const grid = { columns: shared([1], width), rows: [[cell]], padding: { x: padding, y: padding } };
  const table = tableParagraph(context, grid, { spaceBefore: BACK.above, breaks: true });
  return [{ ...table, height: table.height + coverIssuer.leading, runs: [bareHead(context), ...table.runs] }];
}
