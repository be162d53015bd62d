// The texts of a plan and the fonts -> the characters that no font has, and where each stands first.
import type { SourceFolder } from '../commands/sources.ts';
import { Typeface } from '../document/typeface.ts';

interface FontCoverage {
  /** How many different characters the texts have. */
  readonly characters: number;
  readonly missing: readonly { readonly character: string; readonly place: string }[];
}

/** What is no ink: blanks, ends of lines, controls. */
const NO_INK = /[\s\p{Cc}]/u;

/** Looks at all that is typed, comments too. Without fonts, no character is looked up. */
export function fontCoverage(plan: SourceFolder, fonts: ReadonlyMap<string, Uint8Array>): FontCoverage {
  const first = new Map<string, string>();
  for (const [name, text] of plan.files) {
    if (!/\.(yaml|hbs)$/.test(name)) continue;
    for (const [index, line] of text.split('\n').entries()) {
      for (const character of line)
        if (!first.has(character) && !NO_INK.test(character))
          first.set(character, `${plan.displayRoot}/${name}:${index + 1}`);
    }
  }
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
