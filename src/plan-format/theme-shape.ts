// templates/theme.yaml -> its keys.
import * as v from 'valibot';
import type { TextStyleName } from '../document/theme.ts';
import { choice, entriesOf, INKS, mapping, must, scalar, textLike, within } from './shape.ts';
import { LATER, RULE, TURNED } from './theme-later.ts';

export const WEIGHTS = ['regular', 'semibold', 'bold', 'extrabold'] as const;
export const ALIGNS = ['left', 'center', 'right'] as const;

/** Sizes in points, lengths in mm: what a page of paper and a reader can do with. */
const STYLE = mapping({
  size: must(within(4, 144), '글자 크기', 'pt'),
  leading: must(within(4, 200), '줄 간격', '윗줄에서 아랫줄까지, pt'),
  weight: must(choice(...WEIGHTS), '굵기', WEIGHTS.join(', ')),
  colour: must(scalar, '색', 'colours에 있는 이름', { example: 'text' }),
  indent: must(within(0, 60), '들여쓰기', '글의 왼쪽 끝, mm'),
  hang: must(within(0, 60), '내어쓰기', '글머리표에서 글까지, mm. 글머리표가 없으면 0'),
  before: must(within(0, 60), '위의 빈 곳', 'mm'),
  after: must(within(0, 60), '아래의 빈 곳', 'mm'),
  align: must(choice(...ALIGNS), '맞춤', 'left 왼쪽, center 가운데, right 오른쪽'),
});

export type StyleShape = v.InferOutput<typeof STYLE>;

const style = (title: string) =>
  must(
    v.lazy(() => STYLE),
    title,
    '그 글의 글자와 자리',
  );

/** Typed by the names, so that a style the theme needs and this lacks does not compile. */
const STYLES = {
  partNumeral: style('장의 번호'),
  partTitle: style('장의 제목'),
  section: style('절의 제목'),
  subsection: style('항의 제목'),
  heading: style('□ 제목'),
  item1: style('○ 글'),
  item2: style('- 글'),
  item3: style('· 글'),
  item4: style('넷째 단의 글'),
  remark: style('※ 글'),
  paragraph: style('표시 없는 글'),
  caption: style('표와 그림의 제목'),
  unitLine: style('단위 줄'),
  table: style('표'),
  tableDense: style('촘촘한 표'),
  footnote: style('각주'),
  runningHead: style('쪽 머리'),
  pageNumber: style('쪽 번호'),
  boxTitle: style('상자의 제목'),
  boxItem: style('상자의 글'),
  chart: style('그림의 글자'),
  coverSmall: style('표지의 작은 글'),
  coverSlogan: style('표지의 구호'),
  coverSeries: style('표지의 총서'),
  coverTitle: style('표지의 제목'),
  coverVision: style('표지의 비전'),
  coverIssuer: style('표지의 기관'),
  contentsTitle: style('차례의 제목'),
  contents1: style('차례의 장'),
  contents2: style('차례의 절'),
  contents3: style('차례의 항목'),
  banner: style('전략 머리'),
  sheetPurpose: style('과제 시트의 목적'),
  sheetTitle: style('과제 시트의 제목'),
  label: style('과제 시트의 소제목'),
  visionLabel: style('비전 체계도의 이름표'),
  visionText: style('비전 체계도의 글'),
  visionTitle: style('비전 체계도의 제목'),
  visionBox: style('비전 체계도의 상자'),
  schedule: style('추진일정'),
  colophon: style('판권'),
  watermark: style('검토용 표시'),
} satisfies Record<TextStyleName, unknown>;

/** A side of the paper in mm: from about a fourth of A4 to beyond A1. */
const SIDE = within(100, 1000);
const MARGIN = within(0, 300);
const LENGTH = within(0, 1000);

export const THEME_FILE = mapping({
  page: must(
    mapping({
      width: must(SIDE, '너비', '종이의 너비, mm'),
      height: must(SIDE, '높이', '종이의 높이, mm'),
      top: must(MARGIN, '위 여백', 'mm'),
      bottom: must(MARGIN, '아래 여백', 'mm'),
      left: must(MARGIN, '안쪽 여백', '매는 쪽. 홀수 쪽의 왼쪽, mm'),
      right: must(MARGIN, '바깥쪽 여백', 'mm'),
      runningHead: must(MARGIN, '쪽 머리의 자리', '종이 위에서, mm'),
      pageNumber: must(MARGIN, '쪽 번호의 자리', '종이 아래에서, mm'),
      turned: TURNED,
    }),
    '쪽',
    '종이와 여백',
  ),
  letterSpacing: must(within(-0.1, 0.5), '자간', '글자 크기에 대한 비율'),
  ...LATER,
  styles: must(mapping(STYLES), '글의 모양', '글의 갈래마다 글자와 자리'),
  colours: must(
    entriesOf(
      must(
        mapping({
          rgb: must(textLike(/^#[0-9A-Fa-f]{6}$/, "따옴표로 묶은 '#RRGGBB'"), '화면의 색', '#RRGGBB', {
            example: '#074171',
          }),
          cmyk: must(INKS, '인쇄의 잉크', '[C, M, Y, K], 0에서 100까지', { example: [100, 75, 25, 20] }),
        }),
        '색',
        '화면의 색과 인쇄의 잉크',
      ),
    ),
    '색',
    '이름마다 그 색',
  ),
  table: must(
    mapping({
      paddingX: must(within(0, 10), '칸의 좌우 여백', 'mm'),
      paddingY: must(within(0, 10), '칸의 위아래 여백', 'mm'),
      minRow: must(within(0, 40), '줄의 최소 높이', 'mm'),
      outerRule: must(RULE, '바깥 선', 'pt'),
      headRule: must(RULE, '머리 선', 'pt'),
      innerRule: must(RULE, '안쪽 선', 'pt'),
    }),
    '표',
    '칸의 여백과 선',
  ),
  footnote: must(
    mapping({
      ruleWidth: must(RULE, '선의 굵기', 'pt'),
      ruleLength: must(LENGTH, '선의 길이', 'mm'),
      gap: must(within(0, 30), '본문과의 사이', 'mm'),
    }),
    '각주',
    '각주 위의 선',
  ),
  part: must(
    mapping({
      band: must(LENGTH, '띠의 높이', 'mm'),
      numeralAt: must(LENGTH, '번호의 자리', '위에서, mm'),
      titleAt: must(LENGTH, '제목의 자리', '위에서, mm'),
      barWidth: must(LENGTH, '막대의 너비', 'mm'),
      barHeight: must(within(0, 30), '막대의 높이', 'mm'),
      textAt: must(LENGTH, '글의 자리', '위에서, mm'),
    }),
    '장의 첫 쪽',
    '띠와 제목의 자리',
  ),
});
