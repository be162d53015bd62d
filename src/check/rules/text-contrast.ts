// text-contrast: letters in a colour that cannot be told from the ground they are printed on.
import {
  contrast,
  LEAST_CONTRAST,
  LEAST_LARGE,
  PAPER,
  printedRgb,
  type Rgb,
  rgbOf,
  textInks,
} from '../../document/contrast.ts';
import type { Document } from '../../document/document.ts';
import { withInner } from '../../document/reading.ts';
import { type TextUse, usesOf } from '../../document/text-grounds.ts';
import type { TextStyle, TextStyleName, Theme } from '../../document/theme.ts';
import type { Plan } from '../../plan/plan.ts';
import { chartContrast, contrastCause } from '../chart-contrast.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const textContrast: Rule = {
  title: '글자색과 바탕색의 명암비는 4.5 이상(큰 글자는 3 이상)입니다.',
  reason: '명암비가 낮은 글자는 눈이 나쁘거나 흐린 인쇄물을 보는 사람이 읽지 못합니다.',
  severity: 'error',
  *find({ plan, document }) {
    const found = new Map<string, Weak[]>();
    for (const weak of weakUses(plan, document)) {
      const key = `${weak.medium} ${weak.text}-on-${weak.ground}`;
      found.set(key, [...(found.get(key) ?? []), weak]);
    }
    for (const [subject, uses] of found) yield foundAt(plan, document.theme, subject, uses);
    for (const block of document.blocks.flatMap(withInner))
      if (block.kind === 'chart') yield* chartContrast(block, document.theme);
  },
};

type Medium = 'screen' | 'press';

interface Weak {
  readonly medium: Medium;
  readonly text: string;
  readonly ground: string;
  readonly ratio: number;
  readonly least: number;
  readonly use: Pick<TextUse, 'what' | 'review'>;
  /** How both look there: `#RRGGBB`, or inks. */
  readonly shown: string;
}

function* weakUses(plan: Plan, document: Document): Iterable<Weak> {
  const { theme } = document;
  const kinds = new Set(document.blocks.flatMap(withInner).map(({ kind }) => kind));
  for (const [name, style] of Object.entries(theme.styles))
    for (const use of usesOf(name as TextStyleName, theme)) {
      if (use.in !== undefined && !use.in.some((kind) => kinds.has(kind))) continue;
      const { ground, colour: text } = use;
      const least = isLarge(style, use) ? LEAST_LARGE : LEAST_CONTRAST;
      for (const { medium, front, back, shown } of looks(plan, theme, text, ground)) {
        const ratio = contrast(front, back);
        if (ratio < least) yield { medium, text, ground, ratio, least, use, shown };
      }
    }
}

interface Look {
  readonly medium: Medium;
  readonly front: Rgb;
  readonly back: Rgb;
  readonly shown: string;
}

/** On the screen, and in the press file where the plan has inks of its own for one of the two. */
function looks({ press }: Plan, { colours }: Theme, text: string, ground: string): readonly Look[] {
  const hex = (name: string) => (name === 'paper' ? '#FFFFFF' : (colours[name]?.rgb ?? '#FFFFFF'));
  const screen: Look = {
    medium: 'screen',
    front: rgbOf(hex(text)) ?? PAPER,
    back: rgbOf(hex(ground)) ?? PAPER,
    shown: `글자 ${text} ${hex(text)}, 바탕 ${ground === 'paper' ? '종이' : ground} ${hex(ground)}`,
  };
  if (!press.inks.has(text) && !press.inks.has(ground)) return [screen];
  const inks = (name: string) =>
    name === 'paper'
      ? ([0, 0, 0, 0] as const)
      : (press.inks.get(name) ?? colours[name]?.cmyk ?? [0, 0, 0, 0]);
  const alone = textInks(inks(text));
  return [
    screen,
    {
      medium: 'press',
      front: printedRgb(alone),
      back: printedRgb(inks(ground)),
      shown: `글자 ${text} 잉크 [${alone.join(', ')}], 바탕 ${ground === 'paper' ? '종이' : ground} [${inks(ground).join(', ')}]`,
    },
  ];
}

function isLarge({ size, weight }: TextStyle, use: Pick<TextUse, 'bold' | 'size'>): boolean {
  const bold = use.bold === true || weight === 'bold' || weight === 'extrabold';
  return (use.size ?? size) >= (bold ? 14 : 18);
}

function foundAt(plan: Plan, theme: Theme, subject: string, uses: readonly Weak[]): Found {
  const [first] = uses;
  if (first === undefined) throw new Error('nothing found');
  const { text, ground, ratio, medium, shown } = first;
  const least = Math.max(...uses.map((one) => one.least));
  const where = [...new Set(uses.map(({ use }) => use.what))];
  const more = where.length > MOST_TOLD ? ` 등 ${where.length}가지` : '';
  // What the plan chose itself comes first.
  const [chosen, other] = [text, ground].toSorted(
    (a, b) => Number(Object.hasOwn(plan.colours, b)) - Number(Object.hasOwn(plan.colours, a)),
  );
  const [place = plan.title.place, otherPlace] =
    medium === 'press' ? [] : [chosen, other].map((name) => theme.colours[name ?? '']?.place);
  return {
    subject,
    severity: uses.every(({ use }) => use.review === true) ? 'warning' : 'error',
    message: `글자가 바탕에서 구별되지 않습니다(${where.slice(0, MOST_TOLD).join(', ')}${more}): ${shown}, 명암비 ${shownRatio(ratio)}.`,
    place,
    related: otherPlace === undefined ? [] : [{ place: otherPlace, note: `색 ${other}` }],
    cause: contrastCause(subject),
    stated: `${shownRatio(ratio)} (${shown})`,
    computed: `${least} 이상`,
    remedy: `${medium === 'press' ? 'plan.yaml의 press: inks:' : 'plan.yaml의 colours:나 모양(theme.yaml)'}에서 글자색이나 바탕색을 바꿉니다.`,
  };
}

/** Kinds of text that a message names. */
const MOST_TOLD = 4;

/** Rounded down, so that no 4.5 is told to be too little. */
function shownRatio(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}
