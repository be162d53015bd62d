// Runs, lists of paragraphs and paragraphs -> XML.
import type { Paragraph, WriterContext } from './context.ts';
import { tag } from './xml.ts';

/** One run; `content` is XML. */
export function run(character: number, ...content: readonly string[]): string {
  return tag('hp:run', { charPrIDRef: character }, ...content);
}

/** What holds the paragraphs of a note, a cell or a running head. */
export function subList(
  vertical: 'TOP' | 'CENTER' | 'BOTTOM',
  content: string,
  size: { readonly width: number; readonly height: number } = { width: 0, height: 0 },
): string {
  return tag(
    'hp:subList',
    {
      id: '',
      textDirection: 'HORIZONTAL',
      lineWrap: 'BREAK',
      vertAlign: vertical,
      linkListIDRef: 0,
      linkListNextIDRef: 0,
      textWidth: size.width,
      textHeight: size.height,
      hasTextRef: 0,
      hasNumRef: 0,
    },
    content,
  );
}

/** `first`: runs that stand before its own; `breaks`: whether it begins a page. */
export function paragraphXml(
  { sheet, inCell }: Pick<WriterContext, 'sheet' | 'inCell'>,
  { look, style, runs, id = 0, breaks = false }: Paragraph,
  first: readonly string[] = [],
): string {
  const all = [...first, ...runs];
  return tag(
    'hp:p',
    {
      id,
      paraPrIDRef: sheet.looks.paragraph(look),
      styleIDRef: style,
      pageBreak: breaks && !inCell ? 1 : 0,
      columnBreak: 0,
      merged: 0,
    },
    ...(all.length === 0 ? [run(sheet.holder, tag('hp:t'))] : all),
  );
}
