// Every style of text -> the colours that it is printed in, and the grounds that it is printed on: a table of what the layouts do.
import type { Block } from './document.ts';
import type { LayoutColour, TextStyleName, Theme } from './theme.ts';

/** One ground of a style's texts. */
export interface TextUse {
  readonly ground: LayoutColour | 'paper' | 'strategy';
  /** What is printed there, for the reader of a message. */
  readonly what: string;
  /** Its colour where it is not the style's. */
  readonly colour?: LayoutColour | 'strategy';
  /** Its size in points where it is not the style's, and its weight. */
  readonly size?: number;
  readonly bold?: true;
  /** The blocks that have it; every document where unset. */
  readonly in?: readonly Block['kind'][];
  /** Only review copies have it. */
  readonly review?: true;
}

const TABLE = ['table'] as const;
const SCHEDULE = ['schedule'] as const;
const COVER = ['cover'] as const;
const VISION = ['vision'] as const;
const DIAGRAM = ['diagram'] as const;
const SWOT = ['swot'] as const;

/** The workbooks' cells are as those of tables: text on paper, heads and totals, links in main. */
const CELLS: readonly TextUse[] = [
  { ground: 'paper', what: '표의 글' },
  { ground: 'header', what: '표의 머리', bold: true },
  { ground: 'total', what: '표의 합계', bold: true },
];

function onPaper(what: string, kinds?: readonly Block['kind'][]): readonly TextUse[] {
  return [{ ground: 'paper', what, ...(kinds && { in: kinds }) }];
}

/** A test holds it against the laid out pages. The watermark is decoration: it lies behind the text and says what the head says. */
const TEXT_GROUNDS: Readonly<Record<TextStyleName, readonly TextUse[]>> = {
  partNumeral: [{ ground: 'main', what: '부의 번호', in: ['part'] }],
  partTitle: [{ ground: 'main', what: '부의 제목', in: ['part'] }],
  section: [
    { ground: 'paper', what: '절의 제목', in: ['section'] },
    { ground: 'main', what: '절의 번호', colour: 'white', in: ['section'] },
  ],
  subsection: onPaper('항의 제목', ['subsection']),
  heading: [
    { ground: 'paper', what: '항목의 제목', in: ['heading'] },
    { ground: 'paper', what: '항목의 표시 □', colour: 'main', in: ['heading'] },
  ],
  item1: onPaper('본문'),
  item2: onPaper('본문'),
  item3: onPaper('본문'),
  item4: onPaper('본문'),
  remark: [
    ...onPaper('※ 글', ['remark']),
    { ground: 'warm', what: '빠진 자료의 자리', in: ['missing'], review: true },
    { ground: 'paper', what: '점선의 설명', colour: 'change', in: SCHEDULE, review: true },
  ],
  paragraph: onPaper('본문'),
  caption: onPaper('표와 그림의 제목', ['table', 'chart', 'image', 'diagram']),
  unitLine: onPaper('표와 그림의 단위', ['table', 'chart', 'image', 'diagram']),
  table: CELLS.map((use) => ({ ...use, in: TABLE })),
  tableDense: [
    ...CELLS.map((use) => ({ ...use, in: TABLE })),
    { ground: 'paper', what: '일정표의 사업', in: SCHEDULE },
    { ground: 'header', what: '일정표의 머리', bold: true, in: SCHEDULE },
    { ground: 'strategy', what: '일정표의 추진전략', colour: 'white', bold: true, in: SCHEDULE },
  ],
  footnote: onPaper('각주'),
  runningHead: [
    ...onPaper('머리글'),
    { ground: 'paper', what: '검토본 표시', colour: 'change', bold: true, review: true },
    { ground: 'white', what: '검토본 표시', colour: 'change', bold: true, review: true },
  ],
  pageNumber: onPaper('쪽 번호'),
  boxTitle: [
    ...onPaper('상자의 제목', ['box']),
    { ground: 'white', what: 'SWOT 상자의 제목', in: SWOT },
    { ground: 'header', what: 'SWOT 상자의 제목', in: SWOT },
  ],
  boxItem: [
    { ground: 'white', what: 'SWOT 상자의 글', in: SWOT },
    { ground: 'header', what: 'SWOT 상자의 글', in: SWOT },
  ],
  // Charts name their colours themselves.
  chart: [],
  coverSmall: [
    ...onPaper('표지의 작은 글', COVER),
    { ground: 'paper', what: '표지의 변경 표시', colour: 'main', size: 11, bold: true, in: COVER },
    { ground: 'main', what: '뒤표지의 글', colour: 'white', size: 10, in: ['back-cover'] },
  ],
  coverSlogan: onPaper('표지의 구호', COVER),
  coverSeries: [
    ...onPaper('표지의 사업 이름', COVER),
    { ground: 'paper', what: '표지의 꼬리표', colour: 'main', in: COVER },
  ],
  coverTitle: onPaper('표지의 제목', COVER),
  coverVision: [{ ground: 'main', what: '표지의 비전', in: COVER }],
  coverIssuer: [{ ground: 'main', what: '표지의 기관', in: ['cover', 'back-cover'] }],
  contentsTitle: onPaper('차례의 제목', ['contents']),
  contents1: onPaper('차례', ['contents']),
  contents2: onPaper('차례', ['contents']),
  contents3: [
    ...onPaper('차례', ['contents']),
    { ground: 'main', what: '부의 차례', colour: 'white', bold: true, in: ['part'] },
  ],
  banner: [{ ground: 'paper', what: '과제의 추진전략', colour: 'strategy', in: ['task-sheet'] }],
  sheetPurpose: onPaper('과제의 목적', ['task-sheet']),
  sheetTitle: onPaper('과제의 제목', ['task-sheet']),
  label: onPaper('【 】 이름', ['label']),
  visionLabel: [
    { ground: 'main', what: '비전 그림의 이름표', in: VISION },
    { ground: 'main', what: '조직도의 맨 위 상자', in: DIAGRAM },
  ],
  visionText: [{ ground: 'white', what: '비전 그림의 글', in: VISION }],
  visionTitle: [
    { ground: 'header', what: '비전 그림의 제목', in: VISION },
    { ground: 'header', what: '조직도의 상자', in: DIAGRAM },
  ],
  visionBox: [
    ...onPaper('비전 그림의 실천과제', VISION),
    { ground: 'header', what: '비전 그림의 추진전략', bold: true, in: VISION },
    { ground: 'header', what: '조직도의 상자', in: DIAGRAM },
    { ground: 'white', what: '조직도의 상자', in: DIAGRAM },
  ],
  schedule: [{ ground: 'bar', what: '일정표의 막대', in: SCHEDULE }],
  colophon: [
    ...onPaper('판권', ['colophon']),
    { ground: 'paper', what: '판권의 이름', colour: 'main', in: ['colophon'] },
  ],
  watermark: [],
};

/** The uses of a style with the colours of a theme: one for each colour of its strategies. */
export function usesOf(
  name: TextStyleName,
  theme: Theme,
): readonly (Omit<TextUse, 'colour' | 'ground'> & { readonly colour: string; readonly ground: string })[] {
  const each = (colour: string) =>
    colour === 'strategy' ? new Set([...theme.strategies, 'main', 'second']) : [colour];
  return TEXT_GROUNDS[name].flatMap((use) =>
    [...each(use.colour ?? theme.styles[name].colour)].flatMap((colour) =>
      [...each(use.ground)].map((ground) => ({ ...use, colour, ground })),
    ),
  );
}
