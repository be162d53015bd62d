// The theme and a plan's own colours -> the theme in the office's colours.
import type { Theme, ThemeColour } from '../document/theme.ts';
import { nearestOf } from '../figure/nearest.ts';
import type { Session } from './session.ts';

const RGB = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu;

/** The theme with the colours that the plan names; a name that the theme does not have is `unknown-colour`. */
export function officeColours(session: Session): Theme {
  const { theme } = session.templates;
  const own: Record<string, ThemeColour> = {};
  for (const [name, { text: rgb, place }] of Object.entries(session.plan.colours)) {
    if (Object.hasOwn(theme.colours, name)) {
      own[name] = { rgb, cmyk: inkOf(rgb), place };
      continue;
    }
    const names = Object.keys(theme.colours);
    session.fault({
      rule: 'unknown-colour',
      message: `모양(theme.yaml)에 없는 색입니다: ${name}.`,
      expected: nearestOf(name, names) ?? names.join(', '),
      place,
    });
  }
  return { ...theme, colours: { ...theme.colours, ...own } };
}

/** Percents of ink by the plain formula, black drawn out of the three; a press that needs better is told its own values. */
function inkOf(rgb: string): ThemeColour['cmyk'] {
  const [red = 0, green = 0, blue = 0] = (RGB.exec(rgb) ?? [])
    .slice(1)
    .map((pair) => Number.parseInt(pair, 16));
  const light = Math.max(red, green, blue);
  const ink = (part: number) => (light === 0 ? 0 : Math.round((1 - part / light) * 100));
  return [ink(red), ink(green), ink(blue), Math.round((1 - light / 255) * 100)];
}
