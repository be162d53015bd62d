// A theme -> named styles that an official finds in the list of 한글, and the looks that depart from them.
import type { TextStyle, TextStyleName, Theme } from '../../document/theme.ts';
import { screenColour } from '../pdf/file/colours.ts';
import type { BorderLook, ParagraphLook } from './look.ts';
import { Looks } from './looks.ts';
import { mm } from './units.ts';

/** What a chart holds is drawn, and there is no ground behind the text. */
export type StyleName = Exclude<TextStyleName, 'chart' | 'watermark'>;

const STYLE_NAMES: Readonly<Record<StyleName, string>> = {
  paragraph: '본문',
  partNumeral: '부 번호',
  partTitle: '부 제목',
  section: '절 제목',
  subsection: '항 제목',
  heading: '□ 제목',
  item1: '○ 항목',
  item2: '- 항목',
  item3: '· 항목',
  item4: '▷ 항목',
  remark: '※ 글',
  label: '【 】 이름',
  caption: '표·그림 제목',
  unitLine: '단위 줄',
  table: '표 글',
  tableDense: '표 글(작게)',
  footnote: '각주',
  runningHead: '머리말',
  pageNumber: '쪽 번호',
  boxTitle: '상자 제목',
  boxItem: '상자 글',
  banner: '과제 전략',
  sheetPurpose: '과제 목적',
  sheetTitle: '과제 제목',
  visionLabel: '비전 이름표',
  visionText: '비전 글',
  visionTitle: '비전 제목',
  visionBox: '비전 과제',
  schedule: '일정 막대',
  contentsTitle: '차례 제목',
  contents1: '차례 1',
  contents2: '차례 2',
  contents3: '차례 3',
  coverSmall: '표지 작은 글',
  coverSlogan: '표지 구호',
  coverSeries: '표지 사업',
  coverTitle: '표지 제목',
  coverVision: '표지 비전',
  coverIssuer: '표지 기관',
  colophon: '판권',
};

/** Levels of the outline, from 0. */
const OUTLINE: Partial<Record<StyleName, number>> = {
  partTitle: 0,
  section: 1,
  subsection: 2,
  sheetTitle: 2,
  heading: 3,
};

/** Of a table's own paragraph: as low as a line can be. */
const HOLDER_SIZE = 1;

/** How a run departs from its style. */
export interface RunVariation {
  readonly bold?: boolean;
  /** A theme colour's name. */
  readonly colour?: string;
  readonly shade?: string;
  readonly raised?: boolean;
  readonly underlined?: boolean;
}

export class StyleSheet {
  readonly looks = new Looks();
  readonly theme: Theme;
  readonly #ids = new Map<StyleName, number>();
  /** Each is worked out once a file. */
  readonly #letters = new Map<string, number>();
  readonly #holder: number;

  constructor(theme: Theme) {
    this.theme = theme;
    const plain = theme.styles.paragraph;
    const paragraph = this.paragraph(plain, { before: 0, after: 0 });
    this.looks.style('바탕글', 'Normal', paragraph, this.character(plain));
    for (const [name, korean] of Object.entries(STYLE_NAMES) as [StyleName, string][]) {
      const style = theme.styles[name];
      const outline = OUTLINE[name];
      const look = this.paragraph(style, outline === undefined ? {} : { outline });
      this.#ids.set(name, this.looks.style(korean, name, look, this.character(style)));
    }
    this.#holder = this.character({ ...plain, size: HOLDER_SIZE });
  }

  /** The id of a named style. */
  style(name: StyleName): number {
    return this.#ids.get(name) ?? 0;
  }

  /** The id of what holds a table or a picture. */
  get holder(): number {
    return this.#holder;
  }

  /** The id of a style's letters. */
  character(style: TextStyle, variation: RunVariation = {}): number {
    const { bold = false, colour = style.colour, shade, raised = false, underlined = false } = variation;
    const key = [style.size, style.weight, bold, colour, shade, raised, underlined].join();
    const known = this.#letters.get(key);
    if (known !== undefined) return known;
    const id = this.looks.character({
      size: style.size,
      bold: bold || style.weight !== 'regular',
      colour: this.colour(colour),
      ...(shade !== undefined && { shade: this.colour(shade) }),
      spacing: Math.round(this.theme.letterSpacing * 100),
      raised,
      underlined,
    });
    this.#letters.set(key, id);
    return id;
  }

  /** The id of a style's paragraphs; lengths of `more` in HWPUNIT. */
  paragraph(style: TextStyle, more: Partial<ParagraphLook> = {}): number {
    return this.looks.paragraph(this.lookOf(style, more));
  }

  lookOf(style: TextStyle, more: Partial<ParagraphLook> = {}): ParagraphLook {
    return {
      align: style.align,
      left: mm(style.indent),
      hang: 0,
      before: mm(style.before),
      after: mm(style.after),
      line: Math.round((style.leading / style.size) * 100),
      ...more,
    };
  }

  /** `#RRGGBB` of a theme colour or its tint. */
  colour(name: string): string {
    const parts = screenColour(this.theme, name).map((part) => part.toString(16).padStart(2, '0'));
    return `#${parts.join('').toUpperCase()}`;
  }

  /** A rule all around, and the ground within. */
  frame(colour: string, points: number, fill?: string, dashed = false): BorderLook {
    const side = { width: points, colour: this.colour(colour), dashed };
    return {
      left: side,
      right: side,
      top: side,
      bottom: side,
      ...(fill !== undefined && { fill: this.colour(fill) }),
    };
  }
}
