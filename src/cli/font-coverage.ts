// What a plan prints and the fonts -> the characters that no font has, and where each stands first.
import type { CheckInput } from '../check/rule.ts';
import type { SourceFolder } from '../commands/sources.ts';
import { formatLocation, type SourceLocation } from '../diagnostic.ts';
import { plainText } from '../document/inline.ts';
import { Typeface } from '../document/typeface.ts';
import { plainMarkers } from '../plan/typed-markers.ts';

interface FontCoverage {
  /** How many different characters the texts have. */
  readonly characters: number;
  readonly missing: readonly { readonly character: string; readonly place: string }[];
}

/** What is no ink: blanks, ends of lines, controls. */
const NO_INK = /[\s\p{Cc}]/u;

/**
 * Looks at every text and chart that is printed; at all that is typed, comments too, where nothing can be composed (`printed` unset).
 * Without fonts, no character is looked up.
 */
export function fontCoverage(
  plan: SourceFolder,
  printed: Pick<CheckInput, 'texts' | 'document' | 'plan'> | undefined,
  fonts: ReadonlyMap<string, Uint8Array>,
): FontCoverage {
  const first = new Map<string, string>();
  const look = (text: string, place: () => string) => {
    for (const character of text)
      if (!first.has(character) && !NO_INK.test(character)) first.set(character, place());
  };
  const at = (place: SourceLocation) => () =>
    'line' in place ? `${place.file}:${place.line}` : formatLocation(place);
  // Heads of pages.
  if (printed !== undefined) {
    look(printed.document.title, at(printed.plan.title.place));
    look(printed.document.issuer, at(printed.plan.issuer.place));
  }
  for (const { text } of printed?.texts ?? []) look(plainText(text.inlines), at(text.place));
  for (const block of printed?.document.blocks ?? [])
    if (block.kind === 'chart') look(JSON.stringify(block.spec), at(block.caption.place));
  for (const [name, text] of printed === undefined ? plan.files : [])
    if (/\.(yaml|hbs)$/.test(name))
      for (const [index, line] of plainMarkers(text).split('\n').entries())
        look(line, () => `${plan.displayRoot}/${name}:${index + 1}`);
  const typeface = new Typeface(fonts);
  const missing =
    fonts.size === 0
      ? []
      : [...first]
          .filter(
            ([character]) => typeface.glyph(character.codePointAt(0) ?? 0, 'regular', false) === undefined,
          )
          .map(([character, place]) => ({ character, place }));
  return { characters: first.size, missing };
}
