// A theme whose values are each within bounds -> those that do not go together: margins wider than the page, lines that overlap.
import type { Theme } from '../document/theme.ts';
import type { Scalar } from './node.ts';

interface ThemeMisfit {
  readonly at: Scalar;
  readonly message: string;
  readonly expected: string;
}

/** The values as typed, with their places. */
type Typed<Part extends 'page' | 'footnote' | 'part'> = Readonly<
  Record<Exclude<keyof Theme[Part], 'turned'>, Scalar>
>;

/** The least that is left for text between the margins, in mm: three fingers. */
const LEAST_TEXT = 70;
/** Of the text's width, the most that may stand before a text. */
const MOST_INDENT = 0.5;
/** Baselines nearer to each other than this part of the type size make lines overlap. */
const LEAST_LEADING = 0.9;

/** Each misfit at the value that could be changed, with the bound that the other values leave it. */
export function themeMisfits(
  { page, styles, part }: Theme,
  typed: {
    readonly page: Typed<'page'>;
    readonly styles: Readonly<Record<string, { readonly [key in 'leading' | 'indent']: Scalar }>>;
    readonly footnote: Typed<'footnote'>;
    readonly part: Typed<'part'>;
  },
): readonly ThemeMisfit[] {
  const misfits: ThemeMisfit[] = [];
  const width = page.width - page.left - page.right;
  const atMost = (at: Scalar, most: number, why: string) => {
    if (Number(at.text) <= most) return;
    const expected = most < 0 ? '더 큰 쪽이나 더 좁은 여백' : `${rounded(most)} 이하`;
    misfits.push({ at, message: `${why}: ${at.text}`, expected });
  };
  atMost(typed.page.right, page.width - page.left - LEAST_TEXT, '좌우 여백 사이에 글을 놓을 너비가 없습니다');
  atMost(
    typed.page.bottom,
    page.height - page.top - LEAST_TEXT,
    '위아래 여백 사이에 글을 놓을 높이가 없습니다',
  );
  // What follows counts with the room that is left.
  if (misfits.length > 0) return misfits;
  atMost(typed.page.runningHead, page.top, '머리글이 본문에 걸립니다');
  atMost(typed.page.pageNumber, page.bottom, '쪽 번호가 본문에 걸립니다');
  atMost(typed.footnote.ruleLength, width, '각주의 선이 본문보다 깁니다');
  atMost(
    typed.part.textAt,
    page.height - page.bottom - LEAST_TEXT / 2,
    '부를 여는 쪽에 본문을 놓을 자리가 없습니다',
  );
  atMost(typed.part.band, part.textAt, '부의 띠가 본문에 걸립니다');
  atMost(typed.part.numeralAt, part.band, '부의 번호가 띠를 벗어납니다');
  atMost(typed.part.titleAt, part.band, '부의 제목이 띠를 벗어납니다');
  atMost(typed.part.barHeight, part.band, '부의 장식이 띠보다 높습니다');
  atMost(typed.part.barWidth, page.width - page.left, '부의 장식이 쪽을 벗어납니다');
  for (const [name, { size, leading, hang }] of Object.entries(styles)) {
    const style = typed.styles[name];
    if (style === undefined) continue;
    if (leading < size * LEAST_LEADING)
      misfits.push({
        at: style.leading,
        message: `글자 크기 ${size}에 줄 간격이 좁아 줄이 겹칩니다: ${style.leading.text}`,
        expected: `${rounded(size * LEAST_LEADING)} 이상`,
      });
    atMost(style.indent, width * MOST_INDENT - hang, '들여쓰기가 본문 너비의 절반을 넘습니다');
  }
  return misfits;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
