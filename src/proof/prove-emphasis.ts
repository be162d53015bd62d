// A document and the map of its layout -> words of its lines that are set bold where they are plain, or plain where they are bold.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { LayoutMap, PlacedText } from '../document/layout-map.ts';
import { placeOf, withInner } from '../document/reading.ts';
import { FACES } from '../document/typeface.ts';
import { squeezed } from './expected-text.ts';
import type { PdfFaults } from './pdf-faults.ts';

const BOLD: ReadonlySet<string> = new Set(
  Object.values(FACES).flatMap(({ file, bold }) => (bold ? [file.replace(/\.ttf$/, '')] : [])),
);
/** Letters of a stretch that is told from others. */
const LEAST = 2;

/** One fault a document: what is wrong in one line mostly is in all. */
export function proveEmphasis(
  faults: PdfFaults,
  { blocks, theme }: Document,
  { texts }: LayoutMap,
): readonly Diagnostic[] {
  const byBlock = new Map<string, PlacedText[]>();
  for (const text of texts) {
    const own = byBlock.get(text.block) ?? [];
    byBlock.set(text.block, own);
    own.push(text);
  }
  for (const block of blocks.flatMap(withInner)) {
    if (block.kind !== 'item' || theme.styles[`item${block.level}`].weight !== 'regular') continue;
    const said = (bold: boolean): string =>
      block.content.inlines
        .map((inline) => ('text' in inline && inline.bold === bold ? squeezed(inline.text) : '|'))
        .join('');
    const [heavy, plain] = [said(true), said(false)];
    const isWrong = ({ role, text, font }: PlacedText): boolean => {
      const own = squeezed(text);
      if (role !== 'body' || own.length < LEAST || own === squeezed(block.marker)) return false;
      const [inHeavy, inPlain] = [heavy.includes(own), plain.includes(own)];
      return inHeavy !== inPlain && BOLD.has(font) !== inHeavy;
    };
    const wrong = byBlock.get(block.id)?.find(isWrong);
    if (wrong !== undefined) return [faults.look.emphasis(wrong, BOLD.has(wrong.font), placeOf(block))];
  }
  return [];
}
