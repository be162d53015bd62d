// Runs of a file for 한글 on their grounds -> letters that nobody sees: too near the colour of what they stand on, or too small.
import { contrast, rgbOf } from '../../document/contrast.ts';
import { shown } from '../pdf-fault.ts';
import type { HwpxFinding } from './finding.ts';
import type { HeaderLooks } from './read-looks.ts';
import type { ReadBody } from './read-text.ts';

/** In hundredths of a point. */
const LEAST_SIZE = 400;
/** Far below what the check asks of a theme: here nothing is read at all. */
const LEAST = 1.2;
const PAPER = '#FFFFFF';

export function* unseenFaults(looks: HeaderLooks, { paragraphs }: ReadBody): Generator<HwpxFinding> {
  const groundOf = (border: string | undefined): string | undefined => {
    const fill = border?.split(', ').at(4)?.split('|')[0];
    return fill === undefined || fill === 'none' ? undefined : fill;
  };
  for (const { node, cell, pieces } of paragraphs) {
    const look = looks.paragraphs.get(node.attributes.get('paraPrIDRef') ?? '')?.split('|')[9];
    const ground = groundOf(look) ?? groundOf(cell && looks.borders.get(cell.border)) ?? PAPER;
    for (const { text, letters } of pieces) {
      const [size = '', colour = '', shade = ''] = looks.letters.get(letters)?.split(' ') ?? [];
      const [ink, paper] = [rgbOf(colour), rgbOf(shade === 'none' ? ground : shade)];
      if (text.trim() === '' || ink === undefined || paper === undefined) continue;
      if (contrast(ink, paper) < LEAST || Number(size) < LEAST_SIZE)
        yield { rule: 'text-unseen', what: `글이 보이지 않습니다: ‘${shown(text)}’` };
    }
  }
}
