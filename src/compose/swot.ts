// The plan's SWOT analysis -> its block.
import type { SwotBox } from '../document/blocks/swot.ts';
import type { SwotBlock } from '../document/document.ts';
import type { Swot } from '../plan/plan.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import { wording } from './rich-text.ts';
import type { Session } from './session.ts';

const FACTOR_TITLES = {
  strengths: '강점(S)',
  weaknesses: '약점(W)',
  opportunities: '기회(O)',
  threats: '위협(T)',
} as const satisfies Record<keyof Swot['factors'], string>;

/** Under a factor of which nothing is known. */
const UNKNOWN = '자료 없음';

/** The boxes in the order in which they are read. */
const BOXES = ['so', 'st', 'wo', 'wt'] as const;

export function composeSwot(session: Session, renderer: TemplateRenderer, swot: Swot): SwotBlock {
  // A publication does not show what nobody knows.
  const hidden: boolean = session.final && Object.values(swot.factors).every((items) => items === 'missing');
  const factor = (name: keyof Swot['factors']): SwotBox => {
    const items = swot.factors[name];
    return {
      title: wording(FACTOR_TITLES[name], swot.place),
      items: items === 'missing' ? [] : items.map((item) => richText(session, renderer, item)),
      ...(items === 'missing' && { unknown: wording(UNKNOWN, swot.place) }),
      ...(hidden && { hidden: true as const }),
    };
  };
  return {
    kind: 'swot',
    id: 'swot',
    alt: richText(session, renderer, swot.alt),
    factors: [factor('strengths'), factor('weaknesses'), factor('opportunities'), factor('threats')],
    boxes: BOXES.flatMap((id) => swot.strategies.filter((strategy) => strategy.id === id)).map(
      ({ title, items }) => ({
        title: richText(session, renderer, title),
        items: items.map((item) => richText(session, renderer, item)),
      }),
    ),
  };
}
