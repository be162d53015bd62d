// Runs of a file for 한글 on their grounds -> letters that nobody sees: in the colour of what they stand on, or too small.
import { shown } from '../pdf-fault.ts';
import type { HwpxFinding } from './finding.ts';
import { grounds, listOf } from './grounds.ts';
import type { ReadPackage } from './read-package.ts';
import { child, number, type ReadBody } from './read-text.ts';

/** In hundredths of a point. */
const LEAST_SIZE = 400;
const PAPER = '#FFFFFF';

export function* unseenFaults({ header }: ReadPackage, { paragraphs }: ReadBody): Generator<HwpxFinding> {
  const groundOf = grounds(header);
  const letters = new Map(listOf(header, 'hh:charProperties').map((one) => [one.attributes.get('id'), one]));
  const looks = new Map(
    listOf(header, 'hh:paraProperties').map((one) => [
      one.attributes.get('id'),
      groundOf(child(one, 'hh:border')?.attributes.get('borderFillIDRef') ?? ''),
    ]),
  );
  for (const { node, cell } of paragraphs) {
    const ground = looks.get(node.attributes.get('paraPrIDRef')) ?? (cell && groundOf(cell.border)) ?? PAPER;
    for (const run of node.children) {
      const text = run.children.map((one) => (one.name === 'hp:t' ? one.text : '')).join('');
      const look = letters.get(run.attributes.get('charPrIDRef'));
      if (text.trim() === '' || look === undefined) continue;
      const shade = look.attributes.get('shadeColor') ?? 'none';
      if (
        look.attributes.get('textColor') === (shade === 'none' ? ground : shade) ||
        number(look, 'height') < LEAST_SIZE
      )
        yield { rule: 'text-unseen', what: `글이 보이지 않습니다: ‘${shown(text)}’` };
    }
  }
}
