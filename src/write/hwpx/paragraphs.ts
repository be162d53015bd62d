// Texts with what hangs before them -> paragraphs of a named style; paragraphs -> XML.

import type { HwpxPiece, ParagraphLook } from '../../document/hwpx-map.ts';
import type { HwpxStyle } from '../../document/hwpx-styles.ts';
import { plainText, type RichText } from '../../document/inline.ts';
import type { TextStyle } from '../../document/theme.ts';
import type { Paragraph, WriterContext } from './context.ts';
import { run } from './elements.ts';
import { heightOf, linesOf, widthOf } from './estimate.ts';
import { pieceRun, textRuns } from './runs.ts';
import type { RunVariation } from './style-sheet.ts';
import { mm, pt } from './units.ts';
import { tag } from './xml.ts';

interface TextParagraph {
  readonly text: RichText;
  readonly name: HwpxStyle;
  /** The style that it has where that is not the named one. */
  readonly style?: TextStyle;
  /** What is printed of it behind its marker, where its own number is that. */
  readonly shown?: RichText;
  readonly marker?: string | undefined;
  /** Typed before the marker. */
  readonly lead?: readonly HwpxPiece[];
  /** Of the marker, where it is not the text's. */
  readonly markerLook?: RunVariation;
  readonly variation?: RunVariation;
  readonly more?: Partial<ParagraphLook>;
  readonly id?: number | undefined;
  readonly breaks?: boolean;
  /** Stands before all of it: controls of the page. */
  readonly controls?: readonly string[];
}

/** A text as a paragraph in so many HWPUNIT. A marker is typed, and the further lines hang behind it. */
export function textParagraph(context: WriterContext, paragraph: TextParagraph, width: number): Paragraph {
  const { sheet } = context;
  const { text, name, variation = {}, marker, id, breaks, controls = [] } = paragraph;
  const { style = sheet.theme.styles[name], shown = text, more = {} } = paragraph;
  const letters = sheet.letters(style, variation);
  const label = marker === undefined || marker === '' ? '' : `${marker} `;
  const hang = label === '' ? 0 : pt(widthOf(label, style.size));
  const look = sheet.lookOf(style, { hang, ...more });
  const room = (width - look.left - hang - (look.right ?? 0)) / 100;
  const lead = [
    ...(paragraph.lead ?? []),
    ...(label === ''
      ? []
      : [
          { text: marker ?? '', letters: sheet.letters(style, { ...variation, ...paragraph.markerLook }) },
          { text: ' ', letters: sheet.letters(style) },
        ]),
  ];
  context.map.texts.set(text, { style: name, look, letters, lead });
  return {
    look,
    style: sheet.style(name),
    runs: [
      ...controls,
      ...lead.map((piece) => pieceRun(context, piece)),
      ...textRuns(context, text, style, variation, shown),
    ],
    height: heightOf(linesOf(plainText(shown.inlines, '\n'), style.size, room), style),
    id,
    ...(breaks !== undefined && { breaks }),
  };
}

/** The paragraph of a named style that stands for something that is no text: a table, a picture. `content` is XML. */
export function holderParagraph(
  { sheet }: WriterContext,
  content: string,
  height: number,
  more: Partial<ParagraphLook> & { readonly spaceBefore?: number; readonly spaceAfter?: number } = {},
): Paragraph {
  const { spaceBefore = 0, spaceAfter = 0, ...look } = more;
  return {
    look: {
      align: 'left',
      left: 0,
      hang: 0,
      before: mm(spaceBefore),
      after: mm(spaceAfter),
      line: 100,
      ...look,
    },
    style: sheet.style('paragraph'),
    runs: [run(sheet.holder, content, tag('hp:t'))],
    height,
  };
}

/** A paragraph without a letter, as low as a line can be. */
export function emptyParagraph(context: WriterContext, more: Partial<ParagraphLook> = {}): Paragraph {
  const paragraph = holderParagraph(context, '', 100, more);
  context.map.blanks.push({ style: 'paragraph', look: paragraph.look });
  return paragraph;
}

/** What several paragraphs take below each other; the space above the first and below the last counts too. */
export function heightOfAll(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { look, height }) => sum + look.before + height + look.after, 0);
}
