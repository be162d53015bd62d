// Units as officials write them beside tables and in heads -> units: `(단위 : 천원, %)`, `사업비(백만원)`.
import type { Unit, Units } from '../figure/unit.ts';

/** `연도별 예산 (단위: 천원)` -> its title and the words of its units; undefined for a text without such an end. */
export function unitLineIn(text: string): { readonly title: string; readonly units: string } | undefined {
  const at = text.lastIndexOf('단위');
  const rest = text.slice(at + 2).trim();
  if (at < 0 || !/^[:：]/.test(rest)) return undefined;
  const units = rest
    .slice(1)
    .replace(/[)\]]$/, '')
    .trim();
  const title = text.slice(0, at).trimEnd().replace(/[([]$/, '').trim();
  return /[()[\]]/.test(units) ? undefined : { title, units };
}

/** One unit or several with commas between; a word that names none is given back. */
export function typedUnits(text: string, units: Units): readonly (Unit | string)[] {
  const said =
    unitLineIn(text)?.units ??
    text
      .trim()
      .replaceAll(/^[([]|[)\]]$/g, '')
      .trim();
  const whole = units.named(said);
  if (whole !== undefined) return [whole];
  const words = said.split(/[,，·、]/).map((word) => word.trim());
  return words.filter((word) => word !== '').map((word) => units.named(word) ?? word);
}

/** The unit that the end of a name says in brackets, `사업비(백만원)` and `(명)`; undefined where it says none. */
export function unitOfLabel(label: string, units: Units): Unit | undefined {
  const inside = /\(([^()]*)\)$/.exec(label.trim())?.[1] ?? '';
  return units.named(unitLineIn(inside)?.units ?? inside.trim());
}
