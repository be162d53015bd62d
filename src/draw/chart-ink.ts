// A colour of Vega's and its opacity -> a colour of the theme, as the page and the press print it.

/** The colour's name in the theme, or a tint of it on white, since the press knows no transparency; undefined for none. */
export type InkOf = (colour: unknown, opacity: number) => string | undefined;

/** `names`: theme colour names by #rrggbb in lowercase. Throws at what is no colour in six figures. */
export function inksOf(names: ReadonlyMap<string, string>): InkOf {
  return (colour, opacity) => {
    if (
      colour === undefined ||
      colour === null ||
      colour === 'none' ||
      colour === 'transparent' ||
      opacity <= 0
    )
      return undefined;
    const named: Readonly<Record<string, string>> = { black: '#000000', white: '#ffffff' };
    // Vega's own defaults are names and short forms (#000).
    const rgb = (named[String(colour)] ?? String(colour).toLowerCase()).replace(
      /^#([0-9a-f])([0-9a-f])([0-9a-f])$/,
      '#$1$1$2$2$3$3',
    );
    if (!/^#[0-9a-f]{6}$/.test(rgb)) throw new Error(`인쇄할 수 없는 색입니다: ${JSON.stringify(colour)}.`);
    const name = names.get(rgb) ?? rgb;
    return opacity >= 1 ? name : `${name} ${opacity * 100}%`;
  };
}
