// Rich text -> runs of a paragraph: stretches of one look, line breaks, and notes where they are first referred to.
import type { HwpxPiece } from '../../document/hwpx-map.ts';
import type { Inline, RichText } from '../../document/inline.ts';
import type { TextStyle } from '../../document/theme.ts';
import { LINE_FEED } from '../pdf/type/line-break.ts';
import type { WriterContext } from './context.ts';
import { paragraphXml, run, subList } from './elements.ts';
import { widthOf } from './estimate.ts';
import type { RunVariation } from './style-sheet.ts';
import { mm, pt } from './units.ts';
import { escaped, tag } from './xml.ts';

/** Of what an edition changed, in a review copy. */
const MARKED = 'change';
/** `)`, by its code. */
const BRACKET = 41;
const FIRST_NOTE = 700000;
const BREAK = tag('hp:lineBreak');

/** Words of ours, which belong to no text of the data. */
export function wordsRun(
  { sheet }: WriterContext,
  words: string,
  style: TextStyle,
  variation: RunVariation = {},
): string {
  return run(sheet.character(style, variation), tag('hp:t', {}, escaped(words)));
}

/** What is typed before a text; a line feed ends a line within the paragraph. */
export function pieceRun({ sheet }: WriterContext, { text, letters }: HwpxPiece): string {
  return run(sheet.looks.character(letters), tag('hp:t', {}, text === LINE_FEED ? BREAK : escaped(text)));
}

/** To the end of the line, with dots before what follows or none; how wide it comes out is worked out by who opens the file. */
export function tabRun({ sheet }: WriterContext, style: TextStyle, dots: boolean): string {
  const tab = tag('hp:tab', { width: 4000, leader: dots ? 3 : 0, type: 2 });
  return run(sheet.character(style), tag('hp:t', {}, tab));
}

/** The runs of a text; it counts as written. `shown`: what is printed of it, where its number stands apart. */
export function textRuns(
  context: WriterContext,
  text: RichText,
  style: TextStyle,
  variation: RunVariation = {},
  shown: RichText = text,
): readonly string[] {
  context.leaves.text(text);
  const runs: string[] = [];
  let open: { readonly look: number; content: string } | undefined;
  const close = (): void => {
    if (open !== undefined) runs.push(run(open.look, tag('hp:t', {}, open.content)));
    open = undefined;
  };
  for (const inline of shown.inlines) {
    if (inline.kind === 'note-reference') {
      close();
      runs.push(reference(context, inline.note, style, variation));
      continue;
    }
    const look =
      inline.kind === 'line-break'
        ? (open?.look ?? context.sheet.character(style, variation))
        : lookOf(context, inline, style, variation);
    if (open !== undefined && open.look !== look) close();
    if (inline.kind === 'line-break') {
      close();
      runs.push(run(look, tag('hp:t', {}, BREAK)));
    } else {
      open ??= { look, content: '' };
      open.content += escaped(inline.text);
    }
  }
  close();
  return runs;
}

function lookOf(
  { document, sheet }: WriterContext,
  inline: Extract<Inline, { readonly text: string }>,
  style: TextStyle,
  variation: RunVariation,
): number {
  const marked =
    inline.kind === 'figure' && document.reviewCopy && document.edition?.marked.has(inline.address) === true;
  return sheet.character(style, {
    ...variation,
    bold: inline.bold || variation.bold === true,
    ...(marked && { colour: MARKED, underlined: true }),
  });
}

/** The note itself at its first reference, its number alone at others: a program counts notes by their places. */
function reference(context: WriterContext, id: string, style: TextStyle, variation: RunVariation): string {
  const { sheet, document, noted } = context;
  const note = document.notes.get(id);
  if (note === undefined) throw new Error(`no such note: ${id}`);
  const { number, content } = note;
  if (noted.has(id)) return wordsRun(context, `${number})`, style, { ...variation, raised: true });
  noted.add(id);
  const own = sheet.theme.styles.footnote;
  const label = tag(
    'hp:ctrl',
    {},
    tag(
      'hp:autoNum',
      { num: number, numType: 'FOOTNOTE' },
      tag('hp:autoNumFormat', { type: 'DIGIT', userChar: '', prefixChar: '', suffixChar: ')', supscript: 0 }),
    ),
  );
  const look = sheet.lookOf(own, { hang: pt(widthOf(`${number}) `, own.size)), after: mm(own.after) });
  const letters = sheet.letters(own);
  context.map.notes.set(number, {
    style: 'footnote',
    look,
    letters,
    lead: [{ text: `${number}) `, letters }],
  });
  const paragraph = {
    look,
    style: sheet.style('footnote'),
    runs: [run(sheet.character(own), label, tag('hp:t', {}, ' ')), ...textRuns(context, content, own)],
    height: 0,
  };
  return run(
    sheet.character(style, variation),
    tag(
      'hp:ctrl',
      {},
      tag(
        'hp:footNote',
        { number, suffixChar: BRACKET, instId: FIRST_NOTE + number },
        subList('TOP', paragraphXml(context, paragraph)),
      ),
    ),
  );
}
