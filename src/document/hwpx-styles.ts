// Styles of the theme -> their names in a file for 한글, where an official finds them in the list, and their levels of the outline.
import type { TextStyleName } from './theme.ts';

/** What a chart holds is drawn, and there is no ground behind the text. */
export type HwpxStyle = Exclude<TextStyleName, 'chart' | 'watermark'>;

export const STYLE_NAMES: Readonly<Record<HwpxStyle, string>> = {
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
export const OUTLINE: Partial<Record<HwpxStyle, number>> = {
  partTitle: 0,
  section: 1,
  subsection: 2,
  sheetTitle: 2,
  heading: 3,
};
